import { expect, it } from 'vitest';
import { importFailures } from '../../../utils/library/imports/import-jobs.ts';
import { previewImport } from '../../../utils/library/imports/preview-import.ts';
import type { LibraryDb } from '../../../utils/library/schema/library-db.ts';
import { freshLibrary } from '../library/fresh-library.ts';
import { importFile } from '../library/import-file.ts';
import { articleLines, type BackupLines, joinLines, makeBackup } from './make-backup.ts';

const url = (name: string): string => `https://paper.example/${name}`;

function highlightLine(articleId: string, id: string): object {
  const facts = { text: 'was closed', prefix: '', suffix: '', start: 9, end: 19, note: '', colour: 'green' };
  return { id, articleId, ...facts, createdAt: 1, updatedAt: 1 };
}

function listLine(id: string): object {
  return { id, name: id, parentId: null, position: 0, createdAt: 1 };
}

async function surveyAndRestore(lines: BackupLines, db: LibraryDb) {
  const file = await makeBackup(lines);
  const survey = await previewImport(file, () => undefined, db);
  const job = await importFile(db, file);
  return { survey, job, failures: await importFailures(job.id, 100, db) };
}

const living = (db: LibraryDb): Promise<number> =>
  db.articles.filter(({ deletedAt }) => deletedAt === null).count();

const FIRST = joinLines(articleLines('a', url('a')), articleLines('b', url('b')), {
  highlights: [highlightLine('a', 'h1')],
  lists: [listLine('l1')],
});

const SECOND = joinLines(
  articleLines('a', url('a')),
  // The same article under another id, and one that the file has twice.
  articleLines('b2', url('b')),
  articleLines('c', url('c')),
  articleLines('c2', url('c')),
  articleLines('bad', url('bad'), { savedAt: 1e300 }),
  articleLines('gone', url('gone'), { deletedAt: 5 }),
  {
    highlights: [highlightLine('a', 'h1'), highlightLine('a', 'h2'), highlightLine('c', 'h3')],
    lists: [listLine('l1'), listLine('l2')],
    tags: [
      { key: 'sea', name: 'sea', createdAt: 1, aliasOf: null },
      { key: 'ocean', name: 'ocean', createdAt: 1, aliasOf: 'sea' },
    ],
  },
);

it('predicts the result of a restore into an empty library', async () => {
  const db = freshLibrary();
  const { survey, job } = await surveyAndRestore(SECOND, db);
  expect(survey).toMatchObject({
    fresh: 3,
    existing: 0,
    duplicates: 1,
    failed: 1,
    withText: 3,
    highlights: 3,
  });
  expect(survey).toMatchObject({ lists: 2, tags: 1, total: 4 });
  expect(job).toMatchObject({ state: 'done', added: 3, merged: 1, failed: 1, highlights: 3 });
  expect(await living(db)).toBe(3);
  expect(await db.lists.count()).toBe(2);
});

it('predicts the result of a restore into a library that has some of the articles', async () => {
  const db = freshLibrary();
  await surveyAndRestore(FIRST, db);
  const before = await living(db);
  const { survey, job, failures } = await surveyAndRestore(SECOND, db);
  expect(survey).toMatchObject({
    fresh: 1,
    existing: 2,
    duplicates: 1,
    failed: 1,
    withText: 1,
    highlights: 2,
  });
  expect(survey).toMatchObject({ lists: 1, tags: 1, libraryCount: 2 });
  expect(job).toMatchObject({ added: 1, merged: 3, failed: 1, highlights: 2 });
  expect((await living(db)) - before).toBe(survey.fresh);
  expect(failures.map(({ at, why }) => [at, why])).toEqual(survey.failures.map(({ at, why }) => [at, why]));
});

it('predicts that a deleted article comes back', async () => {
  const db = freshLibrary();
  await surveyAndRestore(FIRST, db);
  await db.articles.update('a', { deletedAt: 5 });
  const { survey, job } = await surveyAndRestore(FIRST, db);
  expect(survey).toMatchObject({ fresh: 1, existing: 1 });
  expect(job).toMatchObject({ added: 1, merged: 1 });
  expect(await living(db)).toBe(2);
});

it('merges what a file has of one article in two rows', async () => {
  const db = freshLibrary();
  const lines = joinLines(
    articleLines('a', url('a'), { tags: ['sea'], progress: 0.2 }),
    articleLines('a2', url('a'), { tags: ['harbour'], progress: 0.6 }),
    { highlights: [highlightLine('a', 'h1'), highlightLine('a2', 'h2')] },
  );
  await surveyAndRestore(lines, db);
  expect(await db.articles.toArray()).toMatchObject([
    { id: 'a', tags: ['sea', 'harbour'], progress: 0.6, highlightCount: 2 },
  ]);
  expect((await db.counts.get('tag:harbour'))?.count).toBe(1);
});
