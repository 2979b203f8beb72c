import { expect, it, vi } from 'vitest';
import { readQuotes } from '../../../../utils/library/articles/article-parts.ts';
import { ArticleWrites } from '../../../../utils/library/articles/article-writes.ts';
import { addHighlight } from '../../../../utils/library/articles/change-highlights.ts';
import { deleteArticles, purgeArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle, saveArticles } from '../../../../utils/library/articles/save-article.ts';
import { prepareGroup, restoreGroup } from '../../../../utils/library/backup/backup-restore.ts';
import { rereadNext } from '../../../../utils/library/jobs/reread.ts';
import { isRereadDue, readRereadProgress } from '../../../../utils/library/jobs/reread-progress.ts';
import { correctSpeaker } from '../../../../utils/library/people/correct-speaker.ts';
import { listPeople, listQuotesOfPerson } from '../../../../utils/library/people/people.ts';
import { LibraryFullError } from '../../../../utils/library/schema/errors.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { QUOTES_VERSION } from '../../../../utils/quotes/quotes-version.ts';
import type { Quote, QuoteFinder } from '../../../../utils/quotes/types.ts';
import { LONG } from '../../../long.ts';
import { search } from '../find-articles.ts';
import { everything, fillDiskAt, freshDisk, freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';

const TEXT = '“We waited,” she said. “It was cold,” she said. “No,” said Maud Tarrant.';
const WAITED = makeQuote('We waited', 'Holm', 1);
const COLD = makeQuote('It was cold', null, 24);
const NO = makeQuote('No', 'Maud Tarrant', 49);
const NAMED = [{ ...WAITED, resolvedSpeaker: 'Ina Holm' }, { ...COLD, resolvedSpeaker: 'Ina Holm' }, NO];

const urlOf = (i: number): string => `https://paper.example/lock-${i}`;

/** Makes articles such as an older version left them. */
async function age(db: LibraryDb): Promise<void> {
  await db.articles.toCollection().modify((row) => {
    delete row.quotesVersion;
  });
}

async function oldLibrary(quotes: readonly Quote[] = [WAITED, COLD, NO], text = TEXT, db = freshLibrary()) {
  const { articleId } = await saveArticle(makeSave({ text }, { quotes }), db);
  await age(db);
  const speakers = async () => (await readQuotes(db, articleId)).map((quote) => quote.resolvedSpeaker);
  return { db, articleId, speakers };
}

/** Reads until nothing is left. @returns how many articles were read */
async function rereadAll(db: LibraryDb, findQuotes: QuoteFinder): Promise<number> {
  let read = 0;
  while (
    await rereadNext((question) => {
      read += 1;
      return findQuotes(question);
    }, db)
  );
  return read;
}

const findNamed: QuoteFinder = async () => NAMED;

it('reading saved articles again writes the quotes with all that is derived from them, once', async () => {
  const { db, articleId, speakers } = await oldLibrary([WAITED]);
  expect(await rereadAll(db, findNamed)).toBe(1);
  expect(await speakers()).toEqual(['Ina Holm', 'Ina Holm', 'Maud Tarrant']);
  const row = await db.articles.get(articleId);
  expect(row).toMatchObject({ quoteCount: 3, quotesVersion: QUOTES_VERSION });
  expect(row?.voices.map(({ name }) => name)).toEqual(['Ina Holm', 'Maud Tarrant']);
  expect(await listQuotesOfPerson('ina holm', 10, db)).toHaveLength(2);
  const people = await listPeople('', 10, db);
  expect(people.people.map(({ name }) => name).sort()).toEqual(['Ina Holm', 'Maud Tarrant']);
  expect((await search('speaker:tarrant', {}, db)).total).toBe(1);
  expect(await isRereadDue(db)).toBe(false);
  expect(await rereadAll(db, findNamed)).toBe(0);
});

it('reading saved articles again asks as a save does, and leaves what this engine has read, and what has no text', async () => {
  const { db } = await oldLibrary();
  await saveArticle(makeSave({ url: urlOf(1) }), db);
  await saveArticle(makeSave({ url: urlOf(2), text: '' }, { linkOnly: true }), db);
  await db.articles.filter(({ hasText }) => !hasText).modify({ quotesVersion: 0 });
  const ask = vi.fn(findNamed);
  await rereadAll(db, ask);
  const { title, byline, lang } = makeSave().article;
  expect(ask.mock.calls).toEqual([[{ text: TEXT, title, byline, lang, excerpt: null }]]);
});

it('reading saved articles again finds the quotes of an article that was saved without, and takes away such as are none', async () => {
  const { db, articleId, speakers } = await oldLibrary([]);
  await saveArticle(makeSave({ text: TEXT }, { quotes: [], lacksQuotes: true }), db);
  await rereadAll(db, findNamed);
  expect(await speakers()).toHaveLength(3);
  await age(db);
  await db.meta.clear();
  await rereadAll(db, async () => []);
  expect(await speakers()).toEqual([]);
  expect(await db.quoteSets.get(articleId)).toBeUndefined();
  expect(await db.articles.get(articleId)).toMatchObject({ quoteCount: 0, voices: [], speakerKeys: [] });
  expect((await listPeople('', 10, db)).total).toBe(0);
});

it('reading saved articles again writes nothing but its mark where the quotes are as they were', async () => {
  const { db } = await oldLibrary(NAMED);
  const before = await everything(db);
  await rereadAll(db, findNamed);
  const after = await everything(db);
  for (const table of ['quoteSets', 'segments', 'deadDocs', 'counts', 'contents'])
    expect(after[table]).toEqual(before[table]);
});

it('reading saved articles again leaves highlights, notes, lists and all else of the row as they are', async () => {
  const { db, articleId } = await oldLibrary();
  await addHighlight(articleId, { start: 1, end: 10 }, { note: 'the pilot' }, db);
  const before = await everything(db);
  const [row] = await db.articles.toArray();
  await rereadAll(db, findNamed);
  const after = await everything(db);
  for (const table of ['highlights', 'contents', 'versions', 'images'])
    expect(after[table]).toEqual(before[table]);
  const derived = ['quotesVersion', 'quoteCount', 'voices', 'speakerKeys', 'views', 'searchDoc'];
  const [now] = await db.articles.toArray();
  const kept = (one: object | undefined) =>
    Object.entries(one ?? {}).filter(([field]) => !derived.includes(field));
  expect(kept(now)).toEqual(kept(row));
  expect((await search('pilot', {}, db)).total).toBe(1);
});

it('what the user corrected is kept, also where it says that the speaker is unclear', async () => {
  const { db, articleId, speakers } = await oldLibrary();
  await correctSpeaker(articleId, { indices: [1], speaker: 'Jon Vane' }, db);
  await correctSpeaker(articleId, { indices: [2], speaker: null }, db);
  const corrections = await db.corrections.toArray();
  await rereadAll(db, findNamed);
  expect(await speakers()).toEqual(['Ina Holm', 'Jon Vane', null]);
  expect(await db.corrections.toArray()).toEqual(corrections);
  await saveArticle(makeSave({ text: TEXT }, { quotes: NAMED }), db);
  expect(await speakers()).toEqual(['Ina Holm', 'Jon Vane', null]);
});

it('what the user corrected stays at its place where the same words are found before it', async () => {
  const text = '“No,” said Ina Holm. “No,” said Ina Holm. “No,” said Ina Holm.';
  const all = [1, 22, 43].map((start) => makeQuote('No', 'Ina Holm', start));
  const { db, articleId, speakers } = await oldLibrary(all.slice(1), text);
  await correctSpeaker(articleId, { indices: [0], speaker: 'Maud Tarrant' }, db);
  await rereadAll(db, async () => all);
  expect(await speakers()).toEqual(['Ina Holm', 'Maud Tarrant', 'Ina Holm']);
  await saveArticle(makeSave({ text }, { quotes: all }), db);
  expect(await speakers()).toEqual(['Ina Holm', 'Maud Tarrant', 'Ina Holm']);
});

it('what the user corrected leaves nothing behind for others of the same words when it has moved', async () => {
  const text = '“No,” said Ina Holm. “No,” said Ina Holm. “No,” said Ina Holm.';
  const all = [1, 22, 43].map((start) => makeQuote('No', 'Ina Holm', start));
  const { db, articleId, speakers } = await oldLibrary(all, text);
  await correctSpeaker(articleId, { indices: [1], speaker: 'Maud Tarrant' }, db);
  const reread = async (found: readonly Quote[]): Promise<(string | null)[]> => {
    await age(db);
    await db.meta.clear();
    await rereadAll(db, async () => [...found]);
    return speakers();
  };
  expect(await reread(all.slice(1, 2))).toEqual(['Maud Tarrant']);
  expect(await db.corrections.count()).toBe(1);
  expect(await reread(all.slice(1))).toEqual(['Maud Tarrant', 'Ina Holm']);
  expect(await reread(all)).toEqual(['Ina Holm', 'Maud Tarrant', 'Ina Holm']);
});

it('what the user corrected holds for a quote that is cut otherwise now, and for both where it is two', async () => {
  const text = '“We waited. It was cold,” she said. “We left,” said Jon Vane.';
  const long = makeQuote('We waited. It was cold', null, 1);
  const { db, articleId, speakers } = await oldLibrary([long], text);
  await correctSpeaker(articleId, { indices: [0], speaker: 'Ina Holm' }, db);
  const two = [makeQuote('We waited.', 'Jon Vane', 1), makeQuote('It was cold', 'Jon Vane', 12)];
  const left = makeQuote('We left', 'Jon Vane', 37);
  await rereadAll(db, async () => [...two, left]);
  expect(await speakers()).toEqual(['Ina Holm', 'Ina Holm', 'Jon Vane']);
  await age(db);
  await db.meta.clear();
  await rereadAll(db, async () => [long, left]);
  expect(await speakers()).toEqual(['Ina Holm', 'Jon Vane']);
});

it('what the user corrected is remembered while its words are not taken for a quote, and given to no other place', async () => {
  const { db, articleId, speakers } = await oldLibrary();
  await correctSpeaker(articleId, { indices: [1], speaker: 'Jon Vane' }, db);
  await rereadAll(db, async () => [WAITED]);
  expect(await speakers()).toEqual(['Holm']);
  await age(db);
  await db.meta.clear();
  await rereadAll(db, findNamed);
  expect(await speakers()).toEqual(['Ina Holm', 'Jon Vane', 'Maud Tarrant']);
});

it('what happens meanwhile an article that is saved while it is read keeps what the save brought', async () => {
  const { db, speakers } = await oldLibrary();
  const newer = 'A new text. “We waited,” said Jon Vane.';
  const quotes = [makeQuote('We waited', 'Jon Vane', 13)];
  await rereadAll(db, async () => {
    await saveArticle(makeSave({ text: newer }, { quotes }), db);
    return NAMED;
  });
  expect(await speakers()).toEqual(['Jon Vane']);
  expect((await db.contents.toArray()).map(({ text }) => text)).toEqual([newer]);
});

it('what happens meanwhile a correction made while it is read holds, and an article deleted for good stays away', async () => {
  const { db, articleId, speakers } = await oldLibrary();
  await rereadAll(db, async () => {
    await correctSpeaker(articleId, { indices: [2], speaker: 'Jon Vane' }, db);
    return NAMED;
  });
  expect(await speakers()).toEqual(['Ina Holm', 'Ina Holm', 'Jon Vane']);
  await age(db);
  await db.meta.clear();
  await rereadAll(db, async () => {
    await deleteArticles([articleId], db);
    await purgeArticles([articleId], db);
    return NAMED;
  });
  expect([await db.articles.count(), await db.quoteSets.count()]).toEqual([0, 0]);
});

it('what happens meanwhile articles of an older backup are read as well, though others were done', async () => {
  const old = await oldLibrary();
  const db = freshLibrary();
  expect(await rereadAll(db, findNamed)).toBe(0);
  expect(await isRereadDue(db)).toBe(false);
  const tables = ['articles', 'contents', 'quoteSets', 'images', 'highlights', 'corrections', 'versions'];
  const rows = new Map<string, object[]>();
  for (const name of tables) rows.set(name, await old.db.table(name).toArray());
  await db.transaction('rw', db.tables, async () => {
    const writes = new ArticleWrites(db);
    await restoreGroup(db, prepareGroup(rows), writes, { canKeepDocNumbers: false, knownKeys: null }, 0);
    await writes.finish();
  });
  expect(await isRereadDue(db)).toBe(true);
  expect(await rereadAll(db, findNamed)).toBe(1);
  expect(await listQuotesOfPerson('ina holm', 10, db)).toHaveLength(2);
});

it('what happens meanwhile a full disk changes nothing, and is not held against the article', async () => {
  const disk = freshDisk();
  const { articleId } = await oldLibrary([WAITED], TEXT, disk.open());
  for (let n = 0; n < 5; n += 1) {
    const db = disk.open();
    // The third write: after the walk's own two.
    fillDiskAt(db, n === 0 ? 2 : 1);
    await expect(rereadNext(findNamed, db)).rejects.toThrow(LibraryFullError);
    expect(await readQuotes(db, articleId)).toHaveLength(1);
    db.close();
  }
  const db = disk.open();
  expect(await rereadAll(db, findNamed)).toBe(1);
  expect(await readQuotes(db, articleId)).toHaveLength(3);
});

it('what happens meanwhile an article that can’t be read is tried again, then left, and keeps nobody waiting', async () => {
  const { db, articleId } = await oldLibrary();
  await saveArticle(makeSave({ url: urlOf(1), text: `${TEXT} Later.` }, { quotes: [WAITED] }), db);
  await age(db);
  const ask: QuoteFinder = async ({ text }) => {
    if (text === TEXT) throw new Error('stuck');
    return NAMED;
  };
  let failed = 0;
  for (let more = true; more; ) {
    more = await rereadNext(ask, db).catch(() => {
      failed += 1;
      return true;
    });
  }
  expect(failed).toBe(3);
  const rows = await db.articles.toArray();
  for (const row of rows) expect(row.quotesVersion).toBe(row.id === articleId ? undefined : QUOTES_VERSION);
  expect(await readQuotes(db, articleId)).toHaveLength(3);
});

async function oldArticles(db: LibraryDb, length: number): Promise<void> {
  const saves = Array.from({ length }, (_, i) =>
    makeSave({ url: urlOf(i), title: `Lock ${i}`, text: `${TEXT} Lock ${i}.` }, { quotes: [WAITED] }),
  );
  for (let from = 0; from < length; from += 100) await saveArticles(saves.slice(from, from + 100), db);
  await age(db);
}

it('many articles goes on where it was when it is stopped in the middle of an article', async () => {
  const disk = freshDisk();
  const length = LONG ? 300 : 12;
  await oldArticles(disk.open(), length);
  const read: string[] = [];
  const countAndFind: QuoteFinder = async ({ text }) => {
    read.push(text);
    return NAMED;
  };
  const first = disk.open();
  for (let i = 0; i < length / 2; i += 1) await rereadNext(countAndFind, first);
  expect(await readRereadProgress(first)).toEqual({ done: length / 2, total: length });
  // Stopped as a browser does it: the answer never comes.
  const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
  void rereadNext(() => {
    isAsked();
    return new Promise(() => undefined);
  }, first);
  await asked;
  first.close();
  const db = disk.open();
  await rereadAll(db, countAndFind);
  expect(read).toHaveLength(length);
  expect(new Set(read).size).toBe(length);
  expect(await readRereadProgress(db)).toBeNull();
  expect(await listQuotesOfPerson('ina holm', 10_000, db)).toHaveLength(2 * length);
});
