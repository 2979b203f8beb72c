import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import * as v from 'valibot';
import { expect, it, vi } from 'vitest';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { restoreShelf } from '../../../../utils/library/backup/backup-restore.ts';
import { correctSpeaker } from '../../../../utils/library/people/correct-quotes.ts';
import { withCorrections } from '../../../../utils/library/people/correction-rows.ts';
import { markNotPerson } from '../../../../utils/library/people/decide-people.ts';
import { listNotPeople, listPeople } from '../../../../utils/library/people/people.ts';
import { ALIAS, PERSON } from '../../../../utils/library/restore/shelf-schemas.ts';
import { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { peekCorrections } from '../../../../utils/library/schema/peek-corrections.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';

vi.stubGlobal('IDBKeyRange', IDBKeyRange);

const TEXT = '“No,” said Ina Holm. “No,” she said.';
const QUOTES = [1, 22].map((start) => makeQuote('No', 'Ina Holm', start));

it('what the user said of a saved article’s speakers is there for its page, for the place it was said of', async () => {
  const indexedDB = new IDBFactory();
  const db = new LibraryDb('peeked', { indexedDB, IDBKeyRange });
  const save = makeSave({ text: TEXT }, { quotes: QUOTES });
  const { articleId } = await saveArticle(save, db);
  const ask = () => peekCorrections(save.article.canonicalUrl, TEXT, indexedDB, 'peeked');
  expect(await ask()).toEqual([]);
  await correctSpeaker(articleId, [1], 'Maud Tarrant', db);
  const speakers = withCorrections(QUOTES, await ask()).map(({ resolvedSpeaker }) => resolvedSpeaker);
  expect(speakers).toEqual(['Ina Holm', 'Maud Tarrant']);
  expect(await peekCorrections('https://other.example/', TEXT, indexedDB, 'peeked')).toEqual([]);
  db.close();
});

it('a name that is no person comes through a backup and the change log as such', async () => {
  const db = freshLibrary();
  await saveArticle(makeSave({ text: TEXT }, { quotes: QUOTES }), db);
  await markNotPerson('ina holm', db);
  expect((await listPeople('', 10, db)).total).toBe(0);
  // What a file holds of them, as either is read back.
  const read = async (table: 'people' | 'aliases', schema: v.GenericSchema): Promise<object[]> =>
    (await db[table].toArray()).map((row) => v.parse(schema, JSON.parse(JSON.stringify(row))) as object);
  const shelf = new Map([
    ['people', await read('people', PERSON)],
    ['aliases', await read('aliases', ALIAS)],
  ]);
  const other = freshLibrary();
  await other.transaction('rw', other.tables, () => restoreShelf(other, shelf));
  await saveArticle(makeSave({ text: TEXT }, { quotes: QUOTES }), other);
  expect((await listPeople('', 10, other)).total).toBe(0);
  expect((await listNotPeople(other)).map(({ name }) => name)).toEqual(['Ina Holm']);
});
