import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findQuotedSpans } from '../../utils/quotes/extract/quotation-marks.ts';
import { analyseArticle } from '../../utils/quotes/model/article-model.ts';
import { getLexicon } from '../../utils/quotes/model/lexicon.ts';
import type { ArticleModel } from '../../utils/quotes/model/types.ts';

/** One labelled quote: offsets into the text, and the words that name its speaker. */
export interface TrueQuote {
  start: number;
  end: number;
  speaker: { text: string; start: number; end: number } | null;
}

interface Ignored {
  start: number;
  end: number;
  why: string;
}

/** The label of a quoted span. */
export type Label = 'quote' | 'fragment' | 'no-quote' | 'unknown';

export interface LabelledArticle {
  id: string;
  model: ArticleModel;
  /** The labelled quote of each span. */
  truth: (TrueQuote | null)[];
  labels: Label[];
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

/**
 * Reads a folder of labelled articles: `texts/<id>.txt`, `truth.json` (id → quotes) and `ignore.json` (id → unscored
 * ranges; `short` marks attributed fragments).
 */
export function readCorpus(folder: string, lang = 'en'): LabelledArticle[] {
  const truth = readJson<Record<string, TrueQuote[]>>(join(folder, 'truth.json'));
  const ignored = readJson<Record<string, Ignored[]>>(join(folder, 'ignore.json'));
  return Object.entries(truth).map(([id, quotes]) => {
    const text = readFileSync(join(folder, 'texts', `${id}.txt`), 'utf8');
    const spans = findQuotedSpans(text);
    const matches = spans.map(
      (span) =>
        quotes.find(
          (quote) => overlap(quote, span) > 0.8 * Math.max(quote.end - quote.start, span.end - span.start),
        ) ?? null,
    );
    const labels = spans.map((span, i): Label => {
      if (matches[i]) return 'quote';
      const range = (ignored[id] ?? []).find(
        (item) => overlap(item, span) > 0.5 * Math.min(item.end - item.start, span.end - span.start),
      );
      if (!range) return 'no-quote';
      return range.why === 'short' ? 'fragment' : 'unknown';
    });
    return { id, model: analyseArticle(text, spans, getLexicon(lang)), truth: matches, labels };
  });
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;
const TAIL =
  /\s+(?:of|for|at|in|from|with|to|on|by|who|whose|which|that|about|during|after|before|as)\s[\s\S]*$/i;

/** The head word of a source phrase: its last one before a preposition or relative clause. */
function headOf(phrase: string): string {
  const [first = ''] = phrase.split(/[,;:()–—]/);
  const words =
    first
      .replace(TAIL, '')
      .toLowerCase()
      .replace(/['’]s\b/g, '')
      .match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  while (words.length > 1 && SUFFIX.test(words[words.length - 1] ?? '')) words.pop();
  return words[words.length - 1] ?? '';
}

/** Whether a mention names the labelled source. */
export function namesSource(model: ArticleModel, mention: number, source: string): boolean {
  const { mentions, tokens, text } = model;
  const found = mentions[mention];
  const first = found && tokens[found.first];
  const last = found && tokens[found.last];
  if (!first || !last) return false;
  const phrase = text.slice(first.start, last.end);
  return phrase.toLowerCase() === source.toLowerCase() || headOf(phrase) === headOf(source);
}
