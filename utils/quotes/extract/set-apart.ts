import type { Lexicon } from '../model/types.ts';
import type { QuotedSpan } from './quoted-span.ts';

/** "— Mara Lindqvist (@mara)": how embedded posts are signed, at the end of their text or in a paragraph of its own. */
const SIGNATURE = /(?:^|\s)[—–-] ?\p{Lu}[^()@—]{1,60} \(@\w{1,30}\)/u;
const MARKS = /["“”„«»]/;
/** Words at the end of a paragraph in which the verb of speech in front of a colon must stand. */
const NEAR = 14;
const SHORTEST_BLOCK = 8;

function spanOf(text: string, from: number, to: number): QuotedSpan[] {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  if (end <= start) return [];
  return [
    { start, end, outerStart: start, outerEnd: end, paragraphs: 1, closed: true, single: false, sure: true },
  ];
}

/** Does a paragraph end in "… wrote:"? */
function leadsIn(paragraph: string, lexicon: Lexicon): boolean {
  if (!/:\s*$/.test(paragraph)) return false;
  // “Gone,” he said. Later he wrote: the last sentence leads in.
  const sentence =
    paragraph
      .slice(-200)
      .split(/[.!?…]["”“»]?\s+/)
      .pop() ?? '';
  if (MARKS.test(sentence)) return false;
  const words = sentence.match(/[\p{L}'’-]+/gu) ?? [];
  return words.slice(-NEAR).some((word) => lexicon.isCue(word.toLowerCase()));
}

/** Has a paragraph words of a speaker of its own? A list or a description after a colon has none. */
function isFirstPerson(paragraph: string, lexicon: Lexicon): boolean {
  const words =
    paragraph
      .slice(0, 600)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return words.some((word) => lexicon.firstPerson.has(word));
}

/**
 * Speech set apart without marks: embedded posts with their author's signature, and the paragraph in the first person
 * behind "… wrote:". Offsets into `text`; linear.
 */
export function findSetApart(text: string, lexicon: Lexicon): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  let previous: { start: number; body: string } | null = null;
  for (const match of text.matchAll(/[^\n]+/g)) {
    const body = match[0];
    const start = match.index;
    const signed = SIGNATURE.exec(body.slice(-200));
    const at = signed ? Math.max(0, body.length - 200) + signed.index : -1;
    const behind = previous;
    previous = { start, body };
    if (signed && at > 0) {
      if (!MARKS.test(body)) spans.push(...spanOf(text, start, start + at));
    } else if (signed) {
      if (behind && !MARKS.test(behind.body) && !SIGNATURE.test(behind.body.slice(-200)))
        spans.push(...spanOf(text, behind.start, behind.start + behind.body.length));
    } else if (behind && leadsIn(behind.body, lexicon)) {
      const long = (body.match(/\p{L}+/gu)?.length ?? 0) >= SHORTEST_BLOCK;
      if (long && !MARKS.test(body) && isFirstPerson(body, lexicon) && /[.!?…]\s*$/.test(body))
        spans.push(...spanOf(text, start, start + body.length));
    }
  }
  return spans;
}
