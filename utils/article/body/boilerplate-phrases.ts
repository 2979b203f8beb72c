import type { BoilerplateBook } from '../../languages/boilerplate-book.ts';

/** The books as patterns for one block each. */
interface Patterns {
  end: RegExp;
  asking: RegExp;
  line: RegExp;
  pointer: RegExp;
  wall: RegExp;
  credit: RegExp;
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
    pointer: new RegExp(`^[\\s([{*>→»•|-]*(?:${any('pointers')})\\s*[:：>»|–—]`, 'iu'),
    wall: new RegExp(`\\b(?:${any('walls')})`, 'i'),
    credit: new RegExp(any('credits'), 'iu'),
  };
}

let patterns = compile([]);

/**
 * Learns what sites print, in place of what was learnt before; without this nothing is known.
 *
 * @param books what is printed everywhere, and one or more languages
 */
export function learnBoilerplate(books: readonly BoilerplateBook[]): void {
  patterns = compile(books);
}

/** @param folded the block, folded */
export const isEndHeading = (folded: string): boolean => folded.length < 70 && patterns.end.test(folded);

/** @param folded the block, folded */
export const isAskingHeading = (folded: string): boolean =>
  folded.length < 70 && patterns.asking.test(folded);

/** @param folded the block, folded */
export const isFurniture = (folded: string): boolean => folded.length < 240 && patterns.line.test(folded);

/** @param text the block as printed */
export const pointsElsewhere = (text: string): boolean => patterns.pointer.test(text);

/** @param text the block as printed */
export const saysWall = (text: string): boolean => patterns.wall.test(text);

/** @param text the block as printed */
export const isCreditLine = (text: string): boolean => patterns.credit.test(text);
