import type { ComponentChildren } from 'preact';
import type { Replacement } from '../../utils/library/view-types.ts';
import { SYNCED_WORDS, type Synced } from '../sync/synced-words.ts';
import { formatDate } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { useKeyNames } from '../ui/hooks/use-shortcuts.ts';
import { Icon } from '../ui/Icon.tsx';
import { AfterSave, type AfterSaveProps } from './AfterSave.tsx';
import { AskNewer } from './AskNewer.tsx';
import './save-actions.css';

/** How the library stands to the article on the page. */
export type SaveState =
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  /**
   * `isSeparate`: just now, beside another article from this address. `isNew`: it was saved just now. `isSame`: asked
   * to save again, there was nothing new.
   */
  | {
      kind: 'saved';
      articleId: string;
      savedAt: number;
      isSeparate?: boolean;
      isNew?: boolean;
      isSame?: boolean;
      /** It is in a library that this window can't reach: it can't be filed or opened from here. */
      isOutside?: boolean;
      /** Absent or null where sync is not set up. */
      synced?: Synced | null;
    }
  /** Saved, but the page's text is another one by now. */
  | {
      kind: 'changed';
      articleId: string;
      savedAt: number;
      isSeparate?: boolean;
      synced?: Synced | null;
    }
  /** Another text of it is saved: the user has to say which is to stay. */
  | ({ kind: 'askNewer' } & Replacement)
  /** A private window: the user has to say so first. */
  | { kind: 'askPrivate' }
  | { kind: 'failed'; message: string };

export interface SaveActionsProps {
  state: SaveState;
  /** The page shows only the beginning of the article. */
  isPreview: boolean;
  hasQuotes: boolean;
  /** What one does next with a saved article; absent or null where none is. */
  after?: AfterSaveProps | null;
  onSave: (confirmPrivate: boolean) => void;
  /** Puts the page's text in the place of the saved one. */
  onSaveNewer?: () => void;
  onDontSave: () => void;
  onRead: () => void;
  onAllQuotes: () => void;
  /** The page is no article: it is saved all the same where the user says so. */
  isAnyway?: boolean;
  /** More buttons beside these. */
  beside?: ComponentChildren;
}

/** Save, Read and All quotes, and in words how the save went. */
export function SaveActions(props: SaveActionsProps) {
  const { t, locale } = useStrings();
  const keyNames = useKeyNames();
  const { state } = props;
  const isSaved = state.kind === 'saved';
  // One primary action: while a question is open, its answer is.
  const isAsking = state.kind === 'askPrivate' || state.kind === 'askNewer';
  const isPrimary = !isSaved && !isAsking && props.isAnyway !== true;
  const after = isSaved || state.kind === 'changed' ? (props.after ?? null) : null;
  const save = props.isAnyway === true ? 'actionSaveAnyway' : 'actionSave';
  const isOlder = state.kind === 'changed' || state.kind === 'askNewer';
  return (
    <div class="save-actions">
      <div class="save-actions__row">
        <button
          type="button"
          class={isPrimary ? 'button button--primary save-button' : 'button save-button'}
          aria-disabled={state.kind === 'saving'}
          aria-keyshortcuts={keyNames.of('s')}
          title={keyNames.title(t(save), 's')}
          data-state={state.kind}
          onClick={() => state.kind !== 'saving' && props.onSave(false)}
        >
          <Icon name={isSaved ? 'check' : 'bookmark'} />
          {state.kind === 'saving' && t('actionSaving')}
          {isSaved && t('actionSaved')}
          {isOlder && t('actionSaveAgain')}
          {!isSaved && state.kind !== 'saving' && !isOlder && t(save)}
        </button>
        {after === null && props.isAnyway !== true && (
          <button
            type="button"
            class="button"
            aria-keyshortcuts={keyNames.of('r')}
            title={keyNames.title(t('actionRead'), 'r')}
            onClick={props.onRead}
          >
            {t('actionRead')}
          </button>
        )}
        {props.hasQuotes && (
          <button
            type="button"
            class="button"
            aria-keyshortcuts={keyNames.of('q')}
            title={keyNames.title(t('actionAllQuotes'), 'q')}
            onClick={props.onAllQuotes}
          >
            {t('actionAllQuotes')}
          </button>
        )}
        {props.beside}
      </div>
      {after !== null && <AfterSave {...after} />}
      {(isSaved || state.kind === 'changed') && state.synced && (
        <p class="note save-actions__synced">{t(SYNCED_WORDS[state.synced])}</p>
      )}
      {state.kind === 'changed' && <p class="note">{t('popupChanged', formatDate(state.savedAt, locale))}</p>}
      {state.kind === 'saved' && state.isOutside && <p class="note">{t('privateSaved')}</p>}
      {state.kind === 'saved' && state.isSeparate && <p class="note">{t('savedSeparately')}</p>}
      {state.kind === 'saved' && state.isSame && <p class="note">{t('savedNothingNew')}</p>}
      {state.kind === 'askNewer' && (
        <AskNewer
          savedAt={state.savedAt}
          changes={state.changes}
          onSave={() => props.onSaveNewer?.()}
          onKeep={props.onDontSave}
        />
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
            <button type="button" class="button button--primary" onClick={() => props.onSave(true)}>
              {t('privateSave')}
            </button>
            <button type="button" class="button" onClick={props.onDontSave}>
              {t('privateCancel')}
            </button>
          </div>
        </section>
      )}
      {props.isPreview && !isAsking && <p class="note">{t('popupPreview')}</p>}
    </div>
  );
}
