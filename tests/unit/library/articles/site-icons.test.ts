import { expect, it } from 'vitest';
import { deleteArticles, purgeDeleted } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import {
  allSiteIcons,
  deleteUnusedSiteIcons,
  hasSiteIcon,
  storeSiteIcon,
} from '../../../../utils/library/articles/site-icons.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeSave } from '../make-article.ts';

it('keeps an icon as long as something of its site is in the library', async () => {
  const db = freshLibrary();
  const url = 'https://courier.example/1';
  const { articleId } = await saveArticle(makeSave({ url, canonicalUrl: url }), db);
  await storeSiteIcon('courier.example', 'data:image/png;base64,AAAA', db);
  await deleteUnusedSiteIcons(db);
  expect(await hasSiteIcon('courier.example', db)).toBe(true);
  expect(await allSiteIcons(db)).toEqual(new Map([['courier.example', 'data:image/png;base64,AAAA']]));
  await deleteArticles([articleId], db);
  await purgeDeleted(Number.MAX_SAFE_INTEGER, db);
  await deleteUnusedSiteIcons(db);
  expect(await hasSiteIcon('courier.example', db)).toBe(false);
});
