/** Who said a quote, put right by the user. */
import type { Quote } from '../../quotes/types.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { CorrectionRow } from '../user-types.ts';
import { quoteKeysOf, withCorrections } from './correction-rows.ts';

/** What the user said of an article's speakers. */
export function correctionsOf(db: LibraryDb, articleId: string): PromiseLike<CorrectionRow[]> {
  return db.corrections
    .where('[articleId+quoteHash]')
    .between([articleId, ''], [articleId, '\uffff'])
    .toArray();
}

/**
 * Quotes as an engine found them, with what the user knows better. Inside the caller's transaction, which holds
 * `corrections`.
 */
export async function applyCorrections(
  db: LibraryDb,
  articleId: string,
  quotes: readonly Quote[],
): Promise<Quote[]> {
  return withCorrections(quotes, await correctionsOf(db, articleId));
}

/**
 * Remembers what the user put right in the open page before it was saved. Inside the caller's transaction, which
 * holds `corrections`.
 */
export async function keepCorrections(
  db: LibraryDb,
  articleId: string,
  quotes: readonly Quote[],
  now: number,
): Promise<void> {
  const keys = quoteKeysOf(quotes);
  const right = quotes.flatMap(({ evidence, resolvedSpeaker: speaker, role }, at): CorrectionRow[] =>
    evidence === 'user' ? [{ articleId, quoteHash: keys[at] ?? '', speaker, role, correctedAt: now }] : [],
  );
  if (right.length > 0) await db.corrections.bulkPut(right);
}
