import { getAttribute } from '../../page/element-access.ts';
import { compilePhrases, foldText, matchPhrases } from '../phrases/match-phrases.ts';
import { mayContainPhrase } from '../phrases/phrase-sieve.ts';
import { NAME_CUES, type NameCue } from './name-cues.ts';
import { NAME_WORDS } from './name-words.ts';

let index = compilePhrases(NAME_CUES, [NAME_WORDS]);

/** Maximum length of an attribute, in characters. Longer ones are lists of utility classes, which tell nothing. */
const MAX_NAME_LENGTH = 400;

/** Cache, because names are repeated on a page and its site. */
const cache = new Map<string, number>();
const MAX_CACHED = 4000;

/** Replaces the words that names are matched against. Used by a tool that measures the benefit of each word. */
export function setNameWords(words: Readonly<Record<NameCue, readonly string[]>>): void {
  index = compilePhrases(NAME_CUES, [words]);
  cache.clear();
}

/** The meaning of a class attribute, an id or a tag, as bits of its cues (`nameBits`). */
export function readName(name: string | null): number {
  if (name === null || name === '' || name.length > MAX_NAME_LENGTH) return 0;
  const cached = cache.get(name);
  if (cached !== undefined) return cached;
  const words = name.replace(/([a-z0-9])([A-Z])|\//g, '$1 $2');
  const bits = mayContainPhrase(words, index.sieve) ? matchPhrases(foldText(words), index) : 0;
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(name, bits);
  return bits;
}

/** The meaning of an element's class and id. */
export function namesOf(element: Element): number {
  return readName(getAttribute(element, 'class')) | readName(getAttribute(element, 'id'));
}
