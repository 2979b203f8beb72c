import { sendToTab } from '../../../utils/messaging/send.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { findSameQuote, type SpeakerCorrection } from '../../../utils/quotes/corrections.ts';
import type { Quote } from '../../../utils/quotes/types.ts';

const noUndo = (): Promise<void> => Promise.resolve();

/** The article of an open page, as shown on screen. */
interface PageArticle {
  canonicalUrl: string;
  text: string;
  quotes: readonly Quote[];
}

/**
 * Corrects the speakers of quotes in a saved article. The quotes are identified by text and offset, because their indices
 * may have changed since they were shown. Loads the library on demand.
 *
 * @param shown the quotes as shown on screen, to which the correction's indices refer
 * @returns a function that undoes the correction
 */
export async function correctInLibrary(
  articleId: string,
  shown: readonly Quote[],
  { indices: selected, ...speakerFields }: SpeakerCorrection,
): Promise<() => Promise<void>> {
  const { getQuotes } = await import('../../../utils/library/articles/articles.ts');
  const quotes = await getQuotes(articleId);
  const indices = selected
    .flatMap((index) => shown[index] ?? [])
    .map((quote) => findSameQuote(quotes, quote))
    .filter((index) => index >= 0);
  if (indices.length === 0) return noUndo;
  const { correctSpeaker, undoSpeaker } = await import('../../../utils/library/people/correct-speaker.ts');
  const undo = await correctSpeaker(articleId, { ...speakerFields, indices });
  return () => undoSpeaker(undo);
}

/**
 * Stores corrections of an open page: in its saved copy, or, if the copy does not contain the quote, as a correction of the
 * page. In a private window nothing is stored.
 */
async function correctStored(
  tabId: number,
  { canonicalUrl, text, quotes }: PageArticle,
  { indices, ...speakerFields }: SpeakerCorrection,
): Promise<() => Promise<void>> {
  if ((await browser.tabs.get(tabId)).incognito) return noUndo;
  const { findSaved, getQuotes } = await import('../../../utils/library/articles/articles.ts');
  const saved = await findSaved(canonicalUrl, undefined, text);
  const savedQuotes = saved === null ? [] : await getQuotes(saved.id);
  const isInLibrary = (index: number): boolean => {
    const quote = quotes[index];
    return quote !== undefined && findSameQuote(savedQuotes, quote) >= 0;
  };
  const selected = { ...speakerFields, indices: indices.filter(isInLibrary) };
  const undoSaved = saved === null ? noUndo : await correctInLibrary(saved.id, quotes, selected);
  const unsavedIndices = indices.filter((index) => !isInLibrary(index));
  if (unsavedIndices.length === 0) return undoSaved;
  const { correctSpeakerOnPage, undoPageCorrection } = await import(
    '../../../utils/library/people/page-corrections.ts'
  );
  const undo = await correctSpeakerOnPage(canonicalUrl, quotes, {
    ...speakerFields,
    indices: unsavedIndices,
  });
  return async () => {
    await undoSaved();
    // If the page was saved meanwhile, the article contains the correction.
    const savedNow = await findSaved(canonicalUrl, undefined, text);
    await undoPageCorrection(undo, savedNow?.id ?? null);
    if (savedNow === null) return;
    for (const index of unsavedIndices) {
      const quote = quotes[index];
      if (quote !== undefined)
        await correctInLibrary(savedNow.id, [quote], {
          indices: [0],
          speaker: quote.resolvedSpeaker,
          role: quote.role,
        });
    }
  };
}

/**
 * Corrects the speakers of quotes in an open page. The corrections are applied again when the page is reloaded or saved.
 *
 * @param article the page's article, as shown on screen
 * @returns a function that undoes the correction
 */
export async function correctInTab(
  tabId: number,
  article: PageArticle,
  correction: SpeakerCorrection,
): Promise<() => Promise<void>> {
  const { indices, ...speakerFields } = correction;
  const selected = indices.flatMap((index) => article.quotes[index] ?? []);
  if (selected.length === 0) return noUndo;
  const passages = selected.map(({ text, start }) => ({ text, start }));
  // Stored in the library first, because other screens read it when the page notifies them.
  const undo = await correctStored(tabId, article, correction);
  await sendToTab(
    tabId,
    'page/correctSpeaker',
    passages.map((passage) => ({ ...passage, ...speakerFields })),
  );
  return async () => {
    await undo();
    await sendToTab(tabId, 'page/takeBackSpeaker', passages);
  };
}
