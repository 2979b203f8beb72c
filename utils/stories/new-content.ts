/**
 * Finds what an article has that others don't: quotes by their words, paragraphs by long phrases and by the rare words
 * that they share with one place of another article, since papers reword what an agency reports. Pure.
 */
import {
  isSameStatement,
  type QuoteTokens,
  type TokenisedQuote,
  tokeniseQuote,
} from '../quotes/same-statement.ts';

export interface NewsContent {
  /** Paragraphs separated by `\n\n`. */
  text: string;
  quotes: readonly { text: string; resolvedSpeaker: string | null }[];
}

export interface NewContent {
  /** By index of the quotes. */
  newQuotes: boolean[];
  /** By index of the paragraphs. */
  newParagraphs: boolean[];
}

/** Number of words of a phrase; equal phrases of this length are unlikely to be a coincidence. */
const PHRASE_WORDS = 4;
/** A paragraph is known if others have this share of its phrases, 0–1. Set by hand. */
const MIN_PHRASES_SHARE = 0.35;
/** Or if one place of another article has this share of its words, weighted by rarity, 0–1. Set by hand. */
const MIN_WORDS_SHARE = 0.5;
/** A quote is known if another article prints this share of its phrases, 0–1, even in its own words. */
const MIN_QUOTED_SHARE = 0.8;
/** Shorter paragraphs are headings and captions, and never marked. */
const MIN_PARAGRAPH_WORDS = 8;
/** Words are compared by their beginning, so that most endings of cases and numbers don't matter. */
const STEM_LENGTH = 6;
/** Maximum number of paragraphs of an article that are looked at. */
const MAX_PARAGRAPHS = 400;

const listPhrases = (words: readonly string[]): string[] =>
  words.slice(PHRASE_WORDS - 1).map((_, at) => words.slice(at, at + PHRASE_WORDS).join(' '));

const listStems = (words: readonly string[]): Set<string> =>
  new Set(words.map((word) => word.slice(0, STEM_LENGTH)));

const computeShare = (phrases: readonly string[], known: ReadonlySet<string>): number =>
  phrases.filter((phrase) => known.has(phrase)).length / Math.max(1, phrases.length);

/** An article, prepared for comparing. */
interface Prepared {
  paragraphs: string[][];
  phrases: Set<string>;
  said: TokenisedQuote[];
}

const paragraphsOf = (text: string): string[][] =>
  text
    .split('\n\n')
    .slice(0, MAX_PARAGRAPHS)
    .map((paragraph) => tokeniseQuote(paragraph).words);

function prepare({ text, quotes }: NewsContent): Prepared {
  const paragraphs = paragraphsOf(text);
  return {
    paragraphs,
    phrases: new Set(paragraphs.flatMap(listPhrases)),
    said: quotes.map((quote) => ({ tokens: tokeniseQuote(quote.text), speaker: quote.resolvedSpeaker })),
  };
}

/** The weight of a word, by the number of paragraphs that have it: rarer ones weigh more. */
function wordWeights(articles: readonly string[][][]): (stem: string) => number {
  const counts = new Map<string, number>();
  let total = 0;
  for (const words of articles.flat()) {
    total += 1;
    for (const stem of listStems(words)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return (stem) => Math.log((total + 1) / (counts.get(stem) ?? 1));
}

/** The stems of each paragraph together with the next one, because a fact is often spread over two. */
const pairParagraphs = (paragraphs: readonly string[][]): Set<string>[] =>
  paragraphs.map((words, at) => listStems([...words, ...(paragraphs[at + 1] ?? [])]));

function isQuoteKnown(
  { tokens, speaker }: { tokens: QuoteTokens; speaker: string | null },
  others: Prepared[],
) {
  const { words } = tokens;
  const phrases = listPhrases(words);
  return others.some((other) => {
    if (phrases.length === 0)
      return other.paragraphs.some((all) => ` ${all.join(' ')} `.includes(` ${words.join(' ')} `));
    if (computeShare(phrases, other.phrases) >= MIN_QUOTED_SHARE) return true;
    return other.said.some((one) => isSameStatement(one, { tokens, speaker }));
  });
}

/**
 * Finds the quotes and paragraphs of an article that none of the others has.
 *
 * @param others in the same language; articles in other languages can't be compared
 * @returns empty arrays if there are no others
 */
export function findNewContent(own: NewsContent, others: readonly NewsContent[]): NewContent {
  if (others.length === 0) return { newQuotes: [], newParagraphs: [] };
  const prepared = others.map(prepare);
  const paragraphs = paragraphsOf(own.text);
  const weightOf = wordWeights([paragraphs, ...prepared.map((other) => other.paragraphs)]);
  const phrases = new Set(prepared.flatMap((other) => [...other.phrases]));
  const paragraphPairs = prepared.flatMap((other) => pairParagraphs(other.paragraphs));
  const isParagraphKnown = (words: readonly string[]): boolean => {
    if (words.length < MIN_PARAGRAPH_WORDS) return true;
    if (computeShare(listPhrases(words), phrases) >= MIN_PHRASES_SHARE) return true;
    const weights = [...listStems(words)].map((stem) => [stem, weightOf(stem)] as const);
    const needed = MIN_WORDS_SHARE * weights.reduce((sum, [, weight]) => sum + weight, 0);
    return paragraphPairs.some(
      (pair) => weights.reduce((sum, [stem, weight]) => sum + (pair.has(stem) ? weight : 0), 0) >= needed,
    );
  };
  return {
    newQuotes: own.quotes.map(
      ({ text, resolvedSpeaker }) =>
        !isQuoteKnown({ tokens: tokeniseQuote(text), speaker: resolvedSpeaker }, prepared),
    ),
    newParagraphs: own.text
      .split('\n\n')
      .map((_, at) => at < MAX_PARAGRAPHS && !isParagraphKnown(paragraphs[at] ?? [])),
  };
}
