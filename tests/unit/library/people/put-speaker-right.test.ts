import { expect, it } from 'vitest';
import { quotesOf } from '../../../../utils/library/articles/article-parts.ts';
import { getArticles } from '../../../../utils/library/articles/articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { correctSpeaker, undoSpeaker } from '../../../../utils/library/people/correct-quotes.ts';
import { quotesBySpeaker } from '../../../../utils/library/people/people.ts';
import { putRight } from '../../../../utils/quotes/corrections.ts';
import { summariseVoices } from '../../../../utils/quotes/speakers/people/summarise-voices.ts';
import { everything, freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';

const TEXT = '“We waited,” she said. “It was cold,” she said. “No,” said Maud Tarrant.';
const QUOTES = [
  makeQuote('We waited', 'Ina Holm', 1),
  makeQuote('It was cold', 'Ina Holm', 23),
  makeQuote('No', 'Maud Tarrant', 48),
];

async function saved() {
  const db = freshLibrary();
  const { articleId } = await saveArticle(makeSave({ text: TEXT }, { quotes: QUOTES }), db);
  const speakers = async () => (await quotesOf(db, articleId)).map((quote) => quote.resolvedSpeaker);
  return { db, articleId, speakers };
}

it('corrects one quote, or several, and everything that is derived', async () => {
  const { db, articleId, speakers } = await saved();
  await correctSpeaker(articleId, [0], 'Maud Tarrant', db);
  expect(await speakers()).toEqual(['Maud Tarrant', 'Ina Holm', 'Maud Tarrant']);
  await correctSpeaker(articleId, [1], 'Jon Vane', db);
  expect(await speakers()).toEqual(['Maud Tarrant', 'Jon Vane', 'Maud Tarrant']);
  const [article] = await getArticles([articleId], db);
  expect(article?.voices.map((voice) => voice.name)).toEqual(['Maud Tarrant', 'Jon Vane']);
  expect(await quotesBySpeaker('Maud Tarrant', 10, db)).toHaveLength(2);
  expect(await quotesBySpeaker('Ina Holm', 10, db)).toHaveLength(0);
});

it('is taken back whole', async () => {
  const { db, articleId } = await saved();
  const before = await everything(db);
  const undo = await correctSpeaker(articleId, [0, 1], 'Maud Tarrant', db);
  await undoSpeaker(undo, db);
  const after = await everything(db);
  for (const table of ['quoteSets', 'corrections']) expect(after[table]).toEqual(before[table]);
  const views = (rows: unknown) => (rows as { view: string }[]).filter(({ view }) => view !== '');
  expect(views(after.counts)).toEqual(views(before.counts));
});

it('does nothing to a quote that is not there', async () => {
  const { db, articleId } = await saved();
  const before = await everything(db);
  await correctSpeaker(articleId, [9], 'Maud Tarrant', db);
  expect(await everything(db)).toEqual(before);
});

it('keeps what was put right in the open page before the first save', async () => {
  const db = freshLibrary();
  const quotes = putRight(QUOTES, [0, 1], 'Maud Tarrant');
  const { articleId } = await saveArticle(makeSave({ text: TEXT }, { quotes }), db);
  await saveArticle(makeSave({ text: TEXT }, { quotes: QUOTES }), db);
  const stored = await quotesOf(db, articleId);
  expect(stored.map((quote) => quote.resolvedSpeaker)).toEqual(QUOTES.map(() => 'Maud Tarrant'));
});

it('a saved article tells whom its voices speak of, and nobody that they speak of themselves', async () => {
  const db = freshLibrary();
  const quotes = QUOTES.map((quote) => ({ ...quote, about: ['Maud Tarrant', 'Jon Vane'] }));
  const { articleId } = await saveArticle(makeSave({ text: TEXT }, { quotes: quotes.slice(0, 2) }), db);
  const spokenOf = async () =>
    summariseVoices(await quotesOf(db, articleId)).map(({ name, about }) => [name, about]);
  expect(await spokenOf()).toEqual([['Ina Holm', ['Maud Tarrant', 'Jon Vane']]]);
  await correctSpeaker(articleId, [0, 1], 'Maud Tarrant', db);
  expect(await spokenOf()).toEqual([['Maud Tarrant', ['Jon Vane']]]);
});

it('holds for its place alone where the same words are quoted more than once', async () => {
  const text = '“No,” said Ina Holm. “No,” said Ina Holm. “No,” said Ina Holm.';
  const quotes = [1, 22, 43].map((start) => makeQuote('No', 'Ina Holm', start));
  const db = freshLibrary();
  const { articleId } = await saveArticle(makeSave({ text }, { quotes }), db);
  const undo = await correctSpeaker(articleId, [1], 'Maud Tarrant', db);
  await saveArticle(makeSave({ text }, { quotes }), db);
  const speakers = async () => (await quotesOf(db, articleId)).map((quote) => quote.resolvedSpeaker);
  expect(await speakers()).toEqual(['Ina Holm', 'Maud Tarrant', 'Ina Holm']);
  await undoSpeaker(undo, db);
  await saveArticle(makeSave({ text }, { quotes }), db);
  expect(await speakers()).toEqual(['Ina Holm', 'Ina Holm', 'Ina Holm']);
});

it('gives a quote to a source without a name, which stays without one', async () => {
  const { db, articleId } = await saved();
  const quotes = QUOTES.map((quote, at) =>
    at === 2 ? { ...quote, resolvedSpeaker: 'a spokesman', unnamed: true } : quote,
  );
  await saveArticle(makeSave({ text: TEXT }, { quotes }), db);
  await correctSpeaker(articleId, [0], 'a spokesman', db);
  await saveArticle(makeSave({ text: TEXT }, { quotes }), db);
  const [first] = await quotesOf(db, articleId);
  expect([first?.resolvedSpeaker, first?.unnamed, first?.speakerKey]).toEqual(['a spokesman', true, '']);
  await correctSpeaker(articleId, [0], 'Jon Vane', db);
  expect(await quotesBySpeaker('Jon Vane', 10, db)).toHaveLength(1);
});
