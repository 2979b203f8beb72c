import type { QuotedSpan } from './quoted-span.ts';

/** A closing mark after the punctuation of a sentence, or in front of its comma (Dutch), as hardly anything else has it. */
const PLAIN_CLOSE = /[,.!?…]['’](?=\s|$)|[\p{L}\p{N}.!?…]’(?=,\s)/gu;
const MARK = /['‘’]/g;

function isOpening(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  return (before === '' || /[\s([—–]/.test(before)) && /[\p{L}\p{N}…"“]/u.test(text.charAt(at + 1));
}

/** Both marks of "rock ’n’ roll" are apostrophes. */
const SHORT_AND = /[’']n[’']$/;

function isClosing(text: string, at: number): boolean {
  if (SHORT_AND.test(text.slice(at - 2, at + 1))) return false;
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  return before !== '' && !/\s/.test(before) && (after === '' || /[\s,.;:!?)\]—–]/.test(after));
}

/** "Reed: 'We stay on the pier'" · "'We stay on the pier', says Reed": a headline among texts with double marks. */
const LONE = /(?<=^|\n|[:.] )['‘](?=\p{Lu})([^'‘’\n]{20,300})['’](?=,? |\n|$)/gu;
/** Words from which it is no name. */
const LONE_WORDS = 4;

function findLone(text: string, taken: readonly QuotedSpan[]): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  let next = 0;
  for (const { 0: whole, 1: words = '', index } of text.matchAll(LONE)) {
    const outerEnd = index + whole.length;
    while ((taken[next]?.outerEnd ?? Infinity) <= index) next++;
    if ((taken[next]?.outerStart ?? Infinity) < outerEnd) continue;
    if ((words.match(/\p{L}+/gu)?.length ?? 0) < LONE_WORDS) continue;
    spans.push({
      start: index + 1,
      end: outerEnd - 1,
      outerStart: index,
      outerEnd,
      paragraphs: 1,
      closed: true,
      single: true,
    });
  }
  return spans;
}

/**
 * Quotes set in single marks (‘…’ or '…'), as British and Dutch papers do. They must be told from apostrophes, so they are
 * looked for only where some closing mark stands by the punctuation of a sentence. Text inside `taken` is left out.
 */
export function findSingleSpans(text: string, taken: readonly QuotedSpan[]): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  let next = 0;
  const isTaken = (at: number) => {
    while (next < taken.length && (taken[next]?.outerEnd ?? 0) <= at) next++;
    const span = taken[next];
    return span !== undefined && span.outerStart <= at;
  };
  let plain = 0;
  for (const match of text.matchAll(PLAIN_CLOSE)) if (!isTaken(match.index + 1)) plain++;
  if (plain === 0 || plain * 2 < taken.length) return findLone(text, taken);
  next = 0;
  for (const paragraph of text.matchAll(/[^\n]+/g)) {
    let open = -1;
    let possible = -1;
    const close = (at: number) => {
      spans.push({
        start: open + 1,
        end: at,
        outerStart: open,
        outerEnd: at + 1,
        paragraphs: 1,
        closed: true,
        single: true,
      });
      open = -1;
      possible = -1;
    };
    for (const match of paragraph[0].matchAll(MARK)) {
      const at = paragraph.index + match.index;
      if (isTaken(at)) continue;
      if (open < 0) {
        if (match[0] !== '’' && isOpening(text, at)) open = at;
      } else if (isClosing(text, at)) {
        const before = text.charAt(at - 1);
        if (/[,.!?…]/.test(before)) close(at);
        // "the sailors' boats": perhaps a possessive; it closes only if nothing better follows.
        else if (before === 's' && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3))) possible = at;
        else close(at);
      } else if (match[0] !== '’' && isOpening(text, at) && possible > 0) {
        close(possible);
        open = at;
      }
    }
    if (open >= 0 && possible > open) close(possible);
  }
  for (const span of spans)
    while (span.end > span.start && /[\s,]/.test(text.charAt(span.end - 1))) span.end--;
  return spans.filter((span) => span.end > span.start);
}
