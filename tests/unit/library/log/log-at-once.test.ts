import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeTags, setArchived } from '../../../../utils/library/articles/change-articles.ts';
import type { LibraryDb } from '../../../../utils/library/db.ts';
import { dismissImport, startImport } from '../../../../utils/library/imports/import-jobs.ts';
import { runImports } from '../../../../utils/library/imports/run-imports.ts';
import { claimTextJob, failTextJob } from '../../../../utils/library/jobs/text-jobs.ts';
import { unfoldBatch } from '../../../../utils/library/log/journal-due.ts';
import {
  bringCopyUpToDate,
  measureCopy,
  putBackWhatWasLost,
} from '../../../../utils/library/log/keep-log.ts';
import { JOURNAL_TROUBLE_KEY, readPutBack } from '../../../../utils/library/log/log-facts.ts';
import { detectFormat } from '../../../../utils/transfer/import/detect-format.ts';
import { freshDisk, freshLibrary } from '../fresh-library.ts';
import { MemoryJournals } from '../memory-place.ts';
import { keepsakes, QUAYS, STEPS, saveQuay } from '../random-users.ts';

/** For tests that run through many libraries, on a busy machine, in ms. */
const PATIENCE = 60_000;

async function restored(disk: MemoryJournals): Promise<LibraryDb> {
  const db = freshLibrary();
  await putBackWhatWasLost(db, disk);
  return db;
}

/** Files of the journals that are written from now on wait until they are let through. */
function holdWrites(disk: MemoryJournals): { waiting: () => number; letThrough: () => void } {
  const held: (() => void)[] = [];
  const open = disk.open.bind(disk);
  disk.open = async (id) => {
    const files = await open(id);
    return {
      ...files,
      write: async (segment, bytes) => {
        await new Promise<void>((resolve) => held.push(resolve));
        await files.write(segment, bytes);
      },
    };
  };
  return {
    waiting: () => held.length,
    letThrough: () => {
      for (const go of held) go();
    },
  };
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 1));
}

const addresses = (count: number): Blob =>
  new Blob([
    'title,url,time_added,tags,status\n',
    ...Array.from(
      { length: count },
      (_, i) => `Quay ${i},https://old.example/${i},${1_600_000_000 + i},sea,unread\n`,
    ),
  ]);

async function beginImport(db: LibraryDb, count: number, fetchTexts = false): Promise<string> {
  const file = addresses(count);
  const format = await detectFormat(file);
  const options = { fetchTexts, takeSettings: false };
  return startImport({ file, fileName: 'pocket.csv', format, total: count, options }, db);
}

const tools = (db: LibraryDb) => ({
  digest: async () => null,
  cleanHtml: async () => '',
  takeSettings: async () => undefined,
  db,
});

describe('what was confirmed', () => {
  it('is in the second copy, whatever the reader did and whenever the background wrote', {
    timeout: PATIENCE,
  }, async () => {
    const step = fc.record({
      name: fc.constantFrom(...Object.keys(STEPS), 'save', 'save', 'mark', 'write'),
      quay: fc.nat(QUAYS - 1),
      n: fc.nat(20),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
        const disk = new MemoryJournals();
        const { open } = freshDisk();
        const windows = [open(disk), open(disk)] as const;
        const background = open();
        let writing: Promise<unknown> = Promise.resolve();
        for (const [i, { name, quay, n }] of steps.entries()) {
          // Not waited for: it runs while the next steps do.
          if (name === 'write') writing = writing.then(() => bringCopyUpToDate(background, disk));
          else await STEPS[name]?.(windows[i % 2 === 0 ? 0 : 1], quay, n);
        }
        const killedNow = await restored(disk.left());
        expect(await keepsakes(killedNow)).toEqual(await keepsakes(background));
        await writing;
        await bringCopyUpToDate(background, disk);
        expect(await keepsakes(await restored(disk))).toEqual(await keepsakes(background));
      }),
      { numRuns: 25 },
    );
  });

  it('was in the second copy first', async () => {
    const disk = new MemoryJournals();
    const db = freshLibrary(disk);
    const { waiting, letThrough } = holdWrites(disk);
    let isConfirmed = false;
    const saving = saveQuay(db, 1, 1).then(() => {
      isConfirmed = true;
    });
    await until(() => waiting() === 1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isConfirmed).toBe(false);
    letThrough();
    await saving;
    expect(await (await restored(disk)).articles.count()).toBe(1);
  });

  it('is not taken for written by what was being written of many articles before', async () => {
    const disk = new MemoryJournals();
    const { open } = freshDisk();
    const other = open();
    for (let quay = 0; quay < QUAYS; quay += 1) await saveQuay(other, quay, 1);
    await bringCopyUpToDate(other, disk);
    const { waiting, letThrough } = holdWrites(disk);
    const tagging = STEPS.tagAll?.(open(disk), 0, 1);
    await until(() => waiting() === 1);
    await STEPS.read?.(other, 2, 4);
    expect(await unfoldBatch(other)).toBe(true);
    letThrough();
    await tagging;
    // All but the article that somebody read meanwhile, and the tag itself, which is no batch's.
    await until(async () => (await other.journalDue.count()) === 1);
    disk.open = MemoryJournals.prototype.open;
    await bringCopyUpToDate(other, disk);
    expect(await keepsakes(await restored(disk))).toEqual(await keepsakes(other));
  });

  it('needs no second writing, and leaves few files', { timeout: PATIENCE }, async () => {
    const disk = new MemoryJournals();
    const db = freshLibrary(disk);
    for (let round = 0; round < 60; round += 1) await saveQuay(db, round % QUAYS, round);
    await until(async () => !(await measureCopy(db)).behind);
    expect(await db.journalSegments.count()).toBe(disk.files.size);
    await bringCopyUpToDate(db, disk);
    expect(disk.files.size).toBeLessThan(30);
    expect(await keepsakes(await restored(disk))).toEqual(await keepsakes(db));
  });

  it('is confirmed, too, where there is no room for a second copy, or it is as large as it may be', async () => {
    const disk = new MemoryJournals();
    disk.room = 0;
    const db = freshLibrary(disk);
    await saveQuay(db, 1, 1);
    expect(await db.articles.count()).toBe(1);
    expect(await measureCopy(db)).toMatchObject({ behind: true, articles: 0 });
    disk.room = Number.POSITIVE_INFINITY;
    await db.meta.put({ key: JOURNAL_TROUBLE_KEY, value: 'budget' });
    await saveQuay(db, 2, 1);
    expect(disk.bytes).toBe(0);
    await bringCopyUpToDate(db, disk);
    expect(await measureCopy(db)).toMatchObject({ behind: false, articles: 2 });
  });

  it('takes along what an earlier session could not copy any more', async () => {
    const disk = new MemoryJournals();
    const { open } = freshDisk();
    disk.room = 0;
    await saveQuay(open(disk), 1, 1);
    disk.room = Number.POSITIVE_INFINITY;
    await saveQuay(open(disk), 2, 1);
    expect(await (await restored(disk)).articles.count()).toBe(2);
  });

  it('is not undone by a file that was written before, and found only now', async () => {
    const disk = new MemoryJournals();
    const { open } = freshDisk();
    const db = open(disk);
    await saveQuay(db, 1, 1);
    await until(async () => !(await measureCopy(db)).behind);
    const early = new Map(disk.files);
    const [id] = await db.articles.toCollection().primaryKeys();
    await changeTags([id ?? ''], { add: ['later'] }, db);
    await bringCopyUpToDate(db, disk);
    for (const [segment, bytes] of early) disk.files.set(segment, bytes);
    expect((await (await restored(disk)).articles.toArray())[0]?.tags).toContain('later');
    await saveQuay(db, 2, 1);
    await bringCopyUpToDate(db, disk);
    expect((await (await restored(disk)).articles.toArray()).length).toBe(2);
  });
});

describe('a library that was lost twice', () => {
  it('comes back as it was the second time, with what the first copy had besides', async () => {
    const disk = new MemoryJournals();
    const first = freshLibrary(disk);
    await saveQuay(first, 1, 1);
    await saveQuay(first, 2, 1);
    const second = freshLibrary(disk);
    await putBackWhatWasLost(second, disk);
    const [id] = await second.articles.toCollection().primaryKeys();
    await setArchived([id ?? ''], true, second);
    await saveQuay(second, 3, 1);
    // Lost again, before the first copy had gone.
    expect(disk.journals.size).toBe(2);
    // The order in which a disk tells of them is none.
    disk.list = async () => [...disk.journals.keys()].reverse();
    const third = await restored(disk);
    disk.list = async () => [...disk.journals.keys()];
    for (const again of [third, await restored(disk)]) {
      expect(await again.articles.count()).toBe(3);
      expect((await again.articles.get(id ?? ''))?.archivedAt).not.toBe(null);
      expect(await readPutBack(again)).toMatchObject({ isOver: true });
    }
    await bringCopyUpToDate(third, disk);
    expect(disk.journals.size).toBe(1);
  });
});

describe('imports', () => {
  it('go on after the database was lost, and bring everything once', async () => {
    const disk = new MemoryJournals();
    const db = freshLibrary(disk);
    const id = await beginImport(db, 250);
    await runImports(tools(db));
    // Another one was at its first hundred when the browser was killed.
    const half = freshLibrary(disk);
    const again = await beginImport(half, 250);
    await half.imports.update(again, { position: 100, added: 100 });
    const after = await restored(disk);
    expect(await after.imports.get(id)).toMatchObject({ state: 'done', added: 250 });
    expect(await after.imports.get(again)).toMatchObject({ state: 'running', position: 0, added: 0 });
    await runImports(tools(after));
    expect(await after.imports.get(again)).toMatchObject({ state: 'done', added: 0, folded: 250 });
    expect(await after.articles.count()).toBe(250);
    // What is over needs its file no more.
    expect(await after.importFiles.count()).toBe(0);
  });

  it('leave no file behind once they are over', async () => {
    const disk = new MemoryJournals();
    const db = freshLibrary(disk);
    const id = await beginImport(db, 3);
    expect(disk.imports.size).toBe(1);
    await runImports(tools(db));
    expect(disk.imports.size).toBe(0);
    await dismissImport(id, db);
    expect(await (await restored(disk)).imports.count()).toBe(0);
  });

  it('keep their file until it is said that they are over', async () => {
    const disk = new MemoryJournals();
    const db = freshLibrary(disk);
    const id = await beginImport(db, 3);
    // From now on nothing more gets into the copy.
    disk.room = disk.bytes;
    await runImports(tools(db));
    expect(await db.imports.get(id)).toMatchObject({ state: 'done' });
    const after = await restored(disk);
    expect(await after.imports.get(id)).toMatchObject({ state: 'running' });
    await runImports(tools(after));
    expect(await after.articles.count()).toBe(3);
  });

  it('say that they stopped where their file is lost, too', async () => {
    const disk = new MemoryJournals();
    const id = await beginImport(freshLibrary(disk), 3);
    disk.imports.clear();
    expect(await (await restored(disk)).imports.get(id)).toMatchObject({ state: 'failed', error: 'damaged' });
  });

  it('go on fetching texts, and keep what failed', async () => {
    const disk = new MemoryJournals();
    const db = freshLibrary(disk);
    const id = await beginImport(db, 3, true);
    await runImports(tools(db));
    const job = await claimTextJob(new Set(), Date.now(), db);
    if (job === null) throw new Error('no job');
    await failTextJob(job, 'gone', false, null, db);
    await claimTextJob(new Set(), Date.now(), db);
    const after = await restored(disk);
    expect(await after.imports.get(id)).toMatchObject({ state: 'fetching', textsFailed: 1 });
    expect((await after.textJobs.toArray()).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    expect((await after.importFailures.toArray()).map(({ why }) => why)).toEqual(['gone']);
  });
});
