import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it, vi } from 'vitest';
import { readQuotes } from '../../../../utils/library/articles/article-parts.ts';
import { getArticles } from '../../../../utils/library/articles/articles.ts';
import { deleteArticles, purgeArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { correctSpeaker, undoSpeaker } from '../../../../utils/library/people/correct-speaker.ts';
import { applyCorrectionRows } from '../../../../utils/library/people/correction-rows.ts';
import {
  correctSpeakerOnPage,
  undoPageCorrection,
} from '../../../../utils/library/people/page-corrections.ts';
import { listQuotesOfPerson } from '../../../../utils/library/people/people.ts';
import { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { peekCorrections } from '../../../../utils/library/schema/peek-corrections.ts';
import { setSpeaker } from '../../../../utils/quotes/corrections.ts';
import { summariseSpeakers } from '../../../../utils/quotes/speakers/people/summarise-speakers.ts';
import type { Quote } from '../../../../utils/quotes/types.ts';
import { everything, freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';

vi.stubGlobal('IDBKeyRange', IDBKeyRange);

const TEXT = '“We waited,” she said. “It was cold,” she said. “No,” said Maud Tarrant.';
const QUOTES = [
  makeQuote('We waited', 'Ina Holm', 1),
  makeQuote('It was cold', 'Ina Holm', 23),
  makeQuote('No', 'Maud Tarrant', 48),
];

const speakersOf = async (db: LibraryDb, id: string): Promise<(string | null)[]> =>
  (await readQuotes(db, id)).map(({ resolvedSpeaker }) => resolvedSpeaker);

async function saved() {
  const db = freshLibrary();
  const { articleId } = await saveArticle(makeSave({ text: TEXT }, { quotes: QUOTES }), db);
  return { db, articleId, speakers: () => speakersOf(db, articleId) };
}

it('corrects one or several quotes, and all derived data', async () => {
  const { db, articleId, speakers } = await saved();
  await correctSpeaker(articleId, { indices: [0], speaker: 'Maud Tarrant' }, db);
  expect(await speakers()).toEqual(['Maud Tarrant', 'Ina Holm', 'Maud Tarrant']);
  await correctSpeaker(articleId, { indices: [1], speaker: 'Jon Vane' }, db);
  expect(await speakers()).toEqual(['Maud Tarrant', 'Jon Vane', 'Maud Tarrant']);
  const [article] = await getArticles([articleId], db);
  expect(article?.voices.map((voice) => voice.name)).toEqual(['Maud Tarrant', 'Jon Vane']);
  expect(await listQuotesOfPerson('maud tarrant', 10, db)).toHaveLength(2);
  expect(await listQuotesOfPerson('ina holm', 10, db)).toHaveLength(0);
});

it('corrects only a role, which later saves keep and undo reverts', async () => {
  const { db, articleId, speakers } = await saved();
  const voices = async () =>
    (await getArticles([articleId], db))[0]?.voices.map(({ name, role }) => [name, role]);
  const undo = await correctSpeaker(
    articleId,
    { indices: [0, 1], speaker: 'Ina Holm', role: ' harbour  master ' },
    db,
  );
  const corrected = [
    ['Ina Holm', 'harbour master'],
    ['Maud Tarrant', null],
  ];
  expect(await voices()).toEqual(corrected);
  await saveArticle(makeSave({ text: TEXT }, { quotes: QUOTES }), db);
  expect(await voices()).toEqual(corrected);
  await undoSpeaker(undo, db);
  expect(await voices()).toEqual(corrected.map(([name]) => [name, null]));
  expect(await speakers()).toEqual(['Ina Holm', 'Ina Holm', 'Maud Tarrant']);
});

it('is undone completely', async () => {
  const { db, articleId } = await saved();
  const before = await everything(db);
  const undo = await correctSpeaker(articleId, { indices: [0, 1], speaker: 'Maud Tarrant' }, db);
  await undoSpeaker(undo, db);
  const after = await everything(db);
  for (const table of ['quoteSets', 'corrections']) expect(after[table]).toEqual(before[table]);
  const views = (rows: unknown) => (rows as { view: string }[]).filter(({ view }) => view !== '');
  expect(views(after.counts)).toEqual(views(before.counts));
});

it('does nothing for a quote that does not exist', async () => {
  const { db, articleId } = await saved();
  const before = await everything(db);
  await correctSpeaker(articleId, { indices: [9], speaker: 'Maud Tarrant' }, db);
  expect(await everything(db)).toEqual(before);
});

it('keeps corrections that were made in the page before the first save', async () => {
  const db = freshLibrary();
  const quotes = setSpeaker(QUOTES, { indices: [0, 1], speaker: 'Maud Tarrant' });
  const { articleId } = await saveArticle(makeSave({ text: TEXT }, { quotes }), db);
  await saveArticle(makeSave({ text: TEXT }, { quotes: QUOTES }), db);
  expect(await speakersOf(db, articleId)).toEqual(QUOTES.map(() => 'Maud Tarrant'));
});

it('a saved article stores whom its speakers talk about, but not that they talk about themselves', async () => {
  const db = freshLibrary();
  const quotes = QUOTES.map((quote) => ({ ...quote, about: ['Maud Tarrant', 'Jon Vane'] }));
  const { articleId } = await saveArticle(makeSave({ text: TEXT }, { quotes: quotes.slice(0, 2) }), db);
  const spokenOf = async () =>
    summariseSpeakers(await readQuotes(db, articleId)).map(({ name, about }) => [name, about]);
  expect(await spokenOf()).toEqual([['Ina Holm', ['Maud Tarrant', 'Jon Vane']]]);
  await correctSpeaker(articleId, { indices: [0, 1], speaker: 'Maud Tarrant' }, db);
  expect(await spokenOf()).toEqual([['Maud Tarrant', ['Jon Vane']]]);
});

it('applies to only one of several quotes with the same words', async () => {
  const text = '“No,” said Ina Holm. “No,” said Ina Holm. “No,” said Ina Holm.';
  const quotes = [1, 22, 43].map((start) => makeQuote('No', 'Ina Holm', start));
  const db = freshLibrary();
  const { articleId } = await saveArticle(makeSave({ text }, { quotes }), db);
  const undo = await correctSpeaker(articleId, { indices: [1], speaker: 'Maud Tarrant' }, db);
  await saveArticle(makeSave({ text }, { quotes }), db);
  const speakers = () => speakersOf(db, articleId);
  expect(await speakers()).toEqual(['Ina Holm', 'Maud Tarrant', 'Ina Holm']);
  await undoSpeaker(undo, db);
  await saveArticle(makeSave({ text }, { quotes }), db);
  expect(await speakers()).toEqual(['Ina Holm', 'Ina Holm', 'Ina Holm']);
});

it('assigns a quote to an unnamed source, which stays unnamed', async () => {
  const { db, articleId } = await saved();
  const quotes = QUOTES.map((quote, at) =>
    at === 2 ? { ...quote, resolvedSpeaker: 'a spokesman', unnamed: true } : quote,
  );
  await saveArticle(makeSave({ text: TEXT }, { quotes }), db);
  await correctSpeaker(articleId, { indices: [0], speaker: 'a spokesman' }, db);
  await saveArticle(makeSave({ text: TEXT }, { quotes }), db);
  const [first] = await readQuotes(db, articleId);
  expect([first?.resolvedSpeaker, first?.unnamed, first?.speakerKey]).toEqual(['a spokesman', true, '']);
  await correctSpeaker(articleId, { indices: [0], speaker: 'Jon Vane' }, db);
  expect(await listQuotesOfPerson('jon vane', 10, db)).toHaveLength(1);
});

const URL_ = makeSave().article.canonicalUrl;
const DOOR = 'You do not hurry a door that has stood shut for nine winters';
const REWORDED = 'You do not hurry a door that has stood shut for ten winters';
const GATE = 'We could put a hand through the gate';

/** A text of these words, each quoted, and its quotes, all by one speaker. */
function said(...words: string[]): { text: string; quotes: Quote[] } {
  const quotes: Quote[] = [];
  let text = '';
  for (const each of words) {
    text += '“';
    quotes.push(makeQuote(each, 'Wenna Trask', text.length));
    text += `${each},” she said.\n\n`;
  }
  return { text, quotes };
}

const save = ({ text, quotes }: ReturnType<typeof said>) => makeSave({ text }, { quotes });

it('corrections of an unsaved page apply when it is loaded again, and are transferred to its article', async () => {
  const indexedDB = new IDBFactory();
  vi.stubGlobal('indexedDB', indexedDB);
  const db = new LibraryDb('offprint', { indexedDB, IDBKeyRange });
  const page = said(DOOR, GATE);
  const speakers = async (): Promise<(string | null)[]> => {
    const rows = await peekCorrections(URL_, page.text);
    return applyCorrectionRows(page.quotes, rows).map(({ resolvedSpeaker }) => resolvedSpeaker);
  };
  const undo = await correctSpeakerOnPage(URL_, page.quotes, { indices: [0], speaker: 'Jory Penrose' }, db);
  expect(await speakers()).toEqual(['Jory Penrose', 'Wenna Trask']);
  await undoPageCorrection(undo, null, db);
  expect(await speakers()).toEqual(['Wenna Trask', 'Wenna Trask']);

  await correctSpeakerOnPage(URL_, page.quotes, { indices: [0], speaker: 'Jory Penrose' }, db);
  // No list of pages that were visited.
  expect(JSON.stringify(await db.corrections.toArray())).not.toContain('example');
  const { articleId } = await saveArticle(save(page), db);
  expect(await speakersOf(db, articleId)).toEqual(['Jory Penrose', 'Wenna Trask']);
  expect(await speakers()).toEqual(['Jory Penrose', 'Wenna Trask']);
  // Deleted with the article for good.
  await deleteArticles([articleId], db);
  await purgeArticles([articleId], db);
  expect(await db.corrections.count()).toBe(0);
  db.close();
});

it.each([
  ['a word of the quote was corrected', said(GATE, REWORDED), [null, 'Jory Penrose']],
  [
    'the same words are quoted above, too',
    said(DOOR, GATE, GATE, DOOR),
    ['Jory Penrose', null, null, 'Jory Penrose'],
  ],
  ['another quote has taken its place', said(GATE, 'It was never our lock to open'), [null, null]],
])('a corrected speaker is kept when the article is saved again and %s', async (_, newer, expected) => {
  const db = freshLibrary();
  const { articleId } = await saveArticle(save(said(GATE, GATE, DOOR)), db);
  await correctSpeaker(articleId, { indices: [2], speaker: 'Jory Penrose' }, db);
  await saveArticle(save(newer), db);
  const speakers = await speakersOf(db, articleId);
  expect(speakers).toEqual(expected.map((name) => name ?? 'Wenna Trask'));
  // And once more, by its new words.
  await saveArticle(save(newer), db);
  expect(await speakersOf(db, articleId)).toEqual(speakers);
});

it.each([
  ['its address alone was saved', { ...makeSave({ text: '', html: '' }), linkOnly: true }],
  ['the quotes could not be looked for', { ...save(said(DOOR, GATE)), quotes: [], lacksQuotes: true }],
  ['the saved text lacked these words', save(said(GATE))],
])('a correction in a page applies although %s first, until it is undone', async (_, first) => {
  const db = freshLibrary();
  const page = said(DOOR, GATE);
  const undo = await correctSpeakerOnPage(URL_, page.quotes, { indices: [0], speaker: 'Jory Penrose' }, db);
  const { articleId } = await saveArticle(first, db);
  const speakers = () => speakersOf(db, articleId);
  // Of this article it is said by now, and of no page.
  expect((await db.corrections.toArray()).map((row) => row.articleId)).toEqual([articleId]);
  await saveArticle(save(page), db);
  expect(await speakers()).toEqual(['Jory Penrose', 'Wenna Trask']);

  const other = freshLibrary();
  const undone = await correctSpeakerOnPage(
    URL_,
    page.quotes,
    { indices: [0], speaker: 'Jory Penrose' },
    other,
  );
  const again = await saveArticle(first, other);
  await undoPageCorrection(undone, again.articleId, other);
  await saveArticle(save(page), other);
  expect(await speakersOf(other, again.articleId)).toEqual(['Wenna Trask', 'Wenna Trask']);
  expect(undo).toHaveLength(1);
});

const TWICE = '“No,” said Ina Holm. “No,” she said.';
const TWICE_QUOTED = [1, 22].map((start) => makeQuote('No', 'Ina Holm', start));

it('corrections of a saved article apply in its page, each to its own quote', async () => {
  const indexedDB = new IDBFactory();
  vi.stubGlobal('indexedDB', indexedDB);
  const db = new LibraryDb('offprint', { indexedDB, IDBKeyRange });
  const save = makeSave({ text: TWICE }, { quotes: TWICE_QUOTED });
  const { articleId } = await saveArticle(save, db);
  const ask = () => peekCorrections(save.article.canonicalUrl, TWICE);
  expect(await ask()).toEqual([]);
  await correctSpeaker(articleId, { indices: [1], speaker: 'Maud Tarrant' }, db);
  const speakers = applyCorrectionRows(TWICE_QUOTED, await ask()).map(
    ({ resolvedSpeaker }) => resolvedSpeaker,
  );
  expect(speakers).toEqual(['Ina Holm', 'Maud Tarrant']);
  expect(await peekCorrections('https://other.example/', TWICE)).toEqual([]);
  db.close();
});
