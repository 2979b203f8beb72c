import type { Page } from 'puppeteer-core';
import { QUOTES_VERSION } from '../../../utils/quotes/quotes-version.ts';
import type { StoredArticle } from '../../../utils/transfer/export/export-types.ts';

/** Rows of one table. */
type Rows = Record<string, unknown>[];

function rowsOf(article: StoredArticle, n: number): Record<string, Rows> {
  const { html, text, quotes, highlights, images, url, ...facts } = article;
  const id = `seed-${String(n).padStart(4, '0')}`;
  const savedAt = 1_700_000_000_000 + n;
  const row = {
    ...facts,
    id,
    url,
    canonicalUrl: url,
    identity: id,
    addresses: [id],
    savedAt,
    updatedAt: savedAt,
    publishedTime: savedAt,
    archivedAt: null,
    deletedAt: null,
    pinnedAt: null,
    listIds: [],
    hasText: true,
    // They stay as they are: nobody reads them again.
    quotesVersion: QUOTES_VERSION,
    voices: [],
    speakerKeys: [],
    views: ['all', 'inbox'].map((view) => [view, -savedAt, id]),
  };
  return {
    articles: [row],
    contents: [{ articleId: id, html, text }],
    quoteSets: [
      {
        articleId: id,
        saidAt: savedAt,
        said: [],
        quotes: quotes.map((quote) => ({ ...quote, speakerKey: '' })),
      },
    ],
    highlights: highlights.map((highlight, i) => ({
      ...highlight,
      id: `${id}-${i}`,
      articleId: id,
      createdAt: i,
    })),
    images: [...images].map(([source, blob], i) => ({
      id: `${id}-${i}`,
      articleId: id,
      url: source,
      state: 'saved',
      error: null,
      type: blob.type,
      bytes: blob.size,
    })),
  };
}

/**
 * Puts articles into the library without any check: straight into the tables.
 *
 * @param page one of the extension's, which has opened the library before
 * @param articles their pictures are the same in all
 */
export async function seedArticles(page: Page, articles: readonly StoredArticle[]): Promise<void> {
  const pictures: Record<string, { type: string; base64: string }> = {};
  for (const [source, blob] of articles[0]?.images ?? []) {
    const base64 = Buffer.from(await blob.arrayBuffer()).toString('base64');
    pictures[source] = { type: blob.type, base64 };
  }
  // As JSON, since halves of surrogate pairs don't outlive the way to the browser otherwise.
  const all = JSON.stringify({ pictures, rows: articles.map(rowsOf) });
  await page.evaluate(async (json) => {
    const seed = JSON.parse(json) as {
      pictures: Record<string, { type: string; base64: string }>;
      rows: Record<string, Record<string, unknown>[]>[];
    };
    const blobs = new Map(
      Object.entries(seed.pictures).map(([source, { type, base64 }]) => [
        source,
        new Blob([Uint8Array.from(atob(base64), (mark) => mark.charCodeAt(0))], { type }),
      ]),
    );
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('offprint');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const names = ['articles', 'contents', 'quoteSets', 'highlights', 'images', 'counts'];
    const transaction = db.transaction(names, 'readwrite');
    for (const tables of seed.rows) {
      for (const [name, rows] of Object.entries(tables)) {
        for (const row of rows) {
          if (name === 'images') row.blob = blobs.get(String(row.url)) ?? null;
          transaction.objectStore(name).put(row);
        }
      }
    }
    for (const view of ['all', 'inbox'])
      transaction.objectStore('counts').put({ view, count: seed.rows.length });
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
    });
    db.close();
  }, all);
}
