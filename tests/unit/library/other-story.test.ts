import { describe, expect, it } from 'vitest';
import {
  countArticles,
  findSaved,
  getArticles,
  getWholeArticle,
} from '../../../utils/library/articles/articles.ts';
import { deleteArticles } from '../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../utils/library/articles/save-article.ts';
import { freshLibrary } from './fresh-library.ts';
import { makeSave } from './make-article.ts';

const prose = (about: string, from = 0, to = 20): string =>
  Array.from({ length: to - from }, (_, i) => {
    const n = from + i;
    const words = ['came', 'saw', 'said', 'left', 'paid', 'slept', 'ran', 'sang', 'won', 'lost'];
    return words.map((word, at) => `${word} ${about}${n * 10 + at}`).join(' and ');
  }).join('\n\n');

const url = 'https://paper.example/2026/harbour';
const harbour = { url, title: 'Harbour opens again', text: prose('harbour') };
const goat = { url, title: 'Goat blamed for power cut', text: prose('goat') };

describe('another story from the same address', () => {
  it('is kept beside the one that is here, and the user is told', async () => {
    const db = freshLibrary();
    const first = await saveArticle(makeSave(harbour), db);
    const second = await saveArticle(makeSave(goat), db);
    expect(second).toMatchObject({ updated: false, isSeparate: true });
    expect(second.articleId).not.toBe(first.articleId);
    expect((await getWholeArticle(first.articleId, db))?.content.text).toBe(harbour.text);
    expect((await getWholeArticle(second.articleId, db))?.content.text).toBe(goat.text);
    expect(await countArticles('all', db)).toBe(2);
    // Whoever asks by the address gets the one that came first.
    expect((await findSaved(url, db))?.id).toBe(first.articleId);
  });

  it('is updated by its own next version, and so is the first', async () => {
    const db = freshLibrary();
    const first = await saveArticle(makeSave(harbour), db);
    const second = await saveArticle(makeSave(goat), db);
    const longer = { ...goat, text: prose('goat', 0, 26) };
    expect(await saveArticle(makeSave(longer), db)).toEqual({ articleId: second.articleId, updated: true });
    const shorter = { ...harbour, text: prose('harbour', 4, 24) };
    expect(await saveArticle(makeSave(shorter), db)).toEqual({ articleId: first.articleId, updated: true });
    expect(await countArticles('all', db)).toBe(2);
  });

  it('under the same headline is another one still', async () => {
    const db = freshLibrary();
    await saveArticle(makeSave({ ...harbour, title: 'Morning briefing' }), db);
    const next = await saveArticle(makeSave({ ...goat, title: 'Morning briefing' }), db);
    expect(next.isSeparate).toBe(true);
  });

  it('does not take the place of one that was deleted', async () => {
    const db = freshLibrary();
    const first = await saveArticle(makeSave(harbour), db);
    await deleteArticles([first.articleId], db);
    const second = await saveArticle(makeSave(goat), db);
    expect(second.articleId).not.toBe(first.articleId);
    // There is nothing beside it that anybody could see.
    expect(second.isSeparate).toBeUndefined();
  });

  it('as a preview leaves the whole one alone, tags and all', async () => {
    const db = freshLibrary();
    const first = await saveArticle(makeSave(harbour), db);
    const teaser = { ...goat, text: prose('goat', 0, 4), isPreview: true };
    await saveArticle(makeSave(teaser, { tags: ['goats'] }), db);
    expect((await getArticles([first.articleId], db))[0]?.tags).toEqual([]);
  });
});

describe('the same story', () => {
  it('is whole after its preview, and whole it stays', async () => {
    const db = freshLibrary();
    const teaser = { ...harbour, text: prose('harbour', 0, 2), isPreview: true };
    const { articleId } = await saveArticle(makeSave(teaser), db);
    expect(await saveArticle(makeSave(harbour), db)).toEqual({ articleId, updated: true });
    expect(await saveArticle(makeSave(teaser), db)).toEqual({ articleId, updated: true, isSame: true });
    expect((await getWholeArticle(articleId, db))?.content.text).toBe(harbour.text);
  });

  it('may come page by page', async () => {
    const db = freshLibrary();
    const page = (n: number) => ({ from: n, to: n, total: 2, next: null, hashes: [`${n}`] });
    const { articleId } = await saveArticle(makeSave(harbour, { pages: page(1) }), db);
    const second = makeSave({ ...harbour, text: prose('goat') }, { pages: page(2) });
    expect((await saveArticle(second, db)).articleId).toBe(articleId);
  });
});

it('what is saved is cut and cleaned, whichever way it came', async () => {
  const db = freshLibrary();
  const long = 'x'.repeat(100_000);
  const forged = { dir: '"><script>' as 'ltr', siteName: long, title: `\u202e${long}`, byline: `a\n\u2067b` };
  const images = ['javascript:alert(1)', 'https://img.example/a.jpg'];
  const { articleId } = await saveArticle(
    makeSave(forged, { tags: [long, '\u202etag'], images, savedFrom: 'import' }),
    db,
  );
  const row = (await getWholeArticle(articleId, db))?.article;
  expect(row).toMatchObject({ dir: 'ltr', byline: 'a b', imagesTotal: 1 });
  expect(row?.siteName).toHaveLength(120);
  expect(row?.title).toHaveLength(500);
  expect(row?.tags.map((tag) => tag.length)).toEqual([100, 3]);
});

it('a claim is kept as a claim, and goes when the page makes it no more', async () => {
  const db = freshLibrary();
  const claimedUrl = 'https://other.example/story';
  const { articleId } = await saveArticle(makeSave({ ...harbour, claimedUrl }), db);
  expect((await getArticles([articleId], db))[0]).toMatchObject({ claimedUrl, host: 'paper.example' });
  expect(await findSaved(claimedUrl, db)).toBeNull();
  await saveArticle(makeSave(harbour), db);
  expect((await getArticles([articleId], db))[0]).not.toHaveProperty('claimedUrl');
});
