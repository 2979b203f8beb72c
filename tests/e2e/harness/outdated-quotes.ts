import type { Page } from 'puppeteer-core';

interface ArticleQuotes {
  /** Full names, each once. */
  speakers: (string | null)[];
  /** Words and speakers of the quotes that the user corrected. */
  corrected: [text: string, speaker: string | null][];
  highlights: string[];
}

/** What the library's tables hold of each article. */
export function readLibrary(page: Page): Promise<ArticleQuotes[]> {
  return page.evaluate(async () => {
    type Row = { articleId: string; text: string; quotes: Quote[] };
    type Quote = { text: string; resolvedSpeaker: string | null; evidence: string };
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('offprint');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const all = (name: string): Promise<Row[]> =>
      new Promise((resolve, reject) => {
        const asking = db.transaction(name).objectStore(name).getAll();
        asking.onsuccess = () => resolve(asking.result as Row[]);
        asking.onerror = () => reject(asking.error);
      });
    const [sets, highlights] = [await all('quoteSets'), await all('highlights')];
    db.close();
    return sets.map(({ articleId, quotes }) => ({
      speakers: [...new Set(quotes.map(({ resolvedSpeaker }) => resolvedSpeaker))],
      corrected: quotes
        .filter(({ evidence }) => evidence === 'user')
        .map(({ text, resolvedSpeaker }): [string, string | null] => [text, resolvedSpeaker]),
      highlights: highlights.filter((row) => row.articleId === articleId).map(({ text }) => text),
    }));
  });
}

/**
 * Makes the one article of the library such as an older version left it, which named nobody: the user named the speaker
 * of the last quote, and marked the first one's words.
 *
 * @param page one of the extension's
 * @param copies of the article to put beside it
 * @param speaker whom the user named
 * @returns what there is of each
 */
export async function outdateQuotes(page: Page, copies: number, speaker: string): Promise<ArticleQuotes> {
  await page.evaluate(
    async (count, name) => {
      type Row = Record<string, unknown>;
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('offprint');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const names = ['articles', 'contents', 'quoteSets', 'highlights', 'corrections', 'counts', 'meta'];
      const transaction = db.transaction(names, 'readwrite');
      const store = (table: string): IDBObjectStore => transaction.objectStore(table);
      const first = (table: string): Promise<Row> =>
        new Promise((resolve, reject) => {
          const asking = store(table).getAll();
          asking.onsuccess = () => resolve(asking.result[0] as Row);
          asking.onerror = () => reject(asking.error);
        });
      const [article, content, set] = [
        await first('articles'),
        await first('contents'),
        await first('quoteSets'),
      ];
      const { quotesVersion: _, ...row } = article;
      const said = set.quotes as Row[];
      const quotes = said.map((quote, at): Row => {
        const { places: __, ...words } = quote;
        const isLast = at === said.length - 1;
        return {
          ...words,
          resolvedSpeaker: isLast ? name : null,
          speakerKey: isLast ? name.toLowerCase() : '',
          evidence: isLast ? 'user' : 'none',
        };
      });
      const [marked] = quotes;
      for (let n = 0; n <= count; n += 1) {
        const id = n === 0 ? (article.id as string) : `old-${String(n).padStart(3, '0')}`;
        const identity = n === 0 ? article.identity : `${article.identity as string}-${n}`;
        const views = ['all', 'inbox'].map((view) => [view, -(article.savedAt as number) - n, id]);
        const bare = { voices: [], speakerKeys: [], views };
        store('articles').put({ ...row, ...bare, id, identity, addresses: [identity], searchDoc: 9000 + n });
        store('contents').put({ ...content, articleId: id });
        store('quoteSets').put({
          articleId: id,
          saidAt: set.saidAt,
          said: [[name.toLowerCase(), set.saidAt]],
          quotes,
        });
        const { text, start, end } = marked ?? {};
        const mark = { prefix: '', suffix: '', note: '', colour: 'yellow', createdAt: 1, updatedAt: 1 };
        store('highlights').put({ ...mark, id: `mark-${id}`, articleId: id, text, start, end });
      }
      for (const view of ['all', 'inbox']) store('counts').put({ view, count: count + 1 });
      store('meta').delete('quotesReread');
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
      db.close();
    },
    copies,
    speaker,
  );
  const [one] = await readLibrary(page);
  if (one === undefined) throw new Error('there is no article with quotes in the library');
  return one;
}
