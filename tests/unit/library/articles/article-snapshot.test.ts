import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { shownDetails } from '../../../../utils/library/articles/article-details.ts';
import type { ArticleToSave } from '../../../../utils/library/articles/article-rows.ts';
import {
  deleteExpiredSnapshots,
  undoReplacement,
} from '../../../../utils/library/articles/article-snapshot.ts';
import { getFullArticle, getQuotes, getVersions } from '../../../../utils/library/articles/articles.ts';
import { changeTags } from '../../../../utils/library/articles/change-articles.ts';
import { changeDetails } from '../../../../utils/library/articles/change-details.ts';
import {
  deleteArticles,
  purgeArticles,
  restoreArticles,
} from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { correctSpeaker } from '../../../../utils/library/people/correct-speaker.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { deleteVersions } from '../../../../utils/library/schema/storage-use.ts';
import { search } from '../find-articles.ts';
import { everything, fillDiskAt, freshDisk, freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';

let db: LibraryDb;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1000 });
  db = freshLibrary();
});
afterEach(() => vi.useRealTimers());

const PREVIOUS = 'The ferry stops in May.\n\n“We have no tug,” the pilot said.';
const NEWER = 'The ferry stops in June.\n\n“We have one tug now,” the pilot said. It is red.';
const MINUTE_MS = 60_000;

const pageAt = (name: string, text: string): ArticleToSave =>
  makeSave({ url: `https://paper.example/${name}`, title: `On the ${name}`, text });

/** Saves a text of a page. If it replaces another one, that can be undone by the token. */
async function save(name: string, text: string, undoToken?: string): Promise<string> {
  vi.setSystemTime(Date.now() + 1);
  const input = pageAt(name, text);
  return (await saveArticle(undoToken === undefined ? input : { ...input, undoToken }, db)).articleId;
}

const readText = async (id: string): Promise<string | undefined> =>
  (await getFullArticle(id, db))?.content.text;

const withQuote = (text: string, quote: string): Partial<ArticleToSave> => ({
  quotes: [makeQuote(quote, 'Ina Holm', text.indexOf(quote))],
  images: ['https://img.example/same.png', `https://img.example/${text.length}.png`],
});

it("undo restores an article's text, images, quotes and search index; user data is kept", async () => {
  const first = makeSave({ text: PREVIOUS }, withQuote(PREVIOUS, 'We have no tug,'));
  const { articleId: id } = await saveArticle(first, db);
  const image = (await getFullArticle(id, db))?.images[1];
  const blob = new Blob(['png'], { type: 'image/png' });
  await db.images.update(image?.id ?? '', { state: 'saved', bytes: 3, type: 'image/png', blob });
  const before = await getFullArticle(id, db);
  if (before === null) throw new Error('not there');
  const newer = makeSave({ text: NEWER }, withQuote(NEWER, 'We have one tug now,'));
  expect((await saveArticle({ ...newer, undoToken: 'undo' }, db)).replaced?.text).toBe(PREVIOUS);
  await changeTags([id], { tagsToAdd: ['Sea'] }, db);
  expect((await search('june', {}, db)).total).toBe(1);
  expect(await undoReplacement('undo', db)).toBe(true);
  const after = await getFullArticle(id, db);
  expect(after?.content).toEqual(before.content);
  expect(after?.quotes).toEqual(before.quotes);
  expect(after?.images.map(({ url, state, bytes }) => [url, state, bytes])).toEqual(
    before.images.map(({ url, state, bytes }) => [url, state, bytes]),
  );
  expect(after?.article).toMatchObject({
    tags: ['Sea'],
    versionCount: 0,
    textHash: before.article.textHash,
  });
  expect(await getVersions(id, db)).toEqual([]);
  expect((await search('june', {}, db)).total).toBe(0);
  expect((await search('may', {}, db)).total).toBe(1);
  expect(await undoReplacement('undo', db)).toBe(false);
});

it('undo keeps corrections of details and speakers that were made after the save', async () => {
  const previous = `${PREVIOUS}\n\n“It is cold,” she said.\n\n“We go on foot,” he said.`;
  const newer = `${NEWER}\n\n“It is cold,” she said.\n\n“We go on foot,” he said.`;
  const quoted = (text: string, quotes: readonly string[]) => ({
    quotes: quotes.map((quote) => makeQuote(quote, null, text.indexOf(quote))),
  });
  const quotes = ['We have no tug,', 'It is cold,', 'We go on foot,'];
  const { articleId: id } = await saveArticle(makeSave({ text: previous }, quoted(previous, quotes)), db);
  const rename = async (details: object): Promise<void> => {
    const row = await db.articles.get(id);
    if (row !== undefined) await changeDetails(id, { ...shownDetails(row), ...details }, db);
  };
  await rename({ title: 'Ferry', siteName: 'Coast Courier' });
  // The first and the last are corrected before, the second is not.
  await correctSpeaker(id, { indices: [0], speaker: 'Ina Holm' }, db);
  await correctSpeaker(id, { indices: [2], speaker: 'Jon Vik' }, db);
  vi.setSystemTime(2000);
  const newerQuotes = ['We have one tug now,', 'It is cold,', 'We go on foot,'];
  const newerSave = makeSave({ text: newer, byline: 'Ina Holm and others' }, quoted(newer, newerQuotes));
  await saveArticle({ ...newerSave, undoToken: 'undo' }, db);
  vi.setSystemTime(3000);
  await rename({ title: 'Ferry stops', siteName: 'The Paper', lang: 'nb' });
  await correctSpeaker(id, { indices: [0, 1], speaker: 'Maud Tarrant' }, db);
  expect(await undoReplacement('undo', db)).toBe(true);

  const row = await db.articles.get(id);
  expect(row).toMatchObject({
    title: 'Ferry stops',
    siteName: 'The Paper',
    byline: 'Ina Holm',
    lang: 'nb',
  });
  expect(row?.stated).toEqual({ title: 'Harbour opens again', lang: 'en' });
  expect((await search('title:stops author:holm', {}, db)).total).toBe(1);
  const speakers = async () => (await getQuotes(id, db)).map(({ resolvedSpeaker }) => resolvedSpeaker);
  expect(await speakers()).toEqual(['Maud Tarrant', 'Maud Tarrant', 'Jon Vik']);
  expect(row?.voices.map(({ name }) => name)).toEqual(['Maud Tarrant', 'Jon Vik']);
  // Also when the article is read again.
  await saveArticle(makeSave({ text: previous }, quoted(previous, quotes)), db);
  expect(await speakers()).toEqual(['Maud Tarrant', 'Maud Tarrant', 'Jon Vik']);
});

it('undo restores the text that its save replaced, even if two tabs save the article at once', async () => {
  const id = await save('ferry', PREVIOUS);
  const texts = { left: `${PREVIOUS}\n\nIt rains.`, right: `${PREVIOUS}\n\nIt snows.` };
  await Promise.all([save('ferry', texts.left, 'left'), save('ferry', texts.right, 'right')]);
  const [last, first] =
    (await readText(id)) === texts.right ? (['right', 'left'] as const) : (['left', 'right'] as const);
  expect(await undoReplacement(last, db)).toBe(true);
  expect(await readText(id)).toBe(texts[first]);
  expect(await undoReplacement(first, db)).toBe(true);
  expect(await readText(id)).toBe(PREVIOUS);
});

it('undo works after the background was stopped and started again', async () => {
  const { open } = freshDisk();
  db = open();
  const id = await save('ferry', PREVIOUS);
  await save('ferry', NEWER, 'undo');
  db.close();
  db = open();
  vi.setSystemTime(Date.now() + 9 * MINUTE_MS);
  await deleteExpiredSnapshots(db);
  expect(await undoReplacement('undo', db)).toBe(true);
  expect(await readText(id)).toBe(PREVIOUS);
});

it('undo expires after ten minutes, and maintenance deletes the snapshot', async () => {
  const id = await save('ferry', PREVIOUS);
  await save('ferry', NEWER, 'undo');
  vi.setSystemTime(Date.now() + 10 * MINUTE_MS);
  expect(await undoReplacement('undo', db)).toBe(false);
  expect(await readText(id)).toBe(NEWER);

  await save('ferry', PREVIOUS, 'again');
  await deleteExpiredSnapshots(db);
  expect(await db.snapshots.count()).toBe(1);
  vi.setSystemTime(Date.now() + 10 * MINUTE_MS);
  await deleteExpiredSnapshots(db);
  expect(await db.snapshots.count()).toBe(0);
});

it('the next save that replaces a text deletes expired snapshots', async () => {
  await save('ferry', PREVIOUS);
  await save('tug', PREVIOUS);
  await save('ferry', NEWER, 'ferry');
  vi.setSystemTime(Date.now() + 10 * MINUTE_MS);
  await save('tug', NEWER, 'tug');
  expect((await db.snapshots.toArray()).map(({ token }) => token)).toEqual(['tug']);
});

it('only the last four saves can be undone', async () => {
  const names = ['one', 'two', 'three', 'four', 'five'];
  for (const name of names) await save(name, PREVIOUS);
  for (const name of names) await save(name, NEWER, name);
  expect(await undoReplacement('one', db)).toBe(false);
  for (const name of names.slice(1)) expect(await undoReplacement(name, db)).toBe(true);
});

it('undo restores all texts that a save of a window replaced, each as it was before', async () => {
  const ferry = await save('ferry', PREVIOUS);
  const tug = await save('tug', PREVIOUS);
  await save('ferry', NEWER, 'window');
  // A window with many tabs takes long.
  vi.setSystemTime(Date.now() + 9 * MINUTE_MS);
  await save('tug', NEWER, 'window');
  // Another tab with the same article.
  await save('ferry', `${NEWER}\n\nIt rains.`, 'window');
  vi.setSystemTime(Date.now() + 9 * MINUTE_MS);
  expect(await undoReplacement('window', db)).toBe(true);
  expect([await readText(ferry), await readText(tug)]).toEqual([PREVIOUS, PREVIOUS]);
});

it('undo of a window says if one of its articles was deleted, and restores the others', async () => {
  const ferry = await save('ferry', PREVIOUS);
  const tug = await save('tug', PREVIOUS);
  for (const name of ['ferry', 'tug']) await save(name, NEWER, 'window');
  await deleteArticles([ferry], db);
  expect(await undoReplacement('window', db)).toBe(false);
  expect(await readText(tug)).toBe(PREVIOUS);
  await restoreArticles([ferry], db);
  expect(await readText(ferry)).toBe(NEWER);
});

it('takes a snapshot only if a text is replaced and undo is offered', async () => {
  await save('ferry', PREVIOUS, 'first');
  await save('ferry', PREVIOUS, 'same');
  await save('ferry', NEWER);
  expect(await db.snapshots.count()).toBe(0);
});

it('a full disk leaves neither a replaced text without its snapshot nor a text that is half restored', async () => {
  for (const step of ['save', 'undo'] as const) {
    for (let n = 0; ; n += 1) {
      const { open } = freshDisk();
      db = open();
      const id = await save('ferry', PREVIOUS);
      if (step === 'undo') await save('ferry', NEWER, 'undo');
      const before = await everything(db);
      db.close();
      db = open();
      const disk = fillDiskAt(db, n);
      const act = step === 'undo' ? undoReplacement('undo', db) : save('ferry', NEWER, 'undo');
      const isDone = await act.then(
        () => true,
        () => false,
      );
      if (!isDone) expect(await everything(db)).toEqual(before);
      else expect(await readText(id)).toBe(step === 'undo' ? PREVIOUS : NEWER);
      if (disk.writes() <= n) break;
    }
    expect(await db.snapshots.count()).toBe(step === 'undo' ? 0 : 1);
  }
});

it('deleting an article for good, or all earlier versions, deletes its snapshots', async () => {
  const ferry = await save('ferry', PREVIOUS);
  await save('ferry', NEWER, 'ferry');
  await save('tug', PREVIOUS);
  await save('tug', NEWER, 'tug');
  await deleteArticles([ferry], db);
  await purgeArticles([ferry], db);
  expect((await db.snapshots.toArray()).map(({ token }) => token)).toEqual(['tug']);
  await deleteVersions(db);
  expect(await db.snapshots.count()).toBe(0);
});
