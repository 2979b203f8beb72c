import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteArticles, purgeDeleted } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticles } from '../../../../utils/library/articles/save-article.ts';
import { measureLog, updateLog } from '../../../../utils/library/log/keep-log.ts';
import { restoreLost } from '../../../../utils/library/log/restore-lost.ts';
import { readRestoreProgress } from '../../../../utils/library/log/restore-progress.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { deleteVersions } from '../../../../utils/library/schema/storage-use.ts';
import { search } from '../../../../utils/library/search/search.ts';
import { itLong, LONG } from '../../../long.ts';
import { freshDisk, freshLibrary } from '../fresh-library.ts';
import { makeSave } from '../make-article.ts';
import { bytesOf, MemoryPlace, restored } from '../memory-place.ts';
import { keepsakes, pickArticle, QUAYS, saveQuay } from '../random-users.ts';

/** The browser is stopped at the nth writing transaction from now on; those after it go well again. */
function stopTransactions(db: LibraryDb, n: number): void {
  let left = n;
  db.use({
    stack: 'dbcore',
    name: 'stops',
    create: (core) => ({
      ...core,
      transaction: (stores, mode, options) => {
        if (mode === 'readwrite' && left-- === 0) throw new Error('stopped');
        return core.transaction(stores, mode, options);
      },
    }),
  });
}

describe('the change log', () => {
  it('queues pictures again, but none that a backup lacked and nobody has asked for', async () => {
    const db = freshLibrary();
    const place = new MemoryPlace();
    const images = ['https://img.example/asked.png', 'https://img.example/not.png'];
    await saveArticles([makeSave({}, { images })], db);
    await db.images
      .filter(({ url }) => url.endsWith('not.png'))
      .modify({ state: 'failed', error: 'not-in-backup' });
    await updateLog(db, place);
    const again = await restored(place);
    expect((await again.jobs.toArray()).map(({ url }) => url)).toEqual(['https://img.example/asked.png']);
    expect(await again.images.where('id').above('').toArray()).toHaveLength(2);
    expect((await again.articles.toArray()).map(({ imagesFailed }) => imagesFailed)).toEqual([1]);
  });

  it('is searched, counted and told of as before', async () => {
    const db = freshLibrary();
    const place = new MemoryPlace();
    for (let quay = 0; quay < QUAYS; quay += 1) await saveQuay(db, quay, 1);
    await updateLog(db, place);
    const again = await restored(place);
    expect((await search('quay 3', {}, again)).hits[0]?.article.title).toBe('Quay 3');
    expect(await readRestoreProgress(again)).toEqual({ done: QUAYS, total: QUAYS, isOver: true });
    // Its pictures are asked for again.
    expect(await again.jobs.count()).toBe(QUAYS);
    // From now on the new database has a copy of its own, and the old one goes.
    await updateLog(again, place);
    expect(place.logs.size).toBe(1);
    expect(await keepsakes(await restored(place))).toEqual(await keepsakes(db));
  });

  it('does not bring back what was restored once and deleted since', async () => {
    const db = freshLibrary();
    const place = new MemoryPlace();
    await saveQuay(db, 1, 1);
    await updateLog(db, place);
    const again = await restored(place);
    await deleteArticles(await again.articles.toCollection().primaryKeys(), again);
    await purgeDeleted(Date.now() + 1, again);
    expect((await restoreLost(again, place)).articles).toBe(0);
    expect(await again.articles.count()).toBe(0);
  });

  it('joins with what was saved before it was restored', async () => {
    const db = freshLibrary();
    const place = new MemoryPlace();
    await saveQuay(db, 1, 1);
    await saveQuay(db, 2, 1);
    await updateLog(db, place);
    const again = freshLibrary();
    await saveQuay(again, 2, 2);
    await saveQuay(again, 3, 1);
    await restoreLost(again, place);
    const titles = (await again.articles.toArray()).map(({ title }) => title).sort();
    expect(titles).toEqual(['Quay 1', 'Quay 2', 'Quay 3']);
  });

  it('loses no more than what a torn end or a flipped byte hits', async () => {
    const db = freshLibrary();
    const place = new MemoryPlace();
    for (let quay = 0; quay < QUAYS; quay += 1) {
      await saveQuay(db, quay, 1);
      await updateLog(db, place);
    }
    const whole = [...place.files];
    await fc.assert(
      fc.asyncProperty(
        fc.nat(QUAYS - 1),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.boolean(),
        async (which, where, tears) => {
          for (const [name, file] of whole) place.files.set(name, file);
          const name = place.named('.seg')[which] ?? '';
          const bytes = await bytesOf(place, name);
          const at = Math.floor(where * bytes.length);
          bytes[at] = (bytes[at] ?? 0) ^ 0x10;
          place.files.set(name, new Blob([tears ? bytes.slice(0, at) : bytes]));
          const again = await restored(place);
          expect(await again.articles.count()).toBeGreaterThanOrEqual(QUAYS - 1);
          for (const row of await again.articles.toArray()) {
            expect(row.hasText).toBe((await again.contents.get(row.id))?.text !== '');
          }
        },
      ),
      { numRuns: LONG ? 25 : 4 },
    );
  });

  it('writes again what is in files that are gone', async () => {
    const db = freshLibrary();
    const place = new MemoryPlace();
    await saveQuay(db, 1, 1);
    await updateLog(db, place);
    place.files.clear();
    await updateLog(db, place);
    expect(await keepsakes(await restored(place))).toEqual(await keepsakes(db));
  });

  it('says that it is behind when the place is full, saves go on, and it catches up', async () => {
    const db = freshLibrary();
    const place = new MemoryPlace();
    place.room = 0;
    await saveQuay(db, 1, 1);
    await expect(updateLog(db, place)).rejects.toThrow('full');
    await saveQuay(db, 2, 1);
    expect(await measureLog(db)).toMatchObject({ behind: true, trouble: 'full', articles: 0 });
    place.room = Number.POSITIVE_INFINITY;
    await updateLog(db, place);
    expect(await measureLog(db)).toMatchObject({ behind: false, trouble: null, articles: 2 });
  });

  it('is whole in the end, wherever the writing of it was stopped', async () => {
    for (let stop = 0; stop < 6; stop += LONG ? 1 : 3) {
      const factory = freshDisk();
      const place = new MemoryPlace();
      const calm = factory.open();
      for (let quay = 0; quay < 3; quay += 1) await saveQuay(calm, quay, 1);
      await updateLog(calm, place);
      await saveQuay(calm, 1, 2);
      await deleteArticles([(await pickArticle(calm, 2))[0] ?? ''], calm);
      await purgeDeleted(Date.now() + 1, calm);
      const stopped = factory.open();
      stopTransactions(stopped, stop);
      await updateLog(stopped, place.stoppingAfter(stop)).catch(() => undefined);
      stopped.close();
      await updateLog(calm, place);
      expect(await keepsakes(await restored(place))).toEqual(await keepsakes(calm));
    }
  });

  it('goes on where restoring was stopped, at whatever write', async () => {
    const full = freshLibrary();
    const place = new MemoryPlace();
    for (let quay = 0; quay < QUAYS; quay += 1) await saveQuay(full, quay, 1);
    await updateLog(full, place);
    for (let stop = 0; stop < 12; stop += LONG ? 1 : 4) {
      const again = freshLibrary();
      stopTransactions(again, stop);
      await restoreLost(again, place).catch(() => undefined);
      await restoreLost(again, place);
      expect(await keepsakes(again)).toEqual(await keepsakes(full));
    }
  });
});

itLong('stays small however often the same is changed, and few files hold it', async () => {
  const db = freshLibrary();
  const place = new MemoryPlace();
  for (let round = 0; round < 90; round += 1) {
    await saveQuay(db, round % 3, round);
    await deleteVersions(db);
    await updateLog(db, place);
  }
  expect(place.files.size).toBeLessThan(40);
  expect(await keepsakes(await restored(place))).toEqual(await keepsakes(db));
});

itLong('has a text with each article it has, however early the writing of it ends', async () => {
  const db = freshLibrary();
  await saveArticles(
    Array.from({ length: 230 }, (_, i) =>
      makeSave({ url: `https://old.example/${i}`, text: 'Quays. '.repeat(5000) }),
    ),
    db,
  );
  const place = new MemoryPlace();
  // The second segment is not written any more.
  await updateLog(db, place.stoppingAfter(1)).catch(() => undefined);
  const again = await restored(place);
  const rows = await again.articles.toArray();
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.length).toBeLessThan(230);
  expect(rows.filter(({ hasText }) => !hasText)).toEqual([]);
});
