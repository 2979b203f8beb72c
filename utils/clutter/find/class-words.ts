import { readAttribute } from '../../page/element-access.ts';
import { compilePhrases, foldText, matchPhrases } from '../phrases/match-phrases.ts';
import { mayHavePhrase } from '../phrases/phrase-sieve.ts';
import { NAME_CUES, type NameCue } from './name-cues.ts';
import { NAME_WORDS } from './name-words.ts';

let index = compilePhrases(NAME_CUES, [NAME_WORDS]);

/** Utility classes cause very long attributes without meaning. */
const MAX_NAME_LENGTH = 400;

/** Cache of names, which repeat on a page and its site. */
const known = new Map<string, number>();
const MAX_CACHED = 4000;

/** Replaces the words that names are matched with, to measure the benefit of single words. */
export function setNameWords(words: Readonly<Record<NameCue, readonly string[]>>): void {
  index = compilePhrases(NAME_CUES, [words]);
  known.clear();
}

/** The meaning of a class attribute, an id or a tag, as bits of its cues (`nameBits`). */
export function readName(name: string | null): number {
  if (name === null || name === '' || name.length > MAX_NAME_LENGTH) return 0;
  const before = known.get(name);
  if (before !== undefined) return before;
  const words = name.replace(/([a-z0-9])([A-Z])|\//g, '$1 $2');
  const bits = mayHavePhrase(words, index.sieve) ? matchPhrases(foldText(words), index) : 0;
  if (known.size >= MAX_CACHED) known.clear();
  known.set(name, bits);
  return bits;
}

/** The meaning of an element's class and id. */
export function namesOf(element: Element): number {
  return readName(readAttribute(element, 'class')) | readName(readAttribute(element, 'id'));
}
