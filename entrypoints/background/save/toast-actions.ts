import { createStrings, type Strings } from '../../../components/ui/base/strings.ts';
import { undoReplacement } from '../../../utils/library/articles/article-snapshot.ts';
import { deleteHighlight, restoreHighlight } from '../../../utils/library/articles/change-highlights.ts';
import { deleteArticles } from '../../../utils/library/articles/delete-articles.ts';
import type { HighlightRow } from '../../../utils/library/user-types.ts';
import type { ToastAction, ToastButton } from '../../../utils/messaging/protocol.ts';
import type { Sender } from '../../../utils/messaging/receive.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { openReader } from '../../../utils/platform/open-page.ts';
import { popupApi, windowsApi } from '../../../utils/platform/optional-apis.ts';
import { readMessage, uiLocale } from '../../../utils/platform/strings.ts';
import { notifyHighlightsChanged } from '../article-tabs.ts';
import { showSavedBadge } from '../status-badge.ts';
import { showToast } from '../toast.ts';

/** Size of the popup when it is opened as a window, in CSS pixels. */
const POPUP_SIZE = { width: 440, height: 640 };

/**
 * Opens the popup over a tab. If the browser refuses, opens it as a window, or as a tab if there are no windows.
 *
 * @param query query string of the popup's URL, which selects what it shows
 */
export async function openPopupAt(tabId: number, query: string): Promise<void> {
  const path = `popup.html?${query}`;
  try {
    const { windowId } = await browser.tabs.get(tabId);
    await browser.action.setPopup({ tabId, popup: path });
    await popupApi().openPopup({ ...(windowId === undefined ? {} : { windowId }) });
  } catch (error) {
    console.warn('offprint: no popup, so a window', error);
    const url = browser.runtime.getURL(`/${path}&tab=${tabId}`);
    await (windowsApi()?.create({ url, type: 'popup', ...POPUP_SIZE }) ?? browser.tabs.create({ url }));
  } finally {
    await browser.action.setPopup({ tabId, popup: 'popup.html' });
  }
}

const UNDONE_TOAST_MS = 4000;

/** What the toast in a tab is about. In session storage, because the background may be stopped while it is shown. */
interface ToastSubject {
  token: string;
  /** Empty if the toast is about several articles. */
  articleId: string;
  /** The highlight that the toast is about; if it was deleted or changed, its previous row. */
  highlight?: { row: HighlightRow; isNew: boolean };
}

const storageKey = (tabId: number): string => `toast-${tabId}`;

async function loadToastSubject(tabId: number): Promise<ToastSubject | undefined> {
  return (await browser.storage.session.get(storageKey(tabId)))[storageKey(tabId)] as
    | ToastSubject
    | undefined;
}

export const createUiStrings = (): Strings => createStrings(readMessage, uiLocale());

/**
 * Returns the buttons shown after an article was saved.
 *
 * @param undo what “Undo” reverts; null for no such button
 * @param isLink whether it was saved through a link, so that the popup, which shows the tab's article, can't be opened for it
 */
export function buttonsAfterSave(undo: 'undo' | 'undoNewer' | null, isLink: boolean): ToastButton[] {
  const { t } = createUiStrings();
  const filing: ToastButton[] = [
    { act: 'tags', label: t('actionTags') },
    { act: 'lists', label: t('savedList') },
    { act: 'note', label: t('highlightNote') },
  ];
  return [
    ...(undo === null ? [] : [{ act: undo, label: t('actionUndo') }]),
    ...(isLink ? [] : filing),
    { act: 'open', label: t('savedOpen') },
  ];
}

/** Returns the buttons shown after making a highlight has also saved the article. */
export function buttonsAfterHighlight(): ToastButton[] {
  const { t } = createUiStrings();
  return [
    { act: 'undo', label: t('actionUndo') },
    { act: 'noteHighlight', label: t('highlightNote') },
    { act: 'tags', label: t('actionTags') },
    { act: 'open', label: t('savedOpen') },
  ];
}

/** Stores what the toast in a tab is about. @returns a token that the toast's buttons send back */
export async function storeToastSubject(
  tabId: number,
  toastSubject: Omit<ToastSubject, 'token'>,
  token: string = crypto.randomUUID(),
): Promise<string> {
  await browser.storage.session.set({
    [storageKey(tabId)]: { ...toastSubject, token } satisfies ToastSubject,
  });
  return token;
}

/** Removes a new highlight, or restores a deleted one. */
async function undoHighlight(
  tabId: number,
  { row, isNew }: NonNullable<ToastSubject['highlight']>,
): Promise<void> {
  await (isNew ? deleteHighlight(row.id) : restoreHighlight(row));
  await notifyHighlightsChanged(tabId);
}

/**
 * Handles a click on a toast's button. The message may be forged, because it comes from the page's process, so it must
 * contain the toast's token, and each token is valid once.
 */
export async function handleToastAction(
  { token, act }: { token: string; act: ToastAction },
  { tabId }: Sender,
): Promise<void> {
  const subject = await loadToastSubject(tabId);
  if (subject?.token !== token) return;
  await browser.storage.session.remove(storageKey(tabId));
  const { articleId, highlight } = subject;
  if (act === 'undoHighlight') {
    // Making the highlight may have replaced the saved text.
    await undoReplacement(token);
    if (highlight !== undefined) await undoHighlight(tabId, highlight);
  } else if (act === 'noteHighlight') {
    if (highlight !== undefined)
      await openPopupAt(tabId, `highlight=${encodeURIComponent(highlight.row.id)}`);
  } else if (act === 'undo') {
    if (highlight !== undefined) await undoHighlight(tabId, highlight);
    await deleteArticles([articleId]);
    const { url } = await browser.tabs.get(tabId);
    if (url !== undefined) await showSavedBadge(tabId, url);
    await showToast(tabId, { text: createUiStrings().t('savedUndone'), stay: UNDONE_TOAST_MS });
  } else if (act === 'undoNewer') {
    const isRestored = await undoReplacement(token);
    const text = createUiStrings().t(isRestored ? 'newerUndone' : 'libraryUndoFailed');
    await showToast(tabId, { text, isBad: !isRestored, stay: UNDONE_TOAST_MS });
  } else if (act === 'open') await openReader(articleId);
  else await openPopupAt(tabId, `then=${act}`);
}
