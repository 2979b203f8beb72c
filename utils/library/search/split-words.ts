import { foldText } from './fold-text.ts';

/**
 * Scripts written without spaces. Their runs are indexed as overlapping pairs of characters: that finds every
 * word of two or more without a dictionary, and is the usual choice for Chinese and Japanese search.
 */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

const IS_UNSPACED = new RegExp(`^[${UNSPACED}]$`, 'v');
/** Apostrophes and hyphens part words, in texts and queries alike. */
const IS_WORD = /^[\p{L}\p{N}\p{M}]$/v;

/** What a character is to words. */
const UNKNOWN = 0;
const GAP = 1;
const LETTER = 2;
const UNSPACED_LETTER = 3;

/** By code point of the first plane, filled as characters are met: an expression at every character took most of the time. */
const kinds = new Uint8Array(0x10000);

function kindOf(code: number): number {
  const known = code < kinds.length ? kinds[code] : UNKNOWN;
  if (known !== UNKNOWN && known !== undefined) return known;
  const character = String.fromCodePoint(code);
  const kind = IS_UNSPACED.test(character) ? UNSPACED_LETTER : IS_WORD.test(character) ? LETTER : GAP;
  if (code < kinds.length) kinds[code] = kind;
  return kind;
}

/**
 * Folded words, since a library has the same ones again and again. Emptied when full. Only short ones: engines copy
 * those out of their text, of a longer one they would keep the whole text in memory.
 */
const folded = new Map<string, string>();
const FOLDED_KEPT = 50_000;
const FOLDED_LENGTH = 11;

/** A word as it is indexed, `''` for what is none. */
export function foldWord(word: string): string {
  if (word.length > FOLDED_LENGTH) return bareArabic(foldText(word)).slice(0, MAX_TERM);
  const known = folded.get(word);
  if (known !== undefined) return known;
  if (folded.size >= FOLDED_KEPT) folded.clear();
  const term = bareArabic(foldText(word));
  folded.set(word, term);
  return term;
}

/**
 * The Arabic article, alone and with the one-letter words that are written on to it. What is left has two letters at
 * least (Larkey, Ballesteros & Connell 2002, “light8”); the letters for “and” and “in” alone are part of too many words.
 */
const ARTICLE = /^(?:[وبكف]?ال|لل)(?=..)/;

/** An Arabic word as it is looked for: without its article, final letters that are spelt either way made one. */
function bareArabic(term: string): string {
  // Most words are of scripts that come before it.
  if (term < 'ء') return term;
  return term.replace(ARTICLE, '').replace(/ى/g, 'ي').replace(/ة/g, 'ه');
}

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

/** Where a word is, and a number that is the same for the same letters. */
type OnWord = (start: number, end: number, hash: number) => void;

/**
 * Finds the words of a text without taking them out of it.
 *
 * @param onWord called for each run of letters, which is still to be folded
 * @param onTerm called for the terms of scripts without spaces, folded
 */
export function scanWords(text: string, onWord: OnWord, onTerm: OnTerm): void {
  let start = 0;
  let kind = GAP;
  let hash = 0;
  const { length } = text;
  for (let at = 0; at <= length; at += 1) {
    const from = at;
    let next = GAP;
    let code = 0;
    if (at < length) {
      code = text.charCodeAt(at);
      if (code >= 0xd800 && code < 0xdc00) {
        code = text.codePointAt(at) ?? code;
        if (code > 0xffff) at += 1;
      }
      next = kindOf(code);
    }
    if (next !== kind) {
      if (kind === LETTER) onWord(start, from, hash);
      else if (kind === UNSPACED_LETTER) splitRun(text.slice(start, from), start, onTerm);
      start = from;
      kind = next;
      hash = 0;
    }
    hash = Math.imul(hash ^ code, 0x01000193) ^ (hash >>> 15);
  }
}

/** Is this an ASCII letter or digit, and none of those? Folding changes no more of it than its case. */
function isOther(code: number, initials: string): boolean {
  if (code > 0x7f) return false;
  const small = code >= 0x41 && code <= 0x5a ? code + 0x20 : code;
  for (let i = 0; i < initials.length; i += 1) if (initials.charCodeAt(i) === small) return false;
  return true;
}

/**
 * Splits text into folded terms.
 *
 * @param text any text in any script
 * @param onTerm called in order of the text
 * @param initials ASCII letters, small, and digits: words with another one at their beginning are left out, those that
 *   begin otherwise never are; a word need not be taken out of the text and folded to know that much. All by default
 */
export function splitWords(text: string, onTerm: OnTerm, initials: string | null = null): void {
  const onWord: OnWord = (start, end) => {
    if (initials !== null && isOther(text.charCodeAt(start), initials)) return;
    const term = foldWord(text.slice(start, end));
    if (term !== '') onTerm(term, start, end);
  };
  scanWords(text, onWord, onTerm);
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
