import { type Shelf, ShelfPicker } from '../library/ShelfPicker.tsx';
import { useStrings } from '../ui/base/strings.ts';
import { useKeyNames } from '../ui/hooks/use-shortcuts.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Pick } from '../ui/menus/PickPopover.tsx';
import './reader-shelf.css';

/** The tags and lists of the open article, and what changes them. */
export interface ReaderShelfProps {
  /** Names, as they are shown. */
  tags: readonly string[];
  lists: readonly string[];
  /** What there is to choose from. */
  choices: { tags: readonly Pick[]; lists: readonly Pick[]; suggested: readonly string[] };
  open: { shelf: Shelf; anchor: HTMLElement } | null;
  onOpen: (open: { shelf: Shelf; anchor: HTMLElement } | null) => void;
  onTag: (tag: string, isOn: boolean) => void;
  onList: (listId: string, isIn: boolean) => void;
  onNewList: (name: string) => void;
}

/** Each in its own direction, as the names of two tags may differ in that. */
function Name({ name, at }: { name: string; at: number }) {
  return (
    <>
      {at > 0 && ' · '}
      <bdi>{name}</bdi>
    </>
  );
}

/** Tags and lists in a line, each a button that changes them. */
export function ReaderShelf({ tags, lists, open, onOpen }: ReaderShelfProps) {
  const { t } = useStrings();
  const keyNames = useKeyNames();
  const button = (shelf: Shelf, names: readonly string[], label: string, key: string) => (
    <button
      type="button"
      class="reader-shelf__button"
      aria-label={names.length === 0 ? undefined : `${label}: ${names.join(', ')}`}
      aria-keyshortcuts={keyNames.of(key)}
      aria-haspopup="dialog"
      aria-expanded={open?.shelf === shelf}
      title={keyNames.title(label, key)}
      onClick={({ currentTarget }) => onOpen(open?.shelf === shelf ? null : { shelf, anchor: currentTarget })}
    >
      <Icon name={shelf === 'tags' ? 'tag' : 'list'} />
      <span>
        {names.length === 0 ? label : names.map((name, at) => <Name key={name} name={name} at={at} />)}
      </span>
    </button>
  );
  return (
    <div class="reader-shelf">
      {button('tags', tags, t('actionTags'), 't')}
      {button('lists', lists, t('actionLists'), 'l')}
    </div>
  );
}

/** What is open of them, wherever it was opened from. */
export function ReaderShelfPicker({ choices, open, onOpen, onTag, onList, onNewList }: ReaderShelfProps) {
  if (open === null) return null;
  return (
    <ShelfPicker
      key={open.shelf}
      shelf={open.shelf}
      tags={choices.tags}
      lists={choices.lists}
      suggested={choices.suggested}
      anchor={open.anchor}
      onTag={onTag}
      onList={onList}
      onNewList={onNewList}
      onClose={() => onOpen(null)}
    />
  );
}
