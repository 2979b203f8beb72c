/** The user's corrections of speakers. */
import type { Quote } from '../../quotes/types.ts';
import { quotesOf } from '../articles/article-parts.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { CorrectionRow } from '../user-types.ts';
import { applyCorrectionRows, latestCorrections, makeQuoteKeys } from './correction-rows.ts';
import { takePageCorrections } from './page-corrections.ts';
import { transferCorrectionsByText } from './transfer-corrections-by-text.ts';

/** The corrections for an article. */
export function getCorrections(db: LibraryDb, articleId: string): PromiseLike<CorrectionRow[]> {
  return db.corrections
    .where('[articleId+quoteHash]')
    .between([articleId, ''], [articleId, '\uffff'])
    .toArray();
}

/**
 * Applies corrections to the quotes of a save: those for the saved article, and those for its page. Must run inside the
 * caller's transaction, which includes `corrections` and `quoteSets`.
 *
 * @param savedId the article's id, if it exists
 * @returns the quotes; `rest` are corrections in the page for quotes that the article lacks, to be kept
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
  const transferred = transferCorrectionsByText(await quotesOf(db, savedId), rows, quotes);
  // A key may now belong to other words than those that were corrected.
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
 * Stores the corrections that the user made in the page before saving it. Must run inside the caller's transaction,
 * which includes `corrections`.
 *
 * @param unmatched corrections for quotes that the article lacks, because its text is not fetched yet or they could not be
 *   found
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
