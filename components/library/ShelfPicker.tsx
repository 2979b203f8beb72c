import { useStrings } from '../ui/base/strings.ts';
import { type PickOption, PickPopover } from '../ui/menus/PickPopover.tsx';

/** Tags or lists of articles. */
export type Shelf = 'tags' | 'lists';

interface Props {
  shelf: Shelf;
  tags: readonly PickOption[];
  lists: readonly PickOption[];
  suggested: readonly string[];
  /** The element below which the popover opens. */
  anchor: HTMLElement | null;
  onTag: (tag: string, isOn: boolean) => void;
  onList: (listId: string, isIn: boolean) => void;
  onNewList: (name: string) => void;
  onClose: () => void;
}

/** Adds articles to tags or lists: one from its row, several from the selection bar. */
export function ShelfPicker({ shelf, anchor, ...props }: Props) {
  const { t } = useStrings();
  if (shelf === 'lists') {
    return (
      <PickPopover
        label={t('pickLists')}
        picks={props.lists}
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
      label={t('pickTags')}
      picks={props.tags}
      suggested={props.suggested}
      createLabel={(name) => t('tagCreate', name)}
      onToggle={props.onTag}
      onCreate={(name) => props.onTag(name, true)}
      onClose={props.onClose}
      anchor={anchor}
    />
  );
}
