import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Replacement } from '../../utils/library/view-types.ts';
import { type PickerActions, type PickerOptions, TagListPicker } from '../library/TagListPicker.tsx';
import { SYNCED_MESSAGES, type SyncedState } from '../sync/sync-view-types.ts';
import { Button, IconButton, PrimaryButton, TextButton } from '../ui/Button.tsx';
import { describeReplacement, formatDate } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { useShortcutHints, useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { Icon } from '../ui/Icon.tsx';
import './save-actions.css';

interface SavedArticle {
  articleId: string;
  savedAt: number;
  /** Saved separately from another article with the same address. */
  isSeparate?: boolean;
  /** Absent or null if sync is not set up. */
  synced?: SyncedState | null;
}

/** The state of saving the page's article. */
export type SaveState =
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  /**
   * `isJustSaved`: saved while the popup is open. `isUnchanged`: saved again, but nothing had changed.
   */
  | ({
      kind: 'saved';
      isJustSaved?: boolean;
      isUnchanged?: boolean;
      /** How the newly saved text differs from the previously saved one. */
      replaced?: Replacement;
      /** Saved in a library that this window cannot access, as from a private window. */
      isUnreachable?: boolean;
    } & SavedArticle)
  /** Saved, but the text of the page has changed since. */
  | ({ kind: 'changed' } & SavedArticle)
  /** The user must confirm saving from a private window. */
  | { kind: 'askPrivate' }
  | { kind: 'failed'; message: string };

export interface SaveActionsProps {
  state: SaveState;
  /** Whether the page contains only the beginning of the article. */
  isPreview: boolean;
  hasQuotes: boolean;
  /** Actions for a saved article; absent or null if it is not saved. */
  afterSave?: AfterSaveProps | null;
  onSave: (confirmPrivate: boolean) => void;
  onCancelSave: () => void;
  onRead: () => void;
  onAllQuotes: () => void;
  /** Whether the page is not considered an article; the button then says “Save anyway”. */
  isNotArticle?: boolean;
  extraButtons?: ComponentChildren;
}

/** The “Save”, “Read” and “All quotes” buttons, and the result of saving. */
export function SaveActions(props: SaveActionsProps) {
  const strings = useStrings();
  const { t, locale } = strings;
  const shortcutHints = useShortcutHints();
  const { state } = props;
  const isSaved = state.kind === 'saved';
  // At most one button is primary: while the user is asked to confirm, it is the confirming one.
  const isAsking = state.kind === 'askPrivate';
  const isPrimary = !isSaved && !isAsking && props.isNotArticle !== true;
  const afterSave = isSaved || state.kind === 'changed' ? (props.afterSave ?? null) : null;
  const canTag = state.kind === 'unsaved' && props.isNotArticle !== true;
  const wantsTags = useRef(false);
  const saveWithTags = (): void => {
    wantsTags.current = true;
    props.onSave(false);
  };
  useShortcuts(canTag ? { t: saveWithTags } : {});
  useLayoutEffect(() => {
    if (wantsTags.current && isSaved) afterSave?.onOpen('tags');
    wantsTags.current &&= !isSaved && state.kind !== 'failed';
  }, [isSaved, afterSave === null, state.kind]);
  const saveLabel = props.isNotArticle === true ? 'actionSaveAnyway' : 'actionSave';
  const isOutdated = state.kind === 'changed';
  return (
    <div class="save-actions">
      <div class="save-actions__row">
        <Button
          primary={isPrimary}
          class="save-button"
          aria-disabled={state.kind === 'saving'}
          aria-keyshortcuts={shortcutHints.ariaShortcut('s')}
          title={shortcutHints.tooltip(t(saveLabel), 's')}
          data-state={state.kind}
          onClick={() => state.kind !== 'saving' && props.onSave(false)}
        >
          <Icon name={isSaved ? 'check' : 'bookmark'} />
          {state.kind === 'saving' && t('actionSaving')}
          {isSaved && t('actionSaved')}
          {isOutdated && t('actionSaveAgain')}
          {!isSaved && state.kind !== 'saving' && !isOutdated && t(saveLabel)}
        </Button>
        {canTag && (
          <IconButton icon="tag" label={t('actionSaveWithTags')} shortcutKey="t" onClick={saveWithTags} />
        )}
        {afterSave === null && props.isNotArticle !== true && (
          <Button
            aria-keyshortcuts={shortcutHints.ariaShortcut('r')}
            title={shortcutHints.tooltip(t('actionRead'), 'r')}
            onClick={props.onRead}
          >
            {t('actionRead')}
          </Button>
        )}
        {props.hasQuotes && (
          <Button
            aria-keyshortcuts={shortcutHints.ariaShortcut('q')}
            title={shortcutHints.tooltip(t('actionAllQuotes'), 'q')}
            onClick={props.onAllQuotes}
          >
            {t('actionAllQuotes')}
          </Button>
        )}
        {props.extraButtons}
      </div>
      {afterSave !== null && <AfterSave {...afterSave} />}
      {(isSaved || state.kind === 'changed') && state.synced && (
        <p class="note save-actions__synced">{t(SYNCED_MESSAGES[state.synced])}</p>
      )}
      {state.kind === 'changed' && <p class="note">{t('popupChanged', formatDate(state.savedAt, locale))}</p>}
      {state.kind === 'saved' && state.isUnreachable && <p class="note">{t('privateSaved')}</p>}
      {state.kind === 'saved' && state.isSeparate && <p class="note">{t('savedSeparately')}</p>}
      {state.kind === 'saved' && state.isUnchanged && <p class="note">{t('savedNothingNew')}</p>}
      {state.kind === 'saved' && state.replaced !== undefined && (
        <p class="note">{describeReplacement(strings, state.replaced)}</p>
      )}
      {state.kind === 'failed' && (
        <p class="note note--bad" role="alert">
          {t('popupSaveFailed', state.message)}
        </p>
      )}
      {state.kind === 'askPrivate' && (
        <section class="ask" aria-label={t('privateTitle')}>
          <p>
            <b>{t('privateTitle')}.</b> {t('privateText')}
          </p>
          <div class="save-actions__row">
            <PrimaryButton onClick={() => props.onSave(true)}>{t('privateSave')}</PrimaryButton>
            <Button onClick={props.onCancelSave}>{t('privateCancel')}</Button>
          </div>
        </section>
      )}
      {props.isPreview && !isAsking && <p class="note">{t('popupPreview')}</p>}
    </div>
  );
}

/** The save button of a page that is not an article; null or undefined until it is known whether it is saved. */
export type SaveAnywayState =
  | Omit<SaveActionsProps, 'isPreview' | 'hasQuotes' | 'onAllQuotes'>
  | null
  | undefined;

export function SaveAnyway({
  saveProps,
  extraButtons,
}: {
  saveProps: SaveAnywayState;
  extraButtons: ComponentChildren;
}) {
  if (saveProps == null) return <div class="save-actions save-actions__row">{extraButtons}</div>;
  return (
    <SaveActions
      {...saveProps}
      isPreview={false}
      hasQuotes={false}
      onAllQuotes={() => undefined}
      isNotArticle
      extraButtons={extraButtons}
    />
  );
}

/** The panel that is open below a saved article's buttons. */
export type SavedPanel = 'tags' | 'lists' | 'note';

/** The details of a saved article that the user can edit here. */
export interface SavedDetails extends PickerOptions {
  /** The note on the whole article, `''` if there is none. */
  note: string;
}

export interface AfterSaveProps extends PickerActions {
  /** Null until loaded; they are loaded when a panel is opened. */
  details: SavedDetails | null;
  open: SavedPanel | null;
  onOpen: (open: SavedPanel | null) => void;
  /** Undoes saving; null if not possible. Has no shortcut, because `u` belongs to the undo bar. */
  onUndo: (() => void) | null;
  /** @param initialNote the note when the field was opened, to detect a concurrent change */
  onSaveNote: (note: string, initialNote: string) => void;
  /** Called on every input, so that the draft is not lost when a click elsewhere closes the popup. */
  onNoteDraft: (note: string, initialNote: string) => void;
  onRead: () => void;
}

/** Actions for a saved article, directly below the Save button. */
export function AfterSave(props: AfterSaveProps) {
  const { open, onOpen, details, onUndo } = props;
  const { t } = useStrings();
  const shortcutHints = useShortcutHints();
  const toggle = (panel: SavedPanel): void => onOpen(open === panel ? null : panel);
  useShortcuts({
    t: () => toggle('tags'),
    m: () => toggle('lists'),
    n: () => toggle('note'),
    o: props.onRead,
  });
  const renderButton = (label: string, key: string | null, onClick: () => void, expanded?: boolean) => (
    <TextButton
      aria-keyshortcuts={key === null ? undefined : shortcutHints.ariaShortcut(key)}
      title={key === null ? undefined : shortcutHints.tooltip(label, key)}
      aria-expanded={expanded}
      onClick={onClick}
    >
      {label}
    </TextButton>
  );
  return (
    <div class="after-save">
      <div class="after-save__row" role="toolbar" aria-label={t('savedActions')}>
        {onUndo !== null && renderButton(t('actionUndo'), null, onUndo)}
        {renderButton(t('actionTags'), 't', () => toggle('tags'), open === 'tags')}
        {renderButton(t('savedList'), 'm', () => toggle('lists'), open === 'lists')}
        {renderButton(t('highlightNote'), 'n', () => toggle('note'), open === 'note')}
        {renderButton(t('savedOpen'), 'o', props.onRead)}
      </div>
      {details !== null && (open === 'tags' || open === 'lists') && (
        <TagListPicker {...props} {...details} kind={open} onClose={() => onOpen(null)} />
      )}
      {details !== null && open === 'note' && (
        <NoteField
          note={details.note}
          onNoteDraft={props.onNoteDraft}
          onSaveNote={props.onSaveNote}
          onClose={() => onOpen(null)}
        />
      )}
    </div>
  );
}

interface NoteProps extends Pick<AfterSaveProps, 'onNoteDraft' | 'onSaveNote'> {
  note: string;
  onClose: () => void;
}

function NoteField({ note, onNoteDraft, onSaveNote, onClose }: NoteProps) {
  const { t } = useStrings();
  const [text, setText] = useState(note);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const previousFocus = document.activeElement;
    field.current?.focus();
    return () => {
      if (previousFocus instanceof HTMLElement) previousFocus.focus({ preventScroll: true });
    };
  }, []);
  const initialNote = useRef(note);
  const savedNote = useRef(note);
  // The note is loaded again when the field opens. Unless the user has typed meanwhile, show the current version.
  useLayoutEffect(() => {
    if (text !== initialNote.current) return;
    initialNote.current = note;
    savedNote.current = note;
    setText(note);
  }, [note]);
  const saveNote = (): void => {
    if (text.trim() === savedNote.current) return;
    savedNote.current = text.trim();
    onSaveNote(savedNote.current, initialNote.current);
  };
  // Save when the field is removed, for example because another panel was opened.
  const latestSave = useRef(saveNote);
  latestSave.current = saveNote;
  useLayoutEffect(() => () => latestSave.current(), []);
  const close = (): void => {
    saveNote();
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
        const isSubmitKey = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (!isSubmitKey && event.key !== 'Escape') return;
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
          onNoteDraft(event.currentTarget.value, initialNote.current);
        }}
      />
      <Button type="submit">{t('actionKeep')}</Button>
    </form>
  );
}
