import { Component, type ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { ItemActions } from './RowActions.tsx';

interface Props {
  /** All that the row shows. */
  shows: readonly unknown[];
  draw: () => ComponentChildren;
}

/**
 * A row that is drawn anew only when it shows something else. A list is drawn several times for each few rows that it
 * is scrolled by, and most of its rows are the same each time.
 *
 * Not Preact's `memo`: it comes with all of `preact/compat`, which changes how every event and attribute is set.
 */
export class StillRow extends Component<Props> {
  override shouldComponentUpdate({ shows }: Props): boolean {
    return shows.some((fact, i) => fact !== this.props.shows[i]);
  }

  override render({ draw }: Props): ComponentChildren {
    return draw();
  }
}

/** What a still row calls: always what the last drawing of the list has made of it. */
export function useLatestActions(actions: ItemActions): ItemActions {
  const latest = useRef(actions);
  latest.current = actions;
  const [still] = useState<ItemActions>(() => ({
    hrefOf: (id) => latest.current.hrefOf(id),
    loadImage: (id) => latest.current.loadImage(id),
    onArchive: (article, archived) => latest.current.onArchive(article, archived),
    onFavourite: (article, favourite) => latest.current.onFavourite(article, favourite),
    onDelete: (article) => latest.current.onDelete(article),
    onDone: (article, done) => latest.current.onDone(article, done),
    onPin: (article, pinned) => latest.current.onPin(article, pinned),
    onShelf: (article, shelf) => latest.current.onShelf(article, shelf),
    onDetails: (article) => latest.current.onDetails(article),
    onDownload: (article) => latest.current.onDownload(article),
  }));
  return still;
}
