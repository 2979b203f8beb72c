import { REST_EVERY, type Steps } from '../../page/in-slices.ts';

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;
/** Words so frequent that an echo of them says nothing; short words of other languages fall to their length. */
// biome-ignore format: words fill lines.
const EMPTY = new Set([
  'a', 'about', 'also', 'an', 'and', 'are', 'as', 'at', 'be', 'been', 'but', 'by', 'can', 'could', 'did',
  'do', 'does', 'for', 'from', 'had', 'has', 'have', 'he', 'her', 'his', 'i', 'if', 'in', 'is', 'it', 'its',
  'just', 'my', 'no', 'not', 'of', 'on', 'or', 'our', 'said', 'says', 'she', 'should', 'so', 'than', 'that',
  'the', 'their', 'then', 'there', 'these', 'they', 'this', 'those', 'to', 'was', 'we', 'were', 'what',
  'which', 'who', 'will', 'with', 'would', 'you', 'your',
]);

const carriesMatter = (word: string): boolean => word.length > 2 && !EMPTY.has(word);

/** The words of a text that carry its matter, in lower case. */
export function contentWords(text: string): string[] {
  return (text.toLowerCase().match(WORD) ?? []).filter(carriesMatter);
}

/** How often each of them stands in a text. */
export function* countContentWords(text: string): Steps<Map<string, number>> {
  const times = new Map<string, number>();
  let i = 0;
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (i++ % REST_EVERY === 0) yield;
    if (carriesMatter(word)) times.set(word, (times.get(word) ?? 0) + 1);
  }
  return times;
}
