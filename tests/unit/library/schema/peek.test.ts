import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  countArticles,
  findSaved,
  getRecentArticles,
  listArticles,
} from '../../../../utils/library/articles/articles.ts';
import { setArchived } from '../../../../utils/library/articles/change-articles.ts';
import { deleteArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { SCHEMA_VERSION } from '../../../../utils/library/schema/library-name.ts';
import { peekRecent, peekSaved } from '../../../../utils/library/schema/peek.ts';
import { PREFETCHED_ROWS, prefetchList } from '../../../../utils/library/schema/prefetch.ts';
import { makeQuote, makeSave } from '../make-article.ts';

vi.stubGlobal('IDBKeyRange', IDBKeyRange);

function freshFactory(): IDBFactory {
  const indexedDB = new IDBFactory();
  vi.stubGlobal('indexedDB', indexedDB);
  return indexedDB;
}

it('returns the same results as the library', async () => {
  const indexedDB = freshFactory();
  const db = new LibraryDb('offprint', { indexedDB, IDBKeyRange });
  const urls = ['a', 'b', 'c', 'd'].map((path) => `https://courier.example/${path}`);
  const ids: string[] = [];
  for (const [at, url] of urls.entries()) {
    const saved = await saveArticle(makeSave({ url, canonicalUrl: url }, { savedAt: 1000 + at }), db);
    ids.push(saved.articleId);
  }
  await deleteArticles(ids.slice(1, 2), db);
  const recent = await peekRecent(2);
  expect(recent).toEqual(await getRecentArticles(2, db));
  expect(recent.map(({ id }) => id)).toEqual([ids[3], ids[2]]);
  for (const url of [...urls, 'https://www.courier.example/a?utm_source=x#y', 'https://other.example/']) {
    expect(await peekSaved(url), url).toEqual(await findSaved(url, db));
  }
  expect(await peekSaved(urls[0] ?? '')).not.toBeNull();
  db.close();
});

it('does not create a library', async () => {
  const indexedDB = freshFactory();
  expect(await peekSaved('https://courier.example/a')).toBeNull();
  expect(await peekRecent(5)).toEqual([]);
  expect(await indexedDB.databases()).toEqual([]);
});

it('does not block an upgrade of the library', async () => {
  const indexedDB = freshFactory();
  const db = new LibraryDb('offprint', { indexedDB, IDBKeyRange });
  await db.open();
  db.close();
  const looking = peekRecent(5);
  const newer = new Promise((resolve, reject) => {
    const request = indexedDB.open('offprint', 1_000_000);
    request.onsuccess = () => resolve(request.result.version);
    request.onerror = () => reject(request.error);
  });
  expect(await looking).toEqual([]);
  expect(await newer).toBe(1_000_000);
});

describe('prefetching', () => {
  let indexedDB: IDBFactory;
  let db: LibraryDb;
  let ids: string[];

  beforeEach(async () => {
    indexedDB = freshFactory();
    db = new LibraryDb('offprint', { indexedDB, IDBKeyRange });
    ids = [];
    for (let at = 0; at < PREFETCHED_ROWS + 6; at += 1) {
      const url = `https://courier.example/${at}`;
      const saved = await saveArticle(
        makeSave(
          { url, canonicalUrl: url },
          {
            savedAt: 1000 + at,
            images: [`https://courier.example/${at}.jpg`],
            quotes: [makeQuote('We waited', 'Ada Holm')],
          },
        ),
        db,
      );
      ids.push(saved.articleId);
    }
  });

  it('reads the beginning of a list like the library', async () => {
    await setArchived(ids.slice(-2), true, db);
    for (const view of ['inbox', 'archive', 'list:none'] as const) {
      const first = await prefetchList(view);
      expect(first?.rows).toEqual((await listArticles(view, { limit: PREFETCHED_ROWS }, db)).articles);
      expect(first?.count).toBe(await countArticles(view, db));
    }
    db.close();
  });

  it('does not read a library of another schema version', async () => {
    db.close();
    await new Promise((resolve, reject) => {
      const request = indexedDB.open('offprint', (SCHEMA_VERSION + 1) * 10);
      request.onsuccess = () => resolve(request.result.close());
      request.onerror = () => reject(request.error);
    });
    expect(await prefetchList('inbox')).toBeNull();
    freshFactory();
    expect(await prefetchList('inbox')).toBeNull();
  });
});
