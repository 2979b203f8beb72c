/** Computes the profile of an article for grouping. Pure, deterministic, and bounded for texts of any length. */

import transliterate from '@sindresorhus/transliterate';
import { primaryLanguage } from '../languages/language-code.ts';
import { UNSPACED_SCRIPTS } from '../quotes/same-statement.ts';
import type { Quote } from '../quotes/types.ts';
import { consonantKey } from './consonant-key.ts';
import type { StoryProfile, StoryTerm } from './story-types.ts';

export interface ProfileInput {
  id: string;
  title: string | null;
  /** Paragraphs separated by `\n\n`. */
  text: string;
  /** BCP 47 tag, or null. */
  lang: string | null;
  /** Publication, or else the save; milliseconds since 1970. */
  publishedTime: number;
  /** Normalised addresses of the article itself, for example the saved and the canonical one. */
  addresses: readonly string[];
  /** Normalised addresses that the article's text links to. */
  linkedAddresses: readonly string[];
  quotes: readonly Pick<Quote, 'text' | 'resolvedSpeaker' | 'about' | 'unnamed'>[];
}

/** Increases when profiles computed before are no longer comparable and have to be computed again. */
export const STORY_PROFILE_VERSION = 2;

/** Maximum lengths in UTF-16 units. Only the beginning of a text is read, because it tells what a report is about. */
const MAX_TITLE_LENGTH = 300;
/** The beginning of the text, which stands in for a missing headline. */
const TITLE_SUBSTITUTE_LENGTH = 120;
const LEAD_LENGTH = 1500;
const MAX_TEXT_LENGTH = 8000;
/** Maximum numbers of entries of a profile; only a list or a hostile page has more. */
const MAX_TERMS = 120;
const MAX_NAMES = 40;
const MAX_LINKS = 60;
const MAX_QUOTES = 60;
const MAX_WORD_LENGTH = 40;
/** Minimum length of a key that counts across languages; many different names have the same shorter key. */
const MIN_KEY_LENGTH = 3;

// In scripts without spaces, two adjacent characters are a term, as in search engines.
const WORD = new RegExp(
  `[${UNSPACED_SCRIPTS}]{1,${MAX_WORD_LENGTH}}|[[\\p{L}\\p{M}\\p{N}]--[${UNSPACED_SCRIPTS}]]+`,
  'gv',
);
const IS_UNSPACED = new RegExp(`^[${UNSPACED_SCRIPTS}]`, 'v');
const LATIN_WORD = /^[a-z0-9]+$/;
const MARKS = /\p{M}/gu;
const LATIN = /^[\p{Script=Latin}\p{N}]+$/u;
const CAPITAL = /^\p{Lu}/u;
/** Whether a word directly before this belongs to the same sentence: spaces and marks that do not end one. */
const WITHIN_SENTENCE = /^[\s,'’\-–]{1,3}$/;

/** Folds a word: small letters without diacritics, in Latin script if the library can transliterate it. */
function foldWord(word: string): string {
  const lowerCase = word.toLowerCase();
  if (LATIN_WORD.test(lowerCase)) return lowerCase;
  const withoutMarks = lowerCase.normalize('NFKD').replace(MARKS, '');
  return LATIN_WORD.test(withoutMarks)
    ? withoutMarks
    : transliterate(withoutMarks)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, '');
}

interface Word {
  folded: string;
  spelling: string;
  isCapital: boolean;
  /** Whether it is inside a sentence, where a capital is not due to its position. */
  isInsideSentence: boolean;
}

function readWords(text: string): Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const { 0: spelling, index } of text.matchAll(WORD)) {
    const between = text.slice(Math.max(end, index - 4), index);
    const isInsideSentence = end > 0 && WITHIN_SENTENCE.test(between);
    end = index + spelling.length;
    if (spelling.length > MAX_WORD_LENGTH) continue;
    if (IS_UNSPACED.test(spelling)) {
      for (let at = 0; at + 1 < spelling.length; at += 1) {
        const pair = spelling.slice(at, at + 2);
        words.push({ folded: pair, spelling: pair, isCapital: false, isInsideSentence });
      }
      continue;
    }
    const folded = foldWord(spelling);
    if (folded.length > 1)
      words.push({ folded, spelling, isCapital: CAPITAL.test(spelling), isInsideSentence });
  }
  return words;
}

/** Counts a word. */
function addTerm(terms: Map<string, StoryTerm>, { folded }: Word): void {
  const known = terms.get(folded);
  if (known === undefined) terms.set(folded, [folded, 1]);
  else known[1] += 1;
}

/** The words of a headline or another short text, folded and transliterated, in order. */
export function foldWords(text: string): string[] {
  return readWords(cutText(text, MAX_TITLE_LENGTH)).map(({ folded }) => folded);
}

/** Cuts a text, at the end of a word unless that is very long. */
function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const unfinished = /[\p{L}\p{M}\p{N}]+$/u.exec(cut.slice(-MAX_WORD_LENGTH))?.[0].length ?? 0;
  return unfinished < MAX_WORD_LENGTH ? cut.slice(0, length - unfinished) : cut;
}

/**
 * Names are words with a capital inside a sentence that this article never writes without one, and the words of the
 * names that quotes have. In German, they include all nouns; their frequency tells them from names.
 */
function findNames(
  title: readonly Word[],
  text: readonly Word[],
  quotes: ProfileInput['quotes'],
): StoryTerm[] {
  const lowerCaseWords = new Set<string>();
  const capitalised = new Set<string>();
  for (const { folded, isCapital, isInsideSentence } of text) {
    if (!isCapital) lowerCaseWords.add(folded);
    else if (isInsideSentence && folded.length > 2) capitalised.add(folded);
  }
  const names = new Map<string, StoryTerm>();
  for (const word of [...title, ...text])
    if (capitalised.has(word.folded) && !lowerCaseWords.has(word.folded)) addTerm(names, word);
  for (const { resolvedSpeaker, about = [], unnamed } of quotes)
    for (const name of unnamed || resolvedSpeaker === null ? about : [resolvedSpeaker, ...about])
      for (const word of readWords(name.slice(0, 100)))
        if (word.isCapital || !LATIN.test(word.spelling)) addTerm(names, word);
  return [...names.values()].sort((a, b) => b[1] - a[1]).slice(0, MAX_NAMES);
}

/** Names and numbers as they can be compared across languages. */
function findKeys(names: readonly StoryTerm[], terms: readonly StoryTerm[]): [key: string, count: number][] {
  const keys = new Map<string, number>();
  for (const [name, count] of names) {
    const key = consonantKey(name);
    if (key.length >= MIN_KEY_LENGTH) keys.set(key, (keys.get(key) ?? 0) + count);
  }
  for (const [term, count] of terms) if (/^\p{N}{2,}$/u.test(term)) keys.set(term, count);
  return [...keys];
}

/** Computes the profile of an article. Never throws. */
export function profileArticle(input: ProfileInput): StoryProfile {
  const { id, publishedTime, lang, addresses, linkedAddresses } = input;
  const text = cutText(input.text, MAX_TEXT_LENGTH);
  const lead = cutText(text, LEAD_LENGTH);
  const headline =
    cutText(input.title ?? '', MAX_TITLE_LENGTH).trim() || cutText(text, TITLE_SUBSTITUTE_LENGTH);
  const title = readWords(headline);
  const counted = new Map<string, StoryTerm>();
  for (const word of title) addTerm(counted, word);
  const headlineTerms = Math.min(counted.size, MAX_TERMS);
  for (const word of readWords(lead)) addTerm(counted, word);
  const quotes = input.quotes.slice(0, MAX_QUOTES);
  const own = new Set(addresses);
  const terms = [...counted.values()].slice(0, MAX_TERMS);
  const names = findNames(title, readWords(text), quotes);
  return {
    articleId: id,
    publishedAt: Number.isFinite(publishedTime) ? publishedTime : 0,
    lang: primaryLanguage(lang),
    terms,
    headlineTerms,
    names,
    keys: findKeys(names, terms),
    links: [...new Set(linkedAddresses)].filter((link) => !own.has(link)).slice(0, MAX_LINKS),
    addresses: [...own],
  };
}
