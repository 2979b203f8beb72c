import { splitWords } from './split-words.ts';

/** What the search index knows an article by. */
export interface SearchableArticle {
  title: string;
  byline: string | null;
  siteName: string | null;
  excerpt: string | null;
  text: string;
  wordCount: number;
  /** Quotes and their speakers; the quotes are part of `text`, this adds to their weight. */
  quotes: readonly { text: string; resolvedSpeaker: string | null; role: string | null }[];
  /** The reader's own notes. */
  notes?: readonly string[];
}

/**
 * Words of the headline and names of speakers stand in the index once more, under these prefixes, so that a query
 * can ask for them alone. No word begins with a colon, so no word of a query finds them by accident.
 */
export const TITLE_TERM = ':t';
export const SPEAKER_TERM = ':s';

/** How much one occurrence counts, by where it stands. Set by hand: a word of the headline should win over any text. */
const BOOST = { title: 8, speaker: 4, byline: 3, siteName: 2, excerpt: 2, note: 4, quote: 0.5, text: 1 };

/** Saturation and length normalisation of BM25 (Robertson & Zaragoza 2009), and the length of a usual news article. */
const K = 1.2;
const B = 0.4;
const USUAL_WORDS = 700;

/** Upper bound of the BM25 term weight, which `255` stands for. */
const MAX_WEIGHT = K + 1;

/**
 * Terms of an article with their weights.
 *
 * @returns folded term -> 1–255, proportional to the BM25 term weight without its idf factor
 */
export function weighTerms(article: SearchableArticle): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (text: string | null, boost: number): void => {
    if (text === null) return;
    splitWords(text, (term) => {
      counts.set(term, (counts.get(term) ?? 0) + boost);
    });
  };
  add(article.text, BOOST.text);
  add(article.title, BOOST.title);
  add(article.excerpt, BOOST.excerpt);
  add(article.byline, BOOST.byline);
  add(article.siteName, BOOST.siteName);
  const speakers = new Set<string>();
  for (const quote of article.quotes) {
    add(quote.text, BOOST.quote);
    if (quote.resolvedSpeaker !== null) speakers.add(quote.resolvedSpeaker);
    if (quote.role !== null) speakers.add(quote.role);
  }
  for (const words of speakers) add(words, BOOST.speaker);
  for (const note of article.notes ?? []) add(note, BOOST.note);
  splitWords(article.title, (term) => counts.set(TITLE_TERM + term, BOOST.title));
  for (const { resolvedSpeaker } of article.quotes) {
    splitWords(resolvedSpeaker ?? '', (term) => {
      counts.set(SPEAKER_TERM + term, (counts.get(SPEAKER_TERM + term) ?? 0) + 1);
    });
  }

  const norm = K * (1 - B + (B * Math.max(article.wordCount, 1)) / USUAL_WORDS);
  for (const [term, count] of counts) {
    const weight = (count * (K + 1)) / (count + norm);
    counts.set(term, Math.max(1, Math.round((255 * weight) / MAX_WEIGHT)));
  }
  return counts;
}
