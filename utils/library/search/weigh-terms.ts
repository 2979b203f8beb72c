import { languageTerm } from './language-term.ts';

/** The searchable parts of an article. */
export interface SearchableArticle {
  title: string;
  byline: string | null;
  siteName: string | null;
  lang: string | null;
  excerpt: string | null;
  text: string;
  wordCount: number;
  /** Quotes and their speakers. The quotes are part of `text`; this increases their weight. */
  quotes: readonly { text: string; resolvedSpeaker: string | null; role: string | null }[];
  /** The user's own notes. */
  notes?: readonly string[];
}

/**
 * Words of the headline, the byline and notes, names of speakers, and the language are indexed again under these
 * prefixes, so that a query can search only these. Words never start with a colon, so that a query can't match them by
 * accident.
 */
export const TITLE_TERM = ':t';
export const SPEAKER_TERM = ':s';
export const AUTHOR_TERM = ':a';
export const NOTE_TERM = ':n';
export const LANGUAGE_TERM = ':l';

/** Weight of an occurrence by its location. Set by hand: a word of the headline should outweigh any text. */
const BOOST = { title: 8, speaker: 4, byline: 3, siteName: 2, excerpt: 2, note: 4, quote: 0.5, text: 1 };

/** Saturation and length normalisation of BM25 (Robertson & Zaragoza 2009), and the length of a usual news article. */
const K = 1.2;
const B = 0.4;
const TYPICAL_WORD_COUNT = 700;

/** The upper bound of the BM25 term weight, which is represented by `255`. */
const MAX_WEIGHT = K + 1;

/**
 * Calls back with every indexed text of an article, in a fixed order.
 *
 * @param visit receives the text, the weight of an occurrence, and the prefix for its terms
 */
export function visitTexts(
  article: SearchableArticle,
  visit: (text: string, boost: number, prefix: string) => void,
): void {
  visit(article.text, BOOST.text, '');
  visit(article.title, BOOST.title, '');
  visit(article.excerpt ?? '', BOOST.excerpt, '');
  visit(article.byline ?? '', BOOST.byline, '');
  visit(article.siteName ?? '', BOOST.siteName, '');
  const speakers = new Set<string>();
  for (const quote of article.quotes) {
    visit(quote.text, BOOST.quote, '');
    if (quote.resolvedSpeaker !== null) speakers.add(quote.resolvedSpeaker);
    if (quote.role !== null) speakers.add(quote.role);
  }
  for (const words of speakers) visit(words, BOOST.speaker, '');
  for (const note of article.notes ?? []) visit(note, BOOST.note, '');
  visit(article.title, BOOST.title, TITLE_TERM);
  for (const { resolvedSpeaker } of article.quotes) visit(resolvedSpeaker ?? '', 1, SPEAKER_TERM);
  visit(article.byline ?? '', 1, AUTHOR_TERM);
  for (const note of article.notes ?? []) visit(note, 1, NOTE_TERM);
  visit(languageTerm(article.lang ?? '') ?? '', 1, LANGUAGE_TERM);
}

/** The length normalisation of an article's counts; see `getPostingWeight`. */
export function getLengthNorm(wordCount: number): number {
  return K * (1 - B + (B * Math.max(wordCount, 1)) / TYPICAL_WORD_COUNT);
}

/** 1–255, proportional to the BM25 term weight without its idf factor. */
export function getPostingWeight(count: number, norm: number): number {
  const weight = (count * (K + 1)) / (count + norm);
  return Math.max(1, Math.round((255 * weight) / MAX_WEIGHT));
}
