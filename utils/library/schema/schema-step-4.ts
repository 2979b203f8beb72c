import Dexie, { type Transaction } from 'dexie';

/** Articles whose quotes are rewritten at once. */
const BATCH = 100;

interface FormerQuote {
  articleId: string;
  index: number;
  speakerKey: string;
  saidAt: number;
}

/** Version 3 to 4: a row for each quote becomes a row for each article that has any. */
export async function gatherQuotes(transaction: Transaction): Promise<void> {
  const ids = await transaction.table('articles').toCollection().primaryKeys();
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    const rows: FormerQuote[] = await transaction
      .table('quotes')
      .where('[articleId+index]')
      .between([batch[0], Dexie.minKey], [batch.at(-1), Dexie.maxKey])
      .toArray();
    const sets = new Map<string, FormerQuote[]>();
    for (const row of rows) sets.set(row.articleId, [...(sets.get(row.articleId) ?? []), row]);
    await transaction.table('quoteSets').bulkPut(
      [...sets].map(([articleId, quotes]) => {
        const saidAt = quotes[0]?.saidAt ?? 0;
        const keys = [...new Set(quotes.map(({ speakerKey }) => speakerKey))].filter((key) => key !== '');
        return {
          articleId,
          saidAt,
          said: keys.map((key) => [key, saidAt]),
          quotes: quotes.map(({ articleId: _of, index: _at, saidAt: _when, ...quote }) => quote),
        };
      }),
    );
  }
}
