import type { Lexicon } from '../model/lexicon.ts';
import type { QuotedSpan } from './quotation-marks.ts';

const OPENING = /^\s*[—–-]\s*(?=[\p{L}\p{N}¿¡«„“"(])/u;
const DASH = /(?<=[\s,.!?…])[—–-](?=\s?\p{L})|[—–](?=\s*[,.])/gu;
/** Words at the beginning of a piece in which its verb of speech must stand. */
const NEAR = 4;
/** Characters looked at behind a comma. */
const CLAUSE = 80;

const NAMED = /^\s*\p{Ll}[\p{Ll}’'-]+(?: \p{Ll}+)? \p{Lu}\p{Ll}[\p{L}’'-]* \p{Lu}\p{Ll}/u;

export function reports(piece: string, lexicon: Lexicon): boolean {
  // "– I walk – cuts in Teresa Conti": a verb no list knows, with somebody's full name behind it.
  if (NAMED.test(piece)) return true;
  const words = piece.match(/[\p{L}'’-]+/gu) ?? [];
  const first = words[0] ?? '';
  if (first !== first.toLowerCase()) return false;
  return words
    .slice(0, NEAR)
    .some((word) => lexicon.isCue(word.toLowerCase().replace(/-(?:t-)?\p{L}+$/u, '')));
}

/**
 * Speech set with dashes instead of marks: "– We stay – said Reed. – All of us." A paragraph counts when it begins
 * with a dash and a later piece begins with a verb of speech; every other piece is then speech. Linear.
 */
export function findDashSpeech(text: string, lexicon: Lexicon): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  for (const paragraph of text.matchAll(/[^\n]+/g)) {
    const opening = paragraph[0].match(OPENING)?.[0];
    if (opening === undefined) continue;
    const base = paragraph.index;
    const cuts = [...paragraph[0].slice(opening.length).matchAll(DASH)].map(
      (match) => match.index + opening.length,
    );
    const starts = [opening.length, ...cuts.map((cut) => cut + 1)];
    const ends = [...cuts, paragraph[0].length];
    if (cuts.length === 0) {
      // "— We stay, said Reed.": the clause follows a comma.
      let comma = paragraph[0].indexOf(', ', opening.length);
      while (comma >= 0 && !reports(paragraph[0].slice(comma + 2, comma + CLAUSE), lexicon))
        comma = paragraph[0].indexOf(', ', comma + 2);
      if (comma > opening.length) {
        spans.push({
          start: base + opening.length,
          end: base + comma,
          outerStart: base,
          outerEnd: base + comma,
          paragraphs: 1,
          closed: true,
          single: false,
        });
      }
      continue;
    }
    const second = starts.length > 1 ? paragraph[0].slice(starts[1], ends[1]) : '';
    if (!reports(second, lexicon)) continue;
    for (let i = 0; i < starts.length; i += 2) {
      let start = starts[i] ?? 0;
      let end = ends[i] ?? 0;
      while (start < end && /[\s,.;]/.test(paragraph[0].charAt(start))) start++;
      while (end > start && /[\s,]/.test(paragraph[0].charAt(end - 1))) end--;
      if (end <= start) continue;
      const outerEnd = Math.max(end, (ends[i] ?? end) === paragraph[0].length ? end : (ends[i] ?? end) + 1);
      const outerStart = i === 0 ? 0 : (starts[i] ?? 1) - 1;
      spans.push({
        start: base + start,
        end: base + end,
        outerStart: base + Math.max(outerStart, 0),
        outerEnd: base + outerEnd,
        paragraphs: 1,
        closed: true,
        single: false,
      });
    }
  }
  return spans;
}
