/** Splitting text into sentences and words. */

import { knownLanguage, type LanguageCode } from '../languages/language-code.ts';
import { TEXTS } from '../languages/texts.ts';

/** A range of a text, as UTF-16 offsets. */
export interface TextRange {
  start: number;
  end: number;
}

/** Characters at the end of a sentence that are checked for an abbreviation. */
const TAIL = 24;

function segmenterFor(lang: string | null, granularity: 'sentence' | 'word'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang ?? undefined, { granularity });
  } catch (error) {
    // The page's `lang` need not be a language tag.
    if (error instanceof RangeError) return new Intl.Segmenter(undefined, { granularity });
    throw error;
  }
}

/** Trims white space from a range; nothing if it contains no word, such as a row of asterisks. */
export function trimRange({ start, end }: TextRange, text: string): TextRange[] {
  const words = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(words)) return [];
  return [
    {
      start: start + words.length - words.trimStart().length,
      end: start + words.trimEnd().length,
    },
  ];
}

/**
 * Splits a paragraph into sentences by the Unicode rules (UAX 29), except at full stops of abbreviations.
 *
 * @param text one paragraph
 * @param lang BCP 47 tag of its language, or null
 * @returns ranges in order that cover every word of the text
 */
export function splitSentences(text: string, lang: string | null): TextRange[] {
  const whole: TextRange[] = [];
  for (const { index, segment } of segmenterFor(lang, 'sentence').segment(text)) {
    const last = whole.at(-1);
    const end = index + segment.length;
    const tail = last === undefined ? '' : text.slice(Math.max(last.start, last.end - TAIL), last.end);
    if (last !== undefined && endsAbbreviated(tail, segment, lang)) last.end = end;
    else whole.push({ start: index, end });
  }
  return whole.flatMap((stretch) => trimRange(stretch, text));
}

/** UTF-16 units examined on either side of an edge; longer than any word. */
const AROUND = 120;

/** The word, punctuation mark or other segment at an index. */
function wordAt(text: string, index: number, segmenter: Intl.Segmenter): TextRange {
  // Words do not span lines. Segmenting scripts without spaces needs some context.
  const line = text.lastIndexOf('\n', index - 1) + 1;
  const from = Math.max(line, index - AROUND);
  const found = segmenter.segment(text.slice(from, index + AROUND)).containing(index - from);
  if (found === undefined) return { start: index, end: index + 1 };
  return { start: from + found.index, end: from + found.index + found.segment.length };
}

/**
 * Extends a range so that it begins and ends with whole words, and trims white space. Uses the Unicode rules (UAX 29)
 * and the browser's dictionaries, which find words in scripts without spaces, too.
 *
 * @param place UTF-16 offsets
 * @param lang BCP 47 tag of the text's language, or null
 * @returns the range unchanged if it contains only white space
 */
export function snapToWords(text: string, place: TextRange, lang: string | null): TextRange {
  const words = text.slice(place.start, place.end);
  if (words.trim() === '') return place;
  const start = place.start + words.length - words.trimStart().length;
  const end = place.start + words.trimEnd().length;
  const segmenter = segmenterFor(lang, 'word');
  return { start: wordAt(text, start, segmenter).start, end: wordAt(text, end - 1, segmenter).end };
}

/** Languages whose abbreviations can also be words (`art.`, `ill.`, `no.`); here more evidence is needed. */
const WORD_LIKE: ReadonlySet<LanguageCode> = new Set(['en', 'es', 'fr', 'it', 'pt']);

/** Languages that write ordinal numbers with a full stop: `am 5. Oktober`. */
const ORDINALS: ReadonlySet<LanguageCode> = new Set(['cs', 'da', 'de', 'no', 'pl', 'tr']);

/** The last word with its full stop, inner full stops and an apostrophe: `U.S.`, `Lt.`, `p.m.` */
const LAST_WORD = /(?:^|[\s("'«“„‘’–—-])((?:\p{L}\.[-’]?)*\p{L}+|\d{1,2})\.\s*$/u;
/** Single letters with a full stop after each, an abbreviation in every language. */
const DOTTED = /^(?:\p{L}\.)+\p{L}$/u;
const INITIAL = /^\p{Lu}$/u;
/** Part of an abbreviation such as `z. B.` or `т. е.` */
const LETTER = /^\p{L}$/u;
const VOWEL = /[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûü]/;
const CAPITAL = /^\p{Lu}/u;

/** Titles before names, accepted in every language since news uses foreign ones. */
const TITLES = ['mr', 'mrs', 'ms', 'mx', 'dr', 'st', 'prof', 'gen', 'lt', 'hr', 'fr', 'mme', 'sr', 'sra'];

const abbreviationSets = new Map<LanguageCode, ReadonlySet<string>>();

function listOf(language: LanguageCode): ReadonlySet<string> {
  const list = abbreviationSets.get(language) ?? new Set([...TITLES, ...TEXTS[language].abbreviations]);
  abbreviationSets.set(language, list);
  return list;
}

/**
 * True if the full stop at the end of a text belongs to an abbreviation, so that the sentence continues after it.
 *
 * @param before the end of the text, including white space after the full stop
 * @param after the text that follows
 * @param lang BCP 47 tag of its language, or null; English where the language has no list
 */
function endsAbbreviated(before: string, after: string, lang: string | null): boolean {
  const word = LAST_WORD.exec(before)?.[1];
  if (word === undefined) return false;
  const language = knownLanguage(lang) ?? 'en';
  if (/^\d/.test(word)) return ORDINALS.has(language) && CAPITAL.test(after);
  if (INITIAL.test(word) || DOTTED.test(word)) return true;
  if (LETTER.test(word) && !WORD_LIKE.has(language)) return true;
  const folded = word.toLowerCase();
  if (!listOf(language).has(folded)) return false;
  return !WORD_LIKE.has(language) || CAPITAL.test(word) || !VOWEL.test(folded) || /^\d/.test(after);
}
