import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { deleteArticles, purgeDeleted } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticles } from '../../../../utils/library/articles/save-article.ts';
import { measureLog, updateLog } from '../../../../utils/library/log/maintain-log.ts';
import { restoreLostLogs } from '../../../../utils/library/log/restore-lost.ts';
import { readRestoreProgress } from '../../../../utils/library/log/restore-progress.ts';
import { packSegment, readSegment } from '../../../../utils/library/log/segment-format.ts';
import { findIndexEntries } from '../../../../utils/library/log/segment-index.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { deleteVersions } from '../../../../utils/library/schema/storage-use.ts';
import { itLong, LONG } from '../../../long.ts';
import { search } from '../find-articles.ts';
import { freshDisk, freshLibrary } from '../fresh-library.ts';
import { makeSave } from '../make-article.ts';
import { bytesOf, MemoryPlace, restored } from '../memory-place.ts';
import { keepsakes, pickArticle, QUAYS, saveQuay } from '../random-users.ts';

let db: LibraryDb;
beforeEach(() => {
  db = freshLibrary();
});

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

it('restoring queues images again, except those that a backup lacked', async () => {
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

it('a restored library has the same search results, counts and notices', async () => {
  const place = new MemoryPlace();
  for (let quay = 0; quay < QUAYS; quay += 1) await saveQuay(db, quay, 1);
  await updateLog(db, place);
  const again = await restored(place);
  expect((await search('quay 3', {}, again)).hits[0]?.article.title).toBe('Quay 3');
  expect(await readRestoreProgress(again)).toEqual({ done: QUAYS, total: QUAYS, isFinished: true });
  // Its pictures are asked for again.
  expect(await again.jobs.count()).toBe(QUAYS);
  // From now on the new database has a copy of its own, and the old one goes.
  await updateLog(again, place);
  expect(place.logs.size).toBe(1);
  expect(await keepsakes(await restored(place))).toEqual(await keepsakes(db));
});

it('articles that were deleted after a restore are not restored again', async () => {
  const place = new MemoryPlace();
  await saveQuay(db, 1, 1);
  await updateLog(db, place);
  const again = await restored(place);
  await deleteArticles(await again.articles.toCollection().primaryKeys(), again);
  await purgeDeleted(Date.now() + 1, again);
  expect((await restoreLostLogs(again, place)).articles).toBe(0);
  expect(await again.articles.count()).toBe(0);
});

it('a restore is merged with articles that were saved before it', async () => {
  const place = new MemoryPlace();
  await saveQuay(db, 1, 1);
  await saveQuay(db, 2, 1);
  await updateLog(db, place);
  const again = freshLibrary();
  await saveQuay(again, 2, 2);
  await saveQuay(again, 3, 1);
  await restoreLostLogs(again, place);
  const titles = (await again.articles.toArray()).map(({ title }) => title).sort();
  expect(titles).toEqual(['Quay 1', 'Quay 2', 'Quay 3']);
});

it('truncation or a changed byte damages only the affected frames', async () => {
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

it('records of missing files are written again', async () => {
  const place = new MemoryPlace();
  await saveQuay(db, 1, 1);
  await updateLog(db, place);
  place.files.clear();
  await updateLog(db, place);
  expect(await keepsakes(await restored(place))).toEqual(await keepsakes(db));
});

it('if the store is full, saves succeed, the change log reports that it is behind, and catches up later', async () => {
  const place = new MemoryPlace();
  place.room = 0;
  await saveQuay(db, 1, 1);
  await expect(updateLog(db, place)).rejects.toThrow('full');
  await saveQuay(db, 2, 1);
  expect(await measureLog(db)).toMatchObject({ isBehind: true, error: 'full', articles: 0 });
  place.room = Number.POSITIVE_INFINITY;
  await updateLog(db, place);
  expect(await measureLog(db)).toMatchObject({ isBehind: false, error: null, articles: 2 });
});

it('the change log is complete in the end, wherever writing was interrupted', async () => {
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

it('a restore that was interrupted at any write can be resumed', async () => {
  const full = freshLibrary();
  const place = new MemoryPlace();
  for (let quay = 0; quay < QUAYS; quay += 1) await saveQuay(full, quay, 1);
  await updateLog(full, place);
  for (let stop = 0; stop < 12; stop += LONG ? 1 : 4) {
    const again = freshLibrary();
    stopTransactions(again, stop);
    await restoreLostLogs(again, place).catch(() => undefined);
    await restoreLostLogs(again, place);
    expect(await keepsakes(again)).toEqual(await keepsakes(full));
  }
});

itLong('stays small however often the same is changed, and few files hold it', async () => {
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

it('treats a segment of a later schema version as damaged', async () => {
  const later = await packSegment([{ key: 'tags "gone"', json: null }], 2);
  expect(await readSegment(later, 1)).toEqual({ records: [], damaged: 1 });
});

it('loses only the damaged frame', async () => {
  const long = ['a', 'b'].map((key) => ({ key, json: JSON.stringify(key.repeat(300_000)) }));
  const bytes = await packSegment(long, 1, { isUncompressed: true });
  bytes[100] = 0;
  const { records, damaged } = await readSegment(bytes, 1);
  expect(damaged).toBe(1);
  expect(records).toEqual(long.slice(1));
  expect((await readSegment(bytes.slice(0, -1), 1)).records).toEqual([]);
});

it('requests the records of many keys in batches, so that other queries need not wait long', async () => {
  let [open, most] = [0, 0];
  db.use({
    stack: 'dbcore',
    name: 'open-queries',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        const query: typeof table.query = (request) => {
          open += 1;
          most = Math.max(most, open);
          return table.query(request).then((answer) => {
            open -= 1;
            return answer;
          });
        };
        return { ...table, query };
      },
    }),
  });
  await db.logRecords.bulkPut([
    { key: 'articles "a7"', segment: 2, size: 1 },
    { key: 'articles "a7"', segment: 1, size: 1 },
  ]);
  const keys = Array.from({ length: 300 }, (_, i) => `articles "a${i}"`);
  const records = await findIndexEntries(db, keys);
  expect([records.size, records.get('articles "a7"')?.map(({ segment }) => segment)]).toEqual([300, [1, 2]]);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(50);
});
