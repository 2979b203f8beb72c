/**
 * Fingerprints of quotes, by which quotes with a run of words in common are found without comparing each with each:
 * hashes of four-word shingles, thinned out by winnowing (Schleimer, Wilkerson & Aiken 2003), which keeps at least one
 * of any six words in a row.
 */
import { type QuoteTokens, WORD } from './quote-tokens.ts';

/** Quotes with fewer words are phrases that anybody may use. */
export const SHORTEST = 6 * WORD;
/** Of a shingle: short, so that an edit spoils few of them. */
const SHINGLE = 4 * WORD;
/** The least hash of all shingles that begin within so many units is kept. */
const WINDOW = SHORTEST - SHINGLE + 1;

/** 32 bits, FNV-1a. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

/** Spreads what differs in a few bits (the finaliser of MurmurHash3, public domain). */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Hashes of the shingles, and how many units stand before each. */
function hashShingles({ words, units }: QuoteTokens): { hashes: number[]; offsets: number[] } {
  const own = words.map(hashWord);
  const hashes: number[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (let first = 0; first < words.length; first += 1) {
    let size = 0;
    let hash = 0;
    for (let at = first; size < SHINGLE && at < words.length; at += 1) {
      size += units[at] ?? 0;
      hash = mix(Math.imul(hash, 31) + (own[at] ?? 0));
    }
    if (size < SHINGLE) break;
    hashes.push(hash);
    offsets.push(offset);
    offset += units[first] ?? 0;
  }
  return { hashes, offsets };
}

/**
 * The fingerprints of a quote.
 *
 * @returns distinct numbers of 32 bits; none for a quote that is too short
 */
export function fingerprintsOf(tokens: QuoteTokens): number[] {
  if (tokens.size < SHORTEST) return [];
  const { hashes, offsets } = hashShingles(tokens);
  const kept = new Set<number>();
  const last = offsets.at(-1) ?? 0;
  for (let from = 0; from < hashes.length; from += 1) {
    const end = (offsets[from] ?? 0) + WINDOW;
    // A window that reaches over the end has its least hash in the ones before it, or need not have one.
    if (from > 0 && end > last + WORD) break;
    let least = Number.POSITIVE_INFINITY;
    for (let at = from; at < hashes.length && (offsets[at] ?? 0) < end; at += 1)
      least = Math.min(least, hashes[at] ?? least);
    kept.add(least);
  }
  return [...kept];
}
