/** Highlighting what is selected in a tab, which saves the article where it is not saved yet. */
import { isSameDocument } from '../../../utils/article/metadata/page-address.ts';
import type { PlacedAnchor } from '../../../utils/library/articles/anchor-highlight.ts';
import { identify } from '../../../utils/library/articles/article-identity.ts';
import { findSaved } from '../../../utils/library/articles/articles.ts';
import { addFromPage } from '../../../utils/library/articles/change-highlights.ts';
import { deleteArticles } from '../../../utils/library/articles/delete-articles.ts';
import { DEFAULT_COLOUR, type HighlightColour } from '../../../utils/library/articles/highlight-colours.ts';
import { isSameOrigin, NoReceiverError } from '../../../utils/messaging/envelope.ts';
import type { BackgroundMessages, PageSelection, SaveFailure } from '../../../utils/messaging/protocol.ts';
import type { Sender } from '../../../utils/messaging/receive.ts';
import { sendToTab } from '../../../utils/messaging/send.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { askGate, treatAsArticle } from '../article-tabs.ts';
import { showSavedBadge } from '../badge.ts';
import { explain, refuse } from '../save/save.ts';
import { saveOpenTab } from '../save/save-open-tab.ts';
import { actsAfterHighlight, actsForNewer, rememberToast, words } from '../save/toast-acts.ts';
import { showStatus } from '../status-badge.ts';
import { savedInTab } from './page-highlights.ts';
import { tellTabOfHighlights } from './tell-tab.ts';

/** The colour chosen last in this session of the browser's; what is highlighted by key or menu gets it. */
const LAST_COLOUR = 'highlight-colour';

async function lastColour(): Promise<HighlightColour> {
  const stored = await browser.storage.session.get(LAST_COLOUR);
  return (stored[LAST_COLOUR] as HighlightColour | undefined) ?? DEFAULT_COLOUR;
}

/** Says why there is no highlight, and has the page take back one that it has drawn already. */
async function noteFailure(tabId: number, message: string): Promise<void> {
  await showStatus(tabId, { badge: '!', title: message, isBad: true });
  await tellTabOfHighlights(tabId);
}

/** Whether a tab is still at an address. */
async function isStillAt(tabId: number, url: string): Promise<boolean> {
  const { url: now } = await browser.tabs.get(tabId);
  return now !== undefined && isSameDocument(now, url);
}

/**
 * The article of a tab in the library, saved where it was not.
 *
 * @param url of the page that is meant: `isMeant` is false where the tab has gone on to another meanwhile
 */
async function saveIfNew(
  tabId: number,
  url: string,
): Promise<{ articleId: string; isNew: boolean; isMeant: boolean } | SaveFailure> {
  const saved = await savedInTab(tabId);
  if (saved !== null) {
    return { articleId: saved.id, isNew: false, isMeant: saved.addresses.includes(identify(url)) };
  }
  const outcome = await saveOpenTab(tabId, true);
  if (outcome.ok) {
    await showSavedBadge(tabId, outcome.url);
    const isMeant = isSameDocument(outcome.url, url);
    return { articleId: outcome.articleId, isNew: !outcome.updated, isMeant };
  }
  if (outcome.replaced === undefined) return outcome;
  // It is saved from another address, with another text, which stays until the user says otherwise.
  return { articleId: outcome.replaced.articleId, isNew: false, isMeant: await isStillAt(tabId, url) };
}

/**
 * Keeps words of the page in a tab as a highlight, and says what came of it where that can't be seen.
 *
 * @param url of the page that they were selected in: no other gets them, wherever the tab has gone meanwhile
 * @param keepWithoutPage where the page is left: see `keepInSaved`
 */
async function keepWords(
  tabId: number,
  url: string,
  chosen: PlacedAnchor,
  colour: HighlightColour,
  keepWithoutPage: () => Promise<boolean>,
): Promise<void> {
  const keepOrSay = async (): Promise<void> => {
    if (!(await keepWithoutPage())) await noteFailure(tabId, refuse('changed').message);
  };
  if (!(await isStillAt(tabId, url).catch(() => false))) return keepOrSay();
  // A private window leaves nothing behind unasked, and nobody can be asked here.
  const { incognito } = await browser.tabs.get(tabId);
  const kept = incognito ? refuse('private') : await saveIfNew(tabId, url);
  if (!('articleId' in kept)) {
    // What can't be saved may be the next page.
    return (await isStillAt(tabId, url)) ? noteFailure(tabId, kept.message) : keepOrSay();
  }
  const { articleId, isNew, isMeant } = kept;
  if (!isMeant) {
    // What was saved was the next page, which nobody asked for.
    if (isNew) await deleteArticles([articleId]);
    return keepOrSay();
  }
  const made = await addFromPage(articleId, chosen, { colour });
  if (made === null) return noteFailure(tabId, words().t('highlightNotKept'));
  const { row, before } = made;
  await tellTabOfHighlights(tabId, 'made');
  const isElsewhere = row.start === null;
  // Seen in the page itself, where nothing else has come of it.
  if (!isNew && !isElsewhere) return;
  const { t } = words();
  const token = await rememberToast(tabId, {
    articleId,
    link: null,
    source: tabId,
    // What was highlighted already, as in an article that came back from the trash, is not taken away by “Undo”.
    highlight: before === null ? { row, isNew: true } : { row: before, isNew: false },
  });
  await showStatus(tabId, {
    badge: isElsewhere ? '?' : '✓',
    title: t(isElsewhere ? 'highlightOfNewer' : 'highlightSavedArticle'),
    acts: { token, buttons: isElsewhere ? actsForNewer() : actsAfterHighlight(), takesFocus: false },
  });
}

/**
 * Keeps words of an article that is saved, without its page: that was left right after the press, and had drawn the
 * highlight already.
 *
 * @returns false where no article saved from that address surely has these words
 */
async function keepInSaved(
  tabId: number,
  url: string,
  chosen: PlacedAnchor,
  colour: HighlightColour,
): Promise<boolean> {
  const saved = await findSaved(url);
  if (saved === null) return false;
  if ((await addFromPage(saved.id, chosen, { colour, isSurelyThere: true })) === null) return false;
  // The page may have been loaded anew, and have asked before.
  await tellTabOfHighlights(tabId);
  return true;
}

/** From the assistant: a colour was pressed beside selected words. */
export async function addHighlightFromTab(
  { url, words: chosen, colour }: BackgroundMessages['highlights/add']['request'],
  sender: Sender,
): Promise<null> {
  const { tabId, incognito } = sender;
  if (tabId === null) return null;
  await browser.storage.session.set({ [LAST_COLOUR]: colour });
  // By where the browser says it is from: a page has no say in what was saved from other sites. Within its own, an
  // application has any address it likes, and the browser may not know yet which it had.
  const isOwn = !incognito && isSameOrigin(url, sender.url);
  const keepWithoutPage = async (): Promise<boolean> =>
    isOwn && (await keepInSaved(tabId, url, chosen, colour));
  try {
    await keepWords(tabId, url, chosen, colour, keepWithoutPage);
  } catch (error) {
    // It went while it was asked.
    if (error instanceof NoReceiverError && (await keepWithoutPage())) return null;
    await noteFailure(tabId, explain(error).message);
  }
  return null;
}

async function askSelection(tabId: number): Promise<PageSelection> {
  // Whatever text there is: the user points at it.
  await sendToTab(tabId, 'page/report', { html: false, waits: true, anyText: true });
  return sendToTab(tabId, 'page/selection', null);
}

/** What is selected in a tab; our scripts are put there first where they are not yet. */
async function readSelection(tabId: number): Promise<PageSelection> {
  try {
    return await askSelection(tabId);
  } catch (error) {
    if (!(error instanceof NoReceiverError)) throw error;
    if ((await askGate(tabId)) === null || !(await treatAsArticle(tabId)).ok) throw error;
    return askSelection(tabId);
  }
}

/** By key or from the menu: highlights what is selected in a tab, or says why not. */
export async function highlightSelection(tabId: number): Promise<void> {
  try {
    const { url = '', incognito } = await browser.tabs.get(tabId);
    const { words: chosen, isAny, isOpened } = await readSelection(tabId);
    if (isOpened) return;
    if (chosen === null) {
      await noteFailure(tabId, words().t(isAny ? 'highlightNotInText' : 'highlightNothingSelected'));
      return;
    }
    const colour = await lastColour();
    const keepWithoutPage = async (): Promise<boolean> =>
      !incognito && (await keepInSaved(tabId, url, chosen, colour));
    await keepWords(tabId, url, chosen, colour, keepWithoutPage);
  } catch (error) {
    await noteFailure(tabId, explain(error).message);
  }
}
