import { describeReplacement } from '../../../components/ui/base/format.ts';
import type { SaveFailureCode, SaveOutcome, WindowOutcome } from '../../../utils/messaging/protocol.ts';
import { announce } from '../../../utils/messaging/tab-side.ts';
import { looksLikePdf } from '../../../utils/pdf/pdf-limits.ts';
import { browser, type Tabs } from '../../../utils/platform/browser.ts';
import { hasFullAccess } from '../../../utils/platform/site-access.ts';
import { readMessage } from '../../../utils/platform/strings.ts';
import { openPdfPage } from '../../shared/pdf/open-pdf-page.ts';
import {
  clearStatus,
  findActiveTabOf,
  type StatusBadge,
  showSavedBadge,
  showSaving,
  showStatus,
} from '../status-badge.ts';
import { saveFailure, saveLink } from './save.ts';
import { saveOpenTab } from './save-open-tab.ts';
import { buttonsAfterSave, createUiStrings, storeToastSubject } from './toast-actions.ts';

/** Number of failed tabs named in the tooltip of the toolbar button. */
const MAX_LISTED = 3;

/**
 * Saves every article open in a window, one after the other. Private windows are not saved.
 *
 * @param chosen whether to save only the tabs selected in the tab strip
 */
export async function saveWindow(windowId: number, chosen = false): Promise<WindowOutcome> {
  const summary: WindowOutcome = { saved: 0, notArticles: 0, failed: [], replaced: 0 };
  const undoToken = crypto.randomUUID();
  // Two tabs may show the same article.
  const replacedIds = new Set<string>();
  // The browser reveals the addresses of pages that we may read. With access to all sites, the others are its own pages.
  const hasAccess = await hasFullAccess();
  const tabs = await browser.tabs.query(chosen ? { windowId, highlighted: true } : { windowId });
  for (const [done, tab] of tabs.entries()) {
    const { id } = tab;
    announce('window/progress', { windowId, done, total: tabs.length });
    if (id === undefined) continue;
    const isWebPage = tab.url === undefined ? !hasAccess : /^https?:/.test(tab.url);
    const outcome: SaveOutcome = isWebPage
      ? await saveOpenTab(id, false, { undoToken })
      : saveFailure('noArticle');
    if (outcome.ok) {
      summary.saved += 1;
      if (outcome.replaced !== undefined) replacedIds.add(outcome.articleId);
      await showSavedBadge(id, outcome.url);
    } else if (outcome.code === 'noArticle') summary.notArticles += 1;
    else summary.failed.push({ title: tab.title || (tab.url ?? ''), reason: outcome.message });
  }
  if (replacedIds.size === 0) return summary;
  return { ...summary, replaced: replacedIds.size, undo: undoToken };
}

/** The undo button of the toast that is shown after saving a window has replaced texts of articles. */
async function makeUndoToast(tabId: number, undo: string): Promise<StatusBadge['acts']> {
  const token = await storeToastSubject(tabId, { articleId: '' }, undo);
  return {
    token,
    buttons: [{ act: 'undoNewer', label: readMessage('actionUndo') }],
    takesFocus: false,
  };
}

/** Saves a window after a menu command or shortcut, and shows the result on the toolbar button. */
export async function saveWindowAndReport(windowId: number, chosen = false): Promise<void> {
  const before = await findActiveTabOf(windowId);
  if (before !== null) await showSaving(before);
  const { saved, notArticles, failed, replaced, undo } = await saveWindow(windowId, chosen);
  const isBad = failed.length > 0;
  const counts = [saved, notArticles, failed.length].map(String);
  const failureLines = failed.slice(0, MAX_LISTED).map(({ title, reason }) => `${title}: ${reason}`);
  const lines = [readMessage('toolbarWindowSaved', counts), ...failureLines];
  if (replaced > 0) lines.push(createUiStrings().count('windowReplaced', replaced));
  const title = lines.join('\n');
  const badge = isBad || saved === 0 ? '!' : `+${saved}`;
  // The user may have switched tabs meanwhile.
  const now = await findActiveTabOf(windowId);
  for (const tabId of new Set([before, now])) {
    if (tabId === null) continue;
    const acts = undo === undefined || tabId !== (now ?? before) ? null : await makeUndoToast(tabId, undo);
    await showStatus(tabId, { badge, title, isBad, ...(acts && { acts }) });
  }
}

/** Saves the tab that a shortcut or menu command refers to, or all selected tabs if it is one of several. */
export async function saveSelectedTabs({ id, windowId }: Tabs.Tab): Promise<void> {
  if (id === undefined) return;
  const chosen = windowId === undefined ? [] : await browser.tabs.query({ windowId, highlighted: true });
  if (windowId !== undefined && chosen.length > 1 && chosen.some((tab) => tab.id === id)) {
    return saveWindowAndReport(windowId, true);
  }
  return saveTabAndReport(id, windowId);
}

/**
 * Returns the badge and the text shown after a save.
 *
 * @param isElsewhere whether a page other than this tab's was saved
 */
function describeOutcome(outcome: SaveOutcome, isElsewhere: boolean) {
  if (!outcome.ok)
    return { badge: '!', title: readMessage('popupSaveFailed', [outcome.message]), isBad: true };
  const badge = isElsewhere && !outcome.updated ? '+1' : '✓';
  const lines = [readMessage('toolbarSaved', [outcome.title])];
  if (outcome.isSame === true) lines.push(readMessage('savedNothingNew'));
  if (outcome.isSeparate === true) lines.push(readMessage('savedSeparately'));
  if (outcome.replaced !== undefined) lines.push(describeReplacement(createUiStrings(), outcome.replaced));
  return { badge, title: lines.join('\n') };
}

/**
 * Reports the outcome of a save by shortcut or menu: the toolbar button shows the result, and a toast offers next steps.
 * If the page was already saved, the toast takes the focus, because the user probably wants to use it.
 *
 * @param token identifies the toast, and the save if the toast offers to undo it
 */
async function reportOutcome(
  outcome: SaveOutcome,
  tabId: number,
  isElsewhere: boolean,
  token: string,
): Promise<void> {
  const status = describeOutcome(outcome, isElsewhere);
  if (!outcome.ok) {
    await showStatus(tabId, status);
    return;
  }
  const isNew = !outcome.updated;
  const buttons = buttonsAfterSave(
    isNew ? 'undo' : outcome.undo === undefined ? null : 'undoNewer',
    isElsewhere,
  );
  await storeToastSubject(tabId, { articleId: outcome.articleId }, token);
  await showStatus(tabId, { ...status, acts: { token, buttons, takesFocus: !isNew } });
}

/** Failures that a PDF may cause, because extensions can't read the viewer, or a link leads to a file. */
const UNREADABLE_CODES: ReadonlySet<string> = new Set<SaveFailureCode>([
  'noAccess',
  'notLoaded',
  'noArticle',
  'noText',
  'linkNoArticle',
  'linkNoAccess',
]);

/**
 * Returns the address of a tab that could not be read because it shows a PDF; otherwise null. Offprint saves PDFs on its
 * own page, where the user can grant the necessary access.
 */
async function findUnreadablePdf(tabId: number, outcome: SaveOutcome): Promise<string | null> {
  if (outcome.ok || !UNREADABLE_CODES.has(outcome.code)) return null;
  // The tab may have been closed.
  const tab = await browser.tabs.get(tabId).catch(() => null);
  const { url = '', title = '', incognito = true } = tab ?? {};
  return !incognito && looksLikePdf(url, title) ? url : null;
}

/** Saves the article in a tab, injecting the assistant first if necessary. */
export async function saveTabAndReport(tabId: number, windowId: number | undefined): Promise<void> {
  // In Firefox, the tab strip's menu may refer to a background tab, whose toolbar button is not visible.
  const activeTabId = (await findActiveTabOf(windowId)) ?? tabId;
  await showSaving(activeTabId);
  const undoToken = crypto.randomUUID();
  const outcome = await saveOpenTab(tabId, true, { undoToken });
  const pdf = await findUnreadablePdf(tabId, outcome);
  if (pdf !== null) {
    await clearStatus(activeTabId);
    return openPdfPage(pdf);
  }
  if (outcome.ok && activeTabId !== tabId) await showSavedBadge(tabId, outcome.url);
  await reportOutcome(outcome, activeTabId, activeTabId !== tabId, undoToken);
}

/** Saves the page behind a link in a tab, if any. Links in private windows are not saved silently. */
export async function saveLinkAndReport(url: string, tabId: Tabs.Tab['id'] | null = null): Promise<void> {
  const from = tabId ?? null;
  if (from !== null) await showSaving(from);
  const undoToken = crypto.randomUUID();
  // Links to the tab's own site are fetched with the user's login. If access is granted on click, the menu command
  // granted it.
  const outcome = await saveLink(url, from, from, { undoToken });
  if (!outcome.ok && UNREADABLE_CODES.has(outcome.code) && looksLikePdf(url, '')) {
    if (from !== null) await clearStatus(from);
    return openPdfPage(url);
  }
  if (from !== null) await reportOutcome(outcome, from, true, undoToken);
}
