import { describeReplacement } from '../../../components/ui/base/format.ts';
import type { SaveFailureCode, SaveOutcome, WindowOutcome } from '../../../utils/messaging/protocol.ts';
import { announce } from '../../../utils/messaging/tab-side.ts';
import { looksLikePdf } from '../../../utils/pdf/pdf-limits.ts';
import { browser, type Tabs } from '../../../utils/platform/browser.ts';
import { hasFullAccess } from '../../../utils/platform/site-access.ts';
import { readMessage } from '../../../utils/platform/strings.ts';
import { openPdfPage } from '../../shared/pdf/open-pdf-page.ts';
import {
  activeTabOf,
  clearStatus,
  type StatusBadge,
  showSavedBadge,
  showSaving,
  showStatus,
} from '../status-badge.ts';
import { saveFailure, saveLink } from './save.ts';
import { saveOpenTab } from './save-open-tab.ts';
import { buttonsAfterSave, rememberToast, words } from './toast-actions.ts';
import { FormerVersions } from './undo-replacement.ts';

/** Number of failed tabs named in the tooltip of the toolbar button. */
const MAX_NAMED = 3;

/**
 * Saves every article open in a window, one after the other. Private windows are not saved.
 *
 * @param chosen only the tabs selected in the tab strip
 */
export async function saveWindow(windowId: number, chosen = false): Promise<WindowOutcome> {
  const sum: WindowOutcome = { saved: 0, notArticles: 0, failed: [], replaced: 0 };
  const formers = new FormerVersions();
  // The browser reveals addresses only of pages we may read: with access everywhere, the others are its own.
  const seesAll = await hasFullAccess();
  const tabs = await browser.tabs.query(chosen ? { windowId, highlighted: true } : { windowId });
  for (const [done, tab] of tabs.entries()) {
    const { id } = tab;
    announce('window/progress', { windowId, done, total: tabs.length });
    if (id === undefined) continue;
    const isWebPage = tab.url === undefined ? !seesAll : /^https?:/.test(tab.url);
    const outcome: SaveOutcome = isWebPage
      ? await saveOpenTab(id, false, {}, formers.read)
      : saveFailure('noArticle');
    if (outcome.ok) {
      sum.saved += 1;
      await showSavedBadge(id, outcome.url);
    } else if (outcome.code === 'noArticle') sum.notArticles += 1;
    else sum.failed.push({ title: tab.title || (tab.url ?? ''), reason: outcome.message });
  }
  return { ...sum, replaced: formers.size, ...formers.keep() };
}

/** What a toast offers after a window was saved and texts of its articles replaced. */
async function offerUndo(tabId: number, undo: string): Promise<StatusBadge['acts']> {
  const token = await rememberToast(tabId, { articleId: '' }, undo);
  return {
    token,
    buttons: [{ act: 'undoNewer', label: readMessage('actionUndo') }],
    takesFocus: false,
  };
}

/** The same by menu or key, with the result on the toolbar button. */
export async function saveWindowAndReport(windowId: number, chosen = false): Promise<void> {
  const before = await activeTabOf(windowId);
  if (before !== null) await showSaving(before);
  const { saved, notArticles, failed, replaced, undo } = await saveWindow(windowId, chosen);
  const isBad = failed.length > 0;
  const amounts = [saved, notArticles, failed.length].map(String);
  const named = failed.slice(0, MAX_NAMED).map(({ title, reason }) => `${title}: ${reason}`);
  const lines = [readMessage('toolbarWindowSaved', amounts), ...named];
  if (replaced > 0) lines.push(words().count('windowReplaced', replaced));
  const title = lines.join('\n');
  const badge = isBad || saved === 0 ? '!' : `+${saved}`;
  // The user may have switched tabs meanwhile.
  const now = await activeTabOf(windowId);
  for (const tabId of new Set([before, now])) {
    if (tabId === null) continue;
    const acts = undo === undefined || tabId !== (now ?? before) ? null : await offerUndo(tabId, undo);
    await showStatus(tabId, { badge, title, isBad, ...(acts && { acts }) });
  }
}

/** Saves the tab that a key or menu command refers to, or all selected tabs if it is one of several. */
export async function saveSelectedTabs({ id, windowId }: Tabs.Tab): Promise<void> {
  if (id === undefined) return;
  const chosen = windowId === undefined ? [] : await browser.tabs.query({ windowId, highlighted: true });
  if (windowId !== undefined && chosen.length > 1 && chosen.some((tab) => tab.id === id)) {
    return saveWindowAndReport(windowId, true);
  }
  return saveTabAndReport(id, windowId);
}

/** The texts of the button and the toast after a save. @param isElsewhere it is not the page in this tab */
function describe(outcome: SaveOutcome, isElsewhere: boolean) {
  if (!outcome.ok)
    return { badge: '!', title: readMessage('popupSaveFailed', [outcome.message]), isBad: true };
  const badge = isElsewhere && !outcome.updated ? '+1' : '✓';
  const lines = [readMessage('toolbarSaved', [outcome.title])];
  if (outcome.isSame === true) lines.push(readMessage('savedNothingNew'));
  if (outcome.isSeparate === true) lines.push(readMessage('savedSeparately'));
  if (outcome.replaced !== undefined) lines.push(describeReplacement(words(), outcome.replaced));
  return { badge, title: lines.join('\n') };
}

/**
 * Reports a save by key or menu, which has no window of its own: the toolbar button shows the result, and a toast the
 * possible next steps. If the page was saved already, the user probably wants to go there, so the toast gets the focus.
 */
async function reportOutcome(
  outcome: SaveOutcome,
  tabId: number,
  isElsewhere: boolean,
  formers: FormerVersions,
): Promise<void> {
  const status = describe(outcome, isElsewhere);
  if (!outcome.ok) {
    await showStatus(tabId, status);
    return;
  }
  const isNew = !outcome.updated;
  const buttons = buttonsAfterSave(isNew ? 'undo' : formers.size > 0 ? 'undoNewer' : null, isElsewhere);
  const token = await rememberToast(tabId, { articleId: outcome.articleId });
  formers.keepFor(token);
  await showStatus(tabId, { ...status, acts: { token, buttons, takesFocus: !isNew } });
}

/** Failures that a PDF causes: its viewer is closed to extensions or has no text, and a link to it leads to no page. */
const NOTHING_TO_READ: ReadonlySet<string> = new Set<SaveFailureCode>([
  'noAccess',
  'notLoaded',
  'noArticle',
  'noText',
  'linkNoArticle',
  'linkNoAccess',
]);

/**
 * The address of the PDF in a tab that could not be read. Offprint has a page of its own to save it, where the user can
 * grant the necessary access.
 */
async function pdfIn(tabId: number, outcome: SaveOutcome): Promise<string | null> {
  if (outcome.ok || !NOTHING_TO_READ.has(outcome.code)) return null;
  // A tab closed meanwhile has nothing to open.
  const tab = await browser.tabs.get(tabId).catch(() => null);
  const { url = '', title = '', incognito = true } = tab ?? {};
  return !incognito && looksLikePdf(url, title) ? url : null;
}

/** Saves the article in a tab, injecting the assistant first if necessary. */
export async function saveTabAndReport(tabId: number, windowId: number | undefined): Promise<void> {
  // In Firefox's tab strip the command may refer to a background tab, whose button is not visible.
  const front = (await activeTabOf(windowId)) ?? tabId;
  await showSaving(front);
  const formers = new FormerVersions();
  const outcome = await saveOpenTab(tabId, true, {}, formers.read);
  const pdf = await pdfIn(tabId, outcome);
  if (pdf !== null) {
    await clearStatus(front);
    return openPdfPage(pdf);
  }
  if (outcome.ok && front !== tabId) await showSavedBadge(tabId, outcome.url);
  await reportOutcome(outcome, front, front !== tabId, formers);
}

/** Saves the page behind a link in a tab, if any. Links in private windows are not saved silently. */
export async function saveLinkAndReport(url: string, tabId: Tabs.Tab['id'] | null = null): Promise<void> {
  const from = tabId ?? null;
  if (from !== null) await showSaving(from);
  const formers = new FormerVersions();
  // A link to the tab's own site is fetched with the user's login there, as a click on it would be. If access is granted
  // on click, choosing the menu item granted it.
  const outcome = await saveLink(url, from, from, formers.read);
  if (!outcome.ok && NOTHING_TO_READ.has(outcome.code) && looksLikePdf(url, '')) {
    if (from !== null) await clearStatus(from);
    return openPdfPage(url);
  }
  if (from !== null) await reportOutcome(outcome, from, true, formers);
}
