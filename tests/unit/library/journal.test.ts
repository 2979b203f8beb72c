import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeTags, setArchived, setInList, setProgress } from '../../../utils/library/change-articles.ts';
import type { LibraryDb } from '../../../utils/library/db.ts';
import { mergePeople, renamePerson } from '../../../utils/library/decide-people.ts';
import { deleteArticles, purgeDeleted } from '../../../utils/library/delete-articles.ts';
import { bringCopyUpToDate, measureCopy, putBackWhatWasLost } from '../../../utils/library/journal-keep.ts';
import { JOURNAL_FILL_KEY, readPutBack } from '../../../utils/library/journal-meta.ts';
import { createList, removeList } from '../../../utils/library/lists.ts';
import { renameTag } from '../../../utils/library/manage-tags.ts';
import { addHighlight, changeHighlight, deleteHighlight } from '../../../utils/library/mark-article.ts';
import { saveArticle, saveArticles } from '../../../utils/library/save-article.ts';
import { search } from '../../../utils/library/search.ts';
import { createSmartList, removeSmartList } from '../../../utils/library/smart-lists.ts';
import { dropVersions } from '../../../utils/library/storage-use.ts';
import type { ArticleRow, ImageRow } from '../../../utils/library/types.ts';
import { freshDisk, freshLibrary } from './fresh-library.ts';
import { makeQuote, makeSave } from './make-article.ts';
import { MemoryJournals } from './memory-journal.ts';

/** For tests that run through many libraries, on a busy machine, in ms. */
const PATIENCE = 60_000;

/** Articles the random readers save. */
const QUAYS = 6;

async function save(db: LibraryDb, quay: number, edition: number): Promise<void> {
  const text = `Quay ${quay} was closed for the ${edition}th time.\n\n“We stayed at quay ${quay},” the pilot said. \ud800 is half a letter.\tTabbed.`;
  const speaker = ['Ina Holm', 'Bo Arnholt', null][quay % 3] ?? null;
  await saveArticle(
    makeSave(
      { url: `https://paper.example/quay-${quay}`, title: `Quay ${quay}`, text },
      {
        quotes: [makeQuote(`We stayed at quay ${quay},`, speaker, text.indexOf('We'))],
        images: [`https://img.example/${quay}.png`],
        tags: quay % 2 === 0 ? ['Sea'] : [],
      },
    ),
    db,
  );
}

type Step = (db: LibraryDb, quay: number, n: number) => Promise<unknown>;

const pick = async (db: LibraryDb, quay: number): Promise<string[]> => {
  const ids = await db.articles.toCollection().primaryKeys();
  const id = ids[quay % Math.max(1, ids.length)];
  return id === undefined ? [] : [id];
};

/** What readers do, as far as it changes rows. */
const STEPS: Record<string, Step> = {
  save: (db, quay, n) => save(db, quay, n),
  archive: async (db, quay, n) => setArchived(await pick(db, quay), n % 2 === 0, db),
  tag: async (db, quay, n) => changeTags(await pick(db, quay), { add: [`tag ${n % 3}`] }, db),
  renameTag: (db, _, n) => renameTag(`tag ${n % 3}`, `tag ${(n + 1) % 3}`, db),
  read: async (db, quay, n) => {
    for (const id of await pick(db, quay)) await setProgress(id, (n % 10) / 10, db);
  },
  list: async (db, quay, n) => {
    const list = await createList(`List ${n}`, null, db);
    await setInList(await pick(db, quay), list.id, true, db);
  },
  unlist: async (db, _, n) => {
    const lists = await db.lists.toArray();
    const list = lists[n % Math.max(1, lists.length)];
    if (list !== undefined) await removeList(list.id, db);
  },
  smart: (db, _, n) => createSmartList(`Smart ${n}`, 'is:unread', { by: 'saved', reversed: false }, db),
  unsmart: async (db) => {
    const row = await db.smartLists.toCollection().first();
    if (row !== undefined) await removeSmartList(row.id, db);
  },
  mark: async (db, quay, n) => {
    for (const id of await pick(db, quay)) {
      await addHighlight(id, { start: 0, end: 4 + (n % 3) }, { note: `note ${n}`, colour: 'blue' }, db);
    }
  },
  remark: async (db, _, n) => {
    const row = await db.highlights.toCollection().first();
    if (row !== undefined) await changeHighlight(row.id, { note: `again ${n}` }, db);
  },
  unmark: async (db) => {
    const row = await db.highlights.toCollection().first();
    if (row !== undefined) await deleteHighlight(row.id, db);
  },
  person: async (db) => {
    const names = (await db.speakers.toArray()).map(({ speakerKey }) => speakerKey);
    if (names[0] !== undefined && names[1] !== undefined) await mergePeople([names[0], names[1]], db);
    else if (names[0] !== undefined) await renamePerson(names[0], 'Ina B. Holm', db);
  },
  trash: async (db, quay) => deleteArticles(await pick(db, quay), db),
  purge: (db) => purgeDeleted(Date.now() + 1, db),
  dropVersions: (db) => dropVersions(db),
};

/** What must come back, without what is derived, numbered anew or fetched again. */
async function keepsakes(db: LibraryDb): Promise<Record<string, unknown[]>> {
  const article = ({ searchDoc, views, imagesSaved, imagesFailed, imagesTotal, ...row }: ArticleRow) => row;
  const image = ({ id, url, articleId }: ImageRow) => ({ id, url, articleId });
  const rows = async (name: string): Promise<unknown[]> => db.table(name).toArray();
  return {
    articles: (await db.articles.toArray()).map(article),
    images: (await db.images.toArray()).map(image),
    contents: await rows('contents'),
    quotes: await rows('quoteSets'),
    versions: await rows('versions'),
    highlights: await rows('highlights'),
    corrections: await rows('corrections'),
    lists: await rows('lists'),
    tags: await rows('tags'),
    smartLists: await rows('smartLists'),
    people: await rows('people'),
    aliases: await rows('aliases'),
    counts: (await db.counts.toArray()).filter(({ view }) => view !== ''),
  };
}

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
  it('gives back the same library, whatever the reader did', { timeout: PATIENCE }, async () => {
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
    for (let quay = 0; quay < QUAYS; quay += 1) await save(db, quay, 1);
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
    await save(db, 1, 1);
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
    await save(db, 1, 1);
    await save(db, 2, 1);
    await bringCopyUpToDate(db, disk);
    const again = freshLibrary();
    await save(again, 2, 2);
    await save(again, 3, 1);
    await putBackWhatWasLost(again, disk);
    const titles = (await again.articles.toArray()).map(({ title }) => title).sort();
    expect(titles).toEqual(['Quay 1', 'Quay 2', 'Quay 3']);
  });

  it('loses no more than what a torn end or a flipped byte hits', { timeout: PATIENCE }, async () => {
    const db = freshLibrary();
    const disk = new MemoryJournals();
    for (let quay = 0; quay < QUAYS; quay += 1) {
      await save(db, quay, 1);
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
      await save(db, round % 3, round);
      await dropVersions(db);
      await bringCopyUpToDate(db, disk);
    }
    expect(disk.files.size).toBeLessThan(40);
    expect(await keepsakes(await restored(disk))).toEqual(await keepsakes(db));
  });

  it('writes again what is in files that are gone', async () => {
    const db = freshLibrary();
    const disk = new MemoryJournals();
    await save(db, 1, 1);
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

  it('is made of a library that was there before it, however large', { timeout: PATIENCE }, async () => {
    const db = freshLibrary();
    const disk = new MemoryJournals();
    for (let quay = 0; quay < QUAYS; quay += 1) await save(db, quay, 1);
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
    await save(db, 1, 1);
    await expect(bringCopyUpToDate(db, disk)).rejects.toThrow('full');
    await save(db, 2, 1);
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
      for (let quay = 0; quay < 3; quay += 1) await save(calm, quay, 1);
      await bringCopyUpToDate(calm, disk);
      await save(calm, 1, 2);
      await deleteArticles([(await pick(calm, 2))[0] ?? ''], calm);
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
    for (let quay = 0; quay < QUAYS; quay += 1) await save(full, quay, 1);
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
