import { compilePhrases, foldText, matchPhrases } from '../phrases/match-phrases.ts';
import { mayHavePhrase } from '../phrases/phrase-sieve.ts';
import { NAME_CUES } from './name-cues.ts';
import { NAME_WORDS } from './name-words.ts';

const INDEX = compilePhrases(NAME_CUES, [NAME_WORDS]);

/** Utility classes make endless names that say nothing. */
const NAME_LIMIT = 400;

/** What a class attribute, an id or a tag says; a bit for each cue (`nameBits`). */
export function readName(name: string): number {
  if (name.length > NAME_LIMIT) return 0;
  const words = name.replace(/([a-z0-9])([A-Z])|\//g, '$1 $2');
  return mayHavePhrase(words, INDEX.sieve) ? matchPhrases(foldText(words), INDEX) : 0;
}
