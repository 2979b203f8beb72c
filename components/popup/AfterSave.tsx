import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useStrings } from '../ui/base/strings.ts';
import { useKeyNames, useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { type Pick, PickPopover } from '../ui/menus/PickPopover.tsx';
import './after-save.css';

/** What of a saved article is open for change. */
export type Filing = 'tags' | 'lists' | 'note';

/** How a saved article is filed. */
export interface FiledAs {
  tags: readonly Pick[];
  suggestedTags: readonly string[];
  lists: readonly Pick[];
  /** The note on the article as a whole, `''` where there is none. */
  note: string;
}

export interface AfterSaveProps {
  /** Null until it is read, which happens when something is opened. */
  filed: FiledAs | null;
  open: Filing | null;
  onOpen: (open: Filing | null) => void;
  /** Null where there is no save to take back. Has no key: `u` is the undo bar's, and would mean another thing after it. */
  onUndo: (() => void) | null;
  onTag: (tag: string, isOn: boolean) => void;
  onList: (listId: string, isIn: boolean) => void;
  onNewList: (name: string) => void;
  /** @param begun the note that the field showed at first: where it has changed elsewhere, that must not be lost */
  onNote: (note: string, begun: string) => void;
  /** What is being typed: it must not be lost where the popup is closed by a click beside it. */
  onDraft: (note: string, begun: string) => void;
  /** Opens the saved copy. */
  onRead: () => void;
}

/** What one does next with an article that is saved, right below the button that saved it. */
export function AfterSave(props: AfterSaveProps) {
  const { open, onOpen, filed, onUndo } = props;
  const { t } = useStrings();
  const keyNames = useKeyNames();
  const toggle = (what: Filing): void => onOpen(open === what ? null : what);
  useShortcuts({
    t: () => toggle('tags'),
    m: () => toggle('lists'),
    n: () => toggle('note'),
    o: props.onRead,
  });
  const button = (label: string, key: string | null, onClick: () => void, expanded?: boolean) => (
    <button
      type="button"
      class="text-button"
      aria-keyshortcuts={key === null ? undefined : keyNames.of(key)}
      title={key === null ? undefined : keyNames.title(label, key)}
      aria-expanded={expanded}
      onClick={onClick}
    >
      {label}
    </button>
  );
  return (
    <div class="after-save">
      <div class="after-save__row" role="toolbar" aria-label={t('savedActions')}>
        {onUndo !== null && button(t('actionUndo'), null, onUndo)}
        {button(t('actionTags'), 't', () => toggle('tags'), open === 'tags')}
        {button(t('savedList'), 'm', () => toggle('lists'), open === 'lists')}
        {button(t('highlightNote'), 'n', () => toggle('note'), open === 'note')}
        {button(t('savedOpen'), 'o', props.onRead)}
      </div>
      {filed !== null && open === 'tags' && (
        <PickPopover
          key="tags"
          label={t('pickTags')}
          picks={filed.tags}
          suggested={filed.suggestedTags}
          createLabel={(name) => t('tagCreate', name)}
          onToggle={props.onTag}
          onCreate={(name) => props.onTag(name, true)}
          onClose={() => onOpen(null)}
        />
      )}
      {filed !== null && open === 'lists' && (
        <PickPopover
          key="lists"
          label={t('pickLists')}
          picks={filed.lists}
          createLabel={(name) => t('listCreate', name)}
          onToggle={props.onList}
          onCreate={props.onNewList}
          onClose={() => onOpen(null)}
        />
      )}
      {filed !== null && open === 'note' && (
        <NoteField
          note={filed.note}
          onDraft={props.onDraft}
          onNote={props.onNote}
          onClose={() => onOpen(null)}
        />
      )}
    </div>
  );
}

interface NoteProps {
  note: string;
  onDraft: AfterSaveProps['onDraft'];
  onNote: AfterSaveProps['onNote'];
  onClose: () => void;
}

function NoteField({ note, onDraft, onNote, onClose }: NoteProps) {
  const { t } = useStrings();
  const [text, setText] = useState(note);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  const begun = useRef(note);
  const kept = useRef(note);
  // It is read anew as the field opens: nothing is written on the ground of what was read before.
  useLayoutEffect(() => {
    if (text !== begun.current) return;
    begun.current = note;
    kept.current = note;
    setText(note);
  }, [note]);
  const keep = (): void => {
    if (text.trim() === kept.current) return;
    kept.current = text.trim();
    onNote(kept.current, begun.current);
  };
  // However it is left, what was written stays: by another button, by Escape, or as the user went to another tab.
  const latest = useRef(keep);
  latest.current = keep;
  useLayoutEffect(() => () => latest.current(), []);
  const close = (): void => {
    keep();
    onClose();
  };
  return (
    <form
      class="after-save__note"
      onSubmit={(event) => {
        event.preventDefault();
        close();
      }}
      onKeyDown={(event) => {
        const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (!isDone && event.key !== 'Escape') return;
        close();
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <textarea
        ref={field}
        class="field"
        rows={3}
        maxLength={20_000}
        dir={text === '' ? undefined : 'auto'}
        aria-label={t('savedNote')}
        placeholder={t('savedNote')}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          onDraft(event.currentTarget.value, begun.current);
        }}
      />
      <button type="submit" class="button">
        {t('actionKeep')}
      </button>
    </form>
  );
}
