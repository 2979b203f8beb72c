/** Who said a quote, put right by the user. */
import type { Quote } from '../../quotes/types.ts';
import { quotesOf } from '../articles/article-parts.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { CorrectionRow } from '../user-types.ts';
import { carryCorrections } from './carry-corrections.ts';
import { latest, quoteKeysOf, withCorrections } from './correction-rows.ts';
import { takePageCorrections } from './page-corrections.ts';

/** What the user said of an article's speakers. */
export function correctionsOf(db: LibraryDb, articleId: string): PromiseLike<CorrectionRow[]> {
  return db.corrections
    .where('[articleId+quoteHash]')
    .between([articleId, ''], [articleId, '\uffff'])
    .toArray();
}

/**
 * The quotes of a save with what the user knows better: of this article as it was saved before, and of its page. Inside
 * the caller's transaction, which holds `corrections` and `quoteSets`.
 *
 * @param before the article's id, where it is here already
 * @returns `rest`: what was said in the page of quotes that are not there, to be kept for when they are
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
  // A key may have come to be that of other words than those it was said of.
  const right = new Set(carried.map(({ quoteHash }) => quoteHash));
  const wrong = rows.filter(({ quoteHash }) => keys.has(quoteHash) && !right.has(quoteHash));
  await db.corrections.bulkDelete(wrong.map(({ articleId, quoteHash }) => [articleId, quoteHash]));
  return { quotes: withCorrections(quotes, latest([...carried, ...ofPage])), rest };
}

/**
 * Remembers what the user put right in the open page before it was saved. Inside the caller's transaction, which
 * holds `corrections`.
 *
 * @param rest what it was of quotes that the article lacks: its text is still to come, or they could not be found
 */
export async function keepCorrections(
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
