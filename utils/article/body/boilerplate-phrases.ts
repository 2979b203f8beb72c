import type { BoilerplateBook } from '../../languages/boilerplate-book.ts';

/** The phrases of the loaded languages as regular expressions. Each is tested against the text of one block. */
interface Patterns {
  end: RegExp;
  promoHeading: RegExp;
  line: RegExp;
  pointer: RegExp;
  wall: RegExp;
  credit: RegExp;
  offer: RegExp;
  notice: RegExp;
}

/** A pattern that never matches. */
const NEVER_MATCHES = '(?!)';

function compile(books: readonly BoilerplateBook[]): Patterns {
  const joinPhrases = (part: keyof BoilerplateBook): string =>
    books.flatMap((book) => book[part] ?? []).join('|') || NEVER_MATCHES;
  const compileWhole = (part: keyof BoilerplateBook): RegExp => new RegExp(`^(?:${joinPhrases(part)})$`, 'u');
  return {
    end: compileWhole('endHeadings'),
    promoHeading: compileWhole('askingHeadings'),
    line: compileWhole('lines'),
    pointer: new RegExp(
      `^[\\s([{*>→»•|-]*(?:${joinPhrases('pointers')})\\s*${POINTER_CHARACTER.source}`,
      'iu',
    ),
    wall: new RegExp(`\\b(?:${joinPhrases('walls')})`, 'i'),
    credit: new RegExp(joinPhrases('credits'), 'iu'),
    offer: new RegExp(joinPhrases('offers'), 'iu'),
    notice: new RegExp(`^[^\\p{L}\\p{N}]*(?:${joinPhrases('notices')})`, 'iu'),
  };
}

/** Matches characters that pointers to other articles contain. A quick check, since few other paragraphs have them. */
const POINTER_CHARACTER = /[:：>»|–—]/;

let patterns = compile([]);
let loadedBooks: readonly BoilerplateBook[] = [];

/**
 * Loads boilerplate phrases, which replace the previous ones. Until it is called, nothing is recognised.
 *
 * @param books the general phrases, and those of one or more languages
 */
export function setBoilerplate(books: readonly BoilerplateBook[]): void {
  if (books.length === loadedBooks.length && books.every((book, at) => book === loadedBooks[at])) return;
  loadedBooks = [...books];
  patterns = compile(books);
}

/** @param folded the text of the block, normalised */
export const isEndHeading = (folded: string): boolean => folded.length < 70 && patterns.end.test(folded);

/** @param folded the text of the block, normalised */
export const isPromoHeading = (folded: string): boolean =>
  folded.length < 70 && patterns.promoHeading.test(folded);

/** @param folded the text of the block, normalised */
export const isBoilerplateLine = (folded: string): boolean =>
  folded.length < 240 && patterns.line.test(folded);

/** Maximum length of a site's notice, in UTF-16 code units. */
const MAX_NOTICE_LENGTH = 600;

/** Matches the control bar of a player: two times and hardly any words. */
const PLAYER_CONTROLS = /^[^.!?]{0,30}\b\d{1,2}:\d\d[^.!?]{1,30}\d{1,2}:\d\d$/;
const MAX_PLAYER_LENGTH = 80;
const ZERO_TIME = /(?:^|\D)0?0:00(?:\D|$)/;

/** @param text the original text of the block */
export const isNotice = (text: string): boolean =>
  (text.length < MAX_NOTICE_LENGTH && patterns.notice.test(text)) ||
  (text.length < MAX_PLAYER_LENGTH && PLAYER_CONTROLS.test(text) && ZERO_TIME.test(text));

/** @param text the original text of the block */
export const isPointerElsewhere = (text: string): boolean =>
  POINTER_CHARACTER.test(text) && patterns.pointer.test(text);

/** @param text the original text of the block */
export const hasWallPhrase = (text: string): boolean => patterns.wall.test(text);

/** @param text the original text of the block */
export const isCreditLine = (text: string): boolean => patterns.credit.test(text);

/** @param text the original text of the block */
export const isOfferLine = (text: string): boolean => patterns.offer.test(text);
