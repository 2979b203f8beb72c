import { describe, expect, it } from 'vitest';
import { deleteArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { addLinks, finishedLinks, undoAddLinks } from '../../../../utils/library/imports/add-links.ts';
import { listImports } from '../../../../utils/library/imports/import-jobs.ts';
import { runImports } from '../../../../utils/library/imports/run-imports.ts';
import { surveyLinks } from '../../../../utils/library/imports/survey-links.ts';
import { claimTextJob, completeTextJob, failTextJob } from '../../../../utils/library/jobs/text-jobs.ts';
import { createList } from '../../../../utils/library/lists/lists.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { freshLibrary } from '../fresh-library.ts';
import { importTools } from '../import-file.ts';
import { makeSave } from '../make-article.ts';

const A = 'https://tides.example/a';
const B = 'https://skerry.example/b';

async function add(db: LibraryDb, text: string): Promise<{ id: string; take: () => Promise<number> }> {
  const { fresh } = await surveyLinks(text, db);
  const id = await addLinks(fresh, 'Links you added', {}, db);
  return { id, take: () => undoAddLinks(id, fresh, db) };
}

const saved = async (db: LibraryDb): Promise<string[]> =>
  (await db.articles.toArray()).filter(({ deletedAt }) => deletedAt === null).map(({ url }) => url);

describe('before anything is written', () => {
  it('says what is new, what is here under whatever address, what comes twice and what is none', async () => {
    const db = freshLibrary();
    await saveArticle(makeSave({ url: A, canonicalUrl: A, title: 'Ice holds the strait' }), db);
    const found = await surveyLinks(`${A}?utm_source=letter\n${B}\n${B}#end\nno address`, db);
    expect(found.fresh).toEqual([{ url: B, title: '' }]);
    expect(found.here.map(({ title }) => title)).toEqual(['Ice holds the strait']);
    expect(found.duplicates).toBe(1);
    expect(found.failures).toMatchObject([{ at: '4', why: 'noAddress', title: 'no address' }]);
    expect(await listImports(db)).toEqual([]);
  });

  it('takes what was deleted for new', async () => {
    const db = freshLibrary();
    const { articleId } = await saveArticle(makeSave({ url: A, canonicalUrl: A }), db);
    await deleteArticles([articleId], db);
    expect((await surveyLinks(A, db)).fresh).toHaveLength(1);
  });
});

describe('adding', () => {
  it('brings the addresses in at once and has their texts fetched', async () => {
    const db = freshLibrary();
    const { id } = await add(db, `${A} | Ice holds the strait\n${B}`);
    await runImports(importTools(db));
    expect((await saved(db)).sort()).toEqual([B, A]);
    expect((await db.articles.where('identity').equals('tides.example/a').first())?.title).toBe(
      'Ice holds the strait',
    );
    expect(await db.textJobs.count()).toBe(2);
    expect(await finishedLinks([id], db)).toEqual([]);
  });

  it('says how it ended, and why the first text is not here', async () => {
    const db = freshLibrary();
    const { id } = await add(db, `${A}\n${B}`);
    await runImports(importTools(db));
    const job = await claimTextJob(new Set(), Date.now(), db);
    const other = await claimTextJob(new Set(), Date.now(), db);
    if (job === null || other === null) throw new Error('no texts to fetch');
    await failTextJob(job, 'needsLogin', false, null, db);
    const { article } = makeSave({ url: other.url, canonicalUrl: other.url });
    await completeTextJob(other, { article, quotes: [], images: [], html: article.html }, db);
    expect(await finishedLinks([id], db)).toEqual([
      { importId: id, textsFailed: 1, why: 'needsLogin', stopped: null },
    ]);
  });
});

describe('taking it back', () => {
  it('works before it has begun, and while texts are waited for', async () => {
    for (const isRun of [false, true]) {
      const db = freshLibrary();
      const { take } = await add(db, `${A}\n${B}`);
      if (isRun) await runImports(importTools(db));
      expect(await take()).toBe(isRun ? 2 : 0);
      await runImports(importTools(db));
      expect(await saved(db)).toEqual([]);
      expect(await db.textJobs.count()).toBe(0);
      expect(await listImports(db)).toEqual([]);
    }
  });

  it('leaves what the user has saved from its page since, and what was here before', async () => {
    const db = freshLibrary();
    await saveArticle(makeSave({ url: B, canonicalUrl: B }), db);
    const { take } = await add(db, `${A}\n${B}`);
    await runImports(importTools(db));
    await saveArticle({ ...makeSave({ url: A, canonicalUrl: A }), savedFrom: 'page' }, db);
    expect(await take()).toBe(0);
    expect((await saved(db)).sort()).toEqual([B, A]);
  });
});

it('go to the list or with the tag that the user looks at, and to no list that is gone by then', async () => {
  const db = freshLibrary();
  const list = await createList('Ferries', null, db);
  const links = [{ url: A, title: '' }];
  await addLinks(links, 'Links you added', { listId: list.id }, db);
  await addLinks([{ url: B, title: '' }], 'Links you added', { tag: 'Sea' }, db);
  await addLinks([{ url: `${B}/2`, title: '' }], 'Links you added', { listId: 'gone' }, db);
  await runImports(importTools(db));
  const rows = await db.articles.orderBy('identity').toArray();
  const filed = Object.fromEntries(rows.map(({ url, listIds, tags }) => [url, [...listIds, ...tags]]));
  expect(filed).toEqual({ [A]: [list.id], [B]: ['Sea'], [`${B}/2`]: [] });
});
