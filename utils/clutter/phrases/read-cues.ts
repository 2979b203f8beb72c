import { en } from './en.ts';
import { compilePhrases, foldText, matchPhrases } from './match-phrases.ts';
import { CUES, type Cue, type PhraseBook } from './phrase-book.ts';
import { mayHavePhrase } from './phrase-sieve.ts';

let index = compilePhrases(CUES, [en]);

/**
 * Adds the phrases of other languages to the English ones, in place of those added before.
 *
 * @param books one or more of `BOOKS`
 */
export function learnPhrases(books: readonly PhraseBook[]): void {
  index = compilePhrases(CUES, [en, ...books]);
}

const BITS = Object.fromEntries(CUES.map((cue, bit) => [cue, 1 << bit])) as Record<Cue, number>;

/** The bits of some cues, as `readCues` returns them. */
export function cueBits(...cues: readonly Cue[]): number {
  return cues.reduce((bits, cue) => bits | BITS[cue], 0);
}

/** What a text asks of the reader: a bit for each cue (`cueBits`), in the languages that were learnt. */
export function readCues(text: string): number {
  return mayHavePhrase(text, index.sieve) ? matchPhrases(foldText(text), index) : 0;
}
