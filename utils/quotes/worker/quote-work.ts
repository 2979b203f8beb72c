/**
 * Quotes are worked out beside whoever shows or saves them, in a worker that can be ended in the middle of its work:
 *
 *   popup, side panel, reader, offscreen document, Firefox's background ──question──▶ quote-worker.js
 *                                                     ◀──quotations, quotes──
 */
import type { QuoteQuestion } from '../question.ts';
import type { Quotation, Quote } from '../types.ts';

/** What a worker is asked; it answers one question after the other. */
export interface QuoteTask {
  id: number;
  question: QuoteQuestion;
}

/** What a worker tells of a task. */
export type QuoteNews = {
  id: number;
} /** What is quoted, in order of the text; by whom is not known yet. */ & (
  | { news: 'quotations'; quotations: readonly Quotation[] }
  | { news: 'quotes'; quotes: Quote[]; ms: number }
  | { news: 'failed'; error: string }
);
