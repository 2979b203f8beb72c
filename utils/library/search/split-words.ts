import { normaliseText } from './fold-text.ts';

/**
 * Scripts without spaces. Their runs are indexed as overlapping pairs of characters: this finds every word of two or
 * more characters without a dictionary, and is common for Chinese and Japanese search.
 */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

const IS_UNSPACED = new RegExp(`^[${UNSPACED}]$`, 'v');
/** Apostrophes and hyphens separate words, in texts and queries. */
const IS_WORD = /^[\p{L}\p{N}\p{M}]$/v;

/** Kinds of characters. */
const UNKNOWN = 0;
const GAP = 1;
const LETTER = 2;
const UNSPACED_LETTER = 3;

/**
 * By code point of the first plane, filled as characters occur: matching a regular expression for every character took
 * most of the time.
 */
const kinds = new Uint8Array(0x10000);

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xdc00;

function getCharacterKind(code: number): number {
  const character = String.fromCodePoint(code);
  const kind = IS_UNSPACED.test(character) ? UNSPACED_LETTER : IS_WORD.test(character) ? LETTER : GAP;
  // Both halves of a pair stay unknown, because the pair decides.
  if (code < kinds.length && !isHighSurrogate(code)) kinds[code] = kind;
  return kind;
}

/**
 * Cache of normalised words, since the same ones recur in a library. Cleared when full. Only short words, because
 * engines copy them; a longer one would keep its whole text in memory.
 */
const normalisedWords = new Map<string, string>();
const MAX_CACHED_WORDS = 50_000;
const MAX_CACHED_LENGTH = 11;

/** Whether a word consists of small ASCII letters and digits, which normalising leaves as they are. */
function isNormalised(word: string): boolean {
  for (let i = 0; i < word.length; i += 1) {
    const unit = word.charCodeAt(i);
    if ((unit < 0x61 || unit > 0x7a) && (unit < 0x30 || unit > 0x39)) return false;
  }
  return true;
}

/** A word as it is indexed; `''` if it is not a word. */
function normaliseWord(word: string): string {
  // Most words, and faster than the cache.
  if (isNormalised(word)) return word.slice(0, MAX_TERM_LENGTH);
  if (word.length > MAX_CACHED_LENGTH) return normaliseArabic(normaliseText(word)).slice(0, MAX_TERM_LENGTH);
  const cached = normalisedWords.get(word);
  if (cached !== undefined) return cached;
  if (normalisedWords.size >= MAX_CACHED_WORDS) normalisedWords.clear();
  const term = normaliseArabic(normaliseText(word));
  normalisedWords.set(word, term);
  return term;
}

/**
 * The Arabic article, alone and with the one-letter words that are attached to it. At least two letters must remain
 * (Larkey, Ballesteros & Connell 2002, “light8”); the letters for “and” and “in” alone are not removed, because they
 * begin too many words.
 */
const ARABIC_ARTICLE = /^(?:[وبكف]?ال|لل)(?=..)/;

/** An Arabic word as it is indexed: without the article, and with unified final letters that have two spellings. */
function normaliseArabic(term: string): string {
  // Most scripts come before Arabic.
  if (term < 'ء') return term;
  return term.replace(ARABIC_ARTICLE, '').replace(/ى/g, 'ي').replace(/ة/g, 'ه');
}

/** Longer terms are not words (addresses, encoded data) and are cut. */
const MAX_TERM_LENGTH = 40;

/** Called for each term with its range in the original text, in UTF-16 units. */
type OnTerm = (term: string, start: number, end: number) => void;

/** Pairs of adjacent characters, and the last character alone, so that each character begins a term. */
function splitRun(run: string, offset: number, onTerm: OnTerm): void {
  const characters = [...run];
  let at = offset;
  for (let i = 0; i < characters.length; i += 1) {
    const first = characters[i] ?? '';
    const second = characters[i + 1] ?? '';
    onTerm(normaliseText(first + second), at, at + first.length + second.length);
    at += first.length;
  }
}

/**
 * Splits a text into normalised terms.
 *
 * @param text any text in any script
 * @param onTerm called in text order
 */
export function splitWords(text: string, onTerm: OnTerm): void {
  let start = 0;
  let kind = GAP;
  const { length } = text;
  for (let at = 0; at <= length; at += 1) {
    const from = at;
    const unit = text.charCodeAt(at);
    // Most characters have occurred before, and few are one of a pair. At the end, `unit` is not a number.
    let next = kinds[unit] ?? GAP;
    if (next === UNKNOWN) {
      const code = text.codePointAt(at) ?? unit;
      if (code > 0xffff) at += 1;
      next = getCharacterKind(code);
    }
    if (next === kind) continue;
    if (kind === LETTER) {
      const term = normaliseWord(text.slice(start, from));
      if (term !== '') onTerm(term, start, from);
    } else if (kind === UNSPACED_LETTER) splitRun(text.slice(start, from), start, onTerm);
    start = from;
    kind = next;
  }
}

/**
 * The terms of a search query. A single final character of an unspaced run is dropped, since its pair is more specific.
 *
 * @returns distinct terms in order
 */
export function splitQuery(query: string): string[] {
  const terms: string[] = [];
  let runEnd = -1;
  splitWords(query, (term, _start, end) => {
    // The terms of a run `ABC` are AB, BC and C; the last one is contained in the previous one.
    const isTail = runEnd !== -1 && end <= runEnd;
    runEnd = end;
    if (!isTail && !terms.includes(term)) terms.push(term);
  });
  return terms;
}
