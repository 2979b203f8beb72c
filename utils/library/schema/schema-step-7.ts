/** Step 7: quotes that the user corrected say so by the word for the person; `reader` is the reading view. */
import type { Transaction } from 'dexie';

interface Row {
  quotes: { evidence: string }[];
}

/** Only articles with a correction are read: ten thousand sets of quotes would keep the library waiting. */
export async function renameCorrected(transaction: Transaction): Promise<void> {
  const corrections = transaction.table<unknown, [articleId: string, quoteHash: string]>('corrections');
  const ids = new Set((await corrections.toCollection().primaryKeys()).map(([articleId]) => articleId));
  await transaction
    .table<Row, string>('quoteSets')
    .where('articleId')
    .anyOf([...ids])
    .modify(({ quotes }) => {
      for (const quote of quotes) if (quote.evidence === 'reader') quote.evidence = 'user';
    });
}
