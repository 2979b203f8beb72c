import { expect, it } from 'vitest';
import { getVersions, getWholeArticle } from '../../../../utils/library/articles/articles.ts';
import { changeTags } from '../../../../utils/library/articles/change-articles.ts';
import { deleteArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { putBackFormer, readFormer } from '../../../../utils/library/articles/former-article.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { search } from '../../../../utils/library/search/search.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';

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
  expect(await putBackFormer(former, db)).toBe(true);
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
  expect(await putBackFormer(former, db)).toBe(false);
});
