import { identify } from '../../utils/library/articles/article-identity.ts';
import { setProgress } from '../../utils/library/articles/change-articles.ts';
import { changeHighlight } from '../../utils/library/articles/change-highlights.ts';
import { library } from '../../utils/library/db.ts';
import { isSameOrigin } from '../../utils/messaging/envelope.ts';
import { receiveInBackground } from '../../utils/messaging/receive.ts';
import { askGate, handleVerdict, putMarkColours, treatAsArticle } from './article-tabs.ts';
import { showSavedBadge } from './badge.ts';
import { wakeChangeLogSoon } from './change-log.ts';
import { countLoad, hideAnyway, recordHidden, recordReload } from './count-loads.ts';
import { backUp } from './daily-backup.ts';
import { fetchPdf } from './fetch-pdf.ts';
import { addHighlightFromTab } from './highlights/make-highlight.ts';
import { colourHighlight, openNote, removeHighlight, tellHighlights } from './highlights/page-highlights.ts';
import { override } from './override.ts';
import { purge } from './purge.ts';
import { retryImages, wakeImageQueue } from './queues/image-queue.ts';
import { wakeImports } from './queues/import-queue.ts';
import { findTabWith } from './save/find-tab.ts';
import { getPages, saveAllPages } from './save/follow-pages.ts';
import { saveLink, saveTab } from './save/save.ts';
import { saveLinkAndTell, saveTabAndTell } from './save/save-and-tell.ts';
import { saveOpenTab } from './save/save-open-tab.ts';
import { saveWindow } from './save/save-window.ts';
import { actOnToast } from './save/toast-acts.ts';
import { rememberVisit, tellSite } from './site-view.ts';
import { SYNC_HANDLERS } from './sync/sync-messages.ts';
import { wakeSyncAfterChange } from './sync/sync-runner.ts';
import { findUnderlines } from './underlines.ts';
import { forgetRule, putPicker, storeRule } from './user-rules.ts';

/** What the background answers, and to whom. */
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
        if (sender.tabId !== null) await putMarkColours(sender.tabId);
        return null;
      },
    },
    'page/findUnderlines': { fromTab: true, handle: (_, sender) => findUnderlines(sender) },
    'page/treatAsArticle': { fromTab: false, handle: ({ tabId }) => treatAsArticle(tabId) },
    'page/override': { fromTab: false, handle: override },
    'page/pick': { fromTab: false, handle: ({ tabId }) => putPicker(tabId) },
    'site/ask': { fromTab: true, handle: (page, sender) => tellSite(page?.canonicalUrl ?? null, sender) },
    'page/loaded': { fromTab: true, handle: countLoad },
    'page/hidden': { fromTab: true, handle: recordHidden },
    'page/reloads': { fromTab: true, handle: recordReload },
    'page/hideAnyway': { fromTab: true, handle: hideAnyway },
    'site/remember': { fromTab: true, handle: rememberVisit },
    'rules/add': { fromTab: true, handle: storeRule },
    'rules/drop': { fromTab: true, handle: forgetRule },
    'highlights/ask': { fromTab: true, handle: tellHighlights },
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
      handle: async ({ tabId, ...options }) => {
        const outcome =
          options.confirmNoArticle === true
            ? await saveOpenTab(tabId, true, options)
            : await saveTab(tabId, options);
        if (outcome.ok) await showSavedBadge(tabId, outcome.url);
        return outcome;
      },
    },
    'toast/act': {
      fromTab: true,
      handle: (pressed, sender) =>
        actOnToast(pressed, sender, ({ source, link, articleId }, windowId) =>
          link === null
            ? saveTabAndTell(source, windowId, articleId)
            : saveLinkAndTell(link, source, articleId),
        ),
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
      handle: async ({ url }) => saveLink(url, null, await findTabWith([identify(url)])),
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
