import type { QuotedSpan } from './quotation-marks.ts';

/** Minimum and maximum length of a pull quote, in letters and digits; shorter repetitions may be coincidences. */
const MIN_LENGTH = 30;
const MAX_LENGTH = 600;
/** Number of letters by which a repetition is looked up. */
const PREFIX_LETTERS = 20;
/** Number of characters that usually contain that many letters. */
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
  const spanStarts: { at: number; span: number }[] = [];
  const firstOffsets = new Map<string, number>();
  const wordOffsets: number[] = [];
  const standalone: { paragraph: string; span: number }[] = [];
  let nextQuoted = 0;
  let quotedUntil = 0;
  for (const { 0: paragraph, index } of text.matchAll(/[^\n]+/g)) {
    if (index < quotedUntil) continue;
    const first = nextQuoted;
    while (
      nextQuoted < quoted.length &&
      (spans[quoted[nextQuoted] ?? -1]?.start ?? 0) < index + paragraph.length
    )
      nextQuoted++;
    const paragraphSpans = quoted.slice(first, nextQuoted);
    const onlySpan = paragraphSpans.length === 1 ? (paragraphSpans[0] ?? -1) : -1;
    const { start = 0, end = 0, paragraphs = 1 } = spans[onlySpan] ?? {};
    const unquoted = text.slice(index, start) + text.slice(end, index + paragraph.length);
    if (paragraphSpans.length === 0 || (onlySpan >= 0 && paragraphs === 1 && !LETTER.test(unquoted))) {
      if (paragraph.length >= MIN_LENGTH && paragraph.length <= 2 * MAX_LENGTH)
        standalone.push({ paragraph, span: onlySpan });
      continue;
    }
    for (const span of paragraphSpans) {
      spanStarts.push({ at: body.length, span });
      const { start: spanStart = 0, end: spanEnd = 0 } = spans[span] ?? {};
      for (const [word] of text.slice(spanStart, spanEnd).matchAll(/[\p{L}\p{N}]+/gu)) {
        wordOffsets.push(body.length);
        body += word.toLowerCase();
      }
      quotedUntil = spanEnd;
    }
    body += '\n';
  }
  for (const at of wordOffsets) {
    const beginning = body.slice(at, at + PREFIX_LETTERS);
    if (!firstOffsets.has(beginning)) firstOffsets.set(beginning, at);
  }
  const repeats = new Set<number>();
  const sources = new Set<number>();
  for (const { paragraph, span } of standalone) {
    // The first letters exclude most paragraphs.
    const first = lettersOf(paragraph.slice(0, PREFIX_CHARACTERS)).slice(0, PREFIX_LETTERS);
    if (first.length === PREFIX_LETTERS && !firstOffsets.has(first)) continue;
    const key = lettersOf(paragraph);
    const at = firstOffsets.get(key.slice(0, PREFIX_LETTERS));
    if (key.length < MIN_LENGTH || key.length > MAX_LENGTH) continue;
    if (at === undefined || !body.startsWith(key, at)) continue;
    if (span >= 0) repeats.add(span);
    let low = 0;
    for (let high = spanStarts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if ((spanStarts[middle]?.at ?? 0) <= at) low = middle;
      else high = middle;
    }
    for (let begin = spanStarts[low]; begin && begin.at < at + key.length; begin = spanStarts[++low])
      sources.add(begin.span);
  }
  return { repeats, sources };
}
