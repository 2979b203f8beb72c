import { useContext, useEffect, useState } from 'preact/hooks';
import { useAnnounce } from '../../components/announcer.tsx';
import type { SaveState } from '../../components/SaveActions.tsx';
import { StringsContext } from '../../components/strings.ts';
import { findSaved } from '../../utils/library/articles.ts';
import { hashText } from '../../utils/library/fold-text.ts';
import type { SaveOutcome } from '../../utils/messaging/protocol.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import type { PageKnowledge } from '../shared/ask-page.ts';
import { useLibrary } from '../shared/use-library.ts';

/** How the library stands to the page, and the ways to change that. */
export function useSaving(page: PageKnowledge): {
  state: SaveState;
  /** The library has not answered yet. */
  isWaiting: boolean;
  save: (evenPrivate: boolean) => void;
  dismiss: () => void;
} {
  const { t } = useContext(StringsContext);
  const announce = useAnnounce();
  const article = page.kind === 'article' ? page.report.article : null;
  const address = article?.canonicalUrl ?? '';
  const saved = useLibrary(() => (address === '' ? Promise.resolve(null) : findSaved(address)), [address]);
  const [passing, setPassing] = useState<SaveState | null>(null);
  useEffect(() => setPassing(null), [address]);

  const finish = (outcome: SaveOutcome): void => {
    if (outcome.ok) {
      setPassing(null);
      announce(t(outcome.updated ? 'popupUpdatedAnnounce' : 'popupSavedAnnounce'));
    } else if (outcome.code === 'private') {
      setPassing({ kind: 'askPrivate' });
    } else {
      setPassing({ kind: 'failed', message: outcome.message || t(`saveError_${outcome.code}`) });
    }
  };

  const save = (evenPrivate: boolean): void => {
    if (page.kind !== 'article' || passing?.kind === 'saving') return;
    setPassing({ kind: 'saving' });
    sendToBackground('article/save', { tabId: page.tab.id, evenPrivate })
      .then(finish)
      .catch((error: unknown) => {
        console.error('offprint: not saved', error);
        setPassing({ kind: 'failed', message: t('saveError_failed') });
      });
  };

  const row = saved.state === 'ready' ? saved.value : null;
  let state: SaveState = passing ?? { kind: 'unsaved' };
  if (passing === null && row !== null && article !== null) {
    const kind = row.textHash === hashText(article.text) ? 'saved' : 'changed';
    state = { kind, articleId: row.id, savedAt: row.updatedAt };
  }
  return { state, isWaiting: saved.state === 'waiting', save, dismiss: () => setPassing(null) };
}
