import { sendToTab } from '../../utils/messaging/send.ts';
import { findSameQuote } from '../../utils/quotes/corrections/correct-quotes.ts';
import type { SpeakerCorrection } from '../../utils/quotes/corrections/put-right.ts';
import type { Quote } from '../../utils/quotes/types.ts';

const nothing = (): Promise<void> => Promise.resolve();

/**
 * Puts quotes of a saved article right, by their words and places: it may have been read again since they were shown.
 * The library is loaded only now.
 *
 * @returns how to take it back
 */
export async function correctSaved(
  articleId: string,
  wanted: readonly Quote[],
  speaker: string | null,
): Promise<() => Promise<void>> {
  const { getQuotes } = await import('../../utils/library/articles/articles.ts');
  const quotes = await getQuotes(articleId);
  const indices = wanted.map((quote) => findSameQuote(quotes, quote)).filter((index) => index >= 0);
  if (indices.length === 0) return nothing;
  const { putSpeakerRight, undoSpeaker } = await import('../../utils/library/people/put-speaker-right.ts');
  const undo = await putSpeakerRight(articleId, indices, speaker);
  return () => undoSpeaker(undo);
}

/** The same for an open page, where it is saved. */
async function correctSavedPage(
  url: string,
  wanted: readonly Quote[],
  speaker: string | null,
): Promise<() => Promise<void>> {
  const { findSaved } = await import('../../utils/library/articles/articles.ts');
  const saved = await findSaved(url);
  return saved === null ? nothing : correctSaved(saved.id, wanted, speaker);
}

/**
 * The user says who said some quotes of the open page. The page keeps it until it is left, and a saved copy for good.
 *
 * @param quotes of the page's article, as they are shown
 * @returns how to take it back
 */
export async function correctInTab(
  tabId: number,
  article: { canonicalUrl: string; quotes: readonly Quote[] },
  { indices, speaker }: SpeakerCorrection,
): Promise<() => Promise<void>> {
  const wanted = indices.flatMap((index) => article.quotes[index] ?? []);
  if (wanted.length === 0) return nothing;
  const places = wanted.map(({ text, start }) => ({ text, start }));
  // The library first: whoever hears of it from the page asks the library as well.
  const takeBack = await correctSavedPage(article.canonicalUrl, wanted, speaker);
  await sendToTab(
    tabId,
    'page/correctSpeaker',
    places.map((place) => ({ ...place, speaker })),
  );
  return async () => {
    await takeBack();
    await sendToTab(tabId, 'page/takeBackSpeaker', places);
  };
}
