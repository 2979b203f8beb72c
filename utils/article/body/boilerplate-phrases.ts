import type { BoilerplateBook } from '../../languages/boilerplate-book.ts';

/** The phrases as regular expressions for one block each. */
interface Patterns {
  end: RegExp;
  asking: RegExp;
  line: RegExp;
  pointer: RegExp;
  wall: RegExp;
  credit: RegExp;
  offer: RegExp;
  notice: RegExp;
}

/** Matches nothing. */
const NEVER = '(?!)';

function compile(books: readonly BoilerplateBook[]): Patterns {
  const any = (part: keyof BoilerplateBook): string =>
    books.flatMap((book) => book[part] ?? []).join('|') || NEVER;
  const whole = (part: keyof BoilerplateBook): RegExp => new RegExp(`^(?:${any(part)})$`, 'u');
  return {
    end: whole('endHeadings'),
    asking: whole('askingHeadings'),
    line: whole('lines'),
    pointer: new RegExp(`^[\\s([{*>→»•|-]*(?:${any('pointers')})\\s*${POINTS.source}`, 'iu'),
    wall: new RegExp(`\\b(?:${any('walls')})`, 'i'),
    credit: new RegExp(any('credits'), 'iu'),
    offer: new RegExp(any('offers'), 'iu'),
    notice: new RegExp(`^[^\\p{L}\\p{N}]*(?:${any('notices')})`, 'iu'),
  };
}

/** Characters in pointers to other articles. Few paragraphs have them, and finding them is cheap. */
const POINTS = /[:：>»|–—]/;

let patterns = compile([]);
let learnt: readonly BoilerplateBook[] = [];

/**
 * Loads boilerplate phrases, replacing earlier ones; without them nothing is recognised.
 *
 * @param books the general one, and one or more languages
 */
export function setBoilerplate(books: readonly BoilerplateBook[]): void {
  if (books.length === learnt.length && books.every((book, at) => book === learnt[at])) return;
  learnt = [...books];
  patterns = compile(books);
}

/** @param folded the block, folded */
export const isEndHeading = (folded: string): boolean => folded.length < 70 && patterns.end.test(folded);

/** @param folded the block, folded */
export const isAskingHeading = (folded: string): boolean =>
  folded.length < 70 && patterns.asking.test(folded);

/** @param folded the block, folded */
export const isFurniture = (folded: string): boolean => folded.length < 240 && patterns.line.test(folded);

/** Maximum length of a site's notice, in UTF-16 units. */
const MAX_NOTICE_LENGTH = 600;

/** Control bars of players: two times and hardly any words. */
const PLAYER = /^[^.!?]{0,30}\b\d{1,2}:\d\d[^.!?]{1,30}\d{1,2}:\d\d$/;
const MAX_PLAYER_LENGTH = 80;
const AT_START = /(?:^|\D)0?0:00(?:\D|$)/;

/** @param text the block as printed */
export const isNotice = (text: string): boolean =>
  (text.length < MAX_NOTICE_LENGTH && patterns.notice.test(text)) ||
  (text.length < MAX_PLAYER_LENGTH && PLAYER.test(text) && AT_START.test(text));

/** @param text the block as printed */
export const pointsElsewhere = (text: string): boolean => POINTS.test(text) && patterns.pointer.test(text);

/** @param text the block as printed */
export const saysWall = (text: string): boolean => patterns.wall.test(text);

/** @param text the block as printed */
export const isCreditLine = (text: string): boolean => patterns.credit.test(text);

/** @param text the block as printed */
export const isOfferLine = (text: string): boolean => patterns.offer.test(text);
