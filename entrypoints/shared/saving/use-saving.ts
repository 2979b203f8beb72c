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
import type { PageInTab } from '../ask-page.ts';
import { useLive } from '../use-live.ts';
import { type SavedPages, usePages } from './use-pages.ts';
import { useSynced } from './use-synced.ts';

/** How long a save can be undone from the screen that made it; later, users would not expect that. */
const NEW_MS = 60_000;

/** The result of a save from this screen; see `SaveState`. */
type JustSaved = Pick<
  Extract<SaveState, { kind: 'saved' }>,
  'isSeparate' | 'isJustSaved' | 'isUnchanged' | 'replaced'
>;

/** A page that is saved although it has no article is read again, accepting any text. */
export function showSaving(page: PageInTab, { kind }: SaveState): PageInTab {
  return page.kind === 'failed' && kind === 'saving'
    ? { kind: 'reading', tab: page.tab, wait: 'reading' }
    : page;
}

/** Whether the page is saved, and the actions that change that. */
export function useSaving(page: PageInTab): {
  state: SaveState;
  /** The saved article, also while it is being saved again; null if there is none. */
  savedId: string | null;
  /** Whether the library has not answered yet. */
  isWaiting: boolean;
  /** The article's other pages; null if it has none. */
  pages: PagesProps | null;
  /** @param details as the user edited them; kept until the user has confirmed a save from a private window */
  save: (confirmPrivate: boolean, details?: ArticleDetails) => void;
  dismiss: () => void;
  /** Ends the offer to undo the save. */
  settle: () => void;
  /** A token to restore the previous version of an article whose text was replaced just now. */
  former: string | null;
} {
  const strings = useContext(StringsContext);
  const { t } = strings;
  const announce = useAnnounce();
  const article = page.kind === 'article' ? page.article : null;
  /** The tab of a page that can be saved: an article, or any page that the user says to save. */
  const tab =
    page.kind === 'article' || page.kind === 'notArticle' || page.kind === 'failed' ? page.tab : null;
  const address = article?.canonicalUrl ?? tab?.url ?? '';
  const text = article?.text ?? null;
  const saved = useLive(
    watchPeekQuery,
    () => (address === '' ? Promise.resolve(null) : peekSaved(address, text)),
    [address, text],
    false,
  );
  const [passing, setPassing] = useState<SaveState | null>(null);
  /** The result of the last save from here. */
  const [done, setDone] = useState<JustSaved>({});
  // A page without an article becomes one by being saved, and may name its own address then.
  const here = tab === null ? '' : `${tab.id} ${stripFragment(tab.url)}`;
  /** The page shown now: the side panel follows the user to other tabs, and an answer for one page does not apply to the next. */
  const shown = useRef(here);
  if (here !== '') shown.current = here;
  /**
   * The article saved just now. In private windows of Firefox our pages have separate databases, in which the saved row
   * never appears, so the background's answer is all this screen knows about the save.
   */
  const [kept, setKept] = useState<{ articleId: string; savedAt: number } | null>(null);
  /** Whether all pages were requested, before the user was asked to confirm a save from a private window. */
  const wantsAll = useRef(false);
  /** The details that the user has edited before saving. */
  const edited = useRef<ArticleDetails | undefined>(undefined);
  /** The token of the previous version, as long as its replacement can be undone. */
  const [former, setFormer] = useState<string | null>(null);
  useEffect(() => {
    setPassing(null);
    setDone({});
    setFormer(null);
    setKept(null);
    wantsAll.current = false;
    edited.current = undefined;
  }, [shown.current]);
  const settle = (): void => {
    setDone((so) => ({ ...so, isJustSaved: false }));
    setFormer(null);
  };
  useEffect(() => {
    if (done.isJustSaved !== true && former === null) return;
    const timer = setTimeout(settle, NEW_MS);
    return () => clearTimeout(timer);
  }, [done, former]);

  const fail = ({ code, message }: SaveFailure): void => {
    if (code === 'private') setPassing({ kind: 'askPrivate' });
    else setPassing({ kind: 'failed', message: message || t(`saveError_${code}`) });
  };
  const finish = (outcome: SaveOutcome): void => {
    if (outcome.ok) {
      const isUnchanged = outcome.isSame === true;
      setPassing(null);
      setKept({ articleId: outcome.articleId, savedAt: Date.now() });
      const { isSeparate = false, updated, replaced } = outcome;
      setDone({ isSeparate, isJustSaved: !updated, isUnchanged, ...(replaced && { replaced }) });
      if (isSeparate) announce(t('savedSeparately'));
      else if (replaced !== undefined) announce(describeReplacement(strings, replaced));
      else if (isUnchanged) announce(t('savedNothingNew'));
      else announce(t(outcome.updated ? 'popupUpdatedAnnounce' : 'popupSavedAnnounce'));
    } else fail(outcome);
  };

  const row = saved.state === 'ready' ? saved.value : null;
  const synced = useSynced(row?.id ?? null);
  const noteKept = ({ articleId, replaced, undo }: SavedPages): void => {
    setKept({ articleId, savedAt: Date.now() });
    setDone(replaced === undefined ? {} : { replaced });
    setFormer(undo ?? null);
  };
  const { pages, getAll } = usePages(page, row, noteKept, (failure) => {
    wantsAll.current = failure.code === 'private';
    fail(failure);
  });

  const save = (confirmPrivate: boolean, details?: ArticleDetails): void => {
    if (tab === null || passing?.kind === 'saving') return;
    if (!confirmPrivate || details !== undefined) edited.current = details;
    if (confirmPrivate && wantsAll.current) {
      setPassing(null);
      getAll(true);
      return;
    }
    wantsAll.current = false;
    setPassing({ kind: 'saving' });
    const request = {
      tabId: tab.id,
      confirmPrivate,
      confirmNoArticle: article === null,
      ...(edited.current && { details: edited.current }),
    };
    sendToBackground('article/save', request)
      .then((outcome) => {
        if (shown.current !== here) return;
        finish(outcome);
        setFormer((outcome.ok && outcome.undo) || null);
      })
      .catch((error: unknown) => {
        console.error('offprint: not saved', error);
        if (shown.current === here) setPassing({ kind: 'failed', message: t('saveError_failed') });
      });
  };

  let state: SaveState = passing ?? { kind: 'unsaved' };
  if (passing === null && row !== null && tab !== null) {
    const kind = article === null || isSavedText(row, article.text) ? 'saved' : 'changed';
    state = { kind, articleId: row.id, savedAt: row.updatedAt, synced: synced ?? null, ...done };
  }
  if (passing === null && row === null && kept !== null && tab?.isPrivate === true) {
    const { isSeparate = false, isUnchanged = false } = done;
    state = { kind: 'saved', ...kept, isUnreachable: true, isSeparate, isUnchanged };
  }
  return {
    state,
    savedId: row?.id ?? kept?.articleId ?? null,
    isWaiting: saved.state === 'waiting' || synced === undefined,
    pages,
    save,
    former,
    dismiss: () => setPassing(null),
    settle,
  };
}
