import type { BoilerplateBook } from '../../languages/boilerplate-book.ts';

/** The books as patterns for one block each. */
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

/** What a pointer ends in: hardly any paragraph has it, and looking for it is cheap. */
const POINTS = /[:：>»|–—]/;

let patterns = compile([]);
let learnt: readonly BoilerplateBook[] = [];

/**
 * Learns what sites print, in place of what was learnt before; without this nothing is known.
 *
 * @param books what is printed everywhere, and one or more languages
 */
export function learnBoilerplate(books: readonly BoilerplateBook[]): void {
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

/** A note of the site's is a few sentences; in UTF-16 units. */
const LONGEST_NOTICE = 600;

/** Bars of players: two times of the clock, and next to no words. */
const PLAYER = /^[^.!?]{0,30}\b\d{1,2}:\d\d[^.!?]{1,30}\d{1,2}:\d\d$/;
const LONGEST_PLAYER = 80;
const AT_START = /(?:^|\D)0?0:00(?:\D|$)/;

/** @param text the block as printed */
export const isNotice = (text: string): boolean =>
  (text.length < LONGEST_NOTICE && patterns.notice.test(text)) ||
  (text.length < LONGEST_PLAYER && PLAYER.test(text) && AT_START.test(text));

/** @param text the block as printed */
export const pointsElsewhere = (text: string): boolean => POINTS.test(text) && patterns.pointer.test(text);

/** @param text the block as printed */
export const saysWall = (text: string): boolean => patterns.wall.test(text);

/** @param text the block as printed */
export const isCreditLine = (text: string): boolean => patterns.credit.test(text);

/** @param text the block as printed */
export const isOfferLine = (text: string): boolean => patterns.offer.test(text);
