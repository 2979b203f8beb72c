import { useStrings } from '../ui/base/strings.ts';
import { type PickOption, PickPopover } from '../ui/menus/PickPopover.tsx';

/** Tags or lists of articles. */
export type Shelf = 'tags' | 'lists';

/** What can be chosen. */
export interface ShelfChoices {
  tags: readonly PickOption[];
  lists: readonly PickOption[];
  /** Suggested tags. */
  suggested: readonly string[];
}

export interface ShelfActions {
  onTag: (tag: string, isOn: boolean) => void;
  onList: (listId: string, isIn: boolean) => void;
  onNewList: (name: string) => void;
}

interface Props extends ShelfChoices, ShelfActions {
  shelf: Shelf;
  /** The element below which the popover opens; without one it is part of the page. */
  anchor?: HTMLElement | null;
  onClose: () => void;
}

/** Adds articles to tags or lists: one from its row, several from the selection bar. */
export function ShelfPicker({ shelf, anchor = null, ...props }: Props) {
  const { t } = useStrings();
  if (shelf === 'lists') {
    return (
      <PickPopover
        key="lists"
        label={t('pickLists')}
        options={props.lists}
        createLabel={(name) => t('listCreate', name)}
        onToggle={props.onList}
        onCreate={props.onNewList}
        onClose={props.onClose}
        anchor={anchor}
      />
    );
  }
  return (
    <PickPopover
      key="tags"
      label={t('pickTags')}
      options={props.tags}
      suggested={props.suggested}
      createLabel={(name) => t('tagCreate', name)}
      onToggle={props.onTag}
      onCreate={(name) => props.onTag(name, true)}
      onClose={props.onClose}
      anchor={anchor}
    />
  );
}
