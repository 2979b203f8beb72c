import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setInList } from '../../../../utils/library/articles/change-articles.ts';
import { addHighlight } from '../../../../utils/library/articles/change-highlights.ts';
import {
  deleteArticles,
  purgeArticles,
  purgeDeleted,
} from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { cleanDatabase } from '../../../../utils/library/deletion/clean-database.ts';
import { isPurgePending } from '../../../../utils/library/deletion/pending-purge.ts';
import { createList, removeList } from '../../../../utils/library/lists/lists.ts';
import { updateLog } from '../../../../utils/library/log/maintain-log.ts';
import { readSegment } from '../../../../utils/library/log/segment-format.ts';
import { registerSegment } from '../../../../utils/library/log/segment-index.ts';
import { mergePeople, renamePerson, splitPerson } from '../../../../utils/library/people/decide-people.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { SCHEMA_VERSION } from '../../../../utils/library/schema/library-name.ts';
import { deleteVersions } from '../../../../utils/library/schema/storage-use.ts';
import { compactSearchIndex } from '../../../../utils/library/search/search-index.ts';
import { LONG } from '../../../long.ts';
import { search } from '../find-articles.ts';
import { freshDisk, freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';
import { bytesOf, MemoryPlace, restored } from '../memory-place.ts';
import { keepsakes, QUAYS, STEPS, saveQuay } from '../random-users.ts';

/** A word that is nowhere else; the index folds it to small letters. */
const MARKER = 'zwirnquastel';

/** Saves an article that has the word wherever an article can have one. */
async function saveMarked(db: LibraryDb, edition = 1): Promise<string> {
  const text = `The ${MARKER} of edition ${edition} came.\n\n“A ${MARKER} it is,” she said.`;
  const quote = makeQuote(`A ${MARKER} it is,`, `Ada ${MARKER}`, text.indexOf('A zwirn'));
  const { articleId } = await saveArticle(
    makeSave(
      { url: `https://${MARKER}.example/story`, title: `On the ${MARKER}`, byline: `Bo ${MARKER}`, text },
      {
        quotes: [quote],
        images: [`https://img.example/${MARKER}.png`],
        tags: [MARKER],
        undoToken: `undo ${edition}`,
      },
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
async function traces(db: LibraryDb, place: MemoryPlace): Promise<string[]> {
  const found: string[] = [];
  for (const table of db.tables) {
    const rows = [await table.toCollection().primaryKeys(), await table.toArray()];
    if (JSON.stringify(rows, readable).toLowerCase().includes(MARKER)) found.push(table.name);
  }
  for (const name of place.named('.seg')) {
    const { records } = await readSegment(await bytesOf(place, name), SCHEMA_VERSION);
    if (JSON.stringify(records).toLowerCase().includes(MARKER)) found.push(name);
  }
  for (const name of place.named('.import'))
    if ((await place.files.get(name)?.text())?.includes(MARKER)) found.push(name);
  return found;
}

/** What the background does after a purge. */
async function finish(db: LibraryDb, place: Parameters<typeof updateLog>[1]): Promise<void> {
  const cleaned = await cleanDatabase(db);
  await updateLog(db, place, undefined, cleaned);
}

describe('permanently deleted data', () => {
  it('is erased everywhere, wherever an article can leave traces', async () => {
    const place = new MemoryPlace();
    const db = freshLibrary(place);
    for (let quay = 0; quay < QUAYS; quay += 1) await saveQuay(db, quay, 1);
    await updateLog(db, place);
    const id = await saveMarked(db);
    await markUp(db, id);
    await saveMarked(db, 2);
    // Among others in one segment of the index, and in one of the copy.
    for (let quay = 0; quay < 20; quay += 1) await saveQuay(db, quay, 2);
    await compactSearchIndex(db);
    await updateLog(db, place);
    expect((await traces(db, place)).length).toBeGreaterThan(8);
    expect(await traces(db, place)).toContain('snapshots');
    await deleteArticles([id], db);
    await purgeArticles([id], db);
    await finish(db, place);
    expect(await traces(db, place)).toEqual([]);
    expect(await isPurgePending(db)).toBe(false);
    expect((await search('quay 3', {}, db)).hits[0]?.article.title).toBe('Quay 3');
    expect(await keepsakes(await restored(place))).toEqual(await keepsakes(db));
  });

  it('is erased after the next start, wherever the browser was killed, and nothing else is lost', async () => {
    for (let stop = 0; stop < 8; stop += LONG ? 1 : 3) {
      const { open } = freshDisk();
      const place = new MemoryPlace();
      const calm = open();
      for (let quay = 0; quay < QUAYS; quay += 1) await saveQuay(calm, quay, 1);
      const id = await saveMarked(calm);
      await updateLog(calm, place);
      await markUp(calm, id);
      await updateLog(calm, place);
      await deleteArticles([id], calm);
      await purgeArticles([id], calm);
      await finish(calm, place.stoppingAfter(stop)).catch(() => undefined);
      // Whatever is left on the place, all others come out of it.
      const others = async (db: LibraryDb): Promise<unknown[]> =>
        (await db.articles.toArray()).map(({ title }) => title).filter((title) => !title.includes(MARKER));
      expect((await others(await restored(place.left()))).length).toBe(QUAYS);
      await finish(calm, place);
      expect(await traces(calm, place)).toEqual([]);
      expect(await keepsakes(await restored(place))).toEqual(await keepsakes(calm));
    }
  });

  it('is erased whatever else was done, in any window', async () => {
    const step = fc.record({
      name: fc.constantFrom(...Object.keys(STEPS), 'save', 'write', 'finish', 'marked', 'marked'),
      quay: fc.nat(QUAYS - 1),
      n: fc.nat(20),
      atOnce: fc.boolean(),
    });
    // The log is written after a purge whose names are still in the database.
    const writtenUncleaned = ['trash', 'purge', 'write', 'save'].map((name) => ({
      name,
      quay: 0,
      n: 0,
      atOnce: false,
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
        const place = new MemoryPlace();
        const { open } = freshDisk();
        const [slow, quick] = [open(), open(place)];
        let id = await saveMarked(quick);
        for (const { name, quay, n, atOnce } of steps) {
          const db = atOnce ? quick : slow;
          if (name === 'write') await updateLog(slow, place);
          else if (name === 'finish') await finish(slow, place);
          else if (name === 'marked') id = await saveMarked(db, n);
          else await STEPS[name]?.(db, quay, n);
        }
        await deleteArticles([id], quick);
        await purgeDeleted(Date.now() + 1, quick);
        await finish(slow, place);
        // The other window notes what it wrote.
        await new Promise((resolve) => setTimeout(resolve, 20));
        await finish(slow, place);
        expect(await traces(slow, place)).toEqual([]);
        expect(await keepsakes(await restored(place))).toEqual(await keepsakes(slow));
      }),
      { numRuns: LONG ? 25 : 3, examples: [[writtenUncleaned]] },
    );
  });

  it('includes people without any name left, but not those who are quoted in other articles', async () => {
    const [db, place] = [freshLibrary(), new MemoryPlace()];
    const id = await saveMarked(db);
    await saveQuay(db, 0, 1);
    await renamePerson('ina holm', 'Ina B. Holm', db);
    // Somebody else in this article alone.
    await splitPerson(`ada ${MARKER}`, id, db);
    // Merged twice by their names, in two windows: the second takes the names from the first.
    for (let time = 0; time < 2; time += 1) await mergePeople([`ada ${MARKER}`, 'ina h.'], db);
    await updateLog(db, place);
    await deleteArticles([id], db);
    await purgeArticles([id], db);
    await finish(db, place);
    expect(await traces(db, place)).toEqual([]);
    expect((await db.people.toArray()).map(({ name }) => name)).toContain('Ina B. Holm');
  });

  it('is not marked as erased by a run that began before the deletion', async () => {
    const [db, place] = [freshLibrary(), new MemoryPlace()];
    const id = await saveMarked(db);
    await deleteArticles([id], db);
    await purgeArticles([id], db);
    // Nothing was to be cleaned when this run began; people and tags of the article are still in the database.
    await updateLog(db, place);
    expect(await isPurgePending(db)).toBe(true);
    await finish(db, place);
    expect(await traces(db, place)).toEqual([]);
    expect(await isPurgePending(db)).toBe(false);
  });

  it('includes earlier versions', async () => {
    const place = new MemoryPlace();
    const db = freshLibrary(place);
    await saveArticle(makeSave({ text: `A ${MARKER} was here.` }), db);
    await saveArticle(makeSave({ text: 'Nothing was here.' }, { undoToken: 'undo' }), db);
    await updateLog(db, place);
    expect(await traces(db, place)).not.toEqual([]);
    await deleteVersions(db);
    await finish(db, place);
    expect(await traces(db, place)).toEqual([]);
  });

  it('is not left in a segment that a slow window registers after the deletion', async () => {
    const [db, place] = [freshLibrary(), new MemoryPlace()];
    const id = await saveMarked(db);
    const changes = await db.outbox.toCollection().primaryKeys();
    await deleteArticles([id], db);
    await purgeArticles([id], db);
    await finish(db, place);
    const segment = changes[0] ?? 0;
    const records = [{ key: `articles "${id}"`, segment, size: 1 }];
    const late = await registerSegment(db, { id: segment, bytes: 1, records }, { required: changes });
    expect(late).toEqual([segment]);
    expect(await db.logRecords.count()).toBe(0);
  });
});
