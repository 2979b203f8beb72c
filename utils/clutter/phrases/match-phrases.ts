import {
  addToSieve,
  BUCKETS,
  HASHED,
  hashWord,
  isStem,
  makeSieve,
  type PhraseSieve,
  STEM,
} from './phrase-sieve.ts';

/** One phrase, folded and split at its gaps. */
interface CompiledPhrase {
  bit: number;
  parts: readonly string[];
  atStart: boolean;
  atEnd: boolean;
}

type Buckets = (CompiledPhrase[] | undefined)[];

/** Phrases hashed by their beginnings; made by `compilePhrases`. */
export interface PhraseIndex {
  /** By a hash of the first letters of their first word. */
  words: Buckets;
  /** Phrases with a shorter stem (`abo*`), by a hash of three letters. */
  stems: Buckets;
  sieve: PhraseSieve;
}

/** A phrase that would match nothing or everything. */
export class PhraseError extends Error {
  override name = 'PhraseError';
}

const GAP_LENGTH = 40;
const BAR = 124;

/** Letters that only need lower-casing, and usual punctuation. */
const PLAIN = /^[\0-~\u2010-\u2027]*$/;
/** Accented Latin letters and punctuation, which need fewer checks in a third of the time. */
const LATIN = /^[\0-\u036f\u2000-\u20cf]*$/;
const LATIN_MARKS = /[\u0300-\u036f\u00ad\u200b-\u200d\u2060]+/g;
const MARKS = /[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+/gu;

/** Lower-cases and removes accents and invisible characters (soft hyphens, joiners). */
function foldLetters(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower.normalize('NFD').replace(LATIN.test(lower) ? LATIN_MARKS : MARKS, '');
}

/** Characters of words, including ends of sentences. */
const LETTERS = 'a-z0-9|+/\\u0080-\\u1fff\\u2c00-\\ud7ff\\uf900-\\ufdff';
/** All other characters except the frequent single space between words. */
const OTHER = new RegExp(` ?[^ ${LETTERS}][^${LETTERS}]*| {2,}[^${LETTERS}]*`, 'g');

/**
 * Normalises text for matching phrases: lower case, no accents, words separated by one space, sentences by ` | `, with both
 * at the ends too.
 */
export function foldText(text: string): string {
  const folded = foldLetters(text)
    .replace(/[.!?¡¿:;|•·»«"“”„()\n–—…]+/g, ' | ')
    .replace(OTHER, ' ');
  const trimmed = `| ${folded.trim()} |`;
  return trimmed.includes('| |') ? trimmed.replace(/\|[ |]+\|/g, '|') : trimmed;
}

/** @param source folded by `foldLetters`, words separated by one space */
function compilePhrase(source: string, bit: number): CompiledPhrase {
  const atStart = source.startsWith('^');
  const atEnd = source.endsWith('$');
  const text = source.slice(atStart ? 1 : 0, atEnd ? -1 : undefined);
  const pieces = text.includes('…') || text.includes('* ') ? text.replaceAll('* ', '*…').split('…') : [text];
  const parts = pieces.map((piece) => {
    const words = piece.trim();
    if (words.length < 2) throw new PhraseError(`Too short to tell anything: "${source}"`);
    return words.endsWith('*') ? words.slice(0, -1) : `${words} `;
  });
  return { bit, parts, atStart, atEnd };
}

/**
 * Builds an index of the phrases of several books.
 *
 * @param names the cues in the order of their bits, at most 30
 * @throws PhraseError if a phrase is too short to mean anything
 */
export function compilePhrases<Name extends string>(
  names: readonly Name[],
  books: readonly Readonly<Record<Name, readonly string[]>>[],
): PhraseIndex {
  const index: PhraseIndex = {
    words: Array.from({ length: BUCKETS }),
    stems: Array.from({ length: BUCKETS }),
    sieve: makeSieve(),
  };
  for (const book of books) {
    names.forEach((name, bit) => {
      for (const source of book[name]) {
        const phrase = compilePhrase(foldLetters(source), 1 << bit);
        const first = phrase.parts[0] ?? '';
        addToSieve(index.sieve, first);
        const buckets = isStem(first) ? index.stems : index.words;
        const key = hashWord(first, 0, isStem(first) ? STEM : HASHED);
        const list = buckets[key];
        if (list) list.push(phrase);
        else buckets[key] = [phrase];
      }
    });
  }
  return index;
}

function matchesAt(folded: string, start: number, phrase: CompiledPhrase): boolean {
  if (phrase.atStart && folded.charCodeAt(start - 2) !== BAR) return false;
  let end = start;
  let first = true;
  for (const part of phrase.parts) {
    if (first) {
      if (!folded.startsWith(part, start)) return false;
      end = start + part.length;
      first = false;
      continue;
    }
    const window = folded.slice(end - 1, end + GAP_LENGTH + part.length);
    const at = window.indexOf(` ${part}`);
    if (at < 0 || window.slice(0, at + 1).includes('|')) return false;
    end += at + part.length;
  }
  return !phrase.atEnd || folded.charCodeAt(end) === BAR;
}

/**
 * The cues of a folded text, as bits in the order of the names in `compilePhrases`.
 *
 * @param end phrases that begin there or later are ignored
 */
export function matchPhrases(folded: string, { words, stems }: PhraseIndex, end = folded.length): number {
  let bits = 0;
  for (let at = 2; at > 0 && at < end; at = folded.indexOf(' ', at) + 1) {
    const whole = words[hashWord(folded, at, HASHED)];
    if (whole !== undefined) bits |= matchAny(folded, at, whole, bits);
    const begun = stems[hashWord(folded, at, STEM)];
    if (begun !== undefined) bits |= matchAny(folded, at, begun, bits);
  }
  return bits;
}

function matchAny(folded: string, at: number, phrases: readonly CompiledPhrase[], known: number): number {
  let bits = known;
  for (const phrase of phrases) {
    if ((bits & phrase.bit) === 0 && matchesAt(folded, at, phrase)) bits |= phrase.bit;
  }
  return bits;
}
