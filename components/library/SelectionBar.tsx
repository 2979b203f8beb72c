import type { ComponentChildren } from 'preact';
import { useStrings } from '../ui/base/strings.ts';
import { useKeyNames } from '../ui/hooks/use-shortcuts.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { ActionMenu } from '../ui/menus/ActionMenu.tsx';
import { type Pick, PickPopover } from '../ui/menus/PickPopover.tsx';
import './selection-bar.css';

/** What can be done with all that is chosen. */
export interface BulkActions {
  onArchive: (archived: boolean) => void;
  onFavourite: (favourite: boolean) => void;
  onDone: (done: boolean) => void;
  onPin: (pinned: boolean) => void;
  onTag: (tag: string, isOn: boolean) => void;
  onList: (listId: string, isIn: boolean) => void;
  onNewList: (name: string) => void;
  onRetry: () => void;
  onExport: () => void;
  onDelete: () => void;
}

interface Props extends BulkActions {
  count: number;
  /** The chosen articles are in the archive. */
  isArchive: boolean;
  tags: readonly Pick[];
  /** Tags that may suit what is chosen. */
  suggestedTags: readonly string[];
  lists: readonly Pick[];
  /** What is open from the keyboard. */
  open: 'tags' | 'lists' | null;
  onOpen: (open: 'tags' | 'lists' | null) => void;
  onAll: () => void;
  onClear: () => void;
}

/** Stands above the list while articles are chosen. */
export function SelectionBar(props: Props) {
  const { t, count } = useStrings();
  const keyNames = useKeyNames();
  const { open, onOpen } = props;
  const button = (icon: IconName, label: string, onClick: () => void, keys?: string): ComponentChildren => (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={keys === undefined ? label : keyNames.title(label, keys)}
      aria-keyshortcuts={keys && keyNames.of(keys)}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
  const picker = (what: 'tags' | 'lists', icon: IconName, label: string, keys: string): ComponentChildren => (
    <div class="selection__pick">
      <button
        type="button"
        class="icon-button"
        aria-label={label}
        title={keyNames.title(label, keys)}
        aria-keyshortcuts={keyNames.of(keys)}
        aria-expanded={open === what}
        onClick={() => onOpen(open === what ? null : what)}
      >
        <Icon name={icon} />
      </button>
      {open === what && (
        <PickPopover
          label={t(what === 'tags' ? 'pickTags' : 'pickLists')}
          picks={props[what]}
          suggested={what === 'tags' ? props.suggestedTags : []}
          createLabel={(name) => t(what === 'tags' ? 'tagCreate' : 'listCreate', name)}
          onToggle={what === 'tags' ? props.onTag : props.onList}
          onCreate={(name) => (what === 'tags' ? props.onTag(name, true) : props.onNewList(name))}
          onClose={() => onOpen(null)}
        />
      )}
    </div>
  );
  return (
    <div class="selection" role="toolbar" aria-label={t('selectionBar')}>
      <span class="selection__count">{count('selectionCount', props.count)}</span>
      <button type="button" class="text-button" onClick={props.onAll}>
        {t('selectionAll')}
      </button>
      <span class="selection__acts">
        {props.isArchive
          ? button('inbox', t('actionUnarchive'), () => props.onArchive(false), 'e')
          : button('archive', t('actionArchive'), () => props.onArchive(true), 'e')}
        {button('star', t('actionFavourite'), () => props.onFavourite(true), 'f')}
        {picker('tags', 'tag', t('actionTags'), 't')}
        {picker('lists', 'list', t('actionLists'), 'l')}
        {button('trash', t('actionDelete'), props.onDelete, '#')}
        <ActionMenu
          label={t('actionMore')}
          actions={[
            { label: t('actionMarkFinished'), icon: 'done', onChoose: () => props.onDone(true) },
            { label: t('actionMarkUnread'), icon: 'inbox', onChoose: () => props.onDone(false) },
            { label: t('actionPin'), icon: 'pin', onChoose: () => props.onPin(true) },
            { label: t('actionUnpin'), icon: 'pin', onChoose: () => props.onPin(false) },
            { label: t('actionUnfavourite'), icon: 'star', onChoose: () => props.onFavourite(false) },
            { label: t('actionRetryPictures'), icon: 'return', onChoose: props.onRetry },
            { label: t('actionExport'), icon: 'transfer', onChoose: props.onExport },
          ]}
        >
          <Icon name="more" />
        </ActionMenu>
      </span>
      {button('close', t('selectionClear'), props.onClear, 'Escape')}
    </div>
  );
}
