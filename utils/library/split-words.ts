import { foldText } from './fold-text.ts';

/**
 * Scripts written without spaces. Their runs are indexed as overlapping pairs of characters: that finds every
 * word of two or more without a dictionary, and is the usual choice for Chinese and Japanese search.
 */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

/** A run of an unspaced script (group 1), or a word. Apostrophes and hyphens part words, in texts and queries alike. */
const WORD = new RegExp(`([${UNSPACED}]+)|[[\\p{L}\\p{N}\\p{M}]--[${UNSPACED}]]+`, 'gv');

/** Longer terms are junk (addresses, encoded data) and are cut. */
const MAX_TERM = 40;

/** Called for each term with its place in the text as it was given, in UTF-16 units. */
type OnTerm = (term: string, start: number, end: number) => void;

/** Pairs of neighbours, and the last character alone, so that each character begins some term. */
function splitRun(run: string, offset: number, onTerm: OnTerm): void {
  const characters = [...run];
  let at = offset;
  for (let i = 0; i < characters.length; i += 1) {
    const first = characters[i] ?? '';
    const second = characters[i + 1] ?? '';
    onTerm(foldText(first + second), at, at + first.length + second.length);
    at += first.length;
  }
}

/**
 * Splits text into folded terms.
 *
 * @param text any text in any script
 * @param onTerm called in order of the text
 */
export function splitWords(text: string, onTerm: OnTerm): void {
  for (const match of text.matchAll(WORD)) {
    const word = match[0];
    if (match[1] !== undefined) {
      splitRun(word, match.index, onTerm);
      continue;
    }
    const term = foldText(word).slice(0, MAX_TERM);
    if (term !== '') onTerm(term, match.index, match.index + word.length);
  }
}

/**
 * The terms of a search query. A lone final character of an unspaced run is dropped: its pair says more.
 *
 * @returns distinct terms in order
 */
export function splitQuery(query: string): string[] {
  const terms: string[] = [];
  let runEnd = -1;
  splitWords(query, (term, _start, end) => {
    // Of a run `ABC` the terms are AB, BC, C; the last lies inside the one before.
    const isTail = runEnd !== -1 && end <= runEnd;
    runEnd = end;
    if (!isTail && !terms.includes(term)) terms.push(term);
  });
  return terms;
}
