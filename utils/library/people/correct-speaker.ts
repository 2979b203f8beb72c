/** Who said a quote, put right by the user. */
import type { Quote } from '../../quotes/types.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { hashText } from '../search/fold-text.ts';

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
  if (rows.length === 0) return [...quotes];
  const known = new Map(rows.map((row) => [row.quoteHash, row]));
  return quotes.map((quote) => {
    const right = known.get(hashText(quote.text));
    if (right === undefined) return quote;
    return {
      ...quote,
      resolvedSpeaker: right.speaker,
      role: right.role,
      confidence: 1,
      evidence: 'user' as const,
    };
  });
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
  const right = quotes.filter((quote) => quote.evidence === 'user');
  if (right.length === 0) return;
  await db.corrections.bulkPut(
    right.map(({ text, resolvedSpeaker: speaker, role }) => ({
      articleId,
      quoteHash: hashText(text),
      speaker,
      role,
      correctedAt: now,
    })),
  );
}
