// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import {
  findSaved,
  getVersions,
  getWholeArticle,
  listArticles,
} from '../../../../utils/library/articles/articles.ts';
import { processPages } from '../../../../utils/library/articles/digest-page.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { isSavedText, onePage, withPage } from '../../../../utils/library/articles/saved-pages.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeSave } from '../make-article.ts';

const URL_ = 'https://paper.example/mill';
const TEXTS = [
  'The sluice opens by itself.',
  'The stones were the easy part.',
  'An eel came up with the flood.',
];
const page = (n: number, total: number | null = 3) =>
  onePage({ page: n, total, next: n < 3 ? `${URL_}?page=${n + 1}` : null, first: URL_ }, TEXTS[n - 1] ?? '');
const pageSave = (n: number) =>
  makeSave({ url: n === 1 ? URL_ : `${URL_}?page=${n}`, text: TEXTS[n - 1] ?? '' }, { pages: page(n) });

function allPages() {
  const [one, two, three] = [page(1), page(2), page(3)];
  if (one === null || two === null || three === null) throw new Error('no pages');
  return {
    ...makeSave(
      { url: URL_, text: TEXTS.join('\n\n') },
      { pages: withPage(withPage(one, two), three), pageUrls: [`${URL_}?page=2`, `${URL_}?page=3`] },
    ),
  };
}

describe('an article on several pages', () => {
  it('knows which of them are here, and counts as incomplete until all are', async () => {
    const db = freshLibrary();
    const { articleId } = await saveArticle(pageSave(1), db);
    const first = (await getWholeArticle(articleId, db))?.article;
    expect(first?.pages).toMatchObject({ from: 1, to: 1, total: 3, next: `${URL_}?page=2` });
    expect((await listArticles('incomplete', {}, db)).articles).toHaveLength(1);
    await saveArticle(allPages(), db);
    const whole = await getWholeArticle(articleId, db);
    expect(whole?.article.pages).toMatchObject({ from: 1, to: 3, total: 3, next: null });
    expect(whole?.content.text).toBe(TEXTS.join('\n\n'));
    expect((await listArticles('incomplete', {}, db)).articles).toHaveLength(0);
    // That pages were added is no change of the text.
    expect(await getVersions(articleId, db)).toEqual([]);
  });

  it('is not cut back to one page, whichever page is saved again', async () => {
    const db = freshLibrary();
    const { articleId } = await saveArticle(allPages(), db);
    for (const n of [1, 2, 3]) {
      expect(await saveArticle(pageSave(n), db)).toEqual({ articleId, updated: true, isSame: true });
      expect((await getWholeArticle(articleId, db))?.content.text).toBe(TEXTS.join('\n\n'));
    }
  });

  it('is known as saved on each of its pages', async () => {
    const db = freshLibrary();
    await saveArticle(allPages(), db);
    for (const n of [1, 2, 3]) {
      const row = await findSaved(n === 1 ? URL_ : `${URL_}?page=${n}`, db);
      expect(row !== null && isSavedText(row, TEXTS[n - 1] ?? '')).toBe(true);
      expect(row !== null && isSavedText(row, 'Another text.')).toBe(false);
    }
  });

  it('makes way for a text that its site no longer splits', async () => {
    const db = freshLibrary();
    const { articleId } = await saveArticle(allPages(), db);
    await saveArticle(makeSave({ url: URL_, text: `${TEXTS.join('\n\n')}\n\nAnd an end.` }), db);
    const row = (await getWholeArticle(articleId, db))?.article;
    expect(row?.pages).toBeUndefined();
    expect(row?.textHash).not.toBe('');
  });

  it('takes the number of pages from whichever page says most', () => {
    const [one, two, last] = [page(1, null), page(2, 3), page(3)];
    if (one === null || two === null || last === null) throw new Error('no pages');
    expect(one.total).toBeNull();
    expect(withPage(one, two).total).toBe(3);
    expect(withPage(withPage(one, { ...two, total: null }), last).total).toBe(3);
  });

  it('knows on a later page who was named on an earlier one', async () => {
    const { article } = makeSave({
      text: 'The wheel turned. “It is a clock,” said Gwenllian Tresidder, an engineer.',
    });
    const text = 'An eel came up with the flood.\n\n“They were here first,” Tresidder said.';
    const joined = await processPages(
      article,
      [{ html: `<p>${text.replace('\n\n', '</p><p>')}</p>`, text }],
      2,
    );
    expect(joined.quotes.map(({ resolvedSpeaker }) => resolvedSpeaker)).toEqual([
      'Gwenllian Tresidder',
      'Gwenllian Tresidder',
    ]);
    for (const { text: words, start, end } of joined.quotes)
      expect(joined.article.text.slice(start, end)).toBe(words);
    expect(joined.article.wordCount).toBeGreaterThan(article.wordCount);
  });
});
