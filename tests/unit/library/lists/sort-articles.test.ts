import { expect, it } from 'vitest';
import { inView } from '../../../../utils/library/articles/article-parts.ts';
import { describeArticle } from '../../../../utils/library/articles/article-rows.ts';
import { setArchived } from '../../../../utils/library/articles/change-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { listSortedIds } from '../../../../utils/library/lists/sort-articles.ts';
import { placeInViews } from '../../../../utils/library/lists/view-counts.ts';
import { itLong, LONG } from '../../../long.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeSave } from '../make-article.ts';

/** More than is read at once; more than twice as many in the long tier. */
const ARTICLES = LONG ? 4100 : 2100;

function rows() {
  return Array.from({ length: ARTICLES }, (_, i) => {
    const row = describeArticle(makeSave({ url: `https://paper.example/${i}` }), undefined, 0);
    // Many in the same second, as an import leaves them, and some pinned.
    row.savedAt = Math.floor(i / 700);
    row.pinnedAt = i % 1000 === 7 ? i : null;
    return placeInViews(row);
  });
}

itLong('lists a large view whole, in order, each article once, however many are read at a time', async () => {
  const db = freshLibrary();
  await db.articles.bulkPut(rows());
  const inOrder = await inView(db, 'inbox').primaryKeys();
  expect(inOrder).toHaveLength(ARTICLES);
  expect(await listSortedIds('inbox', undefined, db)).toEqual(inOrder);
  expect(await listSortedIds('inbox', { by: 'saved', reversed: true }, db)).toEqual(inOrder.toReversed());
  const byLength = await listSortedIds('inbox', { by: 'length', reversed: false }, db);
  expect(byLength.toSorted()).toEqual(inOrder.toSorted());
});

it('lists what stays where articles leave the view while it is read, and ends when it is told to', async () => {
  const db = freshLibrary();
  await db.articles.bulkPut(rows());
  const inOrder = await inView(db, 'inbox').primaryKeys();
  const leaving = inOrder.filter((_, i) => i % 400 === 399 || i === 1999);
  const reading = listSortedIds('inbox', undefined, db);
  await setArchived(leaving, true, db);
  const listed = await reading;
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed.filter((id) => !leaving.includes(id))).toEqual(inOrder.filter((id) => !leaving.includes(id)));

  const abort = new AbortController();
  const ended = listSortedIds('inbox', undefined, db, abort.signal);
  abort.abort();
  await expect(ended).rejects.toMatchObject({ name: 'AbortError' });
});

it('puts what states no date of publication last, by the newest and by the oldest', async () => {
  const db = freshLibrary();
  const save = async (title: string, publishedAt: string | null): Promise<void> => {
    const url = `https://paper.example/${title}`;
    await saveArticle(makeSave({ url, title, publishedAt }), db);
  };
  await save('undated', null);
  await save('old', '2019-01-02');
  await save('new', '2026-03-04');
  await save('unreadable', 'last Tuesday');
  const titles = async (reversed: boolean): Promise<string[]> => {
    const ids = await listSortedIds('inbox', { by: 'published', reversed }, db);
    return (await db.articles.bulkGet(ids)).map((row) => row?.title ?? '');
  };
  expect((await titles(false)).slice(0, 2)).toEqual(['new', 'old']);
  expect((await titles(true)).slice(0, 2)).toEqual(['old', 'new']);
  expect((await titles(true)).slice(2).sort()).toEqual(['undated', 'unreadable']);
});
