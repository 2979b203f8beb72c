import { expect, it } from 'vitest';
import { getArticles } from '../../../../utils/library/articles/articles.ts';
import {
  addFromPage,
  addHighlight,
  changeHighlight,
  deleteHighlight,
  restoreHighlight,
} from '../../../../utils/library/articles/change-highlights.ts';
import { highlightsOfArticle } from '../../../../utils/library/articles/highlights.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { search } from '../../../../utils/library/search/search.ts';
import { freshDisk, freshLibrary } from '../fresh-library.ts';
import { makeSave } from '../make-article.ts';

const TEXT = 'The harbour opens again in May.\n\n“We waited long enough,” the pilot said.';

async function saved() {
  const db = freshLibrary();
  const { articleId } = await saveArticle(makeSave({ text: TEXT }), db);
  return { db, articleId };
}

it('keeps a highlight with its words and surroundings, and counts it', async () => {
  const { db, articleId } = await saved();
  const start = TEXT.indexOf('opens');
  const row = await addHighlight(articleId, { start, end: start + 11 }, { colour: 'green' }, db);
  expect(row).toMatchObject({ text: 'opens again', prefix: 'The harbour ', colour: 'green', note: '' });
  const [article] = await getArticles([articleId], db);
  expect(article).toMatchObject({ highlightCount: 1, noteCount: 0 });
  expect(await db.counts.get('highlighted')).toMatchObject({ count: 1 });
});

it('keeps words that nobody can be asked about only where the same others stand around them', async () => {
  const { db, articleId } = await saved();
  const start = TEXT.indexOf('opens');
  const words = {
    text: 'opens',
    prefix: 'The  harbour ',
    suffix: TEXT.slice(start + 5, start + 37),
    start,
    end: start + 5,
  };
  const keep = (suffix: string) =>
    addFromPage(articleId, { ...words, suffix }, { isSurelyThere: true }, db).then((made) => made?.row.text);
  expect(await keep(' with a speech by the mayor tonight')).toBeUndefined();
  expect(await highlightsOfArticle(articleId, db)).toEqual([]);
  expect(await keep(words.suffix)).toBe('opens');
});

it('finds an article by a note, and not any more once the note is deleted', async () => {
  const { db, articleId } = await saved();
  const row = await addHighlight(articleId, { start: 4, end: 11 }, { note: 'ask the lighthouse keeper' }, db);
  expect((await search('lighthouse', {}, db)).hits).toHaveLength(1);
  const gone = await deleteHighlight(row?.id ?? '', db);
  expect((await search('lighthouse', {}, db)).hits).toHaveLength(0);
  if (gone !== null) await restoreHighlight(gone, db);
  expect((await search('lighthouse', {}, db)).hits).toHaveLength(1);
  await changeHighlight(row?.id ?? '', { note: 'ask the ferryman' }, db);
  expect((await search('ferryman', {}, db)).hits).toHaveLength(1);
  expect((await search('lighthouse', {}, db)).hits).toHaveLength(0);
});

it('lists highlights in order of the text, and those whose words are gone last', async () => {
  const { db, articleId } = await saved();
  await addHighlight(articleId, { start: 12, end: 17 }, {}, db);
  await addHighlight(articleId, { start: 4, end: 11 }, {}, db);
  await saveArticle(makeSave({ text: 'The harbour is closed.' }), db);
  const rows = await highlightsOfArticle(articleId, db);
  expect(rows.map(({ text, start }) => [text, start])).toEqual([
    ['harbour', 4],
    ['opens', null],
  ]);
});

it('keeps a highlight in its place when some of its words are corrected, with the words as they were', async () => {
  const words = 'nobody goes out on the pier before the planks are safe and all of the lamps are lit';
  const db = freshDisk().open();
  const { articleId } = await saveArticle(makeSave({ text: `The rule: ${words}.` }), db);
  await addHighlight(articleId, { start: 10, end: 10 + words.length }, {}, db);
  const corrected = words.replace('planks', 'boards').replace('before', 'until');
  await saveArticle(makeSave({ text: `Correction. The new rule: ${corrected}.` }), db);
  const [row] = await highlightsOfArticle(articleId, db);
  expect(row).toMatchObject({ text: words, start: 26, end: 26 + corrected.length });
});

it('has nothing to mark in an article that is gone', async () => {
  const { db } = await saved();
  expect(await addHighlight('nowhere', { start: 0, end: 3 }, {}, db)).toBeNull();
  expect(await deleteHighlight('nowhere', db)).toBeNull();
});

it('words that are highlighted already keep their note, and can be given back as they were', async () => {
  const { db, articleId } = await saved();
  const words = { text: 'opens again', prefix: 'The harbour ', suffix: ' in May.', start: 12, end: 23 };
  const first = await addFromPage(articleId, words, { colour: 'green' }, db);
  expect(first?.before).toBeNull();
  await changeHighlight(first?.row.id ?? '', { note: 'ask the pilot' }, db);
  const again = await addFromPage(articleId, words, { colour: 'red' }, db);
  expect(again?.row).toMatchObject({ id: first?.row.id, colour: 'red', note: 'ask the pilot' });
  expect(again?.before).toMatchObject({ id: first?.row.id, colour: 'green', note: 'ask the pilot' });
});
