import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it, vi } from 'vitest';
import { quotesOf } from '../../../../utils/library/articles/article-parts.ts';
import { deleteArticles, purgeArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { correctSpeaker } from '../../../../utils/library/people/correct-quotes.ts';
import { withCorrections } from '../../../../utils/library/people/correction-rows.ts';
import { correctOnPage, undoOnPage } from '../../../../utils/library/people/page-corrections.ts';
import { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { peekCorrections } from '../../../../utils/library/schema/peek-corrections.ts';
import type { Quote } from '../../../../utils/quotes/types.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';

vi.stubGlobal('IDBKeyRange', IDBKeyRange);

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

it('what was said of a page that is not saved is there when it is loaded again, and goes to its article', async () => {
  const indexedDB = new IDBFactory();
  const db = new LibraryDb('page', { indexedDB, IDBKeyRange });
  const page = said(DOOR, GATE);
  const speakers = async (): Promise<(string | null)[]> => {
    const rows = await peekCorrections(URL_, page.text, indexedDB, 'page');
    return withCorrections(page.quotes, rows).map(({ resolvedSpeaker }) => resolvedSpeaker);
  };
  const undo = await correctOnPage(URL_, page.quotes, { indices: [0], speaker: 'Jory Penrose' }, db);
  expect(await speakers()).toEqual(['Jory Penrose', 'Wenna Trask']);
  await undoOnPage(undo, null, db);
  expect(await speakers()).toEqual(['Wenna Trask', 'Wenna Trask']);

  await correctOnPage(URL_, page.quotes, { indices: [0], speaker: 'Jory Penrose' }, db);
  // No list of pages that were visited.
  expect(JSON.stringify(await db.corrections.toArray())).not.toContain('example');
  const { articleId } = await saveArticle(save(page), db);
  expect((await quotesOf(db, articleId)).map(({ resolvedSpeaker }) => resolvedSpeaker)).toEqual([
    'Jory Penrose',
    'Wenna Trask',
  ]);
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
])('a corrected speaker holds when the article is saved again and %s', async (_, newer, expected) => {
  const db = freshLibrary();
  const { articleId } = await saveArticle(save(said(GATE, GATE, DOOR)), db);
  await correctSpeaker(articleId, [2], 'Jory Penrose', db);
  await saveArticle(save(newer), db);
  const speakers = (await quotesOf(db, articleId)).map(({ resolvedSpeaker }) => resolvedSpeaker);
  expect(speakers).toEqual(expected.map((name) => name ?? 'Wenna Trask'));
  // And once more, by its new words.
  await saveArticle(save(newer), db);
  expect((await quotesOf(db, articleId)).map(({ resolvedSpeaker }) => resolvedSpeaker)).toEqual(speakers);
});

it.each([
  ['its address alone was saved', { ...makeSave({ text: '', html: '' }), linkOnly: true }],
  ['the quotes could not be looked for', { ...save(said(DOOR, GATE)), quotes: [], lacksQuotes: true }],
  ['the saved text lacked these words', save(said(GATE))],
])('what was said of a page holds although %s first, until it is taken back', async (_, first) => {
  const db = freshLibrary();
  const page = said(DOOR, GATE);
  const undo = await correctOnPage(URL_, page.quotes, { indices: [0], speaker: 'Jory Penrose' }, db);
  const { articleId } = await saveArticle(first, db);
  const speakers = async (): Promise<(string | null)[]> =>
    (await quotesOf(db, articleId)).map(({ resolvedSpeaker }) => resolvedSpeaker);
  // Of this article it is said by now, and of no page.
  expect((await db.corrections.toArray()).map((row) => row.articleId)).toEqual([articleId]);
  await saveArticle(save(page), db);
  expect(await speakers()).toEqual(['Jory Penrose', 'Wenna Trask']);

  const other = freshLibrary();
  const undone = await correctOnPage(URL_, page.quotes, { indices: [0], speaker: 'Jory Penrose' }, other);
  const again = await saveArticle(first, other);
  await undoOnPage(undone, again.articleId, other);
  await saveArticle(save(page), other);
  expect((await quotesOf(other, again.articleId)).map(({ resolvedSpeaker }) => resolvedSpeaker)).toEqual([
    'Wenna Trask',
    'Wenna Trask',
  ]);
  expect(undo).toHaveLength(1);
});
