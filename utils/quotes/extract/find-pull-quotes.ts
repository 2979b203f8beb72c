import type { QuotedSpan } from './quotation-marks.ts';

/** Minimum and maximum length of a pull quote, in letters and digits; shorter repetitions may be chance. */
const MIN_LENGTH = 30;
const MAX_LENGTH = 600;
/** Letters used to look up a repetition. */
const PREFIX_LETTERS = 20;
/** Number of characters that contain at least that many letters. */
const PREFIX_CHARACTERS = 60;

/** The pull quotes of an article. */
interface PullQuotes {
  /** Spans that repeat another one. */
  repeats: ReadonlySet<number>;
  /** Spans of the body that are repeated, in full or in part. */
  sources: ReadonlySet<number>;
}

const LETTER = /[\p{L}\p{N}]/u;
const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Finds pull quotes, which repeat words of the body in a separate paragraph, with or without marks: one quote, the
 * parts of a split one ("A," X said. "B."), or some of its words. Only letters and digits are compared. Linear in the
 * text.
 *
 * @param quoted the spans that are quotes, in order
 */
export function findPullQuotes(
  text: string,
  spans: readonly QuotedSpan[],
  quoted: readonly number[],
): PullQuotes {
  /** The quoted text of the body, one line per paragraph, and the start of each span in it. */
  let body = '';
  const begins: { at: number; span: number }[] = [];
  const places = new Map<string, number>();
  const words: number[] = [];
  const alone: { paragraph: string; span: number }[] = [];
  let next = 0;
  let reached = 0;
  for (const { 0: paragraph, index } of text.matchAll(/[^\n]+/g)) {
    if (index < reached) continue;
    const first = next;
    while (next < quoted.length && (spans[quoted[next] ?? -1]?.start ?? 0) < index + paragraph.length) next++;
    const own = quoted.slice(first, next);
    const only = own.length === 1 ? (own[0] ?? -1) : -1;
    const { start = 0, end = 0, paragraphs = 1 } = spans[only] ?? {};
    const around = text.slice(index, start) + text.slice(end, index + paragraph.length);
    if (own.length === 0 || (only >= 0 && paragraphs === 1 && !LETTER.test(around))) {
      if (paragraph.length >= MIN_LENGTH && paragraph.length <= 2 * MAX_LENGTH)
        alone.push({ paragraph, span: only });
      continue;
    }
    for (const span of own) {
      begins.push({ at: body.length, span });
      const { start: from = 0, end: to = 0 } = spans[span] ?? {};
      for (const [word] of text.slice(from, to).matchAll(/[\p{L}\p{N}]+/gu)) {
        words.push(body.length);
        body += word.toLowerCase();
      }
      reached = to;
    }
    body += '\n';
  }
  for (const at of words) {
    const beginning = body.slice(at, at + PREFIX_LETTERS);
    if (!places.has(beginning)) places.set(beginning, at);
  }
  const repeats = new Set<number>();
  const sources = new Set<number>();
  for (const { paragraph, span } of alone) {
    // The first letters already rule out most paragraphs.
    const first = lettersOf(paragraph.slice(0, PREFIX_CHARACTERS)).slice(0, PREFIX_LETTERS);
    if (first.length === PREFIX_LETTERS && !places.has(first)) continue;
    const key = lettersOf(paragraph);
    const at = places.get(key.slice(0, PREFIX_LETTERS));
    if (key.length < MIN_LENGTH || key.length > MAX_LENGTH) continue;
    if (at === undefined || !body.startsWith(key, at)) continue;
    if (span >= 0) repeats.add(span);
    let low = 0;
    for (let high = begins.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if ((begins[middle]?.at ?? 0) <= at) low = middle;
      else high = middle;
    }
    for (let begin = begins[low]; begin && begin.at < at + key.length; begin = begins[++low])
      sources.add(begin.span);
  }
  return { repeats, sources };
}
