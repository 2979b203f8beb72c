import { useRef } from 'preact/hooks';
import { IconButton, TextButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { useShortcutHints } from '../ui/hooks/use-shortcuts.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { ActionMenu } from '../ui/menus/ActionMenu.tsx';
import { type Shelf, type ShelfActions, type ShelfChoices, ShelfPicker } from './ShelfPicker.tsx';
import './selection-bar.css';

/** Actions for all selected articles. */
export interface BulkActions extends ShelfActions {
  onArchive: (archived: boolean) => void;
  onFavourite: (favourite: boolean) => void;
  onDone: (done: boolean) => void;
  onPin: (pinned: boolean) => void;
  onRetry: () => void;
  onExport: () => void;
  onDelete: () => void;
}

interface Props extends BulkActions, ShelfChoices {
  count: number;
  /** The selected articles are archived. */
  isArchive: boolean;
  /** The picker opened by a shortcut. */
  open: Shelf | null;
  onOpen: (open: Shelf | null) => void;
  onSelectAll: () => void;
  onClear: () => void;
}

/** Stands above the list while articles are selected. */
export function SelectionBar(props: Props) {
  const { t, count } = useStrings();
  const shortcutHints = useShortcutHints();
  const { open, onOpen } = props;
  const pickers = { tags: useRef<HTMLButtonElement>(null), lists: useRef<HTMLButtonElement>(null) };
  const button = (icon: IconName, label: string, onClick: () => void, keys: string, more = {}) => (
    <button
      type="button"
      class="selection__act"
      title={shortcutHints.tooltip(label, keys)}
      aria-keyshortcuts={shortcutHints.ariaShortcut(keys)}
      onClick={onClick}
      {...more}
    >
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
  const picker = (shelf: Shelf, icon: IconName, label: string, keys: string) =>
    button(icon, label, () => onOpen(open === shelf ? null : shelf), keys, {
      ref: pickers[shelf],
      'aria-expanded': open === shelf,
    });
  return (
    <div class="selection" role="toolbar" aria-label={t('selectionBar')}>
      <span class="selection__count">{count('selectionCount', props.count)}</span>
      <TextButton onClick={props.onSelectAll}>{t('selectionAll')}</TextButton>
      <span class="selection__acts">
        {props.isArchive
          ? button('inbox', t('actionUnarchive'), () => props.onArchive(false), 'e')
          : button('archive', t('actionArchive'), () => props.onArchive(true), 'e')}
        {picker('tags', 'tag', t('actionTags'), 't')}
        {picker('lists', 'list', t('actionLists'), 'l')}
        {button('trash', t('actionDelete'), props.onDelete, '#')}
        <ActionMenu
          label={t('actionMore')}
          actions={[
            { label: t('actionFavourite'), icon: 'star', onChoose: () => props.onFavourite(true) },
            { label: t('actionUnfavourite'), icon: 'star', onChoose: () => props.onFavourite(false) },
            { label: t('actionMarkFinished'), icon: 'done', onChoose: () => props.onDone(true) },
            !props.isArchive && {
              label: t('actionMarkUnread'),
              icon: 'bookmark',
              onChoose: () => props.onDone(false),
            },
            { label: t('actionPin'), icon: 'pin', onChoose: () => props.onPin(true) },
            { label: t('actionUnpin'), icon: 'pin', onChoose: () => props.onPin(false) },
            { label: t('actionRetryPictures'), icon: 'return', onChoose: props.onRetry },
            { label: t('actionExport'), icon: 'transfer', onChoose: props.onExport },
          ]}
        />
      </span>
      <IconButton icon="close" label={t('selectionClear')} shortcutKey="Escape" onClick={props.onClear} />
      {open !== null && (
        <ShelfPicker
          // Remounts the picker, which has another anchor.
          key={open}
          {...props}
          shelf={open}
          anchor={pickers[open].current}
          onClose={() => onOpen(null)}
        />
      )}
    </div>
  );
}
