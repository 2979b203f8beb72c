import type { Article } from '../../../utils/article/types.ts';
import { withCorrections } from '../../../utils/library/people/correction-rows.ts';
import { peekCorrections } from '../../../utils/library/schema/peek-corrections.ts';
import type { CorrectionRow } from '../../../utils/library/user-types.ts';
import type { PageReport } from '../../../utils/messaging/protocol.ts';
import { sendToTab } from '../../../utils/messaging/send.ts';
import { readMessage } from '../../../utils/platform/strings.ts';
import { correctQuotes } from '../../../utils/quotes/corrections.ts';
import { summariseVoices } from '../../../utils/quotes/speakers/people/summarise-voices.ts';
import { type Quote, type QuoteQuestion, questionOf, type Voice } from '../../../utils/quotes/types.ts';

/** The quotes of an article in a tab. */
export interface PageQuotes {
  quotes: Quote[];
  voices: Voice[];
  /** Why there are none, in words; null where they were looked for. */
  error: string | null;
}

type ArticleReport = Pick<PageReport, 'corrections' | 'known'> & { article: Article };

/** Who finds the quotes: a worker of the page that asks, or one that the background can ask. */
type Ask = (question: QuoteQuestion) => Promise<Quote[]>;

async function findInTab(tabId: number, { article, known }: ArticleReport, ask: Ask): Promise<Quote[]> {
  if (known !== null) return known;
  const quotes = await ask(questionOf(article));
  // A popup lives for seconds: the page keeps what it found for the next one, and for the side panel.
  sendToTab(tabId, 'page/keepQuotes', { quotes, length: article.text.length }).catch((error: unknown) =>
    console.warn('offprint: quotes not kept', error),
  );
  return quotes;
}

/** What the user said of a saved article's speakers. Where it can't be read, the quotes are as they were found. */
async function rememberedOf({ canonicalUrl, text }: Article): Promise<CorrectionRow[]> {
  try {
    return await peekCorrections(canonicalUrl, text);
  } catch (error) {
    console.warn('offprint: corrections not read', error);
    return [];
  }
}

/** Who says what in the article of a tab's report, as the user corrected it. Never throws. */
export async function quotePage(tabId: number, report: ArticleReport, ask: Ask): Promise<PageQuotes> {
  try {
    const [found, remembered] = await Promise.all([
      findInTab(tabId, report, ask),
      rememberedOf(report.article),
    ]);
    // The page forgets when it is left, the library does not: what was said later is there in any case.
    const quotes = withCorrections(correctQuotes(found, report.corrections), remembered);
    return { quotes, voices: summariseVoices(quotes), error: null };
  } catch (error) {
    console.error('offprint: quotes not found', error);
    const detail = error instanceof Error ? error.message : String(error);
    return { quotes: [], voices: [], error: readMessage('errorQuotes', [detail]) };
  }
}
