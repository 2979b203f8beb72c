import { sendToTab } from '../../utils/messaging/send.ts';
import { findSameQuote } from '../../utils/quotes/corrections/correct-quotes.ts';
import type { SpeakerCorrection } from '../../utils/quotes/corrections/put-right.ts';
import type { Quote } from '../../utils/quotes/types.ts';

/** Puts it right in the library as well, where the article is saved. The library is loaded only now. */
async function correctSaved(url: string, wanted: Quote, correction: SpeakerCorrection): Promise<void> {
  const { findSaved, getQuotes } = await import('../../utils/library/articles/articles.ts');
  const saved = await findSaved(url);
  if (saved === null) return;
  const index = findSameQuote(await getQuotes(saved.id), wanted);
  if (index < 0) return;
  const { putSpeakerRight } = await import('../../utils/library/people/put-speaker-right.ts');
  await putSpeakerRight(saved.id, index, correction.speaker, correction.everywhere);
}

/**
 * The user says who said a quote of the open page. The page keeps it until it is left, and a saved copy for good.
 *
 * @param quotes of the page's article, as they are shown
 */
export async function correctInTab(
  tabId: number,
  article: { canonicalUrl: string; quotes: readonly Quote[] },
  correction: SpeakerCorrection,
): Promise<void> {
  const wanted = article.quotes[correction.index];
  if (wanted === undefined) return;
  const { text, start } = wanted;
  const { speaker, everywhere } = correction;
  await sendToTab(tabId, 'page/correctSpeaker', { text, start, speaker, everywhere });
  await correctSaved(article.canonicalUrl, wanted, correction);
}
