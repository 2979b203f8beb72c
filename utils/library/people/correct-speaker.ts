/** Who said a quote, put right by the user. */
import type { Quote } from '../../quotes/types.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { CorrectionRow } from '../user-types.ts';
import { quoteKeysOf, withCorrections } from './correction-rows.ts';

/**
 * Quotes as an engine found them, with what the user knows better. Inside the caller's transaction, which holds
 * `corrections`.
 */
export async function applyCorrections(
  db: LibraryDb,
  articleId: string,
  quotes: readonly Quote[],
): Promise<Quote[]> {
  const rows = await db.corrections
    .where('[articleId+quoteHash]')
    .between([articleId, ''], [articleId, '\uffff'])
    .toArray();
  return withCorrections(quotes, rows);
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
