import type { Article } from '../../../utils/article/types.ts';
import { applyCorrectionRows } from '../../../utils/library/people/correction-rows.ts';
import { peekCorrections } from '../../../utils/library/schema/peek-corrections.ts';
import type { CorrectionRow } from '../../../utils/library/user-types.ts';
import type { PageReport } from '../../../utils/messaging/protocol.ts';
import { sendToTab } from '../../../utils/messaging/send.ts';
import { readMessage } from '../../../utils/platform/strings.ts';
import { correctQuotes } from '../../../utils/quotes/corrections.ts';
import { summariseSpeakers } from '../../../utils/quotes/speakers/people/summarise-speakers.ts';
import {
  type Quote,
  type QuotedSpeaker,
  type QuoteFinder,
  toQuoteInput,
} from '../../../utils/quotes/types.ts';

/** The quotes of an article in a tab. */
export interface PageQuotes {
  quotes: Quote[];
  voices: QuotedSpeaker[];
  /** Why the quotes could not be found, as a sentence; null without a failure. */
  error: string | null;
}

type ArticleReport = Pick<PageReport, 'corrections' | 'known'> & { article: Article };

async function findQuotes(
  tabId: number,
  { article, known }: ArticleReport,
  ask: QuoteFinder,
): Promise<Quote[]> {
  if (known !== null) return known;
  const quotes = await ask(toQuoteInput(article));
  // The page caches them for the next popup and the side panel.
  sendToTab(tabId, 'page/keepQuotes', { quotes, length: article.text.length }).catch((error: unknown) =>
    console.warn('offprint: quotes not kept', error),
  );
  return quotes;
}

/** Loads the user's stored corrections of an article; empty if they can't be read. */
async function loadCorrections({ canonicalUrl, text }: Article): Promise<CorrectionRow[]> {
  try {
    return await peekCorrections(canonicalUrl, text);
  } catch (error) {
    console.warn('offprint: corrections not read', error);
    return [];
  }
}

/** Finds the quotes of the article in a tab's report, and applies the user's corrections. Never throws. */
export async function quotePage(tabId: number, report: ArticleReport, ask: QuoteFinder): Promise<PageQuotes> {
  try {
    const [quotesOfPage, stored] = await Promise.all([
      findQuotes(tabId, report, ask),
      loadCorrections(report.article),
    ]);
    // The library's corrections are permanent and at least as recent as those of the page.
    const quotes = applyCorrectionRows(correctQuotes(quotesOfPage, report.corrections), stored);
    return { quotes, voices: summariseSpeakers(quotes), error: null };
  } catch (error) {
    console.error('offprint: quotes not found', error);
    const detail = error instanceof Error ? error.message : String(error);
    return { quotes: [], voices: [], error: readMessage('errorQuotes', [detail]) };
  }
}
