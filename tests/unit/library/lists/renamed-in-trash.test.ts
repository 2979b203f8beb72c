import { expect, it } from 'vitest';
import {
  deleteArticles,
  purgeArticles,
  restoreArticles,
} from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { removeUnusedNames } from '../../../../utils/library/deletion/clean-database.ts';
import { renameTag } from '../../../../utils/library/lists/manage-tags.ts';
import { allTags } from '../../../../utils/library/lists/tags.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeSave } from '../make-article.ts';

it('an article that is restored has its tag as it is called by now, also where nothing else has it', async () => {
  for (const [to, isCleaned] of [
    ['Tide', false],
    ['Tide', true],
    ['WAVE', false],
  ] as const) {
    const db = freshLibrary();
    const { articleId } = await saveArticle(makeSave({}, { tags: ['wave'] }), db);
    await deleteArticles([articleId], db);
    await renameTag('wave', to, db);
    if (isCleaned) await removeUnusedNames(db);
    await restoreArticles([articleId], db);
    expect((await db.articles.get(articleId))?.tags).toEqual([to]);
    expect(await allTags(db)).toEqual([{ tag: to, count: 1 }]);
  }
});

it('a name that stands for a tag by several steps stays as long as an article has that tag', async () => {
  const db = freshLibrary();
  const { articleId } = await saveArticle(makeSave({}, { tags: ['wind'] }), db);
  // As where two devices have merged tags at once.
  const merged = { createdAt: 1, updatedAt: 1 };
  await db.tags.bulkPut([
    { ...merged, key: 'wave', name: 'wave', aliasOf: 'tide' },
    { ...merged, key: 'tide', name: 'tide', aliasOf: 'wind' },
  ]);
  await removeUnusedNames(db);
  expect((await db.tags.toArray()).map(({ key }) => key).sort()).toEqual(['tide', 'wave', 'wind']);
  await deleteArticles([articleId], db);
  await purgeArticles([articleId], db);
  await removeUnusedNames(db);
  expect(await db.tags.count()).toBe(0);
});
