/** The user's corrections of speakers. */
import type { Quote } from '../../quotes/types.ts';
import { quotesOf } from '../articles/article-parts.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { CorrectionRow } from '../user-types.ts';
import { carryCorrections } from './carry-corrections.ts';
import { latest, quoteKeysOf, withCorrections } from './correction-rows.ts';
import { takePageCorrections } from './page-corrections.ts';

/** The corrections for an article. */
export function correctionsOf(db: LibraryDb, articleId: string): PromiseLike<CorrectionRow[]> {
  return db.corrections
    .where('[articleId+quoteHash]')
    .between([articleId, ''], [articleId, '\uffff'])
    .toArray();
}

/**
 * Applies corrections to the quotes of a save: those for the saved article, and those for its page. Must run inside the
 * caller's transaction, which includes `corrections` and `quoteSets`.
 *
 * @param before the article's id, if it exists
 * @returns the quotes; `rest` are corrections in the page for quotes that the article lacks, to be kept
 */
export async function applyCorrections(
  db: LibraryDb,
  before: string | null,
  url: string,
  quotes: readonly Quote[],
): Promise<{ quotes: Quote[]; rest: CorrectionRow[] }> {
  const ofPage = await takePageCorrections(db, url);
  const keys = new Set(quoteKeysOf(quotes));
  const rest = ofPage.filter(({ quoteHash }) => !keys.has(quoteHash));
  if (before === null) return { quotes: withCorrections(quotes, ofPage), rest };
  const rows = await correctionsOf(db, before);
  const carried = carryCorrections(await quotesOf(db, before), rows, quotes);
  // A key may now belong to other words than those that were corrected.
  const right = new Set(carried.map(({ quoteHash }) => quoteHash));
  const wrong = rows.filter(({ quoteHash }) => keys.has(quoteHash) && !right.has(quoteHash));
  await db.corrections.bulkDelete(wrong.map(({ articleId, quoteHash }) => [articleId, quoteHash]));
  return { quotes: withCorrections(quotes, latest([...carried, ...ofPage])), rest };
}

/**
 * Stores the corrections that the user made in the page before saving it. Must run inside the caller's transaction,
 * which includes `corrections`.
 *
 * @param rest corrections for quotes that the article lacks, because its text is not fetched yet or they could not be
 *   found
 */
export async function storeCorrections(
  db: LibraryDb,
  articleId: string,
  quotes: readonly Quote[],
  rest: readonly CorrectionRow[],
  now: number,
): Promise<void> {
  const keys = quoteKeysOf(quotes);
  const right = quotes.flatMap(({ evidence, resolvedSpeaker: speaker, role }, at): CorrectionRow[] =>
    evidence === 'user' ? [{ articleId, quoteHash: keys[at] ?? '', speaker, role, correctedAt: now }] : [],
  );
  const before = rest.length === 0 ? [] : await correctionsOf(db, articleId);
  const moved = latest([...before, ...rest.map((row) => ({ ...row, articleId }))]);
  if (right.length + moved.length > 0) await db.corrections.bulkPut([...moved, ...right]);
}
