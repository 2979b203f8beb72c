import { normaliseAddress } from '../../utils/library/articles/article-identity.ts';
import { setProgress } from '../../utils/library/articles/change-articles.ts';
import { changeDetails } from '../../utils/library/articles/change-details.ts';
import { changeHighlight } from '../../utils/library/articles/change-highlights.ts';
import { library } from '../../utils/library/db.ts';
import { receiveInBackground } from '../../utils/messaging/receive.ts';
import { askGate, handleVerdict, injectMarkStyles } from './article-tabs.ts';
import { wakeChangeLogSoon } from './change-log.ts';
import { hideAnyway, recordHidden, recordLoad, recordReload } from './count-loads.ts';
import { backUp } from './daily-backup.ts';
import { addHighlightFromTab } from './highlights/make-highlight.ts';
import {
  answerHighlights,
  colourHighlight,
  openNote,
  removeHighlight,
} from './highlights/page-highlights.ts';
import { inject, injectAssistant } from './inject.ts';
import { retryImages, wakeImageQueue } from './jobs/image-queue.ts';
import { wakeImports } from './jobs/import-queue.ts';
import { override } from './page-scripts.ts';
import { fetchPdf, findTabShowing } from './save/fetch-page.ts';
import { getPages, saveAllPages } from './save/follow-pages.ts';
import { saveLink, saveTab } from './save/save.ts';
import { saveWindow } from './save/save-by-command.ts';
import { saveOpenTab } from './save/save-open-tab.ts';
import { handleToastAction } from './save/toast-actions.ts';
import { FormerVersions, undoReplacement } from './save/undo-replacement.ts';
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
    'page/colourMarks': (_, { tabId }) => injectMarkStyles(tabId),
    'page/findUnderlines': (_, { tabId }) => findUnderlines(tabId),
    'page/treatAsArticle': ({ tabId }) => injectAssistant(tabId),
    'page/override': override,
    'page/pick': ({ tabId }) => inject(tabId, '/picker.js'),
    'site/ask': (page, sender) => answerSiteView(page?.canonicalUrl ?? null, sender),
    'page/loaded': recordLoad,
    'page/hidden': recordHidden,
    'page/reloads': recordReload,
    'page/hideAnyway': hideAnyway,
    'rules/add': storeRule,
    'rules/drop': deleteRule,
    'highlights/ask': answerHighlights,
    'highlights/add': addHighlightFromTab,
    'highlights/colour': colourHighlight,
    'highlights/remove': removeHighlight,
    'highlights/note': openNote,
    'highlights/keepNote': ({ id, note }) => changeHighlight(id, { note }),
    'article/keepProgress': ({ articleId, progress, at }) => setProgress(articleId, progress, library, at),
    'page/ask': ({ tabId }) => askGate(tabId),
    'article/save': async ({ tabId, details, ...options }) => {
      const formers = new FormerVersions();
      const outcome =
        options.confirmNoArticle === true
          ? await saveOpenTab(tabId, true, options, formers.read)
          : await saveTab(tabId, options, formers.read);
      if (!outcome.ok) return outcome;
      if (details !== undefined) await changeDetails(outcome.articleId, details);
      await showSavedBadge(tabId, outcome.url);
      return { ...outcome, ...formers.keep() };
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
    'pages/get': ({ articleId }) => getPages(articleId),
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
    'backup/now': () => backUp(true),
    ...SYNC_HANDLERS,
    'article/retryImages': ({ articleId }) => retryImages(articleId),
  });
}
