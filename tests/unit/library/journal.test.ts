import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deleteArticles, purgeDeleted } from '../../../utils/library/articles/delete-articles.ts';
import { saveArticles } from '../../../utils/library/articles/save-article.ts';
import type { LibraryDb } from '../../../utils/library/db.ts';
import { createList } from '../../../utils/library/lists/lists.ts';
import {
  bringCopyUpToDate,
  measureCopy,
  putBackWhatWasLost,
} from '../../../utils/library/log/journal-keep.ts';
import { JOURNAL_FILL_KEY, readPutBack } from '../../../utils/library/log/journal-meta.ts';
import { dropVersions } from '../../../utils/library/schema/storage-use.ts';
import { search } from '../../../utils/library/search/search.ts';
import { freshDisk, freshLibrary } from './fresh-library.ts';
import { makeSave } from './make-article.ts';
import { MemoryJournals } from './memory-journal.ts';
import { keepsakes, pickArticle, QUAYS, STEPS, saveQuay } from './random-users.ts';

/** For tests that run through many libraries, on a busy machine, in ms. */
const PATIENCE = 60_000;

async function restored(disk: MemoryJournals): Promise<LibraryDb> {
  const db = freshLibrary();
  await putBackWhatWasLost(db, disk);
  return db;
}

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

describe('the second copy', () => {
  it('queues pictures again, but none that a backup lacked and nobody has asked for', async () => {
    const db = freshLibrary();
    const disk = new MemoryJournals();
    const images = ['https://img.example/asked.png', 'https://img.example/not.png'];
    await saveArticles([makeSave({}, { images })], db);
    await db.images
      .filter(({ url }) => url.endsWith('not.png'))
      .modify({ state: 'failed', error: 'not-in-backup' });
    await bringCopyUpToDate(db, disk);
    const again = await restored(disk);
    expect((await again.jobs.toArray()).map(({ url }) => url)).toEqual(['https://img.example/asked.png']);
    expect(await again.images.where('id').above('').toArray()).toHaveLength(2);
    expect((await again.articles.toArray()).map(({ imagesFailed }) => imagesFailed)).toEqual([1]);
  });

  it('gives back the same library, whatever the user did', { timeout: PATIENCE }, async () => {
    const step = fc.record({
      name: fc.constantFrom(...Object.keys(STEPS), 'save', 'save', 'mark', 'write'),
      quay: fc.nat(QUAYS - 1),
      n: fc.nat(20),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const db = freshLibrary();
        const disk = new MemoryJournals();
        for (const { name, quay, n } of steps) {
          if (name === 'write') await bringCopyUpToDate(db, disk);
          else await STEPS[name]?.(db, quay, n);
        }
        await bringCopyUpToDate(db, disk);
        expect(await keepsakes(await restored(disk))).toEqual(await keepsakes(db));
      }),
      { numRuns: 25 },
    );
  });

  it('is searched, counted and told of as before', async () => {
    const db = freshLibrary();
    const disk = new MemoryJournals();
    for (let quay = 0; quay < QUAYS; quay += 1) await saveQuay(db, quay, 1);
    await bringCopyUpToDate(db, disk);
    const again = await restored(disk);
    expect((await search('quay 3', {}, again)).hits[0]?.article.title).toBe('Quay 3');
    expect(await readPutBack(again)).toEqual({ done: QUAYS, total: QUAYS, isOver: true });
    // Its pictures are asked for again.
    expect(await again.jobs.count()).toBe(QUAYS);
    // From now on the new database has a copy of its own, and the old one goes.
    await bringCopyUpToDate(again, disk);
    expect(disk.journals.size).toBe(1);
    expect(await keepsakes(await restored(disk))).toEqual(await keepsakes(db));
  });

  it('does not bring back what was put back once and deleted since', async () => {
    const db = freshLibrary();
    const disk = new MemoryJournals();
    await saveQuay(db, 1, 1);
    await bringCopyUpToDate(db, disk);
    const again = await restored(disk);
    await deleteArticles(await again.articles.toCollection().primaryKeys(), again);
    await purgeDeleted(Date.now() + 1, again);
    expect((await putBackWhatWasLost(again, disk)).articles).toBe(0);
    expect(await again.articles.count()).toBe(0);
  });

  it('joins with what was saved before it was put back', async () => {
    const db = freshLibrary();
    const disk = new MemoryJournals();
    await saveQuay(db, 1, 1);
    await saveQuay(db, 2, 1);
    await bringCopyUpToDate(db, disk);
    const again = freshLibrary();
    await saveQuay(again, 2, 2);
    await saveQuay(again, 3, 1);
    await putBackWhatWasLost(again, disk);
    const titles = (await again.articles.toArray()).map(({ title }) => title).sort();
    expect(titles).toEqual(['Quay 1', 'Quay 2', 'Quay 3']);
  });

  it('loses no more than what a torn end or a flipped byte hits', { timeout: PATIENCE }, async () => {
    const db = freshLibrary();
    const disk = new MemoryJournals();
    for (let quay = 0; quay < QUAYS; quay += 1) {
      await saveQuay(db, quay, 1);
      await bringCopyUpToDate(db, disk);
    }
    const whole = [...disk.files];
    await fc.assert(
      fc.asyncProperty(
        fc.nat(QUAYS - 1),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.boolean(),
        async (which, place, tears) => {
          disk.files.clear();
          for (const [id, bytes] of whole) disk.files.set(id, bytes.slice());
          const [id, bytes] = [...disk.files][which] ?? [];
          if (id === undefined || bytes === undefined) throw new Error('no such file');
          const at = Math.floor(place * bytes.length);
          if (tears) disk.files.set(id, bytes.slice(0, at));
          else bytes[at] = (bytes[at] ?? 0) ^ 0x10;
          const again = await restored(disk);
          expect(await again.articles.count()).toBeGreaterThanOrEqual(QUAYS - 1);
          for (const row of await again.articles.toArray()) {
            expect(row.hasText).toBe((await again.contents.get(row.id))?.text !== '');
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('stays small however often the same is changed, and few files hold it', {
    timeout: PATIENCE,
  }, async () => {
    const db = freshLibrary();
    const disk = new MemoryJournals();
    for (let round = 0; round < 90; round += 1) {
      await saveQuay(db, round % 3, round);
      await dropVersions(db);
      await bringCopyUpToDate(db, disk);
    }
    expect(disk.files.size).toBeLessThan(40);
    expect(await keepsakes(await restored(disk))).toEqual(await keepsakes(db));
  });

  it('writes again what is in files that are gone', async () => {
    const db = freshLibrary();
    const disk = new MemoryJournals();
    await saveQuay(db, 1, 1);
    await bringCopyUpToDate(db, disk);
    disk.files.clear();
    await bringCopyUpToDate(db, disk);
    expect(await keepsakes(await restored(disk))).toEqual(await keepsakes(db));
  });

  it('has a text with each article it has, however early the writing of it ends', {
    timeout: PATIENCE,
  }, async () => {
    const db = freshLibrary();
    await saveArticles(
      Array.from({ length: 230 }, (_, i) => makeSave({ url: `https://old.example/${i}` })),
      db,
    );
    const disk = new MemoryJournals();
    // The second segment is not written any more.
    await bringCopyUpToDate(db, disk.stoppingAfter(1)).catch(() => undefined);
    const again = await restored(disk);
    const rows = await again.articles.toArray();
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.length).toBeLessThan(230);
    expect(rows.filter(({ hasText }) => !hasText)).toEqual([]);
  });

  it('has what many articles at once came to, whatever of it was changed again and wherever the writing stopped', {
    timeout: PATIENCE,
  }, async () => {
    for (let stop = 0; stop < 6; stop += 1) {
      const { open } = freshDisk();
      const disk = new MemoryJournals();
      const calm = open();
      for (let quay = 0; quay < QUAYS; quay += 1) await saveQuay(calm, quay, 1);
      await STEPS.tagAll?.(calm, 0, 1);
      await saveQuay(calm, 1, 2);
      await bringCopyUpToDate(calm, disk.stoppingAfter(stop)).catch(() => undefined);
      await STEPS.archiveAll?.(calm, 0, 0);
      // A window that copies at once is killed before its file is noted; the next one begins anew.
      await STEPS.tag?.(open(disk), 2, 2);
      expect(await keepsakes(await restored(disk.left()))).toEqual(await keepsakes(calm));
      await bringCopyUpToDate(calm, disk);
      expect(await measureCopy(calm)).toMatchObject({ behind: false, articles: QUAYS });
      expect(await keepsakes(await restored(disk))).toEqual(await keepsakes(calm));
    }
  });

  it('is made of a library that was there before it, however large', { timeout: PATIENCE }, async () => {
    const db = freshLibrary();
    const disk = new MemoryJournals();
    for (let quay = 0; quay < QUAYS; quay += 1) await saveQuay(db, quay, 1);
    const more = Array.from({ length: 210 }, (_, i) => makeSave({ url: `https://old.example/${i}` }));
    await saveArticles(more, db);
    await createList('Harbours', null, db);
    // As the step to the journal's schema leaves it: nothing noted yet.
    await db.journalDue.clear();
    await db.meta.put({ key: JOURNAL_FILL_KEY, value: '' });
    expect(await measureCopy(db)).toMatchObject({ behind: true });
    await bringCopyUpToDate(db, disk);
    expect(await measureCopy(db)).toMatchObject({ behind: false, articles: QUAYS + 210 });
    expect(await keepsakes(await restored(disk))).toEqual(await keepsakes(db));
  });

  it('says that it is behind when the disk is full, saves go on, and it catches up', async () => {
    const db = freshLibrary();
    const disk = new MemoryJournals();
    disk.room = 0;
    await saveQuay(db, 1, 1);
    await expect(bringCopyUpToDate(db, disk)).rejects.toThrow('full');
    await saveQuay(db, 2, 1);
    expect(await measureCopy(db)).toMatchObject({ behind: true, trouble: 'full', articles: 0 });
    disk.room = Number.POSITIVE_INFINITY;
    await bringCopyUpToDate(db, disk);
    expect(await measureCopy(db)).toMatchObject({ behind: false, trouble: null, articles: 2 });
  });

  it('is whole in the end, wherever the writing of it was stopped', { timeout: PATIENCE }, async () => {
    for (let stop = 0; stop < 6; stop += 1) {
      const factory = freshDisk();
      const disk = new MemoryJournals();
      const calm = factory.open();
      for (let quay = 0; quay < 3; quay += 1) await saveQuay(calm, quay, 1);
      await bringCopyUpToDate(calm, disk);
      await saveQuay(calm, 1, 2);
      await deleteArticles([(await pickArticle(calm, 2))[0] ?? ''], calm);
      await purgeDeleted(Date.now() + 1, calm);
      const stopped = factory.open();
      stopTransactions(stopped, stop);
      await bringCopyUpToDate(stopped, disk.stoppingAfter(stop)).catch(() => undefined);
      stopped.close();
      await bringCopyUpToDate(calm, disk);
      expect(await keepsakes(await restored(disk))).toEqual(await keepsakes(calm));
    }
  });

  it('goes on where putting back was stopped, at whatever write', { timeout: PATIENCE }, async () => {
    const full = freshLibrary();
    const disk = new MemoryJournals();
    for (let quay = 0; quay < QUAYS; quay += 1) await saveQuay(full, quay, 1);
    await bringCopyUpToDate(full, disk);
    for (let stop = 0; stop < 12; stop += 1) {
      const again = freshLibrary();
      stopTransactions(again, stop);
      await putBackWhatWasLost(again, disk).catch(() => undefined);
      await putBackWhatWasLost(again, disk);
      expect(await keepsakes(again)).toEqual(await keepsakes(full));
    }
  });
});
