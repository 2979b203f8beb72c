import { assignSpeakerColours } from '../../components/quotes/speaker-colours.ts';
import { sendToTab } from '../../utils/messaging/send.ts';
import type { Underline } from '../../utils/quotes/anchoring/live-anchors.ts';
import { quotePage } from '../shared/quotes/page-quotes.ts';
import { toUnderlines } from '../shared/quotes/to-underlines.ts';
import { doDomTask } from './do-dom-task.ts';

/** Finds the quotes to underline in the article of a tab, for users who always want them underlined. */
export async function findUnderlines(tabId: number): Promise<Underline[]> {
  const report = await sendToTab(tabId, 'page/report', { html: false });
  const { article } = report;
  if (article === null || report.isStale === true) return [];
  const { quotes, voices } = await quotePage(tabId, { ...report, article }, (question) =>
    doDomTask({ kind: 'quotes', question }, null),
  );
  return toUnderlines(quotes, assignSpeakerColours(voices).byQuote);
}
