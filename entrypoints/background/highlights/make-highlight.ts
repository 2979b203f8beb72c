/** Highlights the selection in a tab, saving the article first if it is not saved yet. */
import { describeReplacement } from '../../../components/ui/base/format.ts';
import { isSameDocument } from '../../../utils/article/metadata/page-address.ts';
import type { LocatedAnchor } from '../../../utils/library/articles/anchor-highlight.ts';
import { normaliseAddress } from '../../../utils/library/articles/article-identity.ts';
import { findSaved } from '../../../utils/library/articles/articles.ts';
import { addHighlightFromPage } from '../../../utils/library/articles/change-highlights.ts';
import { deleteArticles } from '../../../utils/library/articles/delete-articles.ts';
import { DEFAULT_COLOUR, type HighlightColour } from '../../../utils/library/articles/highlight-colours.ts';
import { isSameOrigin, NoReceiverError } from '../../../utils/messaging/envelope.ts';
import type {
  BackgroundMessages,
  PageSelection,
  SaveFailure,
  ToastButton,
} from '../../../utils/messaging/protocol.ts';
import type { Sender } from '../../../utils/messaging/receive.ts';
import { sendToTab } from '../../../utils/messaging/send.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { askGate, notifyHighlightsChanged } from '../article-tabs.ts';
import { injectAssistant } from '../inject.ts';
import { explainSaveError, saveFailure } from '../save/save.ts';
import { saveOpenTab } from '../save/save-open-tab.ts';
import { buttonsAfterHighlight, rememberToast, words } from '../save/toast-actions.ts';
import { FormerVersions } from '../save/undo-replacement.ts';
import { showSavedBadge, showStatus } from '../status-badge.ts';
import { savedInTab } from './page-highlights.ts';

/** The colour chosen last in this browser session; highlights made by key or menu get it. */
const LAST_COLOUR = 'highlight-colour';

async function lastColour(): Promise<HighlightColour> {
  const stored = await browser.storage.session.get(LAST_COLOUR);
  return (stored[LAST_COLOUR] as HighlightColour | undefined) ?? DEFAULT_COLOUR;
}

/** Shows why there is no highlight, and has the page remove one that it has already drawn. */
async function reportFailure(tabId: number, message: string): Promise<void> {
  await showStatus(tabId, { badge: '!', title: message, isBad: true });
  await notifyHighlightsChanged(tabId);
}

/** Whether a tab is still at an address. */
async function isStillAt(tabId: number, url: string): Promise<boolean> {
  const { url: now } = await browser.tabs.get(tabId);
  return now !== undefined && isSameDocument(now, url);
}

/**
 * Finds the article of a tab in the library, or saves it.
 *
 * @param url of the intended page; `isSamePage` is false if the tab has navigated to another one meanwhile
 */
async function saveIfNew(
  tabId: number,
  url: string,
): Promise<{ articleId: string; isNew: boolean; isSamePage: boolean } | SaveFailure> {
  const saved = await savedInTab(tabId);
  if (saved !== null) {
    return { articleId: saved.id, isNew: false, isSamePage: saved.addresses.includes(normaliseAddress(url)) };
  }
  const outcome = await saveOpenTab(tabId, true);
  if (!outcome.ok) return outcome;
  await showSavedBadge(tabId, outcome.url);
  const isSamePage = isSameDocument(outcome.url, url);
  return { articleId: outcome.articleId, isNew: !outcome.updated, isSamePage };
}

/**
 * Stores selected words of the page in a tab as a highlight, and reports the result if it is not visible in the page.
 *
 * @param url of the page in which they were selected; no other page gets them, wherever the tab has navigated meanwhile
 * @param saveWithoutPage called if that page was left: see `addToSavedArticle`
 */
async function saveHighlight(
  tabId: number,
  url: string,
  chosen: LocatedAnchor,
  colour: HighlightColour,
  saveWithoutPage: () => Promise<boolean>,
): Promise<void> {
  const saveOrReport = async (): Promise<void> => {
    if (!(await saveWithoutPage())) await reportFailure(tabId, saveFailure('changed').message);
  };
  if (!(await isStillAt(tabId, url).catch(() => false))) return saveOrReport();
  // A private window leaves no traces unless the user agrees, and there is no way to ask here.
  const { incognito } = await browser.tabs.get(tabId);
  const kept = incognito ? saveFailure('private') : await saveIfNew(tabId, url);
  if (!('articleId' in kept)) {
    // The page that can't be saved may be the next one.
    return (await isStillAt(tabId, url)) ? reportFailure(tabId, kept.message) : saveOrReport();
  }
  const { articleId, isNew, isSamePage } = kept;
  if (!isSamePage) {
    // The next page was saved, which nobody asked for.
    if (isNew) await deleteArticles([articleId]);
    return saveOrReport();
  }
  const made = await addHighlightFromPage(articleId, chosen, { colour });
  if (made === null) return reportFailure(tabId, words().t('highlightNotKept'));
  const { row, before } = made;
  await notifyHighlightsChanged(tabId, 'made');
  // The page has changed since it was saved: the saved text lacks the words, and stays as an earlier version.
  const formers = new FormerVersions();
  const again =
    row.start === null && !isNew && (await isStillAt(tabId, url))
      ? await saveOpenTab(tabId, true, {}, formers.read)
      : null;
  // The tab has moved on meanwhile, and the next page was saved, which nobody asked for.
  if (again?.ok && again.articleId !== articleId && !again.updated) await deleteArticles([again.articleId]);
  const replaced = again?.ok && again.articleId === articleId ? again.replaced : undefined;
  // The highlight is visible in the page, and nothing else needs reporting.
  if (!isNew && replaced === undefined) return;
  const strings = words();
  const token = await rememberToast(tabId, {
    articleId,
    // “Undo” does not remove an earlier highlight, as in an article that came back from the trash.
    highlight: before === null ? { row, isNew: true } : { row: before, isNew: false },
  });
  if (replaced !== undefined) formers.keepFor(token);
  const undo: ToastButton = { act: 'undoHighlight', label: strings.t('actionUndo') };
  await showStatus(tabId, {
    badge: '✓',
    title: replaced ? describeReplacement(strings, replaced) : strings.t('highlightSavedArticle'),
    acts: { token, buttons: isNew ? buttonsAfterHighlight() : [undo], takesFocus: false },
  });
}

/**
 * Adds a highlight to a saved article without its page, which was left right after the highlight was made.
 *
 * @returns false if no article saved from that address certainly contains these words
 */
async function addToSavedArticle(
  tabId: number,
  url: string,
  chosen: LocatedAnchor,
  colour: HighlightColour,
): Promise<boolean> {
  const saved = await findSaved(url);
  if (saved === null) return false;
  if ((await addHighlightFromPage(saved.id, chosen, { colour, requiresMatch: true })) === null) return false;
  // The page may have been reloaded and have asked for its highlights before.
  await notifyHighlightsChanged(tabId);
  return true;
}

/** Handles the assistant's message that a colour was chosen for selected words. */
export async function addHighlightFromTab(
  { url, words: chosen, colour }: BackgroundMessages['highlights/add']['request'],
  sender: Sender,
): Promise<void> {
  const { tabId, incognito } = sender;
  await browser.storage.session.set({ [LAST_COLOUR]: colour });
  // Checked against the sender's address, because a page must not influence what was saved from other sites. Within its
  // own site an application may use any address, and the browser may not know yet which one it had.
  const isOwn = !incognito && isSameOrigin(url, sender.url);
  const saveWithoutPage = async (): Promise<boolean> =>
    isOwn && (await addToSavedArticle(tabId, url, chosen, colour));
  try {
    await saveHighlight(tabId, url, chosen, colour, saveWithoutPage);
  } catch (error) {
    // The page was left while it was asked.
    if (error instanceof NoReceiverError && (await saveWithoutPage())) return;
    await reportFailure(tabId, explainSaveError(error).message);
  }
}

async function askSelection(tabId: number): Promise<PageSelection> {
  // Accepts any text, because the user selected it.
  await sendToTab(tabId, 'page/report', { html: false, waits: true, anyText: true });
  return sendToTab(tabId, 'page/selection', null);
}

/** Reads the selection in a tab, injecting our scripts first if necessary. */
async function readSelection(tabId: number): Promise<PageSelection> {
  try {
    return await askSelection(tabId);
  } catch (error) {
    if (!(error instanceof NoReceiverError)) throw error;
    if ((await askGate(tabId)) === null) throw error;
    await injectAssistant(tabId);
    return askSelection(tabId);
  }
}

/** Highlights the selection in a tab after a key press or menu command, or shows why not. */
export async function highlightSelection(tabId: number): Promise<void> {
  try {
    const { url = '', incognito } = await browser.tabs.get(tabId);
    const { words: chosen, isAny, isOpened } = await readSelection(tabId);
    if (isOpened) return;
    if (chosen === null) {
      await reportFailure(tabId, words().t(isAny ? 'highlightNotInText' : 'highlightNothingSelected'));
      return;
    }
    const colour = await lastColour();
    const saveWithoutPage = async (): Promise<boolean> =>
      !incognito && (await addToSavedArticle(tabId, url, chosen, colour));
    await saveHighlight(tabId, url, chosen, colour, saveWithoutPage);
  } catch (error) {
    await reportFailure(tabId, explainSaveError(error).message);
  }
}
