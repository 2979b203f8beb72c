/** Finds the quotes of an article in other saved articles. */
import {
  computeFingerprints,
  isSameStatement,
  type TokenisedQuote,
  tokeniseQuote,
} from '../../quotes/elsewhere/same-statement.ts';
import type { Quote } from '../../quotes/types.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { unpackQuotes } from '../schema/quote-sets.ts';
import { promisify } from '../schema/raw-library.ts';
import type { ArticleRow, QuoteSetRow, SavedQuote } from '../types.ts';
import type { QuoteInArticle } from '../view-types.ts';

/** Maximum number of articles considered per fingerprint. */
const MAX_ARTICLES_PER_PRINT = 200;
/**
 * A fingerprint in more articles than this is that of a common phrase, or of a text printed everywhere. It counts only
 * if two quotes share this proportion of their fingerprints, 0–1.
 */
const MAX_RARE_PRINT_ARTICLES = 20;
const MIN_COMMON_SHARE = 0.5;
/** Maximum number of fingerprints of a quote that may have only common ones. */
const MAX_PRINTS_WITHOUT_RARE = 2;
/** Maximum number of articles that are read, those with the most common fingerprints first. */
const MAX_CANDIDATES = 300;

type RequestedQuotes = Pick<Quote, 'text' | 'resolvedSpeaker'>;

const toStatement = ({ text, resolvedSpeaker }: RequestedQuotes): TokenisedQuote => ({
  tokens: tokeniseQuote(text),
  speaker: resolvedSpeaker,
});

/** An article's quotes, their numbers of fingerprints, and the quotes of each fingerprint. */
interface IndexedQuotes {
  statements: TokenisedQuote[];
  counts: number[];
  byPrint: Map<number, number[]>;
}

function indexQuotes(quotes: readonly RequestedQuotes[]): IndexedQuotes {
  const own: IndexedQuotes = { statements: quotes.map(toStatement), counts: [], byPrint: new Map() };
  for (const [index, { tokens }] of own.statements.entries()) {
    const prints = computeFingerprints(tokens);
    own.counts.push(prints.length);
    for (const print of prints) own.byPrint.set(print, [...(own.byPrint.get(print) ?? []), index]);
  }
  return own;
}

/** The fingerprints that another article shares with a quote. */
interface SharedPrints {
  prints: number;
  isRare: boolean;
}

/**
 * The articles with each fingerprint, by number in the index. Bypasses Dexie, which takes several times as long for
 * hundreds of small requests. The last row is read by Dexie, so that live queries depend on the whole index.
 */
async function findKeys(db: LibraryDb, prints: readonly number[]): Promise<number[][]> {
  await db.fingerprints.orderBy('id').last();
  const index = db.backendDB().transaction('fingerprints').objectStore('fingerprints').index('prints');
  return Promise.all(
    prints.map((print) => promisify(index.getAllKeys(print, MAX_ARTICLES_PER_PRINT))),
  ) as Promise<number[][]>;
}

/** By article (number in the index) and quote, the common fingerprints. */
async function findShared(
  db: LibraryDb,
  { byPrint }: IndexedQuotes,
): Promise<Map<number, Map<number, SharedPrints>>> {
  const found = await findKeys(db, [...byPrint.keys()]);
  const articles = new Map<number, Map<number, SharedPrints>>();
  for (const [at, indices] of [...byPrint.values()].entries()) {
    const keys = found[at] ?? [];
    for (const key of keys) {
      const quotes = articles.get(key) ?? new Map<number, SharedPrints>();
      articles.set(key, quotes);
      for (const index of indices) {
        const shared = quotes.get(index) ?? { prints: 0, isRare: false };
        quotes.set(index, shared);
        shared.prints += 1;
        shared.isRare ||= keys.length <= MAX_RARE_PRINT_ARTICLES;
      }
    }
  }
  return articles;
}

/** Ids of other articles that may contain the same words, those with the most in common first. */
async function findCandidates(db: LibraryDb, articleId: string, own: IndexedQuotes): Promise<string[]> {
  const candidates: { key: number; prints: number }[] = [];
  for (const [key, quotes] of await findShared(db, own)) {
    let prints = 0;
    for (const [index, shared] of quotes) {
      const all = own.counts[index] ?? 0;
      if (shared.isRare || all <= MAX_PRINTS_WITHOUT_RARE || shared.prints >= MIN_COMMON_SHARE * all)
        prints += shared.prints;
    }
    if (prints > 0) candidates.push({ key, prints });
  }
  candidates.sort((a, b) => b.prints - a.prints || a.key - b.key);
  const rows = await db.fingerprints.bulkGet(candidates.slice(0, MAX_CANDIDATES + 1).map(({ key }) => key));
  return rows.flatMap((row) => (row === undefined || row.articleId === articleId ? [] : [row.articleId]));
}

/**
 * Finds another article's quote of each statement, by index of the statement; if there are several, the most similar one.
 */
function matchQuotes({ statements, byPrint }: IndexedQuotes, set: QuoteSetRow): Map<number, SavedQuote> {
  const best = new Map<number, { quote: SavedQuote; sizeDifference: number }>();
  for (const quote of unpackQuotes(set)) {
    const other = toStatement(quote);
    const candidates = new Set(
      computeFingerprints(other.tokens).flatMap((print) => byPrint.get(print) ?? []),
    );
    for (const index of candidates) {
      const one = statements[index] as TokenisedQuote;
      const sizeDifference = Math.abs(one.tokens.weight - other.tokens.weight);
      if (sizeDifference >= (best.get(index)?.sizeDifference ?? Number.POSITIVE_INFINITY)) continue;
      if (isSameStatement(one, other)) best.set(index, { quote, sizeDifference });
    }
  }
  return new Map([...best].map(([index, { quote }]) => [index, quote]));
}

const isEarlier = (a: QuoteInArticle, b: QuoteInArticle): number =>
  a.quote.saidAt - b.quote.saidAt || (a.article.id < b.article.id ? -1 : 1);

/**
 * Finds the same words in other saved articles that are not deleted.
 *
 * @param quotes of the article, as it is shown
 * @returns by index of the quote: one quote per other article, the earliest first; no entry if there are none
 */
export async function findElsewhere(
  articleId: string,
  quotes: readonly RequestedQuotes[],
  db: LibraryDb = library,
): Promise<Map<number, QuoteInArticle[]>> {
  const own = indexQuotes(quotes);
  const elsewhere = new Map<number, QuoteInArticle[]>();
  if (own.byPrint.size === 0) return elsewhere;
  const ids = await findCandidates(db, articleId, own);
  return db.transaction('r', db.quoteSets, db.articles, async () => {
    const [sets, rows] = await Promise.all([db.quoteSets.bulkGet(ids), db.articles.bulkGet(ids)]);
    const articles = new Map(rows.flatMap((row): [string, ArticleRow][] => (row ? [[row.id, row]] : [])));
    for (const set of sets) {
      const article = set === undefined ? undefined : articles.get(set.articleId);
      if (set === undefined || article === undefined || article.deletedAt !== null) continue;
      for (const [index, quote] of matchQuotes(own, set))
        elsewhere.set(index, [...(elsewhere.get(index) ?? []), { quote, article }]);
    }
    for (const occurrences of elsewhere.values()) occurrences.sort(isEarlier);
    return elsewhere;
  });
}
