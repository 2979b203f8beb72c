import { REST_EVERY, type Steps } from '../article/in-slices.ts';

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;
/** Words so frequent that an echo of them says nothing; short words of other languages fall to their length. */
const EMPTY = new Set(
  'the a an and or but of to in on for with at by from as is are was were be been it its this that these those he she they i you we his her their our my your not no do does did has have had will would can could should about what who which there than then so if just also said says'.split(
    ' ',
  ),
);

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
