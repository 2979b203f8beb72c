import { useStrings } from '../ui/base/strings.ts';
import { type PickOption, PickPopover } from '../ui/menus/PickPopover.tsx';

/** Whether a picker assigns tags or lists. */
export type PickerKind = 'tags' | 'lists';

/** The options of both pickers. */
export interface PickerOptions {
  tags: readonly PickOption[];
  lists: readonly PickOption[];
  /** Suggested tags. */
  suggested: readonly string[];
}

export interface PickerActions {
  onTag: (tag: string, isOn: boolean) => void;
  onList: (listId: string, isIn: boolean) => void;
  onNewList: (name: string) => void;
}

interface Props extends PickerOptions, PickerActions {
  kind: PickerKind;
  /** The element below which the popover opens; if null, the picker is in normal flow. */
  anchor?: HTMLElement | null;
  onClose: () => void;
}

/** Assigns tags or lists to one article, or to all that are selected. */
export function TagListPicker({ kind, anchor = null, ...props }: Props) {
  const { t } = useStrings();
  if (kind === 'lists') {
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
