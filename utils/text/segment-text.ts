/** Splits text into sentences and words. */

import { knownLanguage, type LanguageCode } from '../languages/language-code.ts';
import { TEXTS } from '../languages/texts.ts';

/** A range of a text, as UTF-16 offsets. */
export interface TextRange {
  start: number;
  end: number;
}

/** Number of UTF-16 units at the end of a sentence that are checked for an abbreviation. */
const ABBREVIATION_WINDOW = 24;

function createSegmenter(lang: string | null, granularity: 'sentence' | 'word'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang ?? undefined, { granularity });
  } catch (error) {
    // The page's `lang` need not be a language tag.
    if (error instanceof RangeError) return new Intl.Segmenter(undefined, { granularity });
    throw error;
  }
}

/** Trims white space from a range; returns an empty list if it contains no word, such as a row of asterisks. */
export function trimRange({ start, end }: TextRange, text: string): TextRange[] {
  const content = text.slice(start, end);
  if (!/[\p{L}\p{N}]/u.test(content)) return [];
  return [
    {
      start: start + content.length - content.trimStart().length,
      end: start + content.trimEnd().length,
    },
  ];
}

/**
 * Splits a paragraph into sentences by the Unicode rules (UAX 29), but not after the full stop of an abbreviation.
 *
 * @param text one paragraph
 * @param lang BCP 47 tag of its language, or null
 * @returns ranges in order that cover every word of the text
 */
export function splitSentences(text: string, lang: string | null): TextRange[] {
  const sentences: TextRange[] = [];
  for (const { index, segment } of createSegmenter(lang, 'sentence').segment(text)) {
    const last = sentences.at(-1);
    const end = index + segment.length;
    const tail =
      last === undefined ? '' : text.slice(Math.max(last.start, last.end - ABBREVIATION_WINDOW), last.end);
    if (last !== undefined && endsWithAbbreviation(tail, segment, lang)) last.end = end;
    else sentences.push({ start: index, end });
  }
  return sentences.flatMap((sentence) => trimRange(sentence, text));
}

/** UTF-16 units examined on each side of a position; longer than any word. */
const WORD_CONTEXT_UNITS = 120;

/** Finds the word, punctuation mark or other segment at an index. */
function findSegmentAt(text: string, index: number, segmenter: Intl.Segmenter): TextRange {
  // Words do not span lines. Segmenting scripts without spaces needs some context.
  const line = text.lastIndexOf('\n', index - 1) + 1;
  const from = Math.max(line, index - WORD_CONTEXT_UNITS);
  const segment = segmenter.segment(text.slice(from, index + WORD_CONTEXT_UNITS)).containing(index - from);
  if (segment === undefined) return { start: index, end: index + 1 };
  return { start: from + segment.index, end: from + segment.index + segment.segment.length };
}

/**
 * Extends a range so that it begins and ends with whole words, and trims white space. Uses the Unicode rules (UAX 29)
 * and the browser's dictionaries, which find words in scripts without spaces, too.
 *
 * @param range UTF-16 offsets
 * @param lang BCP 47 tag of the text's language, or null
 * @returns the range unchanged if it contains only white space
 */
export function snapToWords(text: string, range: TextRange, lang: string | null): TextRange {
  const selected = text.slice(range.start, range.end);
  if (selected.trim() === '') return range;
  const start = range.start + selected.length - selected.trimStart().length;
  const end = range.start + selected.trimEnd().length;
  const segmenter = createSegmenter(lang, 'word');
  return {
    start: findSegmentAt(text, start, segmenter).start,
    end: findSegmentAt(text, end - 1, segmenter).end,
  };
}

/** Languages with abbreviations that are also words (`art.`, `ill.`, `no.`), for which more evidence is needed. */
const AMBIGUOUS_ABBREVIATION_LANGUAGES: ReadonlySet<LanguageCode> = new Set(['en', 'es', 'fr', 'it', 'pt']);

/** Languages that write ordinal numbers with a full stop: `am 5. Oktober`. */
const ORDINAL_STOP_LANGUAGES: ReadonlySet<LanguageCode> = new Set(['cs', 'da', 'de', 'no', 'pl', 'tr']);

/** The last word with its full stop, inner full stops and an apostrophe: `U.S.`, `Lt.`, `p.m.` */
const LAST_WORD = /(?:^|[\s("'«“„‘’–—-])((?:\p{L}\.[-’]?)*\p{L}+|\d{1,2})\.\s*$/u;
/** Single letters with a full stop after each, an abbreviation in every language. */
const DOTTED_LETTERS = /^(?:\p{L}\.)+\p{L}$/u;
const INITIAL = /^\p{Lu}$/u;
/** Part of an abbreviation such as `z. B.` or `т. е.` */
const SINGLE_LETTER = /^\p{L}$/u;
const VOWEL = /[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûü]/;
const STARTS_WITH_CAPITAL = /^\p{Lu}/u;

/** Titles before names, accepted in every language, because news uses foreign ones. */
const TITLE_ABBREVIATIONS = [
  'mr',
  'mrs',
  'ms',
  'mx',
  'dr',
  'st',
  'prof',
  'gen',
  'lt',
  'hr',
  'fr',
  'mme',
  'sr',
  'sra',
];

const abbreviationSets = new Map<LanguageCode, ReadonlySet<string>>();

function getAbbreviations(language: LanguageCode): ReadonlySet<string> {
  const abbreviations =
    abbreviationSets.get(language) ?? new Set([...TITLE_ABBREVIATIONS, ...TEXTS[language].abbreviations]);
  abbreviationSets.set(language, abbreviations);
  return abbreviations;
}

/**
 * Whether the full stop at the end of a text belongs to an abbreviation, so that the sentence continues after it.
 *
 * @param before the end of the text, including white space after the full stop
 * @param after the text that follows
 * @param lang BCP 47 tag of its language; English is assumed for null and for unsupported languages
 */
function endsWithAbbreviation(before: string, after: string, lang: string | null): boolean {
  const word = LAST_WORD.exec(before)?.[1];
  if (word === undefined) return false;
  const language = knownLanguage(lang) ?? 'en';
  if (/^\d/.test(word)) return ORDINAL_STOP_LANGUAGES.has(language) && STARTS_WITH_CAPITAL.test(after);
  if (INITIAL.test(word) || DOTTED_LETTERS.test(word)) return true;
  if (SINGLE_LETTER.test(word) && !AMBIGUOUS_ABBREVIATION_LANGUAGES.has(language)) return true;
  const folded = word.toLowerCase();
  if (!getAbbreviations(language).has(folded)) return false;
  return (
    !AMBIGUOUS_ABBREVIATION_LANGUAGES.has(language) ||
    STARTS_WITH_CAPITAL.test(word) ||
    !VOWEL.test(folded) ||
    /^\d/.test(after)
  );
}
