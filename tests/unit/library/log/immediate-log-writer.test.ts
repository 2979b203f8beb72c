import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeTags, setArchived } from '../../../../utils/library/articles/change-articles.ts';
import { dismissImport } from '../../../../utils/library/imports/import-jobs.ts';
import { runImports } from '../../../../utils/library/imports/run-imports.ts';
import { claimTextJob, failTextJob } from '../../../../utils/library/jobs/text-jobs.ts';
import { LOG_ERROR_KEY } from '../../../../utils/library/log/log-schema.ts';
import { measureLog, updateLog } from '../../../../utils/library/log/maintain-log.ts';
import { restoreLostLogs } from '../../../../utils/library/log/restore-lost.ts';
import { readRestoreProgress } from '../../../../utils/library/log/restore-progress.ts';
import { LONG } from '../../../long.ts';
import { freshDisk, freshLibrary } from '../fresh-library.ts';
import { beginImport, importTools } from '../import-file.ts';
import { MemoryPlace, restored } from '../memory-place.ts';
import { keepsakes, QUAYS, STEPS, saveQuay } from '../random-users.ts';

interface HeldWrites {
  waiting: () => number;
  letFirst: () => void;
  letThrough: () => void;
}

/** Files that are written from now on wait until they are let through. */
function holdWrites(place: MemoryPlace): HeldWrites {
  const held: (() => void)[] = [];
  place.gate = () => new Promise<void>((resolve) => held.push(resolve));
  return {
    waiting: () => held.length,
    letFirst: () => held.shift()?.(),
    letThrough: () => {
      place.gate = async () => undefined;
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

it('a confirmed write is in the change log, whatever the user does and whenever the background writes', async () => {
  const step = fc.record({
    name: fc.constantFrom(...Object.keys(STEPS), 'save', 'save', 'mark', 'write'),
    quay: fc.nat(QUAYS - 1),
    n: fc.nat(20),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
      const place = new MemoryPlace();
      const { open } = freshDisk();
      const windows = [open(place), open(place)] as const;
      const background = open();
      let writing: Promise<unknown> = Promise.resolve();
      for (const [i, { name, quay, n }] of steps.entries()) {
        // Not waited for: it runs while the next steps do.
        if (name === 'write') writing = writing.then(() => updateLog(background, place));
        else await STEPS[name]?.(windows[i % 2 === 0 ? 0 : 1], quay, n);
      }
      const killedNow = await restored(place.left());
      expect(await keepsakes(killedNow)).toEqual(await keepsakes(background));
      await writing;
      await updateLog(background, place);
      expect(await keepsakes(await restored(place))).toEqual(await keepsakes(background));
    }),
    { numRuns: LONG ? 25 : 4 },
  );
});

it('a write is confirmed only after it is in the change log', async () => {
  const place = new MemoryPlace();
  const db = freshLibrary(place);
  const { waiting, letThrough } = holdWrites(place);
  let isConfirmed = false;
  const saving = saveQuay(db, 1, 1).then(() => {
    isConfirmed = true;
  });
  await until(() => waiting() === 1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isConfirmed).toBe(false);
  letThrough();
  await saving;
  expect(await (await restored(place)).articles.count()).toBe(1);
});

it('a write is confirmed only after it is in the change log, even if its key equals the name of a transaction mode', async () => {
  const place = new MemoryPlace();
  const db = freshLibrary(place);
  await db.tags.put({ key: 'r', name: 'r', createdAt: 1, aliasOf: null });
  const { waiting, letThrough } = holdWrites(place);
  let isConfirmed = false;
  const deleting = db.tags.delete('r').then(() => {
    isConfirmed = true;
  });
  await until(() => waiting() === 1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isConfirmed).toBe(false);
  letThrough();
  await deleting;
  expect(await (await restored(place)).tags.count()).toBe(0);
});

it('a segment of the background takes precedence over one that was begun earlier and finished later', async () => {
  const place = new MemoryPlace();
  const { open } = freshDisk();
  const background = open();
  for (let quay = 0; quay < QUAYS; quay += 1) await saveQuay(background, quay, 1);
  const { waiting, letThrough } = holdWrites(place);
  const tagging = STEPS.tagAll?.(open(place), 0, 1);
  await until(() => waiting() === 1);
  place.gate = async () => undefined;
  await STEPS.read?.(background, 2, 4);
  await updateLog(background, place);
  letThrough();
  await tagging;
  expect(await keepsakes(await restored(place))).toEqual(await keepsakes(background));
  // The late file says nothing that is needed.
  await until(async () => (await background.logSegments.count()) === place.files.size);
  expect(await keepsakes(await restored(place))).toEqual(await keepsakes(background));
});

it('a segment is kept until the background has written its records to another one', async () => {
  const place = new MemoryPlace();
  const { open } = freshDisk();
  const background = open();
  const { waiting, letFirst, letThrough } = holdWrites(place);
  const saving = saveQuay(open(place), 1, 1);
  await until(() => waiting() === 1);
  const writing = updateLog(background, place);
  await until(() => waiting() === 2);
  letFirst();
  await saving;
  // Time to register the file.
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await keepsakes(await restored(place.left()))).toEqual(await keepsakes(background));
  letThrough();
  await writing;
  expect(await keepsakes(await restored(place))).toEqual(await keepsakes(background));
});

it('all confirmed writes are restored if the last file is truncated or missing', async () => {
  const step = fc.record({
    name: fc.constantFrom(...Object.keys(STEPS), 'save', 'save', 'mark'),
    quay: fc.nat(QUAYS - 1),
    n: fc.nat(20),
  });
  const steps = fc.array(step, { minLength: 2, maxLength: 12 });
  const torn = fc.double({ min: 0, max: 0.999, noNaN: true });
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(), torn, async (all, which, share) => {
      const place = new MemoryPlace();
      const db = freshLibrary(place);
      await saveQuay(db, 1, 1);
      const last = which % all.length;
      let [left, confirmed] = [place.left(), await keepsakes(db)];
      for (const [i, { name, quay, n }] of all.entries()) {
        await STEPS[name]?.(db, quay, n);
        if (i < last) [left, confirmed] = [place.left(), await keepsakes(db)];
      }
      // The first file after that, as far as it came.
      const next = place.named('.seg').find((name) => !left.files.has(name));
      const file = place.files.get(next ?? '');
      if (next !== undefined && file !== undefined)
        left.files.set(next, file.slice(0, Math.floor(share * file.size)));
      expect(await keepsakes(await restored(left))).toEqual(confirmed);
    }),
    { numRuns: LONG ? 25 : 4 },
  );
});

it('writes are confirmed even if there is no room for the change log, or it has its maximum size', async () => {
  const place = new MemoryPlace();
  place.room = 0;
  const db = freshLibrary(place);
  await saveQuay(db, 1, 1);
  expect(await db.articles.count()).toBe(1);
  expect(await measureLog(db)).toMatchObject({ isBehind: true, articles: 0 });
  place.room = Number.POSITIVE_INFINITY;
  await db.meta.put({ key: LOG_ERROR_KEY, value: 'budget' });
  await saveQuay(db, 2, 1);
  expect(place.bytes).toBe(0);
  await updateLog(db, place);
  expect(await measureLog(db)).toMatchObject({ isBehind: false, articles: 2 });
});

it('a write also logs outstanding changes of an earlier session', async () => {
  const place = new MemoryPlace();
  const { open } = freshDisk();
  place.room = 0;
  await saveQuay(open(place), 1, 1);
  place.room = Number.POSITIVE_INFINITY;
  await saveQuay(open(place), 2, 1);
  expect(await (await restored(place)).articles.count()).toBe(2);
});

it('an older segment that is found later does not undo a newer write', async () => {
  const place = new MemoryPlace();
  const { open } = freshDisk();
  const db = open(place);
  await saveQuay(db, 1, 1);
  await until(async () => !(await measureLog(db)).isBehind);
  const early = new Map(place.files);
  const [id] = await db.articles.toCollection().primaryKeys();
  await changeTags([id ?? ''], { tagsToAdd: ['later'] }, db);
  await updateLog(db, place);
  for (const [name, file] of early) place.files.set(name, file);
  expect((await (await restored(place)).articles.toArray())[0]?.tags).toContain('later');
  await saveQuay(db, 2, 1);
  await updateLog(db, place);
  expect((await (await restored(place)).articles.toArray()).length).toBe(2);
});

it('a library that was lost twice is restored from both logs, and the newer one takes precedence', async () => {
  const place = new MemoryPlace();
  const first = freshLibrary(place);
  await saveQuay(first, 1, 1);
  await saveQuay(first, 2, 1);
  const second = freshLibrary(place);
  await restoreLostLogs(second, place);
  const [id] = await second.articles.toCollection().primaryKeys();
  await setArchived([id ?? ''], true, second);
  await saveQuay(second, 3, 1);
  // Lost again, before the first copy had gone.
  expect(place.logs.size).toBe(2);
  // The order in which a place tells of them is none.
  place.list = async () => [...place.files.keys()].reverse();
  const third = await restored(place);
  place.list = MemoryPlace.prototype.list;
  for (const again of [third, await restored(place)]) {
    expect(await again.articles.count()).toBe(3);
    expect((await again.articles.get(id ?? ''))?.archivedAt).not.toBe(null);
    expect(await readRestoreProgress(again)).toMatchObject({ isFinished: true });
  }
  await updateLog(third, place);
  expect(place.logs.size).toBe(1);
});

it('imports continue after the database was lost, without duplicates', async () => {
  const place = new MemoryPlace();
  const db = freshLibrary(place);
  const id = await beginImport(db, addresses(120));
  await runImports(importTools(db));
  // Another one was at its first hundred when the browser was killed.
  const half = freshLibrary(place);
  const again = await beginImport(half, addresses(120));
  await half.imports.update(again, { position: 100, added: 100 });
  const after = await restored(place);
  expect(await after.imports.get(id)).toMatchObject({ state: 'done', added: 120 });
  expect(await after.imports.get(again)).toMatchObject({ state: 'running', position: 0, added: 0 });
  await runImports(importTools(after));
  expect(await after.imports.get(again)).toMatchObject({ state: 'done', added: 0, merged: 120 });
  expect(await after.articles.count()).toBe(120);
  // What is over needs its file no more.
  expect(await after.importFiles.count()).toBe(0);
});

it('imports leave no file behind', async () => {
  const place = new MemoryPlace();
  const db = freshLibrary(place);
  const id = await beginImport(db, addresses(3));
  expect(place.named('.import')).toHaveLength(1);
  await runImports(importTools(db));
  expect(place.named('.import')).toEqual([]);
  await dismissImport(id, db);
  expect(await (await restored(place)).imports.count()).toBe(0);
});

it('imports keep their file until the log says that they are over', async () => {
  const place = new MemoryPlace();
  const db = freshLibrary(place);
  const id = await beginImport(db, addresses(3));
  // From now on nothing more gets into the copy.
  place.room = place.bytes;
  await runImports(importTools(db));
  expect(await db.imports.get(id)).toMatchObject({ state: 'done' });
  const after = await restored(place);
  expect(await after.imports.get(id)).toMatchObject({ state: 'running' });
  await runImports(importTools(after));
  expect(await after.articles.count()).toBe(3);
});

it('imports fail if their file is lost, too', async () => {
  const place = new MemoryPlace();
  const id = await beginImport(freshLibrary(place), addresses(3));
  for (const name of place.named('.import')) await place.delete(name);
  expect(await (await restored(place)).imports.get(id)).toMatchObject({
    state: 'failed',
    error: 'damaged',
  });
});

it('imports continue to fetch texts, and keep their failures', async () => {
  const place = new MemoryPlace();
  const db = freshLibrary(place);
  const id = await beginImport(db, addresses(3), { fetchTexts: true });
  await runImports(importTools(db));
  const job = await claimTextJob(new Set(), Date.now(), db);
  if (job === null) throw new Error('no job');
  await failTextJob(job, 'gone', false, null, db);
  await claimTextJob(new Set(), Date.now(), db);
  const after = await restored(place);
  expect(await after.imports.get(id)).toMatchObject({ state: 'fetching', textsFailed: 1 });
  expect((await after.textJobs.toArray()).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  expect((await after.importFailures.toArray()).map(({ why }) => why)).toEqual(['gone']);
});
