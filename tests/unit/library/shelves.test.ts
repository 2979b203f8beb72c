import { beforeEach, describe, expect, it } from 'vitest';
import { countArticles, listArticleIds } from '../../../utils/library/articles/articles.ts';
import {
  changeTags,
  setArchived,
  setDone,
  setFavourite,
  setInList,
  setPinned,
  setProgress,
} from '../../../utils/library/articles/change-articles.ts';
import { addHighlight } from '../../../utils/library/articles/change-highlights.ts';
import { deleteArticles, restoreArticles } from '../../../utils/library/articles/delete-articles.ts';
import { undoEdit } from '../../../utils/library/articles/edit-articles.ts';
import { saveArticle } from '../../../utils/library/articles/save-article.ts';
import {
  createList,
  ListCycleError,
  listTree,
  moveList,
  removeList,
  restoreList,
} from '../../../utils/library/lists/lists.ts';
import {
  removeTag,
  renameTag,
  suggestMerges,
  undoTagChange,
} from '../../../utils/library/lists/manage-tags.ts';
import {
  createSmartList,
  removeSmartList,
  restoreSmartList,
} from '../../../utils/library/lists/smart-lists.ts';
import { allTags } from '../../../utils/library/lists/tags.ts';
import { mergePeople } from '../../../utils/library/people/decide-people.ts';
import { LibraryFullError } from '../../../utils/library/schema/errors.ts';
import type { LibraryDb } from '../../../utils/library/schema/library-db.ts';
import { describeLong } from '../../long.ts';
import { everything, fillDiskAt, freshDisk } from './fresh-library.ts';
import { makeSave } from './make-article.ts';

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

describe('undo', () => {
  it('puts back what each change changed, and nothing else', async () => {
    await changeTags(ids.slice(0, 2), { add: ['ice'] }, db);
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
      () => changeTags(some, { add: ['Ice'], remove: ['ICE'] }, db),
      () => changeTags(some, { remove: ['ice'] }, db),
      () => setInList(some, list.id, true, db),
    ]) {
      const undo = await change();
      await undoEdit(undo, db);
      expect(await state()).toEqual(before);
    }
  });

  it('leaves alone what was changed since', async () => {
    const undo = await setArchived(ids, true, db);
    await setFavourite(ids, true, db);
    await undoEdit(undo, db);
    expect(await countArticles('inbox', db)).toBe(4);
    expect(await countArticles('favourites', db)).toBe(4);
  });

  it('keeps the tags and lists that came since, and leaves out a list that is gone', async () => {
    const some = ids.slice(0, 1);
    const [train, desk] = [await createList('Train', null, db), await createList('Desk', null, db)];
    await changeTags(some, { add: ['ice'] }, db);
    await setInList(some, train.id, true, db);
    const undoTags = await changeTags(some, { add: ['tug'], remove: ['ice'] }, db);
    const undoList = await setInList(some, train.id, false, db);
    await changeTags(some, { add: ['crane'] }, db);
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

  it('keeps how far the user has read since', async () => {
    const [id = ''] = ids;
    await setProgress(id, 0.2, db);
    const undoDone = await setDone([id], true, db);
    await setProgress(id, 0.5, db);
    await undoEdit(undoDone, db);
    expect(await db.articles.get(id)).toMatchObject({ progress: 0.5, finishedAt: null });
  });

  it('is refused whole by a full disk', async () => {
    const undo = await setArchived(ids, true, db);
    const before = await state();
    const full = disk.open();
    fillDiskAt(full, 0);
    await expect(undoEdit(undo, full)).rejects.toThrow(LibraryFullError);
    expect(await state()).toEqual(before);
  });
});

describeLong('a full disk', () => {
  const [a = '', b = ''] = ['a', 'b'];
  const changes: Record<string, (window: LibraryDb) => Promise<unknown>> = {
    'tagging with a new tag': (window) => changeTags(ids, { add: ['fresh'] }, window),
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
    await changeTags(ids, { add: ['ice'] }, db);
    await changeTags(ids.slice(0, 1), { add: ['tug'] }, db);
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

describe('two windows', () => {
  it('that write at once lose nothing of each other', async () => {
    const other = disk.open();
    const saves = Array.from({ length: 12 }, (_, i) => {
      const window = i % 2 === 0 ? db : other;
      return Promise.all([
        saveArticle(
          makeSave({ url: `https://paper.example/more-${i}` }, { tags: [i % 3 === 0 ? 'Ice' : 'ice'] }),
          window,
        ),
        changeTags(ids, { add: [`tag ${i}`] }, i % 2 === 0 ? other : db),
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
});

describe('pins', () => {
  it('come first in every list, the newest first among them', async () => {
    await setPinned([ids[0] ?? '', ids[1] ?? ''], true, db);
    expect(await listArticleIds('inbox', db)).toEqual([ids[1], ids[0], ids[3], ids[2]]);
  });
});

describe('lists', () => {
  it('nest, move, and never into themselves', async () => {
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

  it('come back with their articles and what was in them', async () => {
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
});

describe('tags', () => {
  it('are one however they are typed', async () => {
    await changeTags(ids.slice(0, 1), { add: ['Far  North'] }, db);
    await changeTags(ids.slice(1, 2), { add: ['far north', ' '] }, db);
    await saveArticle(makeSave({ url: 'https://paper.example/e' }, { tags: ['FAR NORTH', 'far north'] }), db);
    expect(await tags()).toEqual([{ tag: 'Far North', count: 3 }]);
  });

  it('are renamed everywhere, and back', async () => {
    await changeTags(ids.slice(0, 2), { add: ['ice'] }, db);
    const before = await state();
    const undo = await renameTag('ice', 'Frozen water', db);
    expect(await tags()).toEqual([{ tag: 'Frozen water', count: 2 }]);
    await undoTagChange(undo, db);
    expect(await state()).toEqual(before);
    expect((await renameTag('ice', 'ICE', db)).name).toBe('ICE');
    expect(await tags()).toEqual([{ tag: 'ICE', count: 2 }]);
  });

  it('merge, for what comes later too', async () => {
    await changeTags(ids.slice(0, 1), { add: ['port'] }, db);
    await changeTags(ids.slice(0, 3), { add: ['harbour'] }, db);
    expect((await renameTag('port', 'HARBOUR', db)).name).toBe('harbour');
    await changeTags(ids.slice(2), { add: ['Harbours'] }, db);
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
