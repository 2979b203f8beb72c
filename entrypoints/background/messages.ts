import { normaliseAddress } from '../../utils/library/articles/article-identity.ts';
import { undoReplacement } from '../../utils/library/articles/article-snapshot.ts';
import { setProgress } from '../../utils/library/articles/change-articles.ts';
import { changeHighlight } from '../../utils/library/articles/change-highlights.ts';
import { library } from '../../utils/library/db.ts';
import { receiveInBackground } from '../../utils/messaging/receive.ts';
import { askGate, handleVerdict, injectQuoteStyles } from './article-tabs.ts';
import { wakeChangeLogSoon } from './change-log.ts';
import { hideAnyway, recordHidden, recordLoad, recordReload } from './detect-reload-loops.ts';
import { addHighlightFromTab } from './highlights/make-highlight.ts';
import {
  colourHighlight,
  listTabHighlights,
  openNote,
  removeHighlight,
} from './highlights/page-highlights.ts';
import { inject, injectAssistant } from './inject.ts';
import { retryImages, wakeImageQueue } from './jobs/image-queue.ts';
import { wakeImports } from './jobs/import-queue.ts';
import { applyOverride } from './page-scripts.ts';
import { fetchPdf, findTabShowing } from './save/fetch-page.ts';
import { fetchMissingPages, saveAllPages } from './save/follow-pages.ts';
import { saveLink, saveTab } from './save/save.ts';
import { saveWindow } from './save/save-by-command.ts';
import { saveOpenTab } from './save/save-open-tab.ts';
import { handleToastAction } from './save/toast-actions.ts';
import { answerSiteView, deleteRule, storeRule } from './site-view.ts';
import { showSavedBadge } from './status-badge.ts';
import { SYNC_HANDLERS } from './sync/sync-messages.ts';
import { wakeSyncAfterChange } from './sync/sync-runner.ts';
import { findUnderlines } from './underlines.ts';
import { purge } from './upkeep.ts';

/** Registers the handlers of all messages to the background. */
export function setUpMessages(): void {
  receiveInBackground({
    'gate/verdict': (answer, { tabId }) => handleVerdict(answer, tabId),
    'page/returned': ({ url }, { tabId }) => showSavedBadge(tabId, url),
    'page/colourMarks': (_, { tabId }) => injectQuoteStyles(tabId),
    'page/findUnderlines': (_, { tabId }) => findUnderlines(tabId),
    'page/treatAsArticle': ({ tabId }) => injectAssistant(tabId),
    'page/override': applyOverride,
    'page/pick': ({ tabId }) => inject(tabId, '/picker.js'),
    'site/ask': (page, sender) => answerSiteView(page?.canonicalUrl ?? null, sender),
    'page/loaded': recordLoad,
    'page/hidden': recordHidden,
    'page/reloads': recordReload,
    'page/hideAnyway': hideAnyway,
    'rules/add': storeRule,
    'rules/drop': deleteRule,
    'highlights/ask': listTabHighlights,
    'highlights/add': addHighlightFromTab,
    'highlights/colour': colourHighlight,
    'highlights/remove': removeHighlight,
    'highlights/note': openNote,
    'highlights/keepNote': ({ id, note }) => changeHighlight(id, { note }),
    'article/keepProgress': ({ articleId, progress, at }) => setProgress(articleId, progress, library, at),
    'page/ask': ({ tabId }) => askGate(tabId),
    'article/save': async ({ tabId, ...request }) => {
      const options = { ...request, undoToken: crypto.randomUUID() };
      const outcome = await (request.confirmNoArticle === true
        ? saveOpenTab(tabId, true, options)
        : saveTab(tabId, options));
      if (outcome.ok) await showSavedBadge(tabId, outcome.url);
      return outcome;
    },
    'save/undo': ({ token }) => undoReplacement(token),
    'toast/act': handleToastAction,
    'window/save': ({ windowId, chosen }) => saveWindow(windowId, chosen),
    'pages/save': async ({ tabId, confirmPrivate }) => {
      const outcome = await saveAllPages(tabId, confirmPrivate);
      if (outcome.ok) await showSavedBadge(tabId, outcome.url);
      return outcome;
    },
    'pdf/fetch': fetchPdf,
    'pages/get': ({ articleId }) => fetchMissingPages(articleId),
    'article/saveLink': async ({ url }) => saveLink(url, null, await findTabShowing([normaliseAddress(url)])),
    'transfer/wake': async () => {
      wakeImports();
      wakeImageQueue();
    },
    'library/purge': ({ ids }) => purge(ids),
    'log/wake': async () => {
      wakeChangeLogSoon();
      wakeSyncAfterChange();
    },
    ...SYNC_HANDLERS,
    'article/retryImages': ({ articleId }) => retryImages(articleId),
  });
}
