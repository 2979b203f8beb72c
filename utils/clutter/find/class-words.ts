import { compilePhrases, foldText, matchPhrases } from '../phrases/match-phrases.ts';
import { mayHavePhrase } from '../phrases/phrase-sieve.ts';
import { NAME_CUES, type NameCue } from './name-cues.ts';
import { NAME_WORDS } from './name-words.ts';

let index = compilePhrases(NAME_CUES, [NAME_WORDS]);

/** Utility classes make endless names that say nothing. */
const NAME_LIMIT = 400;

/** Names that were read before: every look at a page meets the same, and so does the next page of its site. */
const known = new Map<string, number>();
const MOST_KNOWN = 4000;

/** Reads names by other words from now on; for measuring what single words are good for. */
export function learnNames(words: Readonly<Record<NameCue, readonly string[]>>): void {
  index = compilePhrases(NAME_CUES, [words]);
  known.clear();
}

/** What a class attribute, an id or a tag says; a bit for each cue (`nameBits`). */
export function readName(name: string | null): number {
  if (name === null || name === '' || name.length > NAME_LIMIT) return 0;
  const before = known.get(name);
  if (before !== undefined) return before;
  const words = name.replace(/([a-z0-9])([A-Z])|\//g, '$1 $2');
  const bits = mayHavePhrase(words, index.sieve) ? matchPhrases(foldText(words), index) : 0;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, bits);
  return bits;
}
