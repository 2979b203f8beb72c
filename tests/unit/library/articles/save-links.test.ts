import { expect, it } from 'vitest';
import type { ArticleToSave } from '../../../../utils/library/articles/article-rows.ts';
import { getWholeArticle } from '../../../../utils/library/articles/articles.ts';
import { deleteArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle, saveArticles } from '../../../../utils/library/articles/save-article.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { search } from '../../../../utils/library/search/search.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeSave } from '../make-article.ts';

const at = (n: number): string => `https://paper.example/sea/${n}`;

function link(n: number, change: Partial<ArticleToSave> = {}): ArticleToSave {
  const save = makeSave(
    {
      url: at(n),
      canonicalUrl: at(n),
      title: `Harbour ${n}`,
      text: '',
      html: '',
      wordCount: 0,
      leadImage: null,
    },
    { tags: [`Tag ${n % 3}`, 'tag 0'], savedFrom: 'import', savedAt: 1_700_000_000_000 + n, ...change },
  );
  return { ...save, quotes: [], images: [], linkOnly: true };
}

/** What a user sees of a library, whatever its ids. */
async function pictureOf(db: LibraryDb) {
  const rows = await db.articles.orderBy('identity').toArray();
  const counts = await db.counts.where('view').notEqual('').toArray();
  return {
    rows: rows.map(({ identity, title, tags, addresses, hasText, deletedAt, savedAt }) => ({
      identity,
      title,
      tags: [...tags].sort(),
      addresses,
      hasText,
      isDeleted: deletedAt !== null,
      savedAt,
    })),
    counts: counts.map(({ view, count }) => [view, count]),
    contents: await db.contents.count(),
    tags: (await db.tags.toArray()).map(({ name }) => name).sort(),
    found: (await search('harbour', {}, db)).total,
    seven: (await search('"harbour 7"', {}, db)).total,
  };
}

/** A library with an article of each kind that may be at an address. */
async function libraryBefore(): Promise<LibraryDb> {
  const db = freshLibrary();
  await saveArticle(
    makeSave({ url: at(1), title: 'Mine', text: 'My text.' }, { tags: ['mine'], savedAt: 1 }),
    db,
  );
  const { articleId } = await saveArticle(
    makeSave({ url: at(2), title: 'Gone', text: 'Gone text.' }, { savedAt: 2 }),
    db,
  );
  await deleteArticles([articleId], db);
  await saveArticle(link(3, { tags: ['before'] }), db);
  return db;
}

it('many addresses at once come to the same as one after the other', async () => {
  const inputs = Array.from({ length: 60 }, (_, i) => link(i));
  // The same again, with another tag, and one that brings its text.
  inputs.push(link(5, { tags: ['again'] }), link(3, { tags: ['again'] }));
  inputs.push(makeSave({ url: at(70), title: 'Harbour with text', text: 'The whole text.' }, { savedAt: 3 }));
  inputs.push(link(70, { tags: ['late'] }));
  const [together, alone] = [await libraryBefore(), await libraryBefore()];
  const saved = await saveArticles(inputs, together);
  const others = [];
  for (const input of inputs) others.push(await saveArticle(input, alone));
  expect(saved.map(({ updated }) => updated)).toEqual(others.map(({ updated }) => updated));
  expect(await pictureOf(together)).toEqual(await pictureOf(alone));
  expect((await pictureOf(together)).found).toBeGreaterThan(55);
  // Tens of thousands of addresses need no row for a text that they don't have.
  expect(await together.contents.count()).toBe(3);
  const opened = await getWholeArticle(saved[9]?.articleId ?? '', together);
  expect(opened).toMatchObject({ article: { title: 'Harbour 9' }, content: { html: '', text: '' } });
});
