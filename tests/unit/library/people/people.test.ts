import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteArticles } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../../utils/library/articles/save-article.ts';
import { restoreSharedTables } from '../../../../utils/library/backup/backup-restore.ts';
import { removeUnusedNames } from '../../../../utils/library/deletion/clean-database.ts';
import { purgeTrash } from '../../../../utils/library/deletion/remove-articles.ts';
import {
  markNotPerson,
  markPerson,
  mergePeople,
  renamePerson,
  splitPerson,
  undoPeopleDecision,
} from '../../../../utils/library/people/decide-people.ts';
import { exportPerson } from '../../../../utils/library/people/export-person.ts';
import {
  getPerson,
  listCoQuoted,
  listNotPeople,
  listPeople,
  listQuotesOfPerson,
  mergeStatements,
} from '../../../../utils/library/people/people.ts';
import { ALIAS_SCHEMA, PERSON_SCHEMA } from '../../../../utils/library/restore/shared-schemas.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { setSpeaker } from '../../../../utils/quotes/corrections.ts';
import { sampleRow, sampleSaid } from '../../components/gallery/library-cases.ts';
import { search } from '../find-articles.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeQuote, makeSave } from '../make-article.ts';

describe('people', () => {
  let db: LibraryDb;
  const ids: string[] = [];

  async function save(name: string, published: string, speakers: string[]): Promise<void> {
    const quotes = speakers.map((speaker, i) => makeQuote(`Words ${name}${i}`, speaker, i * 20));
    const input = makeSave(
      { url: `https://paper.example/${name}`, title: name, publishedAt: published },
      { quotes },
    );
    ids.push((await saveArticle(input, db)).articleId);
  }

  beforeEach(async () => {
    db = freshLibrary();
    ids.length = 0;
    await save('one', '2026-01-01', ['Ada Holm', 'Ada Holm', 'Tim Berg']);
    await save('two', '2026-02-01', ['ADA HOLM', 'A. Holm']);
    await save('three', '2026-03-01', ['A. Holm']);
  });

  const people = async (filter = '') =>
    (await listPeople(filter, 10, db)).people.map(({ name, articleCount }) => [name, articleCount]);
  const said = async (id: string) => (await listQuotesOfPerson(id, 50, db)).map(({ quote }) => quote.text);

  it('people who are only probably quoted are not listed until the user confirms them', async () => {
    const quotes = [{ ...makeQuote('Not yet.', 'Bo Lindgren'), sureness: 'probably' as const }];
    await saveArticle(makeSave({ url: 'https://paper.example/probable' }, { quotes }), db);
    expect(await people('lindgren')).toEqual([]);
    await saveArticle(
      makeSave(
        { url: 'https://paper.example/sure' },
        { quotes: setSpeaker(quotes, { indices: [0], speaker: 'Bo Lindgren' }) },
      ),
      db,
    );
    expect(await people('lindgren')).toEqual([['Bo Lindgren', 1]]);
  });

  it('people are sorted by number of articles, and found by part of a name', async () => {
    expect(await people()).toEqual([
      ['A. Holm', 2],
      ['ADA HOLM', 2],
      ['Tim Berg', 1],
    ]);
    expect(await people('ber')).toEqual([['Tim Berg', 1]]);
    await deleteArticles([ids[0] ?? ''], db);
    expect(await people()).toEqual([
      ['A. Holm', 2],
      ['ADA HOLM', 1],
    ]);
  });

  it('people can be merged, stay merged after later saves, and are found by each name', async () => {
    const undo = await mergePeople(['ada holm', 'a holm'], db);
    const [merged] = (await listPeople('', 10, db)).people;
    expect(merged?.keys).toEqual(['a holm', 'ada holm']);
    // Both names are in one of them.
    expect(merged?.articleCount).toBe(3);
    expect(await said(merged?.id ?? '')).toEqual([
      'Words three0',
      'Words two0',
      'Words two1',
      'Words one0',
      'Words one1',
    ]);
    expect(await said('a holm')).toHaveLength(5);
    expect((await getPerson('ada holm', db))?.articleCount).toBe(3);
    expect((await getPerson('ada holm', db))?.spellings).toEqual(['A. Holm', 'ADA HOLM']);
    await save('four', '2026-04-01', ['Ada Holm']);
    expect((await said('a holm'))[0]).toBe('Words four0');
    expect((await search('speaker:"a. holm"', {}, db)).total).toBe(4);
    await undoPeopleDecision(undo, db);
    expect(await said('a holm')).toHaveLength(2);
  });

  it('people can be renamed and split', async () => {
    await mergePeople(['ada holm', 'a holm'], db);
    await renamePerson((await listPeople('', 10, db)).people[0]?.id ?? '', 'Dr Ada Holm', db);
    expect(await people('dr')).toHaveLength(1);
    await splitPerson('a holm', null, db);
    expect(await people()).toEqual([
      ['A. Holm', 2],
      ['Dr Ada Holm', 2],
      ['Tim Berg', 1],
    ]);
  });

  it('people can be split in a single article', async () => {
    await splitPerson('a holm', ids[2] ?? '', db);
    expect(await said('a holm')).toEqual(['Words two1']);
    const other = (await db.people.toArray())[0];
    expect(await said(other?.id ?? '')).toEqual(['Words three0']);
  });

  it("lists people who are quoted together, with the user's decisions applied", async () => {
    const beside = async (id: string) =>
      (await listCoQuoted(id, 10, db)).map(({ name, sharedArticles }) => [name, sharedArticles]);
    expect(await beside('ada holm')).toEqual([
      ['A. Holm', 1],
      ['Tim Berg', 1],
    ]);
    // Two names of one person: nobody stands beside themselves.
    await mergePeople(['ada holm', 'a holm'], db);
    expect(await beside('ada holm')).toEqual([['Tim Berg', 1]]);
    expect(await beside('tim berg')).toEqual([[(await listPeople('', 10, db)).people[0]?.name, 1]]);
    await deleteArticles([ids[0] ?? ''], db);
    expect(await beside('ada holm')).toEqual([]);
    expect(await beside('nobody')).toEqual([]);
  });

  it('exports all quotes of a person, and none of others', async () => {
    const csv = await exportPerson('ada holm', 'Ada Holm', 'quotesCsv', db);
    expect(csv.name).toMatch(/^Ada Holm quotes \d{4}-\d\d-\d\d\.csv$/);
    const rows = (await csv.file.text()).trim().split('\r\n');
    expect(rows).toHaveLength(1 + 3);
    expect(rows.slice(1).every((row) => /,Ada Holm,|,ADA HOLM,/.test(row))).toBe(true);
    const markdown = await (await exportPerson('ada holm', 'Ada Holm', 'quotesMarkdown', db)).file.text();
    expect(markdown).toMatch(/^# Ada Holm\n\n## /);
    expect(markdown).not.toContain('Tim Berg');
  });

  it('a removed person stays removed from People under all names, and their quotes stay unchanged', async () => {
    await mergePeople(['ada holm', 'a holm'], db);
    const id = (await listPeople('', 10, db)).people[0]?.id ?? '';
    const undo = await markNotPerson(id, db);
    expect(await people()).toEqual([['Tim Berg', 1]]);
    expect(await people('holm')).toEqual([]);
    expect(await getPerson('a holm', db)).toBeNull();
    expect(await listCoQuoted('tim berg', 12, db)).toEqual([]);
    expect(await said('ada holm')).toHaveLength(5);
    await save('four', '2026-04-01', ['A. Holm']);
    expect(await people()).toEqual([['Tim Berg', 1]]);
    await undoPeopleDecision(undo, db);
    expect(await people()).toEqual([
      ['ADA HOLM', 4],
      ['Tim Berg', 1],
    ]);
  });

  it('a removed person is remembered without any quotes, and can be added again', async () => {
    await markNotPerson('tim berg', db);
    await deleteArticles(ids, db);
    await purgeTrash(db, () => true);
    await removeUnusedNames(db);
    await save('later', '2026-05-01', ['Tim Berg', 'Ada Holm']);
    expect(await people()).toEqual([['Ada Holm', 1]]);
    const [removed] = await listNotPeople(db);
    expect(removed?.name).toBe('Tim Berg');
    await markPerson(removed?.id ?? '', db);
    expect(await people()).toEqual([
      ['Ada Holm', 1],
      ['Tim Berg', 1],
    ]);
  });

  it('unnamed sources are not matched across articles, and are found by their words', async () => {
    const quotes = [
      { ...makeQuote('Nobody asked', 'a port spokesman'), unnamed: true },
      makeQuote('I did', 'Ulla Rask', 40),
    ];
    for (const path of ['five', 'six']) {
      await saveArticle(makeSave({ url: `https://paper.example/${path}`, title: path }, { quotes }), db);
    }
    expect(await people('spokesman')).toEqual([]);
    expect(await people('ulla')).toEqual([['Ulla Rask', 2]]);
    expect((await search('speaker:"port spokesman"', {}, db)).total).toBe(2);
  });

  it('a removed person stays removed after a backup or the change log is restored', async () => {
    await save('four', '2026-04-01', ['Ina Holm']);
    await markNotPerson('ina holm', db);
    expect(await people('ina')).toEqual([]);
    // What a file holds of them, as either is read back.
    const read = async (table: 'people' | 'aliases', schema: v.GenericSchema): Promise<object[]> =>
      (await db[table].toArray()).map((row) => v.parse(schema, JSON.parse(JSON.stringify(row))) as object);
    const shelf = new Map([
      ['people', await read('people', PERSON_SCHEMA)],
      ['aliases', await read('aliases', ALIAS_SCHEMA)],
    ]);
    const other = freshLibrary();
    await other.transaction('rw', other.tables, () => restoreSharedTables(other, shelf));
    await saveArticle(makeSave({}, { quotes: [makeQuote('We waited', 'Ina Holm')] }), other);
    expect((await listPeople('', 10, other)).total).toBe(0);
    expect((await listNotPeople(other)).map(({ name }) => name)).toEqual(['Ina Holm']);
  });
});

const WALL = 'We have waited eleven years for this wall, and nobody will wait another winter.';

const said = (day: number, paper: string, text: string) =>
  sampleSaid(
    sampleRow({ id: paper, title: paper }),
    { text, resolvedSpeaker: 'Ada Holm' },
    { index: day, saidAt: Date.UTC(2026, 4, day) },
  );

it('counts a statement once, with its most complete wording and first publication', () => {
  const statements = mergeStatements([
    said(9, 'late', WALL),
    said(3, 'middle', WALL.toUpperCase()),
    said(3, 'middle', 'We have waited eleven years for this wall'),
    said(5, 'ferry', 'The ferry is late because the tide is late.'),
    said(1, 'early', 'We have waited eleven years … nobody will wait'),
  ]);
  expect(
    statements.map(({ mostComplete, repeats, firstPublishedAt }) => ({
      paper: mostComplete.article.id,
      also: repeats.map(({ article }) => article.id),
      day: new Date(firstPublishedAt).getUTCDate(),
    })),
  ).toEqual([
    { paper: 'ferry', also: [], day: 5 },
    { paper: 'middle', also: ['early', 'late'], day: 1 },
  ]);
});
