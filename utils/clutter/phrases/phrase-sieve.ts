/*
 * A prefilter similar to a Bloom filter. It rejects most texts without a phrase by the first letters of their words, without
 * normalising the text. It has false positives, but no false negatives.
 */

/**
 * Hash tables of the beginnings of phrases: one word, two words, or a stem (`abo*`). Each bucket contains a check byte of its
 * entry, 0 if it is empty, or `ANY` if there are several entries.
 */
export interface PhraseSieve {
  words: Uint8Array;
  pairs: Uint8Array;
  stems: Uint8Array;
}

const SEVERAL = 255;

/** Number of hashed letters per word and per stem. More letters would cause fewer false positives. */
export const HASHED_LETTERS = 6;
export const STEM_LETTERS = 3;
/** Number of buckets per table; a power of two. */
export const BUCKET_COUNT = 8192;

const SPACE = 32;

function addToHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

function bucketOf(hash: number): number {
  return (hash ^ (hash >>> 13)) & (BUCKET_COUNT - 1);
}

function combineHashes(first: number, second: number): number {
  return (Math.imul(first, 0x01000193) ^ second) | 0;
}

/** Returns a check byte from 1 to 254. */
function checkByteOf(hash: number): number {
  return ((Math.imul(hash, 0x9e3779b1) >>> 24) % 254) + 1;
}

function addEntry(table: Uint8Array, hash: number): void {
  const at = bucketOf(hash);
  const entry = table[at] ?? 0;
  table[at] = entry === 0 || entry === checkByteOf(hash) ? checkByteOf(hash) : SEVERAL;
}

function mayContain(table: Uint8Array, hash: number): boolean {
  const entry = table[bucketOf(hash)];
  return entry !== 0 && (entry === SEVERAL || entry === checkByteOf(hash));
}

function hashLetters(text: string, start: number, maxLetters: number): number {
  let hash = 0;
  for (let at = start; at < start + maxLetters && at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE) break;
    hash = addToHash(hash, code);
  }
  return hash;
}

/** Returns the bucket of a word in normalised text, from at most `maxLetters` letters. */
export function hashWord(folded: string, start: number, maxLetters: number): number {
  return bucketOf(hashLetters(folded, start, maxLetters));
}

/** Whether the first part of a phrase is a stem with fewer letters than are hashed for a word. */
export function isStem(first: string): boolean {
  return first.length < HASHED_LETTERS && !first.includes(' ');
}

export function createSieve(): PhraseSieve {
  return {
    words: new Uint8Array(BUCKET_COUNT),
    pairs: new Uint8Array(BUCKET_COUNT),
    stems: new Uint8Array(BUCKET_COUNT),
  };
}

/**
 * Adds a phrase to the sieve.
 *
 * @param first the first part of the phrase, normalised: each word is followed by a space, except a final stem
 */
export function addToSieve(sieve: PhraseSieve, first: string): void {
  if (isStem(first)) {
    addEntry(sieve.stems, hashLetters(first, 0, STEM_LETTERS));
    return;
  }
  const second = first.indexOf(' ') + 1;
  const next = second === 0 ? '' : first.slice(second);
  const isPair = next.includes(' ') || next.length >= HASHED_LETTERS;
  const hash = hashLetters(first, 0, HASHED_LETTERS);
  if (isPair) addEntry(sieve.pairs, combineHashes(hash, hashLetters(next, 0, HASHED_LETTERS)));
  else addEntry(sieve.words, hash);
}

/** The table has the normalised character for each code below this. `GAP` separates words, `NOTHING` is skipped. */
const TABLE_SIZE = 0x530;
const GAP = 0;
const SKIP = 1;
let foldTable: Uint16Array | null = null;

function createFoldTable(): Uint16Array {
  const created = new Uint16Array(TABLE_SIZE);
  for (let code = 0; code < TABLE_SIZE; code++) {
    const letter = String.fromCharCode(code)
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}+/gu, '');
    if (letter === '' || code === 0xad) created[code] = SKIP;
    else if (/^[a-z0-9+/\u0080-\u1fff]/.test(letter) && !'«»·¡¿'.includes(letter) && letter.trim() !== '')
      created[code] = letter.charCodeAt(0);
  }
  return created;
}

function foldCode(code: number, letters: Uint16Array): number {
  if (code < TABLE_SIZE) return letters[code] ?? GAP;
  if (code < 0x2000) return code;
  if ((code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff) return SKIP;
  return (code >= 0x2c00 && code <= 0xd7ff) || (code >= 0xf900 && code <= 0xfdff) ? code : GAP;
}

/** Whether a text may contain a phrase. Has false positives, but no false negatives. */
export function mayContainPhrase(text: string, { words, pairs, stems }: PhraseSieve): boolean {
  foldTable ??= createFoldTable();
  const letters = foldTable;
  let hash = 0;
  let length = 0;
  let previousHash = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? GAP : foldCode(text.charCodeAt(at), letters);
    if (code === SKIP) continue;
    if (code !== GAP) {
      if (length < HASHED_LETTERS) hash = addToHash(hash, code);
      length += 1;
      if (length === STEM_LETTERS && mayContain(stems, hash)) return true;
      continue;
    }
    if (length === 0) continue;
    if (mayContain(words, hash)) return true;
    if (previousHash !== 0 && mayContain(pairs, combineHashes(previousHash, hash))) return true;
    previousHash = hash;
    hash = 0;
    length = 0;
  }
  return false;
}
