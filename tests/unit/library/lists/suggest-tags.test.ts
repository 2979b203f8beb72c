import { expect, it } from 'vitest';
import { changeTags } from '../../../../utils/library/articles/change-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { suggestTags } from '../../../../utils/library/lists/suggest-tags.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';

const db = freshLibrary();

async function save(url: string, title: string, speaker: string | null, tags: string[]): Promise<string> {
  const quotes = speaker === null ? [] : [makeQuote('We waited', speaker)];
  return (await saveArticle(makeSave({ url, canonicalUrl: url, title }, { quotes, tags }), db)).articleId;
}

it('suggests what others from the site and with the same people have, and what the headline names', async () => {
  await save('https://courier.example/1', 'One', 'Ada Holm', ['harbour']);
  await save('https://courier.example/2', 'Two', null, ['local']);
  await save('https://elsewhere.example/3', 'Three', 'Ada Holm', ['harbour']);
  await save('https://elsewhere.example/4', 'Four', null, ['Grüne Wellen', 'sport']);
  const id = await save('https://courier.example/5', 'Where the grüne Wellen break', 'Ada Holm', []);
  expect(await suggestTags([id], 4, db)).toEqual(['Grüne Wellen', 'harbour', 'local']);
  expect(await suggestTags([id], 1, db)).toEqual(['Grüne Wellen']);
  await changeTags([id], { add: ['harbour'] }, db);
  expect(await suggestTags([id], 4, db)).toEqual(['Grüne Wellen', 'local']);
});

it('suggests nothing where nothing is known', async () => {
  const lonely = await save('https://lonely.example/1', 'Alone', null, []);
  expect(await suggestTags([lonely], 4, db)).toEqual([]);
  expect(await suggestTags([], 4, db)).toEqual([]);
});
