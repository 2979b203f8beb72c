import { compilePhrases, foldText, matchPhrases } from './match-phrases.ts';
import { ATTACHED_CUES, CUES, cueBits, type PhraseBook } from './phrase-book.ts';
import { mayHavePhrase } from './phrase-sieve.ts';

let index = compilePhrases(CUES, []);
let ownWords = compilePhrases(['own'], []);
let wallWords = compilePhrases(['wall'], []);
let loadedBooks: readonly PhraseBook[] = [];

/**
 * Loads the phrases of some languages, replacing earlier ones. Without phrases no text has cues.
 *
 * @param books one or more of `BOOKS`
 */
export function setPhrases(books: readonly PhraseBook[]): void {
  // Compiling the books of all languages takes some 60 ms.
  if (books.length === loadedBooks.length && books.every((book, at) => book === loadedBooks[at])) return;
  loadedBooks = [...books];
  index = compilePhrases(CUES, books);
  ownWords = compilePhrases(['own'], books);
  wallWords = compilePhrases(['wall'], books);
}

/** The cues of a text as bits (`cueBits`), in the loaded languages. */
export function readCues(text: string): number {
  return mayHavePhrase(text, index.sieve) ? matchPhrases(foldText(text), index) : 0;
}

/** Whether a text speaks of a wall. Faster than `readCues`, because few texts may contain one of these phrases alone. */
export function speaksOfWall(text: string): boolean {
  return mayHavePhrase(text, wallWords.sieve) && matchPhrases(foldText(text), wallWords) !== 0;
}

/** Whether a text is in the first person: "our newsletter". */
export function isFirstPerson(text: string): boolean {
  return mayHavePhrase(text, ownWords.sieve) && matchPhrases(foldText(text), ownWords) !== 0;
}

/** One sentence of a text, or a part of it up to a colon, bracket or dash. */
export interface Clause {
  /** Its cues (`cueBits`). */
  cues: number;
  /** The cues at its beginning: requests begin with them, reports with a subject. */
  opening: number;
  /** Whether it is in the first person: "our newsletter". */
  isOwn: boolean;
  /** Characters, folded. */
  length: number;
}

/** The clauses of a text with their cues, in the loaded languages. */
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

/*
 * A line of an article may report on subscriptions, newsletters or gifts, while a site's own line makes a request: it
 * begins with an imperative or a possessive ("our newsletter"), and says little else.
 */

const REQUESTS = cueBits('ask', 'subscribe', 'donate', 'app', 'push');
/** Maximum share of a line's characters that may report something, with "our" or a link, and without. */
const MAX_REPORT_SHARE_OWN = 0.5;
const MAX_REPORT_SHARE = 0.34;
/** Maximum length of a request without a link and "our", in characters. */
const SHORT = 90;

const QUOTED = /["“„«][^"“”„«»]*["”“»]|(?<!\p{L})[‘‚‹][^‘‚‹›]*?[’‘›](?!\p{L})|「[^」]*」/gu;

/** A text without quoted passages, because quoted requests are reports. */
export function unquote(text: string): string {
  return /["“„«‘‚‹「]/.test(text) ? text.replace(QUOTED, ' x ') : text;
}

/** Two or more words after a comma or dash, or before a colon, up to the end of a sentence. */
const SENTENCE = /[^.!?…]+/g;
const LAST_PART = /^(.*)[,–—]\s*(\p{L}+\s+\p{L}[^,–—:]*)(?::.*)?$/su;

/**
 * Whether a request is attributed to somebody in the story: "Join our union, the drivers chanted." A site's own line ends or
 * continues with the offer.
 */
function isReported(text: string): boolean {
  for (const [sentence] of text.matchAll(SENTENCE)) {
    const [, said = '', rest = ''] = LAST_PART.exec(sentence.trim()) ?? [];
    if (rest === '' || (readCues(said) & REQUESTS) === 0) continue;
    if ((readCues(rest) & ATTACHED_CUES) === 0 && !isFirstPerson(rest)) return true;
  }
  return false;
}

/**
 * Whether a line makes a request instead of reporting one.
 *
 * @param leads whether it has a link or button for the request
 */
export function isAsking(text: string, leads: boolean): boolean {
  if (!leads && isReported(text)) return false;
  let all = 0;
  let told = 0;
  let isOwn = false;
  let begins = false;
  for (const clause of readClauses(unquote(text))) {
    all += clause.length;
    if ((clause.cues & ATTACHED_CUES) === 0 && !clause.isOwn) told += clause.length;
    if ((clause.cues & REQUESTS) === 0) continue;
    isOwn ||= clause.isOwn;
    begins ||= (clause.opening & REQUESTS) !== 0;
  }
  if (told > all * (isOwn || leads ? MAX_REPORT_SHARE_OWN : MAX_REPORT_SHARE)) return false;
  return isOwn || (begins && (leads || all <= SHORT));
}
