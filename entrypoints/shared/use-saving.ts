import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { PagesProps } from '../../components/popup/PagesNote.tsx';
import type { SaveState } from '../../components/popup/SaveActions.tsx';
import { useAnnounce } from '../../components/ui/announcer.tsx';
import { StringsContext } from '../../components/ui/base/strings.ts';
import { withoutPlace } from '../../utils/article/metadata/address-route.ts';
import { isSavedText } from '../../utils/library/articles/saved-pages.ts';
import { LIBRARY_NAME } from '../../utils/library/schema/library-name.ts';
import { peekSaved, watchPeek } from '../../utils/library/schema/peek.ts';
import type { SaveFailure, SaveOutcome } from '../../utils/messaging/protocol.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import type { PageKnowledge } from './ask-page.ts';
import { useLive } from './use-live.ts';
import { usePages } from './use-pages.ts';

/** How a save from this screen went; see `SaveState`. */
type JustSaved = Pick<Extract<SaveState, { kind: 'saved' }>, 'isSeparate' | 'isNew' | 'isSame'>;

/** How the library stands to the page, and the ways to change that. */
export function useSaving(page: PageKnowledge): {
  state: SaveState;
  /** The library has not answered yet. */
  isWaiting: boolean;
  /** The article's other pages; null where it has none. */
  pages: PagesProps | null;
  save: (evenPrivate: boolean) => void;
  /** Puts the page's text in the place of the saved one. */
  saveNewer: () => void;
  dismiss: () => void;
} {
  const { t } = useContext(StringsContext);
  const announce = useAnnounce();
  const article = page.kind === 'article' ? page.report.article : null;
  /** The tab of a page that can be saved: an article, or whatever the user says. */
  const tab =
    page.kind === 'article' || page.kind === 'notArticle' || page.kind === 'failed' ? page.tab : null;
  const address = article?.canonicalUrl ?? tab?.url ?? '';
  const text = article?.text ?? null;
  const saved = useLive(
    watchPeek,
    () => (address === '' ? Promise.resolve(null) : peekSaved(address, indexedDB, LIBRARY_NAME, text)),
    [address, text],
    false,
  );
  const [passing, setPassing] = useState<SaveState | null>(null);
  /** How the last save from here went. */
  const [done, setDone] = useState<JustSaved>({});
  // A page that is no article becomes one by being saved, with an address that it may name itself.
  const here = tab === null ? '' : `${tab.id} ${withoutPlace(tab.url)}`;
  const shown = useRef('');
  useEffect(() => {
    if (here === '' || here === shown.current) return;
    shown.current = here;
    setPassing(null);
    setDone({});
  }, [here]);

  const fail = ({ code, message, replaced }: SaveFailure): void => {
    if (code === 'private') setPassing({ kind: 'askPrivate' });
    else if (replaced !== undefined) setPassing({ kind: 'askNewer', ...replaced });
    else setPassing({ kind: 'failed', message: message || t(`saveError_${code}`) });
  };
  const finish = (outcome: SaveOutcome, evenNewer: boolean): void => {
    if (outcome.ok) {
      const isSame = outcome.updated && !evenNewer;
      setPassing(null);
      setDone({ isSeparate: outcome.isSeparate === true, isNew: !outcome.updated, isSame });
      if (outcome.isSeparate === true) announce(t('savedSeparately'));
      else if (isSame) announce(t('savedNothingNew'));
      else announce(t(outcome.updated ? 'popupUpdatedAnnounce' : 'popupSavedAnnounce'));
    } else fail(outcome);
  };

  const row = saved.state === 'ready' ? saved.value : null;
  /** What the user asked for before they were asked whether to save from a private window. */
  const wantsAll = useRef(false);
  const { pages, getAll } = usePages(page, row, (failure) => {
    wantsAll.current = failure.code === 'private';
    fail(failure);
  });

  const ask = (evenPrivate: boolean, evenNewer: boolean): void => {
    if (tab === null || passing?.kind === 'saving') return;
    if (evenPrivate && wantsAll.current) {
      setPassing(null);
      getAll(true);
      return;
    }
    wantsAll.current = false;
    setPassing({ kind: 'saving' });
    sendToBackground('article/save', {
      tabId: tab.id,
      evenPrivate,
      evenNewer,
      evenNoArticle: article === null,
    })
      .then((outcome) => finish(outcome, evenNewer))
      .catch((error: unknown) => {
        console.error('offprint: not saved', error);
        setPassing({ kind: 'failed', message: t('saveError_failed') });
      });
  };

  let state: SaveState = passing ?? { kind: 'unsaved' };
  if (passing === null && row !== null && tab !== null) {
    const kind = article === null || isSavedText(row, article.text) ? 'saved' : 'changed';
    state = { kind, articleId: row.id, savedAt: row.updatedAt, ...done };
  }
  return {
    state,
    isWaiting: saved.state === 'waiting',
    pages,
    save: (evenPrivate) => ask(evenPrivate, false),
    // In a private window the user has said so already: nothing would be saved there.
    saveNewer: () => ask(tab?.isPrivate === true, true),
    dismiss: () => setPassing(null),
  };
}
