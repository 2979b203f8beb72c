import { expect, it } from 'vitest';
import { deleteArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { startImport } from '../../../../utils/library/imports/import-jobs.ts';
import { runImports } from '../../../../utils/library/imports/run-imports.ts';
import { surveyImport } from '../../../../utils/library/imports/survey-import.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeSave } from '../make-article.ts';

const url = (name: string): string => `https://paper.example/${name}`;
const FILE = new Blob([
  `url,title\n${['kept', 'deleted', 'beside', 'fresh'].map((name) => `${url(name)},${name}`).join('\n')}\n`,
]);

async function save(db: LibraryDb, name: string, title: string, text: string): Promise<string> {
  return (await saveArticle(makeSave({ url: url(name), title, text }), db)).articleId;
}

/** One that is kept, one that was deleted, and one that is kept beside another that was deleted. */
async function fill(): Promise<LibraryDb> {
  const db = freshLibrary();
  await save(db, 'kept', 'Ice holds the strait', 'The strait is frozen over from shore to shore.');
  await deleteArticles([await save(db, 'deleted', 'Ebb', 'The water went out and did not come back.')], db);
  const first = await save(
    db,
    'beside',
    'A lighthouse is sold',
    'The lamp was sold to a collector in the north.',
  );
  const second = await save(
    db,
    'beside',
    'Herring returns to the bay',
    'Fishermen hauled their first nets of herring since spring.',
  );
  expect(second).not.toBe(first);
  await deleteArticles([first], db);
  return db;
}

it('says of each address what the import then does: deleted articles are new, those kept beside them are here', async () => {
  const db = await fill();
  const survey = await surveyImport(FILE, () => undefined, undefined, db);
  expect(survey).toMatchObject({ total: 4, fresh: 2, here: 2, twice: 0 });
  const options = { fetchTexts: false, takeSettings: false };
  const id = await startImport(
    { file: FILE, fileName: 'links.csv', format: survey.format, total: 4, options },
    db,
  );
  await runImports({
    digest: async () => null,
    cleanHtml: async () => '',
    takeSettings: async () => undefined,
    db,
  });
  expect(await db.imports.get(id)).toMatchObject({ state: 'done', added: survey.fresh, folded: survey.here });
});
