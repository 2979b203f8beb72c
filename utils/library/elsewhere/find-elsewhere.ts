/** Where the quotes of an article stand in other saved articles. */
import { fingerprintsOf } from '../../quotes/elsewhere/fingerprints.ts';
import { readTokens } from '../../quotes/elsewhere/quote-tokens.ts';
import { isSameStatement, type Said } from '../../quotes/elsewhere/same-statement.ts';
import type { Quote } from '../../quotes/types.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { unpackQuotes } from '../schema/quote-sets.ts';
import { ask } from '../schema/raw-library.ts';
import type { ArticleRow, QuoteSetRow, SavedQuote } from '../types.ts';
import type { SaidIn } from '../view-types.ts';

/** Articles with one fingerprint that are looked at. */
const MOST_HOLDERS = 200;
/**
 * A fingerprint that more articles have is one of a phrase, or of what was printed everywhere: it counts where this share
 * of a quote's fingerprints is common to both, 0–1.
 */
const COMMON = 20;
const COMMON_SHARE = 0.5;
/** Fingerprints of a quote so short that it may have nothing but common ones. */
const FEW = 2;
/** Articles that are read for one article, those with most fingerprints in common first. */
const MOST_READ = 300;

type Asked = Pick<Quote, 'text' | 'resolvedSpeaker'>;

const saidOf = ({ text, resolvedSpeaker }: Asked): Said => ({
  tokens: readTokens(text),
  speaker: resolvedSpeaker,
});

/** An article's quotes, how many fingerprints each has, and which of them have one. */
interface Own {
  said: Said[];
  counts: number[];
  byPrint: Map<number, number[]>;
}

function printOwn(quotes: readonly Asked[]): Own {
  const own: Own = { said: quotes.map(saidOf), counts: [], byPrint: new Map() };
  for (const [index, { tokens }] of own.said.entries()) {
    const prints = fingerprintsOf(tokens);
    own.counts.push(prints.length);
    for (const print of prints) own.byPrint.set(print, [...(own.byPrint.get(print) ?? []), index]);
  }
  return own;
}

/** What another article has in common with one of our quotes. */
interface Shared {
  prints: number;
  isRare: boolean;
}

/**
 * Who has each fingerprint, by number in the index. Past Dexie, which takes several times as long over hundreds of small
 * requests; it has to know all the same that the whole index matters, so that a live answer changes with it, and is
 * asked for the last row.
 */
async function findKeys(db: LibraryDb, prints: readonly number[]): Promise<number[][]> {
  await db.fingerprints.orderBy('id').last();
  const index = db.backendDB().transaction('fingerprints').objectStore('fingerprints').index('prints');
  return Promise.all(prints.map((print) => ask(index.getAllKeys(print, MOST_HOLDERS)))) as Promise<
    number[][]
  >;
}

/** What each article, by its number in the index, has in common with each quote. */
async function findShared(db: LibraryDb, { byPrint }: Own): Promise<Map<number, Map<number, Shared>>> {
  const found = await findKeys(db, [...byPrint.keys()]);
  const articles = new Map<number, Map<number, Shared>>();
  for (const [at, indices] of [...byPrint.values()].entries()) {
    const keys = found[at] ?? [];
    for (const key of keys) {
      const quotes = articles.get(key) ?? new Map<number, Shared>();
      articles.set(key, quotes);
      for (const index of indices) {
        const shared = quotes.get(index) ?? { prints: 0, isRare: false };
        quotes.set(index, shared);
        shared.prints += 1;
        shared.isRare ||= keys.length <= COMMON;
      }
    }
  }
  return articles;
}

/** Ids of other articles that may have the same words, those with most in common first. */
async function findHolders(db: LibraryDb, articleId: string, own: Own): Promise<string[]> {
  const promising: { key: number; prints: number }[] = [];
  for (const [key, quotes] of await findShared(db, own)) {
    let prints = 0;
    for (const [index, shared] of quotes) {
      const all = own.counts[index] ?? 0;
      if (shared.isRare || all <= FEW || shared.prints >= COMMON_SHARE * all) prints += shared.prints;
    }
    if (prints > 0) promising.push({ key, prints });
  }
  promising.sort((a, b) => b.prints - a.prints || a.key - b.key);
  const rows = await db.fingerprints.bulkGet(promising.slice(0, MOST_READ + 1).map(({ key }) => key));
  return rows.flatMap((row) => (row === undefined || row.articleId === articleId ? [] : [row.articleId]));
}

/** The quotes of another article that are the same statements, by the index of ours; of several the most alike. */
function matchQuotes({ said, byPrint }: Own, set: QuoteSetRow): Map<number, SavedQuote> {
  const best = new Map<number, { quote: SavedQuote; away: number }>();
  for (const quote of unpackQuotes(set)) {
    const other = saidOf(quote);
    const candidates = new Set(fingerprintsOf(other.tokens).flatMap((print) => byPrint.get(print) ?? []));
    for (const index of candidates) {
      const one = said[index] as Said;
      const away = Math.abs(one.tokens.size - other.tokens.size);
      if (away >= (best.get(index)?.away ?? Number.POSITIVE_INFINITY)) continue;
      if (isSameStatement(one, other)) best.set(index, { quote, away });
    }
  }
  return new Map([...best].map(([index, { quote }]) => [index, quote]));
}

const isEarlier = (a: SaidIn, b: SaidIn): number =>
  a.quote.saidAt - b.quote.saidAt || (a.article.id < b.article.id ? -1 : 1);

/**
 * Finds the same words in other saved articles that are not deleted.
 *
 * @param quotes of the article, as it is shown
 * @returns by index of the quote: one quote of each other article, the earliest first; nothing for one that stands
 *   nowhere else
 */
export async function findElsewhere(
  articleId: string,
  quotes: readonly Asked[],
  db: LibraryDb = library,
): Promise<Map<number, SaidIn[]>> {
  const own = printOwn(quotes);
  const elsewhere = new Map<number, SaidIn[]>();
  if (own.byPrint.size === 0) return elsewhere;
  const ids = await findHolders(db, articleId, own);
  return db.transaction('r', db.quoteSets, db.articles, async () => {
    const [sets, rows] = await Promise.all([db.quoteSets.bulkGet(ids), db.articles.bulkGet(ids)]);
    const articles = new Map(rows.flatMap((row): [string, ArticleRow][] => (row ? [[row.id, row]] : [])));
    for (const set of sets) {
      const article = set === undefined ? undefined : articles.get(set.articleId);
      if (set === undefined || article === undefined || article.deletedAt !== null) continue;
      for (const [index, quote] of matchQuotes(own, set))
        elsewhere.set(index, [...(elsewhere.get(index) ?? []), { quote, article }]);
    }
    for (const places of elsewhere.values()) places.sort(isEarlier);
    return elsewhere;
  });
}
