/*
 * A prefilter: most texts of a page contain no phrase. It rejects them by the beginnings of their words without folding the
 * text. It has false positives, but no false negatives.
 */

/**
 * Beginnings of phrases: one word, two words, or a stem (`abo*`). Each bucket holds a check byte; 0 if empty, `ANY` for
 * several entries.
 */
export interface PhraseSieve {
  words: Uint8Array;
  pairs: Uint8Array;
  stems: Uint8Array;
}

const ANY = 255;

/** Number of hashed letters per word; more letters cause fewer false positives. */
export const HASHED = 6;
export const STEM = 3;
export const BUCKETS = 8192;

const SPACE = 32;

function mixIn(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

function reduce(hash: number): number {
  return (hash ^ (hash >>> 13)) & (BUCKETS - 1);
}

function pairUp(first: number, second: number): number {
  return (Math.imul(first, 0x01000193) ^ second) | 0;
}

/** 1 to 254. */
function checkOf(hash: number): number {
  return ((Math.imul(hash, 0x9e3779b1) >>> 24) % 254) + 1;
}

function put(table: Uint8Array, hash: number): void {
  const at = reduce(hash);
  const there = table[at] ?? 0;
  table[at] = there === 0 || there === checkOf(hash) ? checkOf(hash) : ANY;
}

function has(table: Uint8Array, hash: number): boolean {
  const there = table[reduce(hash)];
  return there !== 0 && (there === ANY || there === checkOf(hash));
}

function hashLetters(text: string, start: number, most: number): number {
  let hash = 0;
  for (let at = start; at < start + most && at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE) break;
    hash = mixIn(hash, code);
  }
  return hash;
}

/** The bucket of a word in folded text, by at most `most` first letters. */
export function hashWord(folded: string, start: number, most: number): number {
  return reduce(hashLetters(folded, start, most));
}

/** Whether a phrase begins with fewer letters than are hashed. */
export function isStem(first: string): boolean {
  return first.length < HASHED && !first.includes(' ');
}

export function makeSieve(): PhraseSieve {
  return {
    words: new Uint8Array(BUCKETS),
    pairs: new Uint8Array(BUCKETS),
    stems: new Uint8Array(BUCKETS),
  };
}

/** @param first the first part of a phrase, folded: each word followed by a space, except a final stem */
export function addToSieve(sieve: PhraseSieve, first: string): void {
  if (isStem(first)) {
    put(sieve.stems, hashLetters(first, 0, STEM));
    return;
  }
  const second = first.indexOf(' ') + 1;
  const next = second === 0 ? '' : first.slice(second);
  const isWhole = next.includes(' ') || next.length >= HASHED;
  const hash = hashLetters(first, 0, HASHED);
  if (isWhole) put(sieve.pairs, pairUp(hash, hashLetters(next, 0, HASHED)));
  else put(sieve.words, hash);
}

/** Folded character codes: 0 separates words, 1 is dropped. */
const TABLE_SIZE = 0x530;
const GAP = 0;
const NOTHING = 1;
let table: Uint16Array | null = null;

function makeTable(): Uint16Array {
  const made = new Uint16Array(TABLE_SIZE);
  for (let code = 0; code < TABLE_SIZE; code++) {
    const letter = String.fromCharCode(code)
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}+/gu, '');
    if (letter === '' || code === 0xad) made[code] = NOTHING;
    else if (/^[a-z0-9+/\u0080-\u1fff]/.test(letter) && !'«»·¡¿'.includes(letter) && letter.trim() !== '')
      made[code] = letter.charCodeAt(0);
  }
  return made;
}

function foldCode(code: number, letters: Uint16Array): number {
  if (code < TABLE_SIZE) return letters[code] ?? GAP;
  if (code < 0x2000) return code;
  if ((code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff) return NOTHING;
  return (code >= 0x2c00 && code <= 0xd7ff) || (code >= 0xf900 && code <= 0xfdff) ? code : GAP;
}

/** Whether a text may contain a phrase; false is certain. */
export function mayHavePhrase(text: string, { words, pairs, stems }: PhraseSieve): boolean {
  table ??= makeTable();
  const letters = table;
  let hash = 0;
  let length = 0;
  let before = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? GAP : foldCode(text.charCodeAt(at), letters);
    if (code === NOTHING) continue;
    if (code !== GAP) {
      if (length < HASHED) hash = mixIn(hash, code);
      length += 1;
      if (length === STEM && has(stems, hash)) return true;
      continue;
    }
    if (length === 0) continue;
    if (has(words, hash)) return true;
    if (before !== 0 && has(pairs, pairUp(before, hash))) return true;
    before = hash;
    hash = 0;
    length = 0;
  }
  return false;
}
