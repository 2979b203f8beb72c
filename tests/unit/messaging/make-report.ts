import type { PageReport } from '../../../utils/messaging/protocol.ts';
import { makeSave } from '../library/make-article.ts';

/** What a tab reports of its article, with everything a test does not care about filled in. */
export const makeReport = (url: string, change: Partial<PageReport> = {}): PageReport => ({
  ...{ state: 'article', url, verdict: { isArticle: true, reason: 'articleData', score: 1 } },
  ...{ article: makeSave({ url }).article, pages: null, corrections: [], known: null },
  ...{ hidden: [], clutterOn: true, clutterPaused: false, error: null, ms: { gate: 0, assistant: 0 } },
  ...change,
});
