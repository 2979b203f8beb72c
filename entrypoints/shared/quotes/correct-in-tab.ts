import { sendToTab } from '../../../utils/messaging/send.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { findSameQuote, type SpeakerCorrection } from '../../../utils/quotes/corrections.ts';
import type { Quote } from '../../../utils/quotes/types.ts';

const nothing = (): Promise<void> => Promise.resolve();

/** The article of an open page, as it is shown. */
interface PageArticle {
  canonicalUrl: string;
  text: string;
  quotes: readonly Quote[];
}

/**
 * Corrects the speakers of quotes in a saved article. They are identified by words and offsets, because it may have been
 * read again. Loads the library only when it is needed.
 *
 * @param shown the article's quotes as they are shown, to which the correction's indices refer
 * @returns a function that undoes it
 */
export async function correctSaved(
  articleId: string,
  shown: readonly Quote[],
  { indices: wanted, ...answer }: SpeakerCorrection,
): Promise<() => Promise<void>> {
  const { getQuotes } = await import('../../../utils/library/articles/articles.ts');
  const quotes = await getQuotes(articleId);
  const indices = wanted
    .flatMap((index) => shown[index] ?? [])
    .map((quote) => findSameQuote(quotes, quote))
    .filter((index) => index >= 0);
  if (indices.length === 0) return nothing;
  const { correctSpeaker, undoSpeaker } = await import('../../../utils/library/people/correct-speaker.ts');
  const undo = await correctSpeaker(articleId, { ...answer, indices });
  return () => undoSpeaker(undo);
}

/**
 * The same for an open page: in its saved copy, and for the page itself if it is not saved or its saved text does not
 * contain the words. In a private window nothing is stored.
 */
async function correctPage(
  tabId: number,
  { canonicalUrl, text, quotes }: PageArticle,
  { indices, ...answer }: SpeakerCorrection,
): Promise<() => Promise<void>> {
  if ((await browser.tabs.get(tabId)).incognito) return nothing;
  const { findSaved, getQuotes } = await import('../../../utils/library/articles/articles.ts');
  const saved = await findSaved(canonicalUrl, undefined, text);
  const stored = saved === null ? [] : await getQuotes(saved.id);
  const isStored = (index: number): boolean => {
    const quote = quotes[index];
    return quote !== undefined && findSameQuote(stored, quote) >= 0;
  };
  const wanted = { ...answer, indices: indices.filter(isStored) };
  const undoSaved = saved === null ? nothing : await correctSaved(saved.id, quotes, wanted);
  const others = indices.filter((index) => !isStored(index));
  if (others.length === 0) return undoSaved;
  const { correctSpeakerOnPage, undoPageCorrection } = await import(
    '../../../utils/library/people/page-corrections.ts'
  );
  const undo = await correctSpeakerOnPage(canonicalUrl, quotes, { ...answer, indices: others });
  return async () => {
    await undoSaved();
    // If the page was saved meanwhile, the article contains the correction.
    const now = await findSaved(canonicalUrl, undefined, text);
    await undoPageCorrection(undo, now?.id ?? null);
    if (now === null) return;
    for (const index of others) {
      const quote = quotes[index];
      if (quote !== undefined)
        await correctSaved(now.id, [quote], {
          indices: [0],
          speaker: quote.resolvedSpeaker,
          role: quote.role,
        });
    }
  };
}

/**
 * Corrects the speakers of quotes in an open page. Corrections apply when the page is loaded again and when it is saved.
 *
 * @param article the page's article, as it is shown
 * @returns a function that undoes it
 */
export async function correctInTab(
  tabId: number,
  article: PageArticle,
  correction: SpeakerCorrection,
): Promise<() => Promise<void>> {
  const { indices, ...answer } = correction;
  const wanted = indices.flatMap((index) => article.quotes[index] ?? []);
  if (wanted.length === 0) return nothing;
  const places = wanted.map(({ text, start }) => ({ text, start }));
  // The library first, because others ask it when the page notifies them.
  const takeBack = await correctPage(tabId, article, correction);
  await sendToTab(
    tabId,
    'page/correctSpeaker',
    places.map((place) => ({ ...place, ...answer })),
  );
  return async () => {
    await takeBack();
    await sendToTab(tabId, 'page/takeBackSpeaker', places);
  };
}
