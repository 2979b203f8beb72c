import { describe, expect, it } from 'vitest';
import {
  getArticleNote,
  mergeArticleNote,
  setArticleNote,
  undoArticleNote,
} from '../../../../utils/library/articles/article-note.ts';
import { getArticles } from '../../../../utils/library/articles/articles.ts';
import { addHighlight } from '../../../../utils/library/articles/change-highlights.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { search } from '../../../../utils/library/search/search.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeSave } from '../make-article.ts';

it('an article has one note of its own beside its highlights, which is found and can be taken away', async () => {
  const db = freshLibrary();
  const { articleId } = await saveArticle(makeSave(), db);
  await addHighlight(articleId, { start: 0, end: 5 }, { note: 'of a passage' }, db);
  await setArticleNote(articleId, 'compare with the budget', db);
  await setArticleNote(articleId, 'compare with the ledger', db);
  expect(await getArticleNote(articleId, db)).toBe('compare with the ledger');
  const [row] = await getArticles([articleId], db);
  expect(row).toMatchObject({ highlightCount: 1, noteCount: 2 });
  expect((await search('ledger', {}, db)).total).toBe(1);
  await setArticleNote(articleId, '', db);
  expect(await getArticleNote(articleId, db)).toBe('');
  expect((await search('ledger', {}, db)).total).toBe(0);
});

describe('a note that was written some time ago', () => {
  it.each<[string, { stored: string; base: string; written: string; becomes: string }]>([
    ['takes the place of what it was made of', { stored: 'A', base: 'A', written: 'B', becomes: 'B' }],
    ['takes that away where it was emptied', { stored: 'A', base: 'A', written: '', becomes: '' }],
    ['goes below a newer one', { stored: 'New', base: 'A', written: 'A b', becomes: 'New\n\nA b' }],
    ['takes away no newer one', { stored: 'New', base: 'A', written: '', becomes: 'New' }],
    [
      'is left out where it was written on',
      { stored: 'Ask him', base: '', written: 'Ask', becomes: 'Ask him' },
    ],
    ['wins where it has the other', { stored: 'Ask', base: '', written: 'Ask him', becomes: 'Ask him' }],
    ['goes below it once', { stored: 'New\n\nA b', base: 'A', written: 'A b', becomes: 'New\n\nA b' }],
    ['is written on there', { stored: 'New\n\nA b', base: 'A b', written: 'A c', becomes: 'New\n\nA c' }],
    ['is emptied there', { stored: 'New\n\nA b', base: 'A b', written: '', becomes: 'New' }],
  ])('%s', async (_, { stored, base, written, becomes }) => {
    const db = freshLibrary();
    const { articleId } = await saveArticle(makeSave(), db);
    await setArticleNote(articleId, stored, db);
    expect(await mergeArticleNote(articleId, written, base, db)).toBe(true);
    expect(await getArticleNote(articleId, db)).toBe(becomes);
  });

  it.each<[string, { before: string; here: string; note: string; becomes: string }]>([
    ['is taken back', { before: 'A', here: 'A', note: 'A b', becomes: 'A' }],
    ['is taken back alone', { before: '', here: 'New', note: 'A', becomes: 'New' }],
  ])('%s', async (_, { before, here, note, becomes }) => {
    const db = freshLibrary();
    const { articleId } = await saveArticle(makeSave(), db);
    await setArticleNote(articleId, here, db);
    await mergeArticleNote(articleId, note, before, db);
    expect(await undoArticleNote(articleId, note, before, db)).toBe(true);
    expect(await getArticleNote(articleId, db)).toBe(becomes);
    await setArticleNote(articleId, 'Newest', db);
    expect(await undoArticleNote(articleId, note, before, db)).toBe(false);
    expect(await getArticleNote(articleId, db)).toBe('Newest');
  });

  it('of an article that is gone is let go', async () => {
    expect(await mergeArticleNote('gone', 'Ask', '', freshLibrary())).toBe(false);
  });
});
