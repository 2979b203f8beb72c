import { identify } from '../../utils/library/articles/article-identity.ts';
import { setProgress } from '../../utils/library/articles/change-articles.ts';
import { changeDetails } from '../../utils/library/articles/change-details.ts';
import { changeHighlight } from '../../utils/library/articles/change-highlights.ts';
import { library } from '../../utils/library/db.ts';
import { isSameOrigin } from '../../utils/messaging/envelope.ts';
import { receiveInBackground } from '../../utils/messaging/receive.ts';
import { askGate, handleVerdict, injectMarkStyles, treatAsArticle } from './article-tabs.ts';
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
import { answerSiteView, deleteRule, injectPicker, storeRule } from './site-view.ts';
import { showSavedBadge } from './status-badge.ts';
import { SYNC_HANDLERS } from './sync/sync-messages.ts';
import { wakeSyncAfterChange } from './sync/sync-runner.ts';
import { findUnderlines } from './underlines.ts';
import { purge } from './upkeep.ts';

/** Registers the handlers of all messages to the background, and says which of them tabs may send. */
export function setUpMessages(): void {
  receiveInBackground({
    'gate/verdict': {
      fromTab: true,
      handle: async (answer, sender) => {
        if (sender.tabId !== null && isSameOrigin(answer.url, sender.url))
          await handleVerdict(answer, sender.tabId);
        return null;
      },
    },
    'page/returned': {
      fromTab: true,
      handle: async ({ url }, sender) => {
        if (sender.tabId !== null && isSameOrigin(url, sender.url)) await showSavedBadge(sender.tabId, url);
        return null;
      },
    },
    'page/colourMarks': {
      fromTab: true,
      handle: async (_, sender) => {
        if (sender.tabId !== null) await injectMarkStyles(sender.tabId);
        return null;
      },
    },
    'page/findUnderlines': { fromTab: true, handle: (_, sender) => findUnderlines(sender) },
    'page/treatAsArticle': { fromTab: false, handle: ({ tabId }) => treatAsArticle(tabId) },
    'page/override': { fromTab: false, handle: override },
    'page/pick': { fromTab: false, handle: ({ tabId }) => injectPicker(tabId) },
    'site/ask': {
      fromTab: true,
      handle: (page, sender) => answerSiteView(page?.canonicalUrl ?? null, sender),
    },
    'page/loaded': { fromTab: true, handle: recordLoad },
    'page/hidden': { fromTab: true, handle: recordHidden },
    'page/reloads': { fromTab: true, handle: recordReload },
    'page/hideAnyway': { fromTab: true, handle: hideAnyway },
    'rules/add': { fromTab: true, handle: storeRule },
    'rules/drop': { fromTab: true, handle: deleteRule },
    'highlights/ask': { fromTab: true, handle: answerHighlights },
    'highlights/add': { fromTab: true, handle: addHighlightFromTab },
    'highlights/colour': { fromTab: true, handle: colourHighlight },
    'highlights/remove': { fromTab: true, handle: removeHighlight },
    'highlights/note': { fromTab: true, handle: openNote },
    'highlights/keepNote': {
      fromTab: false,
      handle: async ({ id, note }) => {
        await changeHighlight(id, { note });
        return null;
      },
    },
    'article/keepProgress': {
      fromTab: false,
      handle: async ({ articleId, progress, at }) => {
        await setProgress(articleId, progress, library, at);
        return null;
      },
    },
    'page/ask': { fromTab: false, handle: ({ tabId }) => askGate(tabId) },
    'article/save': {
      fromTab: false,
      handle: async ({ tabId, details, ...options }) => {
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
    },
    'save/undo': { fromTab: false, handle: ({ token }) => undoReplacement(token) },
    'toast/act': {
      fromTab: true,
      handle: handleToastAction,
    },
    'window/save': { fromTab: false, handle: ({ windowId, chosen }) => saveWindow(windowId, chosen) },
    'pages/save': {
      fromTab: false,
      handle: async ({ tabId, confirmPrivate }) => {
        const outcome = await saveAllPages(tabId, confirmPrivate);
        if (outcome.ok) await showSavedBadge(tabId, outcome.url);
        return outcome;
      },
    },
    'pdf/fetch': { fromTab: false, handle: fetchPdf },
    'pages/get': { fromTab: false, handle: ({ articleId }) => getPages(articleId) },
    'article/saveLink': {
      fromTab: false,
      handle: async ({ url }) => saveLink(url, null, await findTabShowing([identify(url)])),
    },
    'transfer/wake': {
      fromTab: false,
      handle: async () => {
        wakeImports();
        wakeImageQueue();
        return null;
      },
    },
    'library/purge': { fromTab: false, handle: ({ ids }) => purge(ids) },
    'log/wake': {
      fromTab: false,
      handle: async () => {
        wakeChangeLogSoon();
        wakeSyncAfterChange();
        return null;
      },
    },
    'backup/now': {
      fromTab: false,
      handle: async () => {
        await backUp(true);
        return null;
      },
    },
    ...SYNC_HANDLERS,
    'article/retryImages': {
      fromTab: false,
      handle: async ({ articleId }) => {
        await retryImages(articleId);
        return null;
      },
    },
  });
}
