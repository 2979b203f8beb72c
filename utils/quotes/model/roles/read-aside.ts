import { GROUP, PERSON, TITLE } from '../lexicon.ts';
import type { Lexicon } from '../types.ts';

/** How far a bracket is read; in UTF-16 units. */
const LONGEST_ASIDE = 120;

/** The role in brackets behind a name that ends at `end`: "Dana Reed (harbour master, 47)", as offsets. */
export function readAside(
  text: string,
  end: number,
  lexicon: Lexicon,
): { start: number; end: number } | null {
  const aside = /^\s?\(([^()\n]*)\)/.exec(text.slice(end, end + LONGEST_ASIDE));
  if (!aside?.[1]) return null;
  let start = end + aside[0].indexOf('(') + 1;
  for (const piece of aside[1].split(/[,;]/)) {
    const words = piece.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
    const says = (word: string) =>
      (lexicon.classOf(word.toLowerCase()) & (PERSON | TITLE)) !== 0 &&
      (lexicon.classOf(word.toLowerCase()) & GROUP) === 0;
    if (words.some(says) && words.length < 9) {
      const from = start + piece.search(/\S/);
      return { start: from, end: from + piece.trim().length };
    }
    start += piece.length + 1;
  }
  return null;
}
