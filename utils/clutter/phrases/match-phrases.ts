import {
  addToSieve,
  BUCKET_COUNT,
  createSieve,
  HASHED_LETTERS,
  hashWord,
  isStem,
  type PhraseSieve,
  STEM_LETTERS,
} from './phrase-sieve.ts';

/** One phrase, normalised and split at its gaps. */
interface CompiledPhrase {
  bit: number;
  parts: readonly string[];
  isAtStart: boolean;
  isAtEnd: boolean;
}

type Buckets = (CompiledPhrase[] | undefined)[];

/** Phrases hashed by their first letters; created by `compilePhrases`. */
export interface PhraseIndex {
  /** Buckets by a hash of the first six letters. */
  words: Buckets;
  /** Buckets of phrases with a shorter stem (`abo*`), by a hash of three letters. */
  stems: Buckets;
  sieve: PhraseSieve;
}

/** A phrase is too short. */
export class PhraseError extends Error {
  override name = 'PhraseError';
}

/** Maximum length of the text that `…` in a phrase matches, in characters. */
const MAX_GAP_LENGTH = 40;
/** Character code of `|`. */
const BAR = 124;

/** Text with ASCII letters and usual punctuation, which only needs to be lower-cased. */
const ASCII_TEXT = /^[\0-~\u2010-\u2027]*$/;
/** Text with Latin letters and punctuation, for which a simpler pattern suffices that takes a third of the time. */
const LATIN_TEXT = /^[\0-\u036f\u2000-\u20cf]*$/;
const LATIN_MARKS = /[\u0300-\u036f\u00ad\u200b-\u200d\u2060]+/g;
const ALL_MARKS = /[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+/gu;

/** Converts to lower case, and removes accents and invisible characters (soft hyphens, joiners). */
function foldLetters(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII_TEXT.test(lower)) return lower;
  return lower.normalize('NFD').replace(LATIN_TEXT.test(lower) ? LATIN_MARKS : ALL_MARKS, '');
}

/** Characters of words, and `|`, which separates sentences. For a character class. */
const WORD_CHARACTERS = 'a-z0-9|+/\\u0080-\\u1fff\\u2c00-\\ud7ff\\uf900-\\ufdff';
/** Matches all other characters except single spaces between words, which are frequent. */
const NON_WORD = new RegExp(
  ` ?[^ ${WORD_CHARACTERS}][^${WORD_CHARACTERS}]*| {2,}[^${WORD_CHARACTERS}]*`,
  'g',
);

/**
 * Normalises text for matching phrases: lower case, no accents, words separated by single spaces, and clauses by ` | `. Also
 * starts with `| ` and ends with ` |`.
 */
export function foldText(text: string): string {
  const folded = foldLetters(text)
    .replace(/[.!?¡¿:;|•·»«"“”„()\n–—…]+/g, ' | ')
    .replace(NON_WORD, ' ');
  const trimmed = `| ${folded.trim()} |`;
  return trimmed.includes('| |') ? trimmed.replace(/\|[ |]+\|/g, '|') : trimmed;
}

/** @param source normalised by `foldLetters`, with words separated by single spaces */
function compilePhrase(source: string, bit: number): CompiledPhrase {
  const isAtStart = source.startsWith('^');
  const isAtEnd = source.endsWith('$');
  const text = source.slice(isAtStart ? 1 : 0, isAtEnd ? -1 : undefined);
  const pieces = text.includes('…') || text.includes('* ') ? text.replaceAll('* ', '*…').split('…') : [text];
  const parts = pieces.map((piece) => {
    const words = piece.trim();
    if (words.length < 2) throw new PhraseError(`Phrase is too short: "${source}"`);
    return words.endsWith('*') ? words.slice(0, -1) : `${words} `;
  });
  return { bit, parts, isAtStart, isAtEnd };
}

/**
 * Builds an index of the phrases of several books.
 *
 * @param names the cues in the order of their bits, at most 30
 * @throws PhraseError if a phrase is too short
 */
export function compilePhrases<Name extends string>(
  names: readonly Name[],
  books: readonly Readonly<Record<Name, readonly string[]>>[],
): PhraseIndex {
  const index: PhraseIndex = {
    words: Array.from({ length: BUCKET_COUNT }),
    stems: Array.from({ length: BUCKET_COUNT }),
    sieve: createSieve(),
  };
  for (const book of books) {
    names.forEach((name, bit) => {
      for (const source of book[name]) {
        const phrase = compilePhrase(foldLetters(source), 1 << bit);
        const firstPart = phrase.parts[0] ?? '';
        addToSieve(index.sieve, firstPart);
        const buckets = isStem(firstPart) ? index.stems : index.words;
        const key = hashWord(firstPart, 0, isStem(firstPart) ? STEM_LETTERS : HASHED_LETTERS);
        const list = buckets[key];
        if (list) list.push(phrase);
        else buckets[key] = [phrase];
      }
    });
  }
  return index;
}

function matchesAt(folded: string, start: number, phrase: CompiledPhrase): boolean {
  if (phrase.isAtStart && folded.charCodeAt(start - 2) !== BAR) return false;
  let end = start;
  let isFirst = true;
  for (const part of phrase.parts) {
    if (isFirst) {
      if (!folded.startsWith(part, start)) return false;
      end = start + part.length;
      isFirst = false;
      continue;
    }
    const window = folded.slice(end - 1, end + MAX_GAP_LENGTH + part.length);
    const at = window.indexOf(` ${part}`);
    if (at < 0 || window.slice(0, at + 1).includes('|')) return false;
    end += at + part.length;
  }
  return !phrase.isAtEnd || folded.charCodeAt(end) === BAR;
}

/**
 * Returns the cues of a text, as bits in the order of the names passed to `compilePhrases`.
 *
 * @param folded text normalised by `foldText`
 * @param end only phrases that start before this index are matched
 */
export function matchPhrases(folded: string, { words, stems }: PhraseIndex, end = folded.length): number {
  let bits = 0;
  for (let at = 2; at > 0 && at < end; at = folded.indexOf(' ', at) + 1) {
    const wordBucket = words[hashWord(folded, at, HASHED_LETTERS)];
    if (wordBucket !== undefined) bits |= matchAny(folded, at, wordBucket, bits);
    const stemBucket = stems[hashWord(folded, at, STEM_LETTERS)];
    if (stemBucket !== undefined) bits |= matchAny(folded, at, stemBucket, bits);
  }
  return bits;
}

function matchAny(folded: string, at: number, phrases: readonly CompiledPhrase[], knownBits: number): number {
  let bits = knownBits;
  for (const phrase of phrases) {
    if ((bits & phrase.bit) === 0 && matchesAt(folded, at, phrase)) bits |= phrase.bit;
  }
  return bits;
}
