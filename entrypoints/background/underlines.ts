import { assignHues } from '../../components/quotes/voices.ts';
import type { Sender } from '../../utils/messaging/receive.ts';
import { sendToTab } from '../../utils/messaging/send.ts';
import { doWithDom } from '../../utils/platform/parse-page.ts';
import type { Underline } from '../../utils/quotes/anchoring/live-anchors.ts';
import type { Quote, QuoteQuestion } from '../../utils/quotes/types.ts';
import { quotePage } from '../shared/quotes/page-quotes.ts';
import { underlinesOf } from '../shared/quotes/underlines-of.ts';
import { findQuotesLocally, type QuoteTask } from './save/local-tasks.ts';

async function askQuietly(question: QuoteQuestion): Promise<Quote[]> {
  const task: QuoteTask = { kind: 'quotes', question, isQuiet: true };
  return (await doWithDom(task, findQuotesLocally, null)) as Quote[];
}

/** The quotes of the article in the sender's tab, for a user who always has them underlined. */
export async function findUnderlines(sender: Sender): Promise<Underline[]> {
  if (sender.tabId === null) return [];
  const report = await sendToTab(sender.tabId, 'page/report', { html: false });
  const { article } = report;
  if (article === null || report.isStale === true) return [];
  const { quotes, voices } = await quotePage(sender.tabId, { ...report, article }, askQuietly);
  return underlinesOf(quotes, assignHues(voices).ofQuote);
}
