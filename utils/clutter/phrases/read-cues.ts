import { compilePhrases, foldText, matchPhrases } from './match-phrases.ts';
import { CUES, type PhraseBook } from './phrase-book.ts';
import { mayHavePhrase } from './phrase-sieve.ts';

let index = compilePhrases(CUES, []);
let ownWords = compilePhrases(['own'], []);
let learnt: readonly PhraseBook[] = [];

/**
 * Learns the phrases of some languages, in place of those learnt before. Without this no text asks anything.
 *
 * @param books one or more of `BOOKS`
 */
export function learnPhrases(books: readonly PhraseBook[]): void {
  // Compiling the books of all languages takes some 60 ms.
  if (books.length === learnt.length && books.every((book, at) => book === learnt[at])) return;
  learnt = [...books];
  index = compilePhrases(CUES, books);
  ownWords = compilePhrases(['own'], books);
}

/** What a text asks of the user: a bit for each cue (`cueBits`), in the languages that were learnt. */
export function readCues(text: string): number {
  return mayHavePhrase(text, index.sieve) ? matchPhrases(foldText(text), index) : 0;
}

/** Whether whoever speaks means themselves: "our newsletter". */
export function saysOwn(text: string): boolean {
  return mayHavePhrase(text, ownWords.sieve) && matchPhrases(foldText(text), ownWords) !== 0;
}

/** One sentence of a text, or less where it has a colon, a bracket or a dash in it. */
export interface Clause {
  /** What it asks (`cueBits`). */
  cues: number;
  /** The part of `cues` that it begins with: a request does, a report has a subject first. */
  opening: number;
  /** Whoever speaks means themselves: "our newsletter". */
  isOwn: boolean;
  /** Characters, folded. */
  length: number;
}

/** What each clause of a text asks, in the languages that were learnt. */
export function readClauses(text: string): Clause[] {
  return foldText(text)
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const folded = `| ${part} |`;
      const second = folded.indexOf(' ', 2) + 1;
      return {
        cues: matchPhrases(folded, index),
        opening: matchPhrases(folded, index, second + 1),
        isOwn: matchPhrases(folded, ownWords) !== 0,
        length: part.length,
      };
    });
}
