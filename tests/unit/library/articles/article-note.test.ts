import { expect, it } from 'vitest';
import { getArticleNote, setArticleNote } from '../../../../utils/library/articles/article-note.ts';
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
