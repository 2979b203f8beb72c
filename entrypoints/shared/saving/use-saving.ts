import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { PagesProps } from '../../../components/popup/PagesNote.tsx';
import type { SaveState } from '../../../components/popup/SaveActions.tsx';
import { useAnnounce } from '../../../components/ui/announcer.tsx';
import { describeReplacement } from '../../../components/ui/base/format.ts';
import { StringsContext } from '../../../components/ui/base/strings.ts';
import { stripFragment } from '../../../utils/article/metadata/address-route.ts';
import { isSavedText } from '../../../utils/library/articles/saved-pages.ts';
import { peekSaved, watchPeekQuery } from '../../../utils/library/schema/peek.ts';
import type { ArticleDetails } from '../../../utils/library/types.ts';
import type { SaveFailure, SaveOutcome } from '../../../utils/messaging/protocol.ts';
import { sendToBackground } from '../../../utils/messaging/send.ts';
import type { PageInTab } from '../read-page-state.ts';
import { useLiveQuery } from '../use-live-query.ts';
import { type SavedPages, usePages } from './use-pages.ts';
import { useSynced } from './use-synced.ts';

/** How long a screen offers to undo its save. */
const UNDO_MS = 60_000;

/** Fields of `SaveState` that describe a save by this screen. */
type JustSaved = Pick<
  Extract<SaveState, { kind: 'saved' }>,
  'isSeparate' | 'isJustSaved' | 'isUnchanged' | 'replaced'
>;

/** Shows a page without an article as being read while it is saved, because the assistant then reads it again. */
export function showSaving(page: PageInTab, { kind }: SaveState): PageInTab {
  return page.kind === 'failed' && kind === 'saving'
    ? { kind: 'reading', tab: page.tab, wait: 'reading' }
    : page;
}

/** The page's save state, and the actions that change it. */
export function useSaving(page: PageInTab): {
  state: SaveState;
  /** Whether the library has not been read yet. */
  isWaiting: boolean;
  /** The article's other pages; null if it has none. */
  pages: PagesProps | null;
  /** @param details the details as edited by the user; kept until a save from a private window is confirmed */
  save: (confirmPrivate: boolean, details?: ArticleDetails) => void;
  dismiss: () => void;
  /** Withdraws the offer to undo the save. */
  settle: () => void;
  /** The token that restores the previous version if this save has replaced the text; otherwise null. */
  former: string | null;
} {
  const strings = useContext(StringsContext);
  const { t } = strings;
  const announce = useAnnounce();
  const article = page.kind === 'article' ? page.article : null;
  /** The tab, if its page can be saved: an article, or another page that the user may save anyway. */
  const tab =
    page.kind === 'article' || page.kind === 'notArticle' || page.kind === 'failed' ? page.tab : null;
  const address = article?.canonicalUrl ?? tab?.url ?? '';
  const text = article?.text ?? null;
  const saved = useLiveQuery(
    watchPeekQuery,
    () => (address === '' ? Promise.resolve(null) : peekSaved(address, text)),
    [address, text],
    false,
  );
  const [transient, setTransient] = useState<SaveState | null>(null);
  /** The result of the last save by this screen. */
  const [result, setResult] = useState<JustSaved>({});
  // Identifies the page by tab and address, because a page without an article gets a canonical address only when saved.
  const pageKey = tab === null ? '' : `${tab.id} ${stripFragment(tab.url)}`;
  /** The current page. The side panel may change to another, to which a late answer must not be applied. */
  const currentPage = useRef(pageKey);
  if (pageKey !== '') currentPage.current = pageKey;
  /**
   * The article saved by this screen. In private windows of Firefox, our pages have a separate database, in which the saved
   * row never appears, so this screen has to rely on the background's answer.
   */
  const [ownSave, setOwnSave] = useState<{ articleId: string; savedAt: number } | null>(null);
  /** Whether the save that the user has to confirm (from a private window) is one of all pages. */
  const wantsAll = useRef(false);
  /** The details that the user edited before saving. */
  const editedDetails = useRef<ArticleDetails | undefined>(undefined);
  /** The token that restores the previous version, while that is offered. */
  const [former, setFormer] = useState<string | null>(null);
  useEffect(() => {
    setTransient(null);
    setResult({});
    setFormer(null);
    setOwnSave(null);
    wantsAll.current = false;
    editedDetails.current = undefined;
  }, [currentPage.current]);
  const settle = (): void => {
    setResult((before) => ({ ...before, isJustSaved: false }));
    setFormer(null);
  };
  useEffect(() => {
    if (result.isJustSaved !== true && former === null) return;
    const timer = setTimeout(settle, UNDO_MS);
    return () => clearTimeout(timer);
  }, [result, former]);

  const fail = ({ code, message }: SaveFailure): void => {
    if (code === 'private') setTransient({ kind: 'askPrivate' });
    else setTransient({ kind: 'failed', message: message || t(`saveError_${code}`) });
  };
  const finish = (outcome: SaveOutcome): void => {
    if (outcome.ok) {
      const isUnchanged = outcome.isSame === true;
      setTransient(null);
      setOwnSave({ articleId: outcome.articleId, savedAt: Date.now() });
      const { isSeparate = false, updated, replaced } = outcome;
      setResult({ isSeparate, isJustSaved: !updated, isUnchanged, ...(replaced && { replaced }) });
      if (isSeparate) announce(t('savedSeparately'));
      else if (replaced !== undefined) announce(describeReplacement(strings, replaced));
      else if (isUnchanged) announce(t('savedNothingNew'));
      else announce(t(outcome.updated ? 'popupUpdatedAnnounce' : 'popupSavedAnnounce'));
    } else fail(outcome);
  };

  const row = saved.state === 'ready' ? saved.value : null;
  const synced = useSynced(row?.id ?? null);
  const recordPages = ({ articleId, replaced, undo }: SavedPages): void => {
    setOwnSave({ articleId, savedAt: Date.now() });
    setResult(replaced === undefined ? {} : { replaced });
    setFormer(undo ?? null);
  };
  const { pages, saveAll: saveAllPages } = usePages(page, row, recordPages, (failure) => {
    wantsAll.current = failure.code === 'private';
    fail(failure);
  });

  const save = (confirmPrivate: boolean, details?: ArticleDetails): void => {
    if (tab === null || transient?.kind === 'saving') return;
    if (!confirmPrivate || details !== undefined) editedDetails.current = details;
    if (confirmPrivate && wantsAll.current) {
      setTransient(null);
      saveAllPages(true);
      return;
    }
    wantsAll.current = false;
    setTransient({ kind: 'saving' });
    const request = {
      tabId: tab.id,
      confirmPrivate,
      confirmNoArticle: article === null,
      ...(editedDetails.current && { details: editedDetails.current }),
    };
    sendToBackground('article/save', request)
      .then((outcome) => {
        if (currentPage.current !== pageKey) return;
        finish(outcome);
        setFormer((outcome.ok && outcome.undo) || null);
      })
      .catch((error: unknown) => {
        console.error('offprint: not saved', error);
        if (currentPage.current === pageKey) setTransient({ kind: 'failed', message: t('saveError_failed') });
      });
  };

  let state: SaveState = transient ?? { kind: 'unsaved' };
  if (transient === null && row !== null && tab !== null) {
    const kind = article === null || isSavedText(row, article.text) ? 'saved' : 'changed';
    state = { kind, articleId: row.id, savedAt: row.updatedAt, synced: synced ?? null, ...result };
  }
  if (transient === null && row === null && ownSave !== null && tab?.isPrivate === true) {
    const { isSeparate = false, isUnchanged = false } = result;
    state = { kind: 'saved', ...ownSave, isUnreachable: true, isSeparate, isUnchanged };
  }
  return {
    state,
    isWaiting: saved.state === 'waiting' || synced === undefined,
    pages,
    save,
    former,
    dismiss: () => setTransient(null),
    settle,
  };
}
