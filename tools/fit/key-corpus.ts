import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findQuotes } from '../../utils/quotes/find-quotes.ts';
import { computeKeyFeatures, type KeyFeatures } from '../../utils/quotes/ranking/rank-quotes.ts';
import type { Quote } from '../../utils/quotes/types.ts';

/** An article with quotes that its headline echoes. */
export interface KeyArticle {
  id: string;
  publisher: string;
  /** `worth`: 1 for a key quote, ½ for one that may be, 0 for others. */
  quotes: { features: KeyFeatures; worth: number }[];
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;
const LOWER_WORD = /(?<![\p{L}\p{N}'’])\p{Ll}+(?:['’]\p{L}+)?/gu;
const ENDING = /['’].*$|(?:ing|edly|ed|es|ly|s|ies|y|er|ers|ion|ions|e)$/;
/** Maximum distance between a headline's words in a quote, in words. */
const MAX_WORD_DISTANCE = 8;
/** Weight of a name relative to other words: headlines name people in any case. */
const NAME_WEIGHT = 0.34;
const MIN_QUOTES = 4;
/** Maximum share of articles that contain a word for it to be informative. */
const MAX_ARTICLE_SHARE = 0.4;

type IsEmpty = (word: string) => boolean;

const stem = (word: string): string => (word.length > 4 ? word.replace(ENDING, '').slice(0, 7) : word);
const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

/** Uninformative words: short ones, and those in most articles. */
function readEmptyWords(texts: readonly string[]): IsEmpty {
  const having = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(text.match(LOWER_WORD))) having.set(word, (having.get(word) ?? 0) + 1);
  return (word) => word.length < 3 || (having.get(word) ?? 0) > MAX_ARTICLE_SHARE * texts.length;
}

/**
 * How certain it is that the headline echoes a quote: some of its words are close together in the quote, or it quotes a
 * part.
 */
function worthOf(title: string, quote: string, names: ReadonlySet<string>, isEmpty: IsEmpty): number {
  const stems = (text: string): string[] => wordsOf(text).map((word) => (isEmpty(word) ? '' : stem(word)));
  const heading = new Set(stems(title).filter(Boolean));
  const words = stems(quote);
  let best = 0;
  for (const i of words.keys()) {
    const shared = new Set(words.slice(i, i + MAX_WORD_DISTANCE).filter((word) => heading.has(word)));
    let sum = 0;
    for (const word of shared) sum += names.has(word) ? NAME_WEIGHT : 1;
    best = Math.max(best, sum);
  }
  const plain = ` ${wordsOf(quote).join(' ')} `;
  for (const [, inside = ''] of title.matchAll(/(?<![\p{L}\p{N}])[‘'“"]([^‘“"]+?)[’'”"](?![\p{L}\p{N}])/gu)) {
    const piece = wordsOf(inside);
    if (!piece.every(isEmpty) && plain.includes(` ${piece.join(' ')} `)) best += 2;
  }
  return best >= 2 ? 1 : best >= 1.6 ? 0.5 : 0;
}

function toArticle(id: string, text: string, worth: (quote: Quote) => number): KeyArticle {
  const quotes = findQuotes(text, { lang: 'en' });
  const features = computeKeyFeatures(text, quotes, {});
  const rows = quotes.flatMap((quote, i) => {
    const own = features[i];
    return own ? [{ features: own, worth: worth(quote) }] : [];
  });
  return { id, publisher: id.split('_')[0] ?? '', quotes: rows };
}

/**
 * Articles whose first line is a headline that echoes at least one of four or more quotes, and at most half of them.
 * Fragments are excluded, because headlines prefer them, but screens never show them.
 */
export function readArticles(folder: string, leaveOut: ReadonlySet<string>): KeyArticle[] {
  const files = readdirSync(join(folder, 'texts')).sort();
  const articles = files.map((file) => ({
    id: file.replace(/\.txt$/, ''),
    text: readFileSync(join(folder, 'texts', file), 'utf8'),
  }));
  const isEmpty = readEmptyWords(articles.map(({ text }) => text));
  return articles
    .filter(({ id }) => !leaveOut.has(id))
    .map(({ id, text: whole }) => {
      const [title = '', ...rest] = whole.split('\n');
      const text = rest.join('\n').trim();
      const capitals = text.match(/(?<=[\p{Ll},] )\p{Lu}[\p{L}'’-]+/gu) ?? [];
      const names = new Set(capitals.map((word) => stem(word.toLowerCase())));
      const article = toArticle(id, text, (quote) => worthOf(title, quote.text, names, isEmpty));
      return { ...article, quotes: article.quotes.filter(({ features }) => features.scrap === 0) };
    })
    .filter(({ quotes }) => {
      const keys = quotes.filter(({ worth }) => worth === 1).length;
      return quotes.length >= MIN_QUOTES && keys > 0 && keys <= quotes.length / 2;
    });
}

/** Articles with labelled key quotes. */
export function readKeyQuotes(folder: string): KeyArticle[] {
  const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Record<
    string,
    { quotes: { start: number; end: number; key: number }[] }
  >;
  return Object.entries(truth).map(([id, { quotes }]) => {
    const text = readFileSync(join(folder, 'texts', `${id}.txt`), 'utf8');
    const keys = quotes.filter(({ key }) => key > 0);
    return toArticle(id, text, (quote) =>
      keys.some(
        (key) =>
          Math.min(key.end, quote.end) - Math.max(key.start, quote.start) >= 0.5 * (key.end - key.start),
      )
        ? 1
        : 0,
    );
  });
}
