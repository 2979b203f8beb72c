import { beforeEach, describe, expect, it } from 'vitest';
import { queryView } from '../../../../utils/library/articles/article-parts.ts';
import { createArticleRow } from '../../../../utils/library/articles/article-rows.ts';
import { countArticles, listArticleIds } from '../../../../utils/library/articles/articles.ts';
import {
  changeTags,
  setArchived,
  setDone,
  setFavourite,
  setInList,
  setPinned,
  setProgress,
} from '../../../../utils/library/articles/change-articles.ts';
import { addHighlight } from '../../../../utils/library/articles/change-highlights.ts';
import {
  deleteArticles,
  purgeArticles,
  restoreArticles,
} from '../../../../utils/library/articles/delete-articles.ts';
import { undoEdit } from '../../../../utils/library/articles/edit-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { removeUnusedNames } from '../../../../utils/library/deletion/clean-database.ts';
import {
  formatLocation,
  locationOfSource,
  parseLocation,
} from '../../../../utils/library/lists/library-location.ts';
import {
  createList,
  ListCycleError,
  listTree,
  moveList,
  removeList,
  restoreList,
} from '../../../../utils/library/lists/lists.ts';
import {
  removeTag,
  renameTag,
  suggestMerges,
  undoTagChange,
} from '../../../../utils/library/lists/manage-tags.ts';
import {
  createSmartList,
  removeSmartList,
  restoreSmartList,
} from '../../../../utils/library/lists/smart-lists.ts';
import { listSortedIds } from '../../../../utils/library/lists/sort-articles.ts';
import { suggestTags } from '../../../../utils/library/lists/suggest-tags.ts';
import { allTags } from '../../../../utils/library/lists/tags.ts';
import { setViews } from '../../../../utils/library/lists/view-counts.ts';
import { mergePeople } from '../../../../utils/library/people/decide-people.ts';
import { LibraryFullError } from '../../../../utils/library/schema/errors.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { describeLong, itLong, LONG } from '../../../long.ts';
import { everything, fillDiskAt, freshDisk, freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';

describe('shelves', () => {
  let disk = freshDisk();
  let db: LibraryDb;
  let ids: string[] = [];

  beforeEach(async () => {
    disk = freshDisk();
    db = disk.open();
    ids = [];
    for (const [i, name] of ['a', 'b', 'c', 'd'].entries()) {
      // Two saves of one millisecond would stand in the order of their random ids.
      const save = makeSave({ url: `https://paper.example/${name}` }, { savedAt: Date.UTC(2026, 0, 1) + i });
      ids.push((await saveArticle(save, db)).articleId);
    }
  });

  /** All but the count of changes, which only ever grows. */
  async function state(): Promise<Record<string, unknown[]>> {
    const all = await everything(db);
    return { ...all, counts: (await db.counts.toArray()).filter(({ view }) => view !== '') };
  }

  const tags = () => allTags(db);

  it('undo puts back what each change changed, and nothing else', async () => {
    await changeTags(ids.slice(0, 2), { tagsToAdd: ['ice'] }, db);
    await setDone(ids.slice(0, 1), true, db);
    const list = await createList('Train', null, db);
    const before = await state();
    const some = ids.slice(0, 3);
    for (const change of [
      () => setArchived(some, true, db),
      () => setFavourite(some, true, db),
      () => setPinned(some, true, db),
      () => setDone(some, false, db),
      () => setDone(some, true, db),
      () => changeTags(some, { tagsToAdd: ['Ice'], keysToRemove: ['ICE'] }, db),
      () => changeTags(some, { keysToRemove: ['ice'] }, db),
      () => setInList(some, list.id, true, db),
    ]) {
      const undo = await change();
      await undoEdit(undo, db);
      expect(await state()).toEqual(before);
    }
  });

  it('undo leaves alone what was changed since', async () => {
    const undo = await setArchived(ids, true, db);
    await setFavourite(ids, true, db);
    await undoEdit(undo, db);
    expect(await countArticles('inbox', db)).toBe(4);
    expect(await countArticles('favourites', db)).toBe(4);
  });

  it('undo keeps the tags and lists that came since, and leaves out a list that is gone', async () => {
    const some = ids.slice(0, 1);
    const [train, desk] = [await createList('Train', null, db), await createList('Desk', null, db)];
    await changeTags(some, { tagsToAdd: ['ice'] }, db);
    await setInList(some, train.id, true, db);
    const undoTags = await changeTags(some, { tagsToAdd: ['tug'], keysToRemove: ['ice'] }, db);
    const undoList = await setInList(some, train.id, false, db);
    await changeTags(some, { tagsToAdd: ['crane'] }, db);
    await setInList(some, desk.id, true, db);
    await undoEdit(undoTags, db);
    await undoEdit(undoList, db);
    const row = await db.articles.get(some[0] ?? '');
    expect(row?.tags.toSorted()).toEqual(['crane', 'ice']);
    expect(row?.listIds.toSorted()).toEqual([train.id, desk.id].toSorted());
    const undoGone = await setInList(some, train.id, false, db);
    await removeList(train.id, db);
    expect(await undoEdit(undoGone, db)).toEqual([]);
    expect((await db.articles.get(some[0] ?? ''))?.listIds).toEqual([desk.id]);
  });

  it('undo keeps how far the user has read since', async () => {
    const [id = ''] = ids;
    await setProgress(id, 0.2, db);
    const undoDone = await setDone([id], true, db);
    await setProgress(id, 0.5, db);
    await undoEdit(undoDone, db);
    expect(await db.articles.get(id)).toMatchObject({ progress: 0.5, finishedAt: null });
  });

  it('undo is refused whole by a full disk', async () => {
    const undo = await setArchived(ids, true, db);
    const before = await state();
    const full = disk.open();
    fillDiskAt(full, 0);
    await expect(undoEdit(undo, full)).rejects.toThrow(LibraryFullError);
    expect(await state()).toEqual(before);
  });

  describeLong('a full disk', () => {
    const [a = '', b = ''] = ['a', 'b'];
    const changes: Record<string, (window: LibraryDb) => Promise<unknown>> = {
      'tagging with a new tag': (window) => changeTags(ids, { tagsToAdd: ['fresh'] }, window),
      'renaming a tag': (window) => renameTag('ice', 'snow', window),
      'merging tags': (window) => renameTag('ice', 'tug', window),
      'removing a tag': (window) => removeTag('ice', window),
      'removing a list': async (window) => removeList((await listTree(window))[0]?.list.id ?? '', window),
      highlighting: (window) => addHighlight(ids[0] ?? '', { start: 4, end: 11 }, { note: 'x' }, window),
      deleting: (window) => deleteArticles(ids, window),
      restoring: (window) => restoreArticles(ids, window),
      'making people one': (window) => mergePeople([a, b], window),
    };

    it.each(Object.keys(changes))('at any write of %s leaves the library as it was', async (name) => {
      await changeTags(ids, { tagsToAdd: ['ice'] }, db);
      await changeTags(ids.slice(0, 1), { tagsToAdd: ['tug'] }, db);
      const list = await createList('Train', null, db);
      await createList('Inner', list.id, db);
      await setInList(ids, list.id, true, db);
      if (name === 'restoring') await deleteArticles(ids, db);
      const before = await state();
      for (let n = 0; ; n += 1) {
        const window = disk.open();
        const full = fillDiskAt(window, n);
        const failed = await changes[name]?.(window).then(
          () => false,
          () => true,
        );
        window.close();
        if (full.writes() <= n) break;
        expect(failed, `write ${n}`).toBe(true);
        expect(await state(), `write ${n}`).toEqual(before);
      }
    });
  });

  it('two windows that write at once lose nothing of each other', async () => {
    const other = disk.open();
    const saves = Array.from({ length: 12 }, (_, i) => {
      const window = i % 2 === 0 ? db : other;
      return Promise.all([
        saveArticle(
          makeSave({ url: `https://paper.example/more-${i}` }, { tags: [i % 3 === 0 ? 'Ice' : 'ice'] }),
          window,
        ),
        changeTags(ids, { tagsToAdd: [`tag ${i}`] }, i % 2 === 0 ? other : db),
        setFavourite(ids, i % 2 === 0, window),
      ]);
    });
    await Promise.all(saves);
    expect(await countArticles('inbox', other)).toBe(16);
    expect((await tags()).filter(({ tag }) => tag.startsWith('tag '))).toHaveLength(12);
    expect((await tags()).find(({ tag }) => tag.toLowerCase() === 'ice')?.count).toBe(12);
    const counted = new Map((await db.counts.toArray()).map(({ view, count }) => [view, count]));
    counted.delete('');
    const held = new Map<string, number>();
    for (const row of await db.articles.toArray()) {
      for (const [view] of row.views) held.set(view, (held.get(view) ?? 0) + 1);
    }
    expect(counted).toEqual(held);
  });

  it('pins come first in every list, the newest first among them', async () => {
    await setPinned([ids[0] ?? '', ids[1] ?? ''], true, db);
    expect(await listArticleIds('inbox', db)).toEqual([ids[1], ids[0], ids[3], ids[2]]);
  });

  it('lists nest, move, and never into themselves', async () => {
    const outer = await createList('Outer', null, db);
    const inner = await createList('Inner', outer.id, db);
    const other = await createList('Other', null, db);
    await setInList(ids, inner.id, true, db);
    const names = async () => (await listTree(db)).map(({ list, depth, count }) => [list.name, depth, count]);
    expect(await names()).toEqual([
      ['Outer', 0, 0],
      ['Inner', 1, 4],
      ['Other', 0, 0],
    ]);
    await moveList(outer.id, other.id, db);
    expect(await names()).toEqual([
      ['Other', 0, 0],
      ['Outer', 1, 0],
      ['Inner', 2, 4],
    ]);
    await expect(moveList(other.id, inner.id, db)).rejects.toThrow(ListCycleError);
    await expect(moveList(other.id, other.id, db)).rejects.toThrow(ListCycleError);
  });

  it('lists come back with their articles and what was in them', async () => {
    const outer = await createList('Outer', null, db);
    await createList('Inner', outer.id, db);
    await setInList(ids.slice(1), outer.id, true, db);
    const before = await state();
    const removed = await removeList(outer.id, db);
    expect((await listTree(db)).map(({ list }) => list.name)).toEqual(['Inner']);
    expect(await countArticles('inbox', db)).toBe(4);
    if (removed !== null) await restoreList(removed, db);
    expect(await state()).toEqual(before);
    const smart = await createSmartList('Unread', 'is:unread', undefined, db);
    const withSmart = await state();
    const gone = await removeSmartList(smart.id, db);
    if (gone !== null) await restoreSmartList(gone, db);
    expect(await state()).toEqual(withSmart);
  });

  it('tags are one however they are typed', async () => {
    await changeTags(ids.slice(0, 1), { tagsToAdd: ['Far  North'] }, db);
    await changeTags(ids.slice(1, 2), { tagsToAdd: ['far north', ' '] }, db);
    await saveArticle(makeSave({ url: 'https://paper.example/e' }, { tags: ['FAR NORTH', 'far north'] }), db);
    expect(await tags()).toEqual([{ tag: 'Far North', count: 3 }]);
  });

  it('tags are renamed everywhere, and back', async () => {
    await changeTags(ids.slice(0, 2), { tagsToAdd: ['ice'] }, db);
    const before = await state();
    const undo = await renameTag('ice', 'Frozen water', db);
    expect(await tags()).toEqual([{ tag: 'Frozen water', count: 2 }]);
    await undoTagChange(undo, db);
    expect(await state()).toEqual(before);
    expect((await renameTag('ice', 'ICE', db)).name).toBe('ICE');
    expect(await tags()).toEqual([{ tag: 'ICE', count: 2 }]);
  });

  it('tags merge, for what comes later too', async () => {
    await changeTags(ids.slice(0, 1), { tagsToAdd: ['port'] }, db);
    await changeTags(ids.slice(0, 3), { tagsToAdd: ['harbour'] }, db);
    expect((await renameTag('port', 'HARBOUR', db)).name).toBe('harbour');
    await changeTags(ids.slice(2), { tagsToAdd: ['Harbours'] }, db);
    const [suggestion] = suggestMerges(await tags());
    expect(suggestion?.map(({ tag }) => tag)).toEqual(['Harbours', 'harbour']);
    const before = await state();
    const undo = await renameTag('Harbours', 'harbour', db);
    expect(await tags()).toEqual([{ tag: 'harbour', count: 4 }]);
    await undoTagChange(undo, db);
    expect(await state()).toEqual(before);
    await renameTag('Harbours', 'harbour', db);
    await renameTag('harbour', 'port', db);
    await saveArticle(makeSave({ url: 'https://paper.example/e' }, { tags: ['harbours'] }), db);
    expect(await tags()).toEqual([{ tag: 'port', count: 5 }]);
    await undoTagChange(await removeTag('port', db), db);
    expect(await tags()).toEqual([{ tag: 'port', count: 5 }]);
  });
});

it('writes a list that is cut down into the address, and reads it from there', () => {
  for (const source of ['inbox', 'archive', 'tag:far north', 'list:1'] as const) {
    const place = { ...locationOfSource(source), reading: 'finished' as const, query: 'ice' };
    expect(parseLocation(formatLocation(place)), source).toEqual(place);
  }
  expect(parseLocation('#inbox?reading=nonsense')).toEqual(locationOfSource('inbox'));
});

it('an article that is restored has its tag as it is called by now, also where nothing else has it', async () => {
  for (const [to, isCleaned] of [
    ['Tide', false],
    ['Tide', true],
    ['WAVE', false],
  ] as const) {
    const db = freshLibrary();
    const { articleId } = await saveArticle(makeSave({}, { tags: ['wave'] }), db);
    await deleteArticles([articleId], db);
    await renameTag('wave', to, db);
    if (isCleaned) await removeUnusedNames(db);
    await restoreArticles([articleId], db);
    expect((await db.articles.get(articleId))?.tags).toEqual([to]);
    expect(await allTags(db)).toEqual([{ tag: to, count: 1 }]);
  }
});

it('a name that stands for a tag by several steps stays as long as an article has that tag', async () => {
  const db = freshLibrary();
  const { articleId } = await saveArticle(makeSave({}, { tags: ['wind'] }), db);
  // As where two devices have merged tags at once.
  const merged = { createdAt: 1, updatedAt: 1 };
  await db.tags.bulkPut([
    { ...merged, key: 'wave', name: 'wave', aliasOf: 'tide' },
    { ...merged, key: 'tide', name: 'tide', aliasOf: 'wind' },
  ]);
  await removeUnusedNames(db);
  expect((await db.tags.toArray()).map(({ key }) => key).sort()).toEqual(['tide', 'wave', 'wind']);
  await deleteArticles([articleId], db);
  await purgeArticles([articleId], db);
  await removeUnusedNames(db);
  expect(await db.tags.count()).toBe(0);
});

/** More than is read at once; more than twice as many in the long tier. */
const ARTICLES = LONG ? 4100 : 2100;

function rows() {
  return Array.from({ length: ARTICLES }, (_, i) => {
    const row = createArticleRow(makeSave({ url: `https://paper.example/${i}` }), undefined, 0);
    // Many in the same second, as an import leaves them, and some pinned.
    row.savedAt = Math.floor(i / 700);
    row.pinnedAt = i % 1000 === 7 ? i : null;
    return setViews(row);
  });
}

itLong('lists a large view whole, in order, each article once, however many are read at a time', async () => {
  const db = freshLibrary();
  await db.articles.bulkPut(rows());
  const inOrder = await queryView(db, 'inbox').primaryKeys();
  expect(inOrder).toHaveLength(ARTICLES);
  expect(await listSortedIds('inbox', undefined, db)).toEqual(inOrder);
  expect(await listSortedIds('inbox', { by: 'saved', reversed: true }, db)).toEqual(inOrder.toReversed());
  const byLength = await listSortedIds('inbox', { by: 'length', reversed: false }, db);
  expect(byLength.toSorted()).toEqual(inOrder.toSorted());
});

it('lists what stays where articles leave the view while it is read, and ends when it is told to', async () => {
  const db = freshLibrary();
  await db.articles.bulkPut(rows());
  const inOrder = await queryView(db, 'inbox').primaryKeys();
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

const db = freshLibrary();

async function save(url: string, title: string, speaker: string | null, tags: string[]): Promise<string> {
  const quotes = speaker === null ? [] : [makeQuote('We waited', speaker)];
  return (await saveArticle(makeSave({ url, canonicalUrl: url, title }, { quotes, tags }), db)).articleId;
}

it('suggests what others from the site and with the same people have, and what the headline names', async () => {
  await save('https://courier.example/1', 'One', 'Ada Holm', ['harbour']);
  await save('https://courier.example/2', 'Two', null, ['local']);
  await save('https://elsewhere.example/3', 'Three', 'Ada Holm', ['harbour']);
  await save('https://elsewhere.example/4', 'Four', null, ['Grüne Wellen', 'sport']);
  const id = await save('https://courier.example/5', 'Where the grüne Wellen break', 'Ada Holm', []);
  expect(await suggestTags([id], 4, db)).toEqual(['Grüne Wellen', 'harbour', 'local']);
  expect(await suggestTags([id], 1, db)).toEqual(['Grüne Wellen']);
  await changeTags([id], { tagsToAdd: ['harbour'] }, db);
  expect(await suggestTags([id], 4, db)).toEqual(['Grüne Wellen', 'local']);
});

it('suggests nothing where nothing is known', async () => {
  const lonely = await save('https://lonely.example/1', 'Alone', null, []);
  expect(await suggestTags([lonely], 4, db)).toEqual([]);
  expect(await suggestTags([], 4, db)).toEqual([]);
});
