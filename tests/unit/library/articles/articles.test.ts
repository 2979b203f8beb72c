import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countArticles,
  findSaved,
  getWholeArticle,
  listArticleIds,
  listArticles,
  nextInView,
  recentArticles,
} from '../../../../utils/library/articles/articles.ts';
import {
  changeTags,
  setArchived,
  setDone,
  setFavourite,
  setProgress,
} from '../../../../utils/library/articles/change-articles.ts';
import {
  deleteArticles,
  purgeDeleted,
  restoreArticles,
  UNDO_WINDOW,
} from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { allTags } from '../../../../utils/library/lists/tags.ts';
import { placeInViews } from '../../../../utils/library/lists/view-counts.ts';
import { quotesBySpeaker } from '../../../../utils/library/people/people.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { search } from '../../../../utils/library/search/search.ts';
import type { ArticleRow, View, ViewKey } from '../../../../utils/library/types.ts';
import { LONG } from '../../../long.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';

async function save(db: LibraryDb, name: string, savedAt?: number): Promise<string> {
  const input = makeSave({ url: `https://paper.example/${name}`, title: name });
  return (await saveArticle(savedAt === undefined ? input : { ...input, savedAt }, db)).articleId;
}

async function titles(db: LibraryDb, view: View): Promise<string[]> {
  return (await listArticles(view, {}, db)).articles.map((article) => article.title);
}

describe('views', () => {
  it('show the newest save first', async () => {
    const db = freshLibrary();
    await save(db, 'old', 1000);
    await save(db, 'new', 3000);
    await save(db, 'middle', 2000);
    expect(await titles(db, 'inbox')).toEqual(['new', 'middle', 'old']);
    expect((await recentArticles(2, db)).map((article) => article.title)).toEqual(['new', 'middle']);
  });

  it('follow what the user does', async () => {
    const db = freshLibrary();
    const [a, b] = [await save(db, 'a', 1), await save(db, 'b', 2)];
    await setArchived([a], true, db);
    await setFavourite([b], true, db);
    await setProgress(b, 0.5, db);
    expect(await titles(db, 'archive')).toEqual(['a']);
    expect(await titles(db, 'inbox')).toEqual(['b']);
    expect(await titles(db, 'favourites')).toEqual(['b']);
    expect(await titles(db, 'started')).toEqual(['b']);
    await setProgress(b, 7, db);
    await setArchived([a], false, db);
    expect(await titles(db, 'done')).toEqual(['b']);
    expect(await titles(db, 'inbox')).toEqual(['b', 'a']);
  });

  it('take no word of how far the user was for the last where a later one has come before it', async () => {
    const db = freshLibrary();
    const id = await save(db, 'a', 1);
    const left = Date.now() - 5000;
    await setProgress(id, 0.2, db, left);
    await setProgress(id, 0.5, db, left + 1000);
    await setProgress(id, 0.3, db, left + 500);
    expect(await db.articles.get(id)).toMatchObject({ progress: 0.5, openedAt: left + 1000 });
    await setProgress(id, 0.3, db);
    expect(await db.articles.get(id)).toMatchObject({ progress: 0.3 });
  });

  it('take the word of leaving where the last word came from a clock that is ahead', async () => {
    const db = freshLibrary();
    const id = await save(db, 'a', 1);
    await setProgress(id, 0.2, db, Date.now() + 3_600_000);
    await setProgress(id, 0.6, db, Date.now());
    expect(await db.articles.get(id)).toMatchObject({ progress: 0.6 });
  });

  it('page through many articles, saved in the same second too, without gap or repetition', async () => {
    const db = freshLibrary();
    const first = await save(db, 'first', 0);
    const model = await db.articles.get(first);
    if (model === undefined) throw new Error('not saved');
    const rows = Array.from({ length: 200 }, (_, i): ArticleRow => {
      const id = `id-${i}`;
      // Imports give many articles one time.
      return placeInViews({
        ...model,
        id,
        identity: id,
        addresses: [id],
        savedAt: 1000 + Math.floor(i / 30),
      });
    });
    await db.articles.bulkAdd(rows);
    const seen: string[] = [];
    let after: ViewKey | null = null;
    do {
      const page: Awaited<ReturnType<typeof listArticles>> = await listArticles(
        'inbox',
        { after, limit: 33 },
        db,
      );
      seen.push(...page.articles.map((article) => article.id));
      after = page.next;
    } while (after !== null);
    expect(seen).toHaveLength(201);
    expect(new Set(seen).size).toBe(201);
    expect(seen).toEqual(await listArticleIds('inbox', db));
    const jump = await listArticles('inbox', { offset: 150, limit: 10 }, db);
    expect(jump.articles.map((article) => article.id)).toEqual(seen.slice(150, 160));
  });

  it('keep their place when articles arrive between two pages', async () => {
    const db = freshLibrary();
    for (const [i, name] of ['a', 'b', 'c', 'd'].entries()) await save(db, name, i + 1);
    const { articles, next } = await listArticles('inbox', { limit: 2 }, db);
    await save(db, 'late', 99);
    const rest = await listArticles('inbox', { after: next, limit: 9 }, db);
    expect([...articles, ...rest.articles].map((article) => article.title)).toEqual(['d', 'c', 'b', 'a']);
  });
});

describe('counts', () => {
  type Step = [what: 'save' | 'delete' | 'restore' | 'archive' | 'tag' | 'purge' | 'preview', which: number];
  const steps = fc.array(
    fc.tuple(
      fc.constantFrom<Step[0]>('save', 'delete', 'restore', 'archive', 'tag', 'purge', 'preview'),
      fc.integer({ min: 0, max: 3 }),
    ),
    { maxLength: 25 },
  );

  async function take(db: LibraryDb, [what, which]: Step): Promise<void> {
    const url = `https://paper.example/${which}`;
    const ids = (await db.articles.toArray()).filter((row) => row.url === url).map((row) => row.id);
    if (what === 'save') await saveArticle(makeSave({ url }, { tags: ['sea'] }), db);
    if (what === 'preview') await saveArticle(makeSave({ url, text: 'Short.', isPreview: true }), db);
    if (what === 'delete') await deleteArticles([...ids, 'nobody'], db);
    if (what === 'restore') await restoreArticles(ids, db);
    if (what === 'archive') await setArchived(ids, which % 2 === 0, db);
    if (what === 'tag') await changeTags(ids, { add: ['port'], remove: ['sea'] }, db);
    if (what === 'purge') await purgeDeleted(Date.now() + 1, db);
  }

  it('agree with the lists and the search whatever the user does', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (path) => {
        const db = freshLibrary();
        for (const step of path) await take(db, step);
        for (const view of ['all', 'inbox', 'archive', 'trash', 'tag:sea', 'tag:port', 'unread'] as const) {
          expect(await countArticles(view, db), view).toBe((await listArticleIds(view, db)).length);
        }
        expect((await search('harbour', {}, db)).total).toBe(await countArticles('all', db));
      }),
      { numRuns: LONG ? 40 : 6 },
    );
  });
});

describe('deleting', () => {
  it('hides an article everywhere at once, and undo brings it back whole', async () => {
    const db = freshLibrary();
    const quotes = [makeQuote('We waited long enough,', 'Mira Voss')];
    const { articleId } = await saveArticle(makeSave({}, { quotes, tags: ['port'] }), db);
    await deleteArticles([articleId], db);
    expect(await findSaved('https://paper.example/2026/harbour', db)).toBeNull();
    expect(await getWholeArticle(articleId, db)).toBeNull();
    expect(await countArticles('all', db)).toBe(0);
    expect((await search('harbour', {}, db)).hits).toEqual([]);
    expect(await quotesBySpeaker('Mira Voss', 10, db)).toEqual([]);
    expect(await allTags(db)).toEqual([]);

    expect(await restoreArticles([articleId], db)).toBe(1);
    expect(await titles(db, 'inbox')).toEqual(['Harbour opens again']);
    expect((await search('harbour', {}, db)).total).toBe(1);
    expect((await search('mira voss', {}, db)).total).toBe(1);
    expect(await quotesBySpeaker('mira  VOSS', 10, db)).toHaveLength(1);
    expect(await allTags(db)).toEqual([{ tag: 'port', count: 1 }]);
  });

  it('is final after the undo window, and not before', async () => {
    const db = freshLibrary();
    const quotes = [makeQuote('Enough,', 'Mira Voss')];
    const images = ['https://img.example/a.jpg'];
    const { articleId } = await saveArticle(makeSave({}, { quotes, images }), db);
    await saveArticle(makeSave({ text: 'Changed.' }, { images }), db);
    const kept = await save(db, 'kept');
    await deleteArticles([articleId], db);
    expect(await purgeDeleted(Date.now() - UNDO_WINDOW, db)).toBe(0);
    expect(await purgeDeleted(Date.now() + 1, db)).toBe(1);
    expect(await restoreArticles([articleId], db)).toBe(0);
    expect(await titles(db, 'all')).toEqual(['kept']);
    for (const table of [db.quoteSets, db.images, db.jobs, db.versions, db.deadDocs]) {
      expect(await table.count(), table.name).toBe(0);
    }
    expect(await db.contents.toCollection().primaryKeys()).toEqual([kept]);
    expect(await db.segments.count()).toBe(1);
  });
});

it('knows what comes next in a list, also after an article that has just left it', async () => {
  const db = freshLibrary();
  const ids: string[] = [];
  for (const [at, title] of ['first', 'second', 'third'].entries()) {
    const url = `https://courier.example/${title}`;
    const saved = await saveArticle(makeSave({ url, canonicalUrl: url, title }, { savedAt: 1000 + at }), db);
    ids.push(saved.articleId);
  }
  const [first = '', second = '', third = ''] = ids;
  const after = async (id: string) => (await nextInView('inbox', id, null, db))?.title ?? null;
  expect([await after(third), await after(second), await after(first)]).toEqual(['second', 'first', null]);
  await setArchived([second], true, db);
  expect([await after(third), await after(second)]).toEqual(['first', 'first']);
  expect(await nextInView('archive', second, null, db)).toBeNull();
  expect(await after('nobody')).toBeNull();
});

it('knows what comes next of those that were read as far, and stays in the list', async () => {
  const db = freshLibrary();
  const ids: string[] = [];
  for (let at = 0; at < 60; at++) {
    const url = `https://courier.example/${at}`;
    const save = makeSave({ url, canonicalUrl: url, title: String(at) }, { savedAt: 1000 + at });
    ids.push((await saveArticle(save, db)).articleId);
  }
  await setDone(ids, true, db);
  // More of them in the archive than are read at once, between two of the inbox.
  await setArchived(ids.slice(2, 58), true, db);
  await setDone(ids.slice(1, 2), false, db);
  const after = async (id = '') => (await nextInView('inbox', id, 'done', db))?.title ?? null;
  expect([await after(ids[59]), await after(ids[58]), await after(ids[0])]).toEqual(['58', '0', null]);
  expect((await nextInView('archive', ids[10] ?? '', 'done', db))?.title).toBe('9');
});
