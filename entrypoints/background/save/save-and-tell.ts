import { describeChanges, formatDate } from '../../../components/ui/base/format.ts';
import type { FormerArticle } from '../../../utils/library/articles/former-article.ts';
import type { SaveFailureCode, SaveOutcome } from '../../../utils/messaging/protocol.ts';
import { looksLikePdf } from '../../../utils/pdf/pdf-limits.ts';
import { browser, type Tabs } from '../../../utils/platform/browser.ts';
import { readMessage } from '../../../utils/platform/strings.ts';
import { openPdfPage } from '../../shared/pdf/open-pdf-page.ts';
import { showSavedBadge } from '../badge.ts';
import { clearStatus, showStatus, showWork, tabInFront } from '../status-badge.ts';
import { keepFormer, readFormerHere } from './former-here.ts';
import { saveLink } from './save.ts';
import { saveOpenTab } from './save-open-tab.ts';
import { actsAfterSave, actsForNewer, rememberToast, words } from './toast-acts.ts';

/** What was saved, and from where. */
interface Told {
  /** What was saved is not the page in this tab. */
  isElsewhere: boolean;
  /** Where it was saved behind a link. */
  link: string | null;
  /** The tab that was saved, or in which the link is. */
  source: number;
}

/** What the button and the toast say of a save. */
function describe(outcome: SaveOutcome, { isElsewhere }: Told) {
  if (!outcome.ok) {
    if (outcome.replaced === undefined) {
      return { badge: '!', title: readMessage('popupSaveFailed', [outcome.message]), isBad: true };
    }
    const strings = words();
    const { savedAt, changes } = outcome.replaced;
    const since = formatDate(savedAt, strings.locale);
    const lines = [
      strings.t('newerTitle'),
      strings.t('newerSince', since, describeChanges(strings, changes)),
    ];
    return { badge: '?', title: lines.join('\n') };
  }
  const badge = isElsewhere && !outcome.updated ? '+1' : '✓';
  const lines = [readMessage('toolbarSaved', [outcome.title])];
  if (outcome.isSame === true) lines.push(readMessage('savedNothingNew'));
  if (outcome.isSeparate === true) lines.push(readMessage('savedSeparately'));
  return { badge, title: lines.join('\n') };
}

/**
 * Saving from a key or a menu has no window of its own to speak in: the toolbar button says how it went, and a toast
 * what can be done next. Asked again for what is saved already, the user wants to go there: the toast has the focus.
 */
async function tell(
  outcome: SaveOutcome,
  tabId: number,
  told: Told,
  former: FormerArticle | null,
): Promise<void> {
  const status = describe(outcome, told);
  const articleId = outcome.ok ? outcome.articleId : outcome.replaced?.articleId;
  if (articleId === undefined) {
    await showStatus(tabId, status);
    return;
  }
  const isNew = outcome.ok && !outcome.updated;
  const isNewer = outcome.ok && outcome.isSame !== true && outcome.isSeparate !== true;
  const back = isNewer ? former : null;
  const undo = isNew ? 'undo' : back && 'undoNewer';
  const buttons = outcome.ok ? actsAfterSave(undo, told.isElsewhere) : actsForNewer();
  const token = await rememberToast(tabId, { articleId, link: told.link, source: told.source });
  if (back !== null) keepFormer(token, back);
  await showStatus(tabId, { ...status, acts: { token, buttons, takesFocus: !isNew } });
}

/** What comes of a PDF: a browser's viewer is closed to extensions or has no text, and behind a link it is no page. */
const NOTHING_TO_READ: ReadonlySet<string> = new Set<SaveFailureCode>([
  'noAccess',
  'notLoaded',
  'noArticle',
  'noText',
  'linkNoArticle',
  'linkNoAccess',
]);

/**
 * The address of the PDF in a tab of which nothing could be read: it has a page of its own for being saved, where the
 * access can be given that it takes.
 */
async function pdfIn(tabId: number, outcome: SaveOutcome): Promise<string | null> {
  if (outcome.ok || !NOTHING_TO_READ.has(outcome.code)) return null;
  // Of one that was closed meanwhile there is nothing to open.
  const tab = await browser.tabs.get(tabId).catch(() => null);
  const { url = '', title = '', incognito = true } = tab ?? {};
  return !incognito && looksLikePdf(url, title) ? url : null;
}

/**
 * Saves the article in a tab, putting the assistant there first where it is not yet.
 *
 * @param replacesId the article whose saved text the user agreed to replace, or null
 */
export async function saveTabAndTell(
  tabId: number,
  windowId: number | undefined,
  replacesId: string | null = null,
): Promise<void> {
  // In Firefox's tab strip the user may mean a tab that is not in front; its own button shows when it is.
  const front = (await tabInFront(windowId)) ?? tabId;
  await showWork(front);
  const former = replacesId === null ? null : await readFormerHere(replacesId);
  const outcome = await saveOpenTab(
    tabId,
    true,
    replacesId === null ? {} : { confirmReplace: true, replacesId },
  );
  const pdf = await pdfIn(tabId, outcome);
  if (pdf !== null) {
    await clearStatus(front);
    return openPdfPage(pdf);
  }
  if (outcome.ok && front !== tabId) await showSavedBadge(tabId, outcome.url);
  await tell(outcome, front, { isElsewhere: front !== tabId, link: null, source: tabId }, former);
}

/** Saves the page behind a link; `tab` is where the user stands: a private window's links are not saved silently. */
export async function saveLinkAndTell(
  url: string,
  tabId: Tabs.Tab['id'] | null = null,
  replacesId: string | null = null,
): Promise<void> {
  const from = tabId ?? null;
  if (from !== null) await showWork(from);
  const former = replacesId === null ? null : await readFormerHere(replacesId);
  // What is of the tab's own site is fetched with the login that the user has there, as by a click on the link. Where
  // access is given on click, choosing from the menu was one.
  const outcome = await saveLink(url, from, from, replacesId !== null, replacesId);
  if (!outcome.ok && NOTHING_TO_READ.has(outcome.code) && looksLikePdf(url, '')) {
    if (from !== null) await clearStatus(from);
    return openPdfPage(url);
  }
  if (from !== null) await tell(outcome, from, { isElsewhere: true, link: url, source: from }, former);
}
