/**
 * Extracts the quotes of saved articles again after the engine was improved: one article at a time, from the saved
 * text, in order of ids. May be interrupted at any time; the next call continues.
 */

import { QUOTES_VERSION } from '../../quotes/quotes-version.ts';
import { type Quote, type QuoteFinder, toQuoteInput } from '../../quotes/types.ts';
import { writeArticles } from '../articles/article-writes.ts';
import { limitQuotes } from '../articles/clean-save.ts';
import { library } from '../db.ts';
import { applyCorrectionRows } from '../people/correction-rows.ts';
import { getCorrections } from '../people/stored-corrections.ts';
import { transferCorrectionsByPosition } from '../people/transfer-corrections-by-position.ts';
import { writeQuotes } from '../people/write-quotes.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { packQuotes, unpackQuotes } from '../schema/quote-sets.ts';
import type { ArticleRow } from '../types.ts';
import type { CorrectionRow } from '../user-types.ts';
import { hasOutdatedQuotes, type RereadScan, readScan, writeScan } from './reread-progress.ts';

/**
 * Maximum number of rows read at once to skip up-to-date articles. The first row is read alone, since it is usually out
 * of date.
 */
const MAX_ROWS = 256;

/** An article that was not finished after this many attempts is skipped until the next engine version. */
const MAX_ATTEMPTS = 3;

async function startScan(db: LibraryDb): Promise<RereadScan> {
  const total = await db.articles.count();
  const scan: RereadScan = {
    ...{ version: QUOTES_VERSION, lastId: '', done: 0, total },
    ...{ trying: '', tries: 0, isOver: false },
  };
  await writeScan(db, null, scan);
  return scan;
}

/** The next out-of-date article, and the scan's position before it; null if there is none. */
async function findNext(
  db: LibraryDb,
  scan: RereadScan,
): Promise<{ article: ArticleRow; upTo: RereadScan } | null> {
  let { lastId, done } = scan;
  for (let limit = 1; ; limit = Math.min(limit * 4, MAX_ROWS)) {
    const rows = await db.articles.where('id').above(lastId).limit(limit).toArray();
    for (const article of rows) {
      const isGivenUp = article.id === scan.trying && scan.tries >= MAX_ATTEMPTS;
      if (hasOutdatedQuotes(article) && !isGivenUp) return { article, upTo: { ...scan, lastId, done } };
      lastId = article.id;
      done += 1;
    }
    if (rows.length < limit) return null;
  }
}

/** Writes corrections that have moved to another quote. */
async function putCorrections(
  db: LibraryDb,
  before: readonly CorrectionRow[],
  after: readonly CorrectionRow[],
): Promise<void> {
  const keys = new Set(after.map(({ quoteHash }) => quoteHash));
  const removed = before.filter(({ quoteHash }) => !keys.has(quoteHash));
  const known = new Set(before.map((row) => JSON.stringify(row)));
  const changed = after.filter((row) => !known.has(JSON.stringify(row)));
  // An empty request would lose Dexie's transaction.
  if (removed.length > 0)
    await db.corrections.bulkDelete(removed.map(({ articleId, quoteHash }) => [articleId, quoteHash]));
  if (changed.length > 0) await db.corrections.bulkPut(changed);
}

/** Stores the extracted quotes with the user's corrections. Runs inside the caller's transaction. */
async function storeQuotes(db: LibraryDb, article: ArticleRow, extracted: readonly Quote[]): Promise<void> {
  const set = await db.quoteSets.get(article.id);
  const rows = await getCorrections(db, article.id);
  const moved = transferCorrectionsByPosition(
    article.id,
    set === undefined ? [] : unpackQuotes(set),
    rows,
    extracted,
  );
  await putCorrections(db, rows, moved);
  const quotes = applyCorrectionRows(extracted, moved);
  const fresh = packQuotes(article.id, quotes, article.publishedTime);
  article.quotesVersion = QUOTES_VERSION;
  // Usually nothing has changed. Then only the row is written, and the search index stays.
  const isSame = JSON.stringify(fresh.quotes) === JSON.stringify(set?.quotes ?? []);
  if (isSame) await writeArticles(db, (writes) => writes.put(article));
  else await writeQuotes(db, article, quotes);
}

/**
 * Processes the next out-of-date article.
 *
 * @param findQuotes as for a save; may be slow, since it runs in the background
 * @returns whether there may be more articles
 * @throws the error of `findQuotes`; a few later calls retry the article
 * @throws LibraryFullError if the disk is full; nothing was changed then
 */
export async function rereadNext(findQuotes: QuoteFinder, db: LibraryDb = library): Promise<boolean> {
  const scan = (await readScan(db)) ?? (await startScan(db));
  if (scan.isOver) return false;
  const next = await findNext(db, scan);
  if (next === null) {
    await writeScan(db, scan, { ...scan, done: scan.total, isOver: true });
    // A backup may have added articles meanwhile.
    return (await readScan(db))?.isOver !== true;
  }
  const { article, upTo } = next;
  const { id } = article;
  const tries = scan.trying === id ? scan.tries + 1 : 1;
  const trying: RereadScan = { ...upTo, trying: id, tries };
  await writeScan(db, scan, trying);
  const text = (await db.contents.get(id))?.text ?? '';
  const found = limitQuotes(await findQuotes(toQuoteInput({ ...article, text })));
  try {
    await db.write('updateQuotes', async () => {
      const now = await db.articles.get(id);
      const isSame = (await db.contents.get(id))?.text === text;
      // If the article was saved again or deleted meanwhile, its quotes are already up to date.
      if (now !== undefined && isSame && hasOutdatedQuotes(now)) await storeQuotes(db, now, found);
      await writeScan(db, trying, { ...trying, lastId: id, done: trying.done + 1 });
    });
  } catch (error) {
    // The error is not related to the article, so the attempt does not count.
    await writeScan(db, trying, { ...trying, tries: tries - 1 });
    throw error;
  }
  return true;
}
