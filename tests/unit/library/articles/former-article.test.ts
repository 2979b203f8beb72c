import { afterEach, expect, it, vi } from 'vitest';
import { shownDetails } from '../../../../utils/library/articles/article-details.ts';
import { quotesOf } from '../../../../utils/library/articles/article-parts.ts';
import { getVersions, getWholeArticle } from '../../../../utils/library/articles/articles.ts';
import { changeTags } from '../../../../utils/library/articles/change-articles.ts';
import { changeDetails } from '../../../../utils/library/articles/change-details.ts';
import { deleteArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { readFormer, restoreFormer } from '../../../../utils/library/articles/former-article.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { correctSpeaker } from '../../../../utils/library/people/correct-quotes.ts';
import { search } from '../../../../utils/library/search/search.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';

afterEach(() => {
  vi.useRealTimers();
});

const FORMER = 'The ferry stops in May.\n\n“We have no tug,” the pilot said.';
const NEWER = 'The ferry stops in June.\n\n“We have one tug now,” the pilot said. It is red.';

it('puts an article back as it was before a newer text, with pictures, quotes and search; marks stay', async () => {
  const db = freshLibrary();
  const quoted = (text: string, quote: string) => ({
    quotes: [makeQuote(quote, 'Ina Holm', text.indexOf(quote))],
    images: ['https://img.example/same.png', `https://img.example/${text.length}.png`],
  });
  const save = makeSave({ text: FORMER }, quoted(FORMER, 'We have no tug,'));
  const { articleId: id } = await saveArticle(save, db);
  const image = (await getWholeArticle(id, db))?.images[1];
  await db.images.update(image?.id ?? '', { state: 'saved', bytes: 3, type: 'image/png' });
  const before = await getWholeArticle(id, db);
  const former = await readFormer(id, db);
  await saveArticle(makeSave({ text: NEWER }, quoted(NEWER, 'We have one tug now,')), db);
  await changeTags([id], { add: ['Sea'] }, db);
  expect((await search('june', {}, db)).total).toBe(1);
  if (former === null || before === null) throw new Error('not there');
  expect(await restoreFormer(former, db)).toBe(true);
  const after = await getWholeArticle(id, db);
  expect(after?.content).toEqual(before.content);
  expect(after?.quotes).toEqual(before.quotes);
  expect(after?.images.map(({ url, state }) => [url, state])).toEqual(
    before.images.map(({ url, state }) => [url, state]),
  );
  expect(after?.article).toMatchObject({ tags: ['Sea'], versionCount: 0, textHash: before.article.textHash });
  expect(await getVersions(id, db)).toEqual([]);
  expect((await search('june', {}, db)).total).toBe(0);
  expect((await search('may', {}, db)).total).toBe(1);
  await deleteArticles([id], db);
  expect(await restoreFormer(former, db)).toBe(false);
});

it('keeps what was put right between the newer text and its undo: details, and who said what', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1000 });
  const db = freshLibrary();
  const former = `${FORMER}\n\n“It is cold,” she said.\n\n“We go on foot,” he said.`;
  const newer = `${NEWER}\n\n“It is cold,” she said.\n\n“We go on foot,” he said.`;
  const quoted = (text: string, quotes: readonly string[]) => ({
    quotes: quotes.map((quote) => makeQuote(quote, null, text.indexOf(quote))),
  });
  const before = ['We have no tug,', 'It is cold,', 'We go on foot,'];
  const { articleId: id } = await saveArticle(makeSave({ text: former }, quoted(former, before)), db);
  const rename = async (details: object): Promise<void> => {
    const row = await db.articles.get(id);
    if (row !== undefined) await changeDetails(id, { ...shownDetails(row), ...details }, db);
  };
  await rename({ title: 'Ferry', siteName: 'Coast Courier' });
  // The first and the last are known before, the second is not.
  await correctSpeaker(id, [0], 'Ina Holm', db);
  await correctSpeaker(id, [2], 'Jon Vik', db);
  const kept = await readFormer(id, db);
  vi.setSystemTime(2000);
  const after = ['We have one tug now,', 'It is cold,', 'We go on foot,'];
  const save = makeSave({ text: newer, byline: 'Ina Holm and others' }, quoted(newer, after));
  await saveArticle(save, db);
  vi.setSystemTime(3000);
  await rename({ title: 'Ferry stops', siteName: 'The Paper', lang: 'nb' });
  await correctSpeaker(id, [0, 1], 'Maud Tarrant', db);
  if (kept === null) throw new Error('not there');
  expect(await restoreFormer(kept, db)).toBe(true);

  const row = await db.articles.get(id);
  expect(row).toMatchObject({ title: 'Ferry stops', siteName: 'The Paper', byline: 'Ina Holm', lang: 'nb' });
  expect(row?.stated).toEqual({ title: 'Harbour opens again', lang: 'en' });
  expect((await search('title:stops author:holm', {}, db)).total).toBe(1);
  const speakers = async () => (await quotesOf(db, id)).map(({ resolvedSpeaker }) => resolvedSpeaker);
  expect(await speakers()).toEqual(['Maud Tarrant', 'Maud Tarrant', 'Jon Vik']);
  expect(row?.voices.map(({ name }) => name)).toEqual(['Maud Tarrant', 'Jon Vik']);
  // Also when the article is read anew.
  await saveArticle(makeSave({ text: former }, quoted(former, before)), db);
  expect(await speakers()).toEqual(['Maud Tarrant', 'Maud Tarrant', 'Jon Vik']);
});
