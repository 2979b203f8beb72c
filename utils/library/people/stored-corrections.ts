/** Reads and writes the user's corrections of speakers in saved articles. */
import type { Quote } from '../../quotes/types.ts';
import { readQuotes } from '../articles/article-parts.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { CorrectionRow } from '../user-types.ts';
import { applyCorrectionRows, latestCorrections, makeQuoteKeys } from './correction-rows.ts';
import { takePageCorrections } from './page-corrections.ts';
import { transferCorrectionsByText } from './transfer-corrections-by-text.ts';

/** Returns the corrections of an article. */
export function getCorrections(db: LibraryDb, articleId: string): PromiseLike<CorrectionRow[]> {
  return db.corrections
    .where('[articleId+quoteHash]')
    .between([articleId, ''], [articleId, '\uffff'])
    .toArray();
}

/**
 * Applies corrections to the quotes of an article that is being saved: those of the saved article, and those that the
 * user made in its page. Must run inside the caller's transaction, which includes `corrections` and `quoteSets`.
 *
 * @param savedId id of the saved article; null if there is none
 * @param url canonical URL of the page
 * @returns the corrected quotes; in `unmatched`, the corrections made in the page for which there is no quote, to be kept
 */
export async function applyCorrections(
  db: LibraryDb,
  savedId: string | null,
  url: string,
  quotes: readonly Quote[],
): Promise<{ quotes: Quote[]; unmatched: CorrectionRow[] }> {
  const pageCorrections = await takePageCorrections(db, url);
  const quoteKeys = new Set(makeQuoteKeys(quotes));
  const unmatched = pageCorrections.filter(({ quoteHash }) => !quoteKeys.has(quoteHash));
  if (savedId === null) return { quotes: applyCorrectionRows(quotes, pageCorrections), unmatched };
  const rows = await getCorrections(db, savedId);
  const transferred = transferCorrectionsByText(await readQuotes(db, savedId), rows, quotes);
  // Delete rows whose key now belongs to a quote with other words.
  const userCorrections = new Set(transferred.map(({ quoteHash }) => quoteHash));
  const staleRows = rows.filter(
    ({ quoteHash }) => quoteKeys.has(quoteHash) && !userCorrections.has(quoteHash),
  );
  await db.corrections.bulkDelete(staleRows.map(({ articleId, quoteHash }) => [articleId, quoteHash]));
  return {
    quotes: applyCorrectionRows(quotes, latestCorrections([...transferred, ...pageCorrections])),
    unmatched,
  };
}

/**
 * Stores the corrections of an article that is being saved. Must run inside the caller's transaction, which includes
 * `corrections`.
 *
 * @param quotes the quotes with corrections applied
 * @param unmatched corrections without a quote, because the text has not been fetched yet or does not contain the words
 * @param now time of the corrections in `quotes`, in milliseconds since 1970
 */
export async function storeCorrections(
  db: LibraryDb,
  articleId: string,
  quotes: readonly Quote[],
  unmatched: readonly CorrectionRow[],
  now: number,
): Promise<void> {
  const keys = makeQuoteKeys(quotes);
  const userCorrections = quotes.flatMap(
    ({ evidence, resolvedSpeaker: speaker, role }, at): CorrectionRow[] =>
      evidence === 'user' ? [{ articleId, quoteHash: keys[at] ?? '', speaker, role, correctedAt: now }] : [],
  );
  const existing = unmatched.length === 0 ? [] : await getCorrections(db, articleId);
  const retained = latestCorrections([...existing, ...unmatched.map((row) => ({ ...row, articleId }))]);
  if (userCorrections.length + retained.length > 0)
    await db.corrections.bulkPut([...retained, ...userCorrections]);
}
