import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeTags, setInList } from '../../../../utils/library/articles/change-articles.ts';
import { addHighlight } from '../../../../utils/library/articles/change-highlights.ts';
import {
  deleteArticles,
  purgeArticles,
  purgeDeleted,
} from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import type { LibraryDb } from '../../../../utils/library/db.ts';
import { isPurgeUnfinished, readPurgeNote } from '../../../../utils/library/deletion/purge-note.ts';
import { shredSearch } from '../../../../utils/library/deletion/shred-search.ts';
import { sweepNames } from '../../../../utils/library/deletion/sweep-names.ts';
import { createList, removeList } from '../../../../utils/library/lists/lists.ts';
import { readSegment } from '../../../../utils/library/log/journal-frames.ts';
import { bringCopyUpToDate, putBackWhatWasLost } from '../../../../utils/library/log/journal-keep.ts';
import { noteSegment } from '../../../../utils/library/log/journal-note.ts';
import { mergePeople } from '../../../../utils/library/people/decide-people.ts';
import { SCHEMA_VERSION } from '../../../../utils/library/schema/schema-versions.ts';
import { dropVersions } from '../../../../utils/library/schema/storage-use.ts';
import { search } from '../../../../utils/library/search/search.ts';
import { tidySearchIndex } from '../../../../utils/library/search/search-index.ts';
import { freshDisk, freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';
import { MemoryJournals } from '../memory-journal.ts';
import { keepsakes, QUAYS, STEPS, saveQuay } from '../random-users.ts';

/** For tests that run through many libraries, on a busy machine, in ms. */
const PATIENCE = 60_000;

/** A word that is nowhere else; the index folds it to small letters. */
const MARKER = 'zwirnquastel';

/** Saves an article that has the word wherever an article can have one. */
async function saveMarked(db: LibraryDb, edition = 1): Promise<string> {
  const text = `The ${MARKER} of edition ${edition} came.\n\n“A ${MARKER} it is,” she said.`;
  const quote = makeQuote(`A ${MARKER} it is,`, `Ada ${MARKER}`, text.indexOf('A zwirn'));
  const { articleId } = await saveArticle(
    makeSave(
      { url: `https://${MARKER}.example/story`, title: `On the ${MARKER}`, byline: `Bo ${MARKER}`, text },
      { quotes: [quote], images: [`https://img.example/${MARKER}.png`], tags: [MARKER] },
    ),
    db,
  );
  return articleId;
}

/** What users add to an article. */
async function markUp(db: LibraryDb, id: string): Promise<void> {
  await addHighlight(id, { start: 4, end: 16 }, { note: `My ${MARKER}`, colour: 'blue' }, db);
  const list = await createList(`All ${MARKER}`, null, db);
  await setInList([id], list.id, true, db);
  await removeList(list.id, db);
  await mergePeople([`ada ${MARKER}`, 'ina holm'], db);
}

const readable = (_: string, value: unknown): unknown =>
  ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : value;

/** Tables and files that the word is in. */
async function traces(db: LibraryDb, disk: MemoryJournals): Promise<string[]> {
  const found: string[] = [];
  for (const table of db.tables) {
    const rows = [await table.toCollection().primaryKeys(), await table.toArray()];
    if (JSON.stringify(rows, readable).toLowerCase().includes(MARKER)) found.push(table.name);
  }
  for (const files of disk.journals.values()) {
    for (const [id, bytes] of files) {
      const { records } = await readSegment(bytes, SCHEMA_VERSION);
      if (JSON.stringify(records).toLowerCase().includes(MARKER)) found.push(`segment ${id}`);
    }
  }
  for (const file of disk.imports.values()) if ((await file.text()).includes(MARKER)) found.push('import');
  return found;
}

/** What the background does after a purge. */
async function finish(db: LibraryDb, disk: Parameters<typeof bringCopyUpToDate>[1]): Promise<void> {
  await sweepNames(db);
  await shredSearch(db);
  await bringCopyUpToDate(db, disk);
}

async function restored(disk: MemoryJournals): Promise<LibraryDb> {
  const db = freshLibrary();
  await putBackWhatWasLost(db, disk);
  return db;
}

describe('what is deleted for good', () => {
  it('is nowhere any more, wherever an article can leave a word', async () => {
    const disk = new MemoryJournals();
    const db = freshLibrary(disk);
    for (let quay = 0; quay < QUAYS; quay += 1) await saveQuay(db, quay, 1);
    await bringCopyUpToDate(db, disk);
    const id = await saveMarked(db);
    await markUp(db, id);
    await saveMarked(db, 2);
    // Among others in one segment of the index, and in one of the copy.
    for (let quay = 0; quay < 20; quay += 1) await saveQuay(db, quay, 2);
    await tidySearchIndex(db);
    await bringCopyUpToDate(db, disk);
    expect((await traces(db, disk)).length).toBeGreaterThan(8);
    await deleteArticles([id], db);
    await purgeArticles([id], db);
    await finish(db, disk);
    expect(await traces(db, disk)).toEqual([]);
    expect(await isPurgeUnfinished(db)).toBe(false);
    expect((await search('quay 3', {}, db)).hits[0]?.article.title).toBe('Quay 3');
    expect(await keepsakes(await restored(disk))).toEqual(await keepsakes(db));
  });

  it('leaves a journal of a former release, which knew nothing of its older records', async () => {
    const disk = new MemoryJournals();
    const db = freshLibrary();
    const id = await saveMarked(db);
    await saveQuay(db, 1, 1);
    await bringCopyUpToDate(db, disk);
    await changeTags([id], { add: ['sea'] }, db);
    await bringCopyUpToDate(db, disk);
    await db.meta.delete('journalTracked');
    await db.journalKeys.toCollection().modify((row) => {
      delete row.others;
    });
    await deleteArticles([id], db);
    await purgeDeleted(Date.now() + 1, db);
    await finish(db, disk);
    expect(await traces(db, disk)).toEqual([]);
    expect(await keepsakes(await restored(disk))).toEqual(await keepsakes(db));
  });

  it('is gone after the next start, wherever the browser was stopped; nothing else is lost', {
    timeout: PATIENCE,
  }, async () => {
    for (let stop = 0; stop < 8; stop += 1) {
      const { open } = freshDisk();
      const disk = new MemoryJournals();
      const calm = open();
      for (let quay = 0; quay < QUAYS; quay += 1) await saveQuay(calm, quay, 1);
      const id = await saveMarked(calm);
      await bringCopyUpToDate(calm, disk);
      await markUp(calm, id);
      await bringCopyUpToDate(calm, disk);
      await deleteArticles([id], calm);
      await purgeArticles([id], calm);
      await finish(calm, disk.stoppingAfter(stop)).catch(() => undefined);
      // Whatever is left on the disk, all others come out of it.
      const others = async (db: LibraryDb): Promise<unknown[]> =>
        (await db.articles.toArray()).map(({ title }) => title).filter((title) => !title.includes(MARKER));
      expect((await others(await restored(disk.left()))).length).toBe(QUAYS);
      await finish(calm, disk);
      expect(await traces(calm, disk)).toEqual([]);
      expect(await keepsakes(await restored(disk))).toEqual(await keepsakes(calm));
    }
  });

  it('is gone whatever else was done, and by whichever window', { timeout: PATIENCE }, async () => {
    const step = fc.record({
      name: fc.constantFrom(...Object.keys(STEPS), 'save', 'write', 'marked', 'marked'),
      quay: fc.nat(QUAYS - 1),
      n: fc.nat(20),
      atOnce: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
        const disk = new MemoryJournals();
        const { open } = freshDisk();
        const [slow, quick] = [open(), open(disk)];
        let id = await saveMarked(quick);
        for (const { name, quay, n, atOnce } of steps) {
          const db = atOnce ? quick : slow;
          if (name === 'write') await bringCopyUpToDate(slow, disk);
          else if (name === 'marked') id = await saveMarked(db, n);
          else await STEPS[name]?.(db, quay, n);
        }
        await deleteArticles([id], quick);
        await purgeDeleted(Date.now() + 1, quick);
        await finish(slow, disk);
        // The other window notes what it wrote.
        await new Promise((resolve) => setTimeout(resolve, 20));
        await finish(slow, disk);
        expect(await traces(slow, disk)).toEqual([]);
        expect(await keepsakes(await restored(disk))).toEqual(await keepsakes(slow));
      }),
      { numRuns: 25 },
    );
  });

  it('is not said to be gone by a run that began before it was deleted', async () => {
    const [db, disk] = [freshLibrary(), new MemoryJournals()];
    const id = await saveMarked(db);
    await deleteArticles([id], db);
    await purgeArticles([id], db);
    // Nothing was to be cleaned when this run began; people and tags of the article are still in the database.
    await bringCopyUpToDate(db, disk, undefined, null);
    expect(await isPurgeUnfinished(db)).toBe(true);
    const purge = await readPurgeNote(db);
    await sweepNames(db);
    await shredSearch(db);
    await bringCopyUpToDate(db, disk, undefined, purge);
    expect(await isPurgeUnfinished(db)).toBe(false);
  });

  it('holds of former texts, too', async () => {
    const disk = new MemoryJournals();
    const db = freshLibrary(disk);
    await saveArticle(makeSave({ text: `A ${MARKER} was here.` }), db);
    await saveArticle(makeSave({ text: 'Nothing was here.' }), db);
    await bringCopyUpToDate(db, disk);
    expect(await traces(db, disk)).not.toEqual([]);
    await dropVersions(db);
    await finish(db, disk);
    expect(await traces(db, disk)).toEqual([]);
  });

  it('is not left in a file that a slow window notes after it was deleted', async () => {
    const db = freshLibrary();
    const keys = ['articles "gone"', 'articles "moved"', 'articles "due"'];
    const [, moved, due] = keys as [string, string, string];
    await db.journalKeys.put({ key: moved, segment: 7, bytes: 1, gone: false });
    await db.journalDue.put({ key: due, token: 'later' });
    const rows = keys.map((key) => ({ key, segment: 5, bytes: 1, gone: false }));
    const tokens = new Map(keys.map((key) => [key, 'then']));
    const written = { segment: 5, bytes: 3, rows, forgotten: [], tokens, batches: [], onlyDue: true };
    await noteSegment(db, written);
    expect(await db.journalSegments.get(5)).toMatchObject({ keys: 1, shred: true });
    expect(await db.journalKeys.get(moved)).toMatchObject({ segment: 7, others: [5] });
  });
});
