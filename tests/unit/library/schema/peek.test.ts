import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it, vi } from 'vitest';
import { findSaved, recentArticles } from '../../../../utils/library/articles/articles.ts';
import { deleteArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { peekRecent, peekSaved } from '../../../../utils/library/schema/peek.ts';
import { makeSave } from '../make-article.ts';

vi.stubGlobal('IDBKeyRange', IDBKeyRange);

it('answers as the library itself does', async () => {
  const indexedDB = new IDBFactory();
  const db = new LibraryDb('peeked', { indexedDB, IDBKeyRange });
  const urls = ['a', 'b', 'c', 'd'].map((path) => `https://courier.example/${path}`);
  const ids: string[] = [];
  for (const [at, url] of urls.entries()) {
    const saved = await saveArticle(makeSave({ url, canonicalUrl: url }, { savedAt: 1000 + at }), db);
    ids.push(saved.articleId);
  }
  await deleteArticles(ids.slice(1, 2), db);
  const recent = await peekRecent(2, indexedDB, 'peeked');
  expect(recent).toEqual(await recentArticles(2, db));
  expect(recent.map(({ id }) => id)).toEqual([ids[3], ids[2]]);
  for (const url of [...urls, 'https://www.courier.example/a?utm_source=x#y', 'https://other.example/']) {
    expect(await peekSaved(url, indexedDB, 'peeked'), url).toEqual(await findSaved(url, db));
  }
  expect(await peekSaved(urls[0] ?? '', indexedDB, 'peeked')).not.toBeNull();
  db.close();
});

it('makes no library where there is none', async () => {
  const indexedDB = new IDBFactory();
  expect(await peekSaved('https://courier.example/a', indexedDB, 'none')).toBeNull();
  expect(await peekRecent(5, indexedDB, 'none')).toEqual([]);
  expect(await indexedDB.databases()).toEqual([]);
});

it('stands in nobody’s way when the library is brought to a newer version', async () => {
  const indexedDB = new IDBFactory();
  const db = new LibraryDb('moved', { indexedDB, IDBKeyRange });
  await db.open();
  db.close();
  const looking = peekRecent(5, indexedDB, 'moved');
  const newer = new Promise((resolve, reject) => {
    const request = indexedDB.open('moved', 1_000_000);
    request.onsuccess = () => resolve(request.result.version);
    request.onerror = () => reject(request.error);
  });
  expect(await looking).toEqual([]);
  expect(await newer).toBe(1_000_000);
});
