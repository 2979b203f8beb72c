import type { BoilerplateBook } from './boilerplate/boilerplate-book.ts';
import { everywhere } from './boilerplate/everywhere.ts';

/** The books as patterns for one block each. */
interface Patterns {
  end: RegExp;
  asking: RegExp;
  line: RegExp;
  pointer: RegExp;
  wall: RegExp;
}

function compile(books: readonly BoilerplateBook[]): Patterns {
  const whole = (list: readonly string[]): RegExp => new RegExp(`^(?:${list.join('|') || '(?!)'})$`, 'u');
  const walls = books.flatMap((book) => book.walls ?? []).join('|');
  const pointers = books.flatMap((book) => book.pointers).join('|');
  return {
    end: whole(books.flatMap((book) => book.endHeadings)),
    asking: whole(books.flatMap((book) => book.askingHeadings ?? [])),
    line: whole(books.flatMap((book) => book.lines ?? [])),
    pointer: new RegExp(`^[\\s([{*>→»•|-]*(?:${pointers})\\s*[:：>»|–—]`, 'iu'),
    wall: new RegExp(`\\b(?:${walls})`, 'i'),
  };
}

let patterns = compile([everywhere]);

/**
 * Learns what sites print in some languages, in place of those learnt before. Without this only what is printed
 * everywhere is known.
 */
export function learnBoilerplate(books: readonly BoilerplateBook[]): void {
  patterns = compile([everywhere, ...books]);
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
