import { continuingVerbs, speechVerbs, works } from '../../languages/ar/uncased.ts';
import type { SpanContext, UncasedGrammar } from './types.ts';
import { findQuotesOnly } from './without-speakers.ts';

const SPEECH_VERBS = new Set(speechVerbs);
const CONTINUING_VERBS = new Set(continuingVerbs);
const WORKS = new Set(works);

/** Normalises the spelling: no vowel signs, one form of Alif, one of Ya. */
function normaliseArabic(word: string): string {
  // The preposition "on" and the name Ali differ only in this letter.
  if (word === 'على') return word;
  return word
    .replace(/[\u064B-\u0652\u0670\u0640\u200F\u200E]/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه');
}

/** Splits a text into normalised words without punctuation. */
const splitArabicWords = (text: string): string[] =>
  Array.from(text.matchAll(/[\p{L}\p{M}\p{N}\uFFFC][^\s،؛:.,!؟?()[\]«»"“”-]*/gu), ([word]) =>
    normaliseArabic(word),
  );

/** Removes the attached conjunction و or ف from a word. */
const removeConjunction = (word: string): string =>
  /^[وف]/.test(word) && word.length > 3 ? word.slice(1) : word;

/** Whether the word is a verb of speech, in the dual or plural too. */
const isSpeechVerb = (word: string): boolean =>
  SPEECH_VERBS.has(word) ||
  SPEECH_VERBS.has(removeConjunction(word)) ||
  (/[^و]وا$|[^او]ا$/.test(word) && SPEECH_VERBS.has(removeConjunction(word).replace(/(?:وا|ا)$/, '')));
const isContinuingVerb = (word: string): boolean =>
  CONTINUING_VERBS.has(word) || CONTINUING_VERBS.has(removeConjunction(word));
const isWorkNoun = (word: string): boolean =>
  WORKS.has(word.replace(/^(?:و|ب|ل)?(?:ال)?/, '')) || WORKS.has(word);

const SOURCE = /^و?(?:بحسب|حسب|وفق|وفقا|طبقا|نقلا)$/;
const THAT = /^(?:ان|انه|انها|انهم|بان|بانه|بانها|بانهم|ب)$/;
/** Minimum number of words in a quote. Shorter ones are terms, unless a colon precedes them. */
const MIN_WORDS = 3;
const MIN_STANDALONE_WORDS = 6;
/** Maximum distance between the verb and the quote, in words. */
const MAX_VERB_DISTANCE = 26;

const countWords = (quote: string): number => quote.match(/\p{L}[\p{L}\p{M}]*/gu)?.length ?? 0;

/** Whether a text before a quote contains a verb of speech near its end, and how many words follow it; -1 if not. */
function countWordsAfterCue(words: readonly string[]): number {
  const from = Math.max(0, words.length - MAX_VERB_DISTANCE);
  for (let i = words.length - 1; i >= from; i--) {
    const word = words[i] ?? '';
    if (words[i - 1] === 'عدم') continue;
    if (isSpeechVerb(word) || isContinuingVerb(word) || /^قوله?ا?$/.test(word)) return words.length - 1 - i;
  }
  return -1;
}

/** Whether a verb of speech or "according to", with the words that name the speaker, follows a quote. */
function isFollowedByCue(after: string): boolean {
  if (!/^\s*[،,.]?\s*\p{L}/u.test(after)) return false;
  const words = splitArabicWords(after);
  const cue = words.slice(0, 3).findIndex((word) => isSpeechVerb(word) || SOURCE.test(word));
  const word = words[cue];
  if (word === undefined || cue === words.length - 1) return false;
  // "…"، وأضاف: another statement follows.
  return SOURCE.test(word) || !word.startsWith('و');
}

function isQuote({ before, after, quote }: SpanContext): boolean {
  const words = splitArabicWords(before);
  const count = countWords(quote);
  const last = words.at(-1);
  const hasColon = /:\s*$/.test(before);
  if (last !== undefined && isWorkNoun(last) && !hasColon) return false;
  const distance = countWordsAfterCue(words);
  if (distance >= 0) {
    const hasThat = words.slice(-10).some((word) => THAT.test(word));
    if (hasColon && count >= 2) return true;
    if (count >= MIN_WORDS && (hasThat || distance < 8 || count >= MIN_STANDALONE_WORDS)) return true;
  }
  if (count < MIN_WORDS) return false;
  if (isFollowedByCue(after)) return true;
  const source = words.findLastIndex((word) => SOURCE.test(word));
  if (source >= 0 && source < words.length - 1 && words.length - source <= 14) return true;
  // "The minister: …"
  if (hasColon && words.length > 0 && words.length <= 8) return true;
  return count >= MIN_STANDALONE_WORDS && (hasColon || before.trim() === '');
}

/** Finds quotes in Arabic, without their speakers. */
export const arabic: UncasedGrammar = findQuotesOnly({
  sentenceEnd: /[.!?؟](?=\s|$)/gu,
  isQuote,
  isJoined: (between) => /^(?:\s|،|\sو)?$/u.test(between),
});
