import { useRef } from 'preact/hooks';
import { IconButton, TextButton } from '../ui/Button.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { useShortcutHints } from '../ui/hooks/use-shortcuts.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { ActionMenu } from '../ui/menus/ActionMenu.tsx';
import { type PickerActions, type PickerKind, type PickerOptions, TagListPicker } from './TagListPicker.tsx';
import './selection-bar.css';

/** Actions for all selected articles. */
export interface BulkActions extends PickerActions {
  onArchive: (archived: boolean) => void;
  onFavourite: (favourite: boolean) => void;
  onDone: (done: boolean) => void;
  onPin: (pinned: boolean) => void;
  onRetry: () => void;
  onExport: () => void;
  onDelete: () => void;
}

interface Props extends BulkActions, PickerOptions {
  count: number;
  /** Whether the list is the archive, so that Archive is replaced by Move to inbox. */
  isArchive: boolean;
  openPicker: PickerKind | null;
  onOpenPicker: (kind: PickerKind | null) => void;
  onSelectAll: () => void;
  onClear: () => void;
}

/** A toolbar with actions for the selected articles, shown above the list. */
export function SelectionBar(props: Props) {
  const { t, count } = useStrings();
  const shortcutHints = useShortcutHints();
  const { openPicker, onOpenPicker } = props;
  const anchors = { tags: useRef<HTMLButtonElement>(null), lists: useRef<HTMLButtonElement>(null) };
  const renderButton = (icon: IconName, label: string, onClick: () => void, key: string, attributes = {}) => (
    <button
      type="button"
      class="selection__act"
      title={shortcutHints.tooltip(label, key)}
      aria-keyshortcuts={shortcutHints.ariaShortcut(key)}
      onClick={onClick}
      {...attributes}
    >
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
  const renderPickerButton = (kind: PickerKind, icon: IconName, label: string, key: string) =>
    renderButton(icon, label, () => onOpenPicker(openPicker === kind ? null : kind), key, {
      ref: anchors[kind],
      'aria-expanded': openPicker === kind,
    });
  return (
    <div class="selection" role="toolbar" aria-label={t('selectionBar')}>
      <span class="selection__count">{count('selectionCount', props.count)}</span>
      <TextButton onClick={props.onSelectAll}>{t('selectionAll')}</TextButton>
      <span class="selection__acts">
        {props.isArchive
          ? renderButton('inbox', t('actionUnarchive'), () => props.onArchive(false), 'e')
          : renderButton('archive', t('actionArchive'), () => props.onArchive(true), 'e')}
        {renderPickerButton('tags', 'tag', t('actionTags'), 't')}
        {renderPickerButton('lists', 'list', t('actionLists'), 'l')}
        {renderButton('trash', t('actionDelete'), props.onDelete, '#')}
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
      {openPicker !== null && (
        <TagListPicker
          // The other picker has another anchor, so it is mounted anew.
          key={openPicker}
          {...props}
          kind={openPicker}
          anchor={anchors[openPicker].current}
          onClose={() => onOpenPicker(null)}
        />
      )}
    </div>
  );
}
