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
import { buttonsAfterHighlight, createUiStrings, storeToastSubject } from '../save/toast-actions.ts';
import { showSavedBadge, showStatus } from '../status-badge.ts';
import { findSavedInTab } from './page-highlights.ts';

/** Key in session storage of the colour used last, which is given to highlights made by shortcut or menu. */
const LAST_COLOUR_KEY = 'highlight-colour';

async function loadLastColour(): Promise<HighlightColour> {
  const stored = await browser.storage.session.get(LAST_COLOUR_KEY);
  return (stored[LAST_COLOUR_KEY] as HighlightColour | undefined) ?? DEFAULT_COLOUR;
}

/** Shows why the highlight was not saved, and makes the page remove it if it was already drawn. */
async function reportFailure(tabId: number, message: string): Promise<void> {
  await showStatus(tabId, { badge: '!', title: message, isBad: true });
  await notifyHighlightsChanged(tabId);
}

async function isStillAt(tabId: number, url: string): Promise<boolean> {
  const { url: now } = await browser.tabs.get(tabId);
  return now !== undefined && isSameDocument(now, url);
}

/**
 * Finds the article of a tab in the library, or saves it.
 *
 * @param url the intended page
 * @returns `isSamePage` is false if the tab has navigated to another page
 */
async function saveIfNew(
  tabId: number,
  url: string,
): Promise<{ articleId: string; isNew: boolean; isSamePage: boolean } | SaveFailure> {
  const saved = await findSavedInTab(tabId);
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
 * Saves the selected text of a tab's page as a highlight, and reports results that the page does not show.
 *
 * @param url the page in which the text was selected; if the tab has navigated, the highlight is not added to the new page
 * @param saveWithoutPage called if the user has left that page; see `addToSavedArticle`
 */
async function saveHighlight(
  tabId: number,
  url: string,
  selected: LocatedAnchor,
  colour: HighlightColour,
  saveWithoutPage: () => Promise<boolean>,
): Promise<void> {
  const saveOrReport = async (): Promise<void> => {
    if (!(await saveWithoutPage())) await reportFailure(tabId, saveFailure('changed').message);
  };
  if (!(await isStillAt(tabId, url).catch(() => false))) return saveOrReport();
  // Saving from a private window requires the user's consent, which can't be asked for here.
  const { incognito } = await browser.tabs.get(tabId);
  const saved = incognito ? saveFailure('private') : await saveIfNew(tabId, url);
  if (!('articleId' in saved)) {
    // The failure may concern the next page, if the tab has navigated.
    return (await isStillAt(tabId, url)) ? reportFailure(tabId, saved.message) : saveOrReport();
  }
  const { articleId, isNew, isSamePage } = saved;
  if (!isSamePage) {
    // The tab has navigated, and the next page was saved unintentionally.
    if (isNew) await deleteArticles([articleId]);
    return saveOrReport();
  }
  const added = await addHighlightFromPage(articleId, selected, { colour });
  if (added === null) return reportFailure(tabId, createUiStrings().t('highlightNotKept'));
  const { row, before } = added;
  await notifyHighlightsChanged(tabId, 'made');
  // The highlighted text is not in the saved version, so the changed page is saved again; the old text becomes an earlier
  // version.
  const undoToken = crypto.randomUUID();
  const resaved =
    row.start === null && !isNew && (await isStillAt(tabId, url))
      ? await saveOpenTab(tabId, true, { undoToken })
      : null;
  // The tab has navigated, and the next page was saved unintentionally.
  if (resaved?.ok && resaved.articleId !== articleId && !resaved.updated)
    await deleteArticles([resaved.articleId]);
  const replaced = resaved?.ok && resaved.articleId === articleId ? resaved.replaced : undefined;
  // The highlight is visible in the page, so there is nothing to report.
  if (!isNew && replaced === undefined) return;
  const strings = createUiStrings();
  const subject = {
    articleId,
    // “Undo” must not remove a highlight that existed before, for instance in an article restored from the trash.
    highlight: before === null ? { row, isNew: true } : { row: before, isNew: false },
  };
  const token = await storeToastSubject(tabId, subject, replaced && undoToken);
  const undo: ToastButton = { act: 'undoHighlight', label: strings.t('actionUndo') };
  await showStatus(tabId, {
    badge: '✓',
    title: replaced ? describeReplacement(strings, replaced) : strings.t('highlightSavedArticle'),
    acts: { token, buttons: isNew ? buttonsAfterHighlight() : [undo], takesFocus: false },
  });
}

/**
 * Adds a highlight to a saved article after the user has left the page.
 *
 * @returns false unless an article saved from that address contains exactly this text
 */
async function addToSavedArticle(
  tabId: number,
  url: string,
  selected: LocatedAnchor,
  colour: HighlightColour,
): Promise<boolean> {
  const saved = await findSaved(url);
  if (saved === null) return false;
  if ((await addHighlightFromPage(saved.id, selected, { colour, requiresMatch: true })) === null)
    return false;
  // If the page was reloaded, it may have loaded its highlights already.
  await notifyHighlightsChanged(tabId);
  return true;
}

/** Handles the assistant's message that the user has chosen a colour for the selected text. */
export async function addHighlightFromTab(
  { url, words: selected, colour }: BackgroundMessages['highlights/add']['request'],
  sender: Sender,
): Promise<void> {
  const { tabId, incognito } = sender;
  await browser.storage.session.set({ [LAST_COLOUR_KEY]: colour });
  // Checked against the sender's address, because a page must not change articles saved from other sites. Only the origins
  // are compared, because a single-page app may have changed its address.
  const isOwn = !incognito && isSameOrigin(url, sender.url);
  const saveWithoutPage = async (): Promise<boolean> =>
    isOwn && (await addToSavedArticle(tabId, url, selected, colour));
  try {
    await saveHighlight(tabId, url, selected, colour, saveWithoutPage);
  } catch (error) {
    // The user left the page before it answered.
    if (error instanceof NoReceiverError && (await saveWithoutPage())) return;
    await reportFailure(tabId, explainSaveError(error).message);
  }
}

async function askSelection(tabId: number): Promise<PageSelection> {
  // Accepts a page without an article, because the user selected text in it.
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

/** Highlights the selection in a tab after a shortcut or menu command, or shows why that is impossible. */
export async function highlightSelection(tabId: number): Promise<void> {
  try {
    const { url = '', incognito } = await browser.tabs.get(tabId);
    const { words: selected, isAny, isOpened } = await readSelection(tabId);
    if (isOpened) return;
    if (selected === null) {
      await reportFailure(
        tabId,
        createUiStrings().t(isAny ? 'highlightNotInText' : 'highlightNothingSelected'),
      );
      return;
    }
    const colour = await loadLastColour();
    const saveWithoutPage = async (): Promise<boolean> =>
      !incognito && (await addToSavedArticle(tabId, url, selected, colour));
    await saveHighlight(tabId, url, selected, colour, saveWithoutPage);
  } catch (error) {
    await reportFailure(tabId, explainSaveError(error).message);
  }
}
