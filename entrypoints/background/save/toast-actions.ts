import { createStrings, type Strings } from '../../../components/ui/base/strings.ts';
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
import { undoReplacement } from './undo-replacement.ts';

/** The popup's size as a window of its own, in CSS pixels. */
const POPUP_SIZE = { width: 440, height: 640 };

/**
 * Opens the popup over a tab, or else in a window of its own, or in a tab if there are no windows.
 *
 * @param query what to open, as the query of an address
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

/** The buttons of toasts after a save by key or menu. */

const UNDONE_MS = 4000;

/** The subject of the toast in a tab. In session storage, because the background may be stopped while the toast is shown. */
interface Pending {
  token: string;
  /** Empty if it is about several. */
  articleId: string;
  /** The highlight it is about: as it is, or was before it was deleted. */
  highlight?: { row: HighlightRow; isNew: boolean };
}

const keyOf = (tabId: number): string => `toast-${tabId}`;

async function readPending(tabId: number): Promise<Pending | undefined> {
  return (await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)] as Pending | undefined;
}

export const words = (): Strings => createStrings(readMessage, uiLocale());

/**
 * The buttons after an article was saved. One saved through a link has no popup.
 *
 * @param undo what “Undo” reverts; null if nothing was changed
 */
export function buttonsAfterSave(undo: 'undo' | 'undoNewer' | null, isLink: boolean): ToastButton[] {
  const { t } = words();
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

/** The buttons after a highlight was made that saved its article. */
export function buttonsAfterHighlight(): ToastButton[] {
  const { t } = words();
  return [
    { act: 'undo', label: t('actionUndo') },
    { act: 'noteHighlight', label: t('highlightNote') },
    { act: 'tags', label: t('actionTags') },
    { act: 'open', label: t('savedOpen') },
  ];
}

/** Stores the subject of the toast in a tab. @returns a token that its buttons send back */
export async function rememberToast(
  tabId: number,
  about: Omit<Pending, 'token'>,
  token: string = crypto.randomUUID(),
): Promise<string> {
  await browser.storage.session.set({ [keyOf(tabId)]: { ...about, token } satisfies Pending });
  return token;
}

/** Removes a new highlight, or restores a deleted one. */
async function undoHighlight(
  tabId: number,
  { row, isNew }: NonNullable<Pending['highlight']>,
): Promise<void> {
  await (isNew ? deleteHighlight(row.id) : restoreHighlight(row));
  await notifyHighlightsChanged(tabId);
}

/**
 * Handles a press of a toast's button. The message comes from a tab, whose process the page shares: it must know the
 * toast's token, and each toast is answered once.
 */
export async function handleToastAction(
  { token, act }: { token: string; act: ToastAction },
  { tabId }: Sender,
): Promise<void> {
  const pending = await readPending(tabId);
  if (pending?.token !== token) return;
  await browser.storage.session.remove(keyOf(tabId));
  const { articleId, highlight } = pending;
  if (act === 'undoHighlight') {
    // The text that the highlight was found in may have replaced the saved one.
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
    await showToast(tabId, { text: words().t('savedUndone'), stay: UNDONE_MS });
  } else if (act === 'undoNewer') {
    const isBack = await undoReplacement(token);
    const text = words().t(isBack ? 'newerUndone' : 'libraryUndoFailed');
    await showToast(tabId, { text, isBad: !isBack, stay: UNDONE_MS });
  } else if (act === 'open') await openReader(articleId);
  else await openPopupAt(tabId, `then=${act}`);
}
