import { expect, it } from 'vitest';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { startImport } from '../../../../utils/library/imports/import-jobs.ts';
import { runImports } from '../../../../utils/library/imports/run-imports.ts';
import { surveyImport } from '../../../../utils/library/imports/survey-import.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { detectFormat } from '../../../../utils/transfer/import/detect-format.ts';
import { itLong } from '../../../long.ts';
import { addressOf, pocketRows } from '../../transfer/invented-exports.ts';
import { writeZip } from '../../transfer/write-zip.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeSave } from '../make-article.ts';

const tools = (db: LibraryDb) => ({
  digest: async () => null,
  cleanHtml: async () => '',
  takeSettings: async () => undefined,
  db,
});

/** Highlights without an address, as Readwise has them. */
const marks = (title: string, count: number, from = 0): string =>
  Array.from({ length: count }, (_, i) => `Passage ${from + i},"${title}",,,,,,,,,\n`).join('');
const HEAD =
  'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n';

async function begin(db: LibraryDb, file: Blob): Promise<string> {
  const options = { fetchTexts: false, takeSettings: false };
  return startImport({ file, fileName: 'e', format: await detectFormat(file), total: null, options }, db);
}

/** A database whose window is closed at a step of an import. */
function closingAt(db: LibraryDb, step: number): LibraryDb {
  let steps = 0;
  return new Proxy(db, {
    get(target, name) {
      if (name === 'tables' && ++steps === step) throw new Error('closed');
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

it('are of an article that the file and the library have, under the title it has in the library', async () => {
  const db = freshLibrary();
  const title = 'The pilot stayed all night';
  await saveArticle(makeSave({ url: addressOf(0), title, text: 'We stayed.' }), db);
  await saveArticle(makeSave({ url: addressOf(1), title: 'The quay is to be closed', text: 'It is.' }), db);
  const file = await writeZip([
    [
      'a.csv',
      `title,url,time_added,tags,status\n${title},${addressOf(0)},1,,unread\nA title of theirs alone,${addressOf(1)},1,,unread\n`,
    ],
    ['b.csv', HEAD + marks(title, 1) + marks('A title of theirs alone', 1)],
  ]);
  const survey = await surveyImport(file, () => undefined, undefined, db);
  expect(survey).toMatchObject({ fresh: 0, here: 2, highlights: 1, failed: 1 });
  expect(survey.failures).toMatchObject([{ title: 'A title of theirs alone', why: 'noMatch' }]);
  const id = await begin(db, file);
  await runImports(tools(db));
  expect(await db.imports.get(id)).toMatchObject({ added: 0, folded: 2, highlights: 1, failed: 1 });
});

itLong('count an article once, though everything was closed in the middle', async () => {
  const db = freshLibrary();
  const pilot = 'The pilot stayed all night';
  await saveArticle(makeSave({ url: addressOf(900), title: pilot, text: 'Text.' }), db);
  const story = 'Story 7, quoted – with a comma & <signs>';
  const file = await writeZip([
    ['a.csv', pocketRows(0, 499)],
    ['b.csv', HEAD + marks(pilot, 1) + marks(story, 1) + marks(pilot, 1, 1)],
  ]);
  const id = await begin(db, file);
  await runImports({ ...tools(db), db: closingAt(db, 2) });
  expect(await db.imports.get(id)).toMatchObject({ state: 'failed', position: 500, folded: 1 });
  await db.imports.update(id, { state: 'running' });
  await runImports(tools(db));
  expect(await db.imports.get(id)).toMatchObject({ state: 'done', added: 499, folded: 1, highlights: 3 });
});
