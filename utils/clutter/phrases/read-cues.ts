import { compilePhrases, foldText, matchPhrases } from './match-phrases.ts';
import { CUES, type PhraseBook } from './phrase-book.ts';
import { mayHavePhrase } from './phrase-sieve.ts';

let index = compilePhrases(CUES, []);

/**
 * Learns the phrases of some languages, in place of those learnt before. Without this no text asks anything.
 *
 * @param books one or more of `BOOKS`
 */
export function learnPhrases(books: readonly PhraseBook[]): void {
  index = compilePhrases(CUES, books);
}

/** What a text asks of the user: a bit for each cue (`cueBits`), in the languages that were learnt. */
export function readCues(text: string): number {
  return mayHavePhrase(text, index.sieve) ? matchPhrases(foldText(text), index) : 0;
}
