import { describe, expect, it } from 'vitest';
import { deleteArticles } from '../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../utils/library/articles/save-article.ts';
import {
  cancelImport,
  dismissImport,
  importFailures,
  listImports,
  resumeImport,
} from '../../../utils/library/imports/import-jobs.ts';
import { readLatestStates } from '../../../utils/library/imports/latest-states.ts';
import { previewImport } from '../../../utils/library/imports/preview-import.ts';
import { runImports } from '../../../utils/library/imports/run-imports.ts';
import { claimTextJob, completeTextJob, failTextJob } from '../../../utils/library/jobs/text-jobs.ts';
import { createList, listTree } from '../../../utils/library/lists/lists.ts';
import type { LibraryDb } from '../../../utils/library/schema/library-db.ts';
import type { RecordStream } from '../../../utils/transfer/import/import-types.ts';
import { makeRecord } from '../../../utils/transfer/import/make-record.ts';
import { itLong } from '../../long.ts';
import { search } from '../library/find-articles.ts';
import { fillDiskAt, freshDisk, freshLibrary } from '../library/fresh-library.ts';
import { beginImport, closingAt, digestPlainly, importFile, importTools } from '../library/import-file.ts';
import { makeSave } from '../library/make-article.ts';
import { addressOf, INVENTED, pocketRows } from './invented-exports.ts';
import { writeZip } from './write-zip.ts';

const tools = (db: LibraryDb) => importTools(db, { processText: digestPlainly });
const begin = (db: LibraryDb, file: Blob, fetchTexts = false) => beginImport(db, file, { fetchTexts });

const THREE = INVENTED.filter(({ name }) => /^(?:Pocket zip|Omnivore zip|Readwise highlights)$/.test(name));
describe.each(THREE)('an import from $name', ({ format, file }) => {
  it('adds every article once, and nothing when the file is imported again', async () => {
    const db = freshLibrary();
    const made = await file(110);
    const done = { state: 'done', position: 110, added: 110, merged: 0, failed: 0 };
    expect(await importFile(db, made, { processText: digestPlainly })).toMatchObject(done);
    expect(await db.importFiles.count()).toBe(0);
    expect(await db.articles.count()).toBe(110);
    const row = await db.articles.where('identity').equals(addressOf(7).slice('https://'.length)).first();
    expect(row).toMatchObject({ title: 'Story 7, "quoted" – with a comma & <signs>', savedFrom: 'import' });
    const withText = format === 'wallabag' || format === 'omnivore';
    expect(row?.hasText).toBe(withText);
    if (format !== 'readwiseHighlights') expect(row?.tags).toEqual(['sea', 'weather']);
    else expect(await db.highlights.count()).toBe(110);
    expect((await search('story quoted', {}, db)).total).toBe(110);
    if (withText) expect((await search('pilot', {}, db)).total).toBe(110);
    expect(await importFile(db, made)).toMatchObject({ state: 'done', added: 0, merged: 110 });
    expect(await db.articles.count()).toBe(110);
    expect(await db.versions.count()).toBe(0);
  });
});

describe('an import', () => {
  it('continues where it stopped when the browser was closed', async () => {
    const db = freshLibrary();
    const id = await begin(db, new Blob([pocketRows(0, 400)]));
    // The window is closed at the third batch.
    await runImports(tools(closingAt(db, 3)));
    expect(await db.articles.count()).toBe(300);
    await db.imports.update(id, { state: 'running' });
    await runImports(tools(db));
    expect(await db.imports.get(id)).toMatchObject({ state: 'done', added: 400, merged: 0 });
    expect(await db.articles.count()).toBe(400);
  });

  it('into an empty library takes an article that was saved meanwhile for the same', async () => {
    const db = freshLibrary();
    const id = await begin(db, new Blob([pocketRows(0, 900)]));
    await runImports(tools(closingAt(db, 2)));
    expect(await db.articles.count()).toBe(150);
    const url = addressOf(899);
    const { articleId } = await saveArticle(makeSave({ url, canonicalUrl: url }), db);
    await db.imports.update(id, { state: 'running' });
    await runImports(tools(db));
    expect(await db.imports.toArray()).toMatchObject([{ state: 'done', added: 899, merged: 1 }]);
    expect((await db.articles.get(articleId))?.tags).toEqual(['sea', 'weather']);
    expect(await db.articles.count()).toBe(900);
    const counts = (await db.counts.toArray()).map(({ view, count }) => [view, count]);
    expect(Object.fromEntries(counts)).toMatchObject({ all: 900, 'tag:sea': 900, links: 899 });
  });

  it('is previewed by requests that each read a slice of the library, which other queries wait for', async () => {
    const db = freshLibrary();
    const sizes: number[] = [];
    db.use({
      stack: 'dbcore',
      name: 'sizes',
      create: (core) => ({
        ...core,
        table: (name) => {
          const table = core.table(name);
          // Dexie tracks its transactions by its own promises.
          const query: typeof table.query = (request) =>
            table.query(request).then((answer) => {
              sizes.push(answer.result.length);
              return answer;
            });
          return { ...table, query };
        },
      }),
    });
    const file = new Blob([pocketRows(0, 510)]);
    await importFile(db, file);
    sizes.length = 0;
    const survey = await previewImport(file, () => undefined, db);
    expect(survey).toMatchObject({ fresh: 0, existing: 510 });
    expect(Math.max(...sizes)).toBe(500);
  });

  it('writes no article that the same file has imported before', async () => {
    const db = freshLibrary();
    const file = new Blob([pocketRows(0, 40)]);
    await importFile(db, file);
    await db.articles.toCollection().modify({ updatedAt: 1 });
    expect(await importFile(db, file)).toMatchObject({ state: 'done', added: 0, merged: 40 });
    expect((await db.articles.toArray()).filter(({ updatedAt }) => updatedAt !== 1)).toEqual([]);
  });

  itLong(
    'that finds the disk full, at whichever write, says so, and goes on from there when there is room',
    async () => {
      const rows = 'URL,Title,Selection,Folder,Timestamp,Tags\n';
      const lines = [0, 1].map((i) => `${addressOf(i)},Story ${i},The sea,Harbours,1,"[""sea""]"\n`);
      const file = new Blob([rows, ...lines, 'no address,Bad,,Unread,1,\n']);
      for (let n = 0; ; n += 1) {
        const disk = freshDisk();
        const sound = disk.open();
        const id = await begin(sound, file, true);
        const sick = disk.open();
        const full = fillDiskAt(sick, n);
        await runImports(tools(sick));
        sick.close();
        if (full.writes() <= n) break;
        expect(await sound.imports.get(id), `write ${n}`).toMatchObject({
          state: 'failed',
          error: 'diskFull',
        });
        expect(await sound.contents.count()).toBe(
          await sound.articles.filter(({ hasText }) => hasText).count(),
        );
        await resumeImport(id, sound);
        await runImports(tools(sound));
        const whole = { state: 'fetching', added: 2, merged: 0, failed: 1, position: 3 };
        expect(await sound.imports.get(id), `write ${n}`).toMatchObject(whole);
        expect(await sound.importFailures.count()).toBe(1);
        expect(await sound.lists.count()).toBe(1);
        expect(await sound.textJobs.count()).toBe(2);
      }
    },
  );

  it('makes nested lists of folders, and uses existing lists', async () => {
    const db = freshLibrary();
    const sea = await createList('Sea', null, db);
    const link = (i: number): string => `<DT><A HREF="${addressOf(i)}">Story ${i}</A>`;
    const file = new Blob([
      `<!DOCTYPE NETSCAPE-Bookmark-file-1><H1>B</H1><DL><DT><H3>Sea</H3><DL>${link(0)}<DT><H3>Ports</H3><DL>${link(1)}</DL></DL><DT><H3>Ports</H3><DL>${link(2)}</DL></DL>`,
    ]);
    expect((await previewImport(file, () => undefined, db)).lists).toBe(2);
    await importFile(db, file);
    await importFile(db, file);
    const tree = (await listTree(db)).map(({ list, depth, count }) => [list.name, depth, count]);
    expect(tree).toEqual([
      ['Sea', 0, 1],
      ['Ports', 1, 1],
      ['Ports', 0, 1],
    ]);
    expect((await db.lists.toArray()).map(({ id }) => id)).toContain(sea.id);
  });

  it('can be cancelled and dismissed', async () => {
    const db = freshLibrary();
    const id = await begin(db, new Blob([pocketRows(0, 250)]), true);
    await cancelImport(id, db);
    await runImports(tools(db));
    expect(await db.articles.count()).toBe(0);
    expect((await listImports(db))[0]).toMatchObject({
      state: 'cancelled',
      canResume: true,
      textsWaiting: 0,
    });
    await dismissImport(id, db);
    expect(await listImports(db)).toEqual([]);
  });

  it('lists each skipped row with its line and the reason', async () => {
    const db = freshLibrary();
    const rows = `${pocketRows(0, 2)}Bad,javascript:alert(1),1,,unread\n,,1,,unread\n`;
    const { id, added, failed } = await importFile(db, new Blob([rows]));
    expect([added, failed]).toEqual([2, 2]);
    expect(await importFailures(id, 10, db)).toMatchObject([
      { at: '4', title: 'Bad', why: 'notWeb' },
      { at: '5', why: 'noAddress' },
    ]);
  });

  it('merges rows of one address, and keeps the text and title of the saved article', async () => {
    const db = freshLibrary();
    await saveArticle(
      makeSave({ url: addressOf(0), title: 'Mine', text: 'My text.' }, { tags: ['mine'] }),
      db,
    );
    const json = JSON.stringify([
      {
        is_archived: 0,
        url: `${addressOf(0)}?utm_source=x`,
        title: 'Theirs',
        content: '<p>Their text.</p>',
        tags: ['theirs'],
      },
      { url: addressOf(1), title: 'One', content: '<p>First.</p>' },
      { url: `${addressOf(1)}#part`, title: 'One again', content: '<p>Second.</p>' },
    ]);
    await importFile(db, new Blob([json]), { processText: digestPlainly });
    expect(await db.articles.count()).toBe(2);
    const mine = await db.articles.where('identity').equals(addressOf(0).slice('https://'.length)).first();
    expect(mine).toMatchObject({ title: 'Mine', tags: ['mine', 'theirs'] });
    expect((await db.contents.get(mine?.id ?? ''))?.text).toBe('My text.');
    expect(await db.versions.count()).toBe(0);
  });
});

it('dates a note without a date like its article', async () => {
  const db = freshLibrary();
  const post = {
    href: 'https://paper.example/1',
    description: 'Tide tables',
    extended: 'Mine',
    time: '2014-02-01T10:00:00Z',
    toread: 'no',
    tags: '',
  };
  await importFile(db, new Blob([JSON.stringify([post])]));
  const [note] = await db.highlights.toArray();
  expect(note).toMatchObject({ note: 'Mine', createdAt: Date.UTC(2014, 1, 1, 10) });
});

/** What a survey said would happen, beside what did. */
async function importAsSurveyed(db: LibraryDb, file: Blob) {
  const survey = await previewImport(file, () => undefined, db);
  const { id, added, merged, duplicates, failed, highlights } = await importFile(db, file);
  expect({ added, merged, duplicates, failed, highlights }).toEqual({
    added: survey.fresh,
    merged: survey.existing,
    duplicates: survey.duplicates,
    failed: survey.failed,
    highlights: survey.highlights,
  });
  const listed = await importFailures(id, 99, db);
  expect(listed.map(({ title, why }) => ({ title, why }))).toEqual(
    survey.failures.map(({ title, why }) => ({ title, why })),
  );
  return survey;
}

describe('an article that a file has twice', () => {
  it('takes the state of the latest record, by date or else by position, and is counted once', async () => {
    const db = freshLibrary();
    const row = (i: number, time: string, status: string): string =>
      `Story ${i},${addressOf(i)},${time},t${status},${status}\n`;
    const file = new Blob([
      'title,url,time_added,tags,status\n',
      row(0, '1700000900', 'archive'),
      row(0, '1700000100', 'unread'),
      row(1, '', 'unread'),
      row(1, '', 'archive'),
      row(2, '1700000100', 'archive'),
      row(2, '1700000100', 'unread'),
    ]);
    expect(await importAsSurveyed(db, file)).toMatchObject({ fresh: 3, existing: 0, duplicates: 3 });
    const rows = await db.articles.orderBy('identity').toArray();
    expect(rows.map(({ archivedAt, tags }) => [archivedAt !== null, tags.sort()])).toEqual([
      [true, ['tarchive', 'tunread']],
      [true, ['tarchive', 'tunread']],
      [false, ['tarchive', 'tunread']],
    ]);
    expect(rows[0]?.savedAt).toBe(1_700_000_900_000);
    expect(await importAsSurveyed(db, file)).toMatchObject({ fresh: 0, existing: 3, duplicates: 3 });
  });

  it('keeps the notes of both records', async () => {
    const db = freshLibrary();
    const rows = ['Mine', 'Mine too', 'Mine'].map((note) => `${addressOf(0)},One,${note}\n`);
    await importAsSurveyed(db, new Blob(['url,title,note\n', ...rows.slice(0, 2)]));
    await importFile(db, new Blob(['url,title,note\n', ...rows]));
    expect((await db.highlights.toArray()).map(({ note }) => note).sort()).toEqual(['Mine', 'Mine too']);
    expect((await db.articles.toArray()).map(({ noteCount }) => noteCount)).toEqual([2]);
  });

  it('keeps the state of one record when the other has no date', async () => {
    const db = freshLibrary();
    const reader = (i: number, place: string): string =>
      `Story ${i},${addressOf(i)},${i},[],2024-02-01 10:00:00+00:00,0.6,${place},True\n`;
    const zip = await writeZip([
      [
        'a-reader.csv',
        `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n${reader(0, 'archive')}${reader(1, 'later')}`,
      ],
      // A list of addresses knows of nothing but them.
      ['b-links.txt', `${addressOf(0)}\n${addressOf(1)}\n`],
    ]);
    await importAsSurveyed(db, zip);
    const rows = await db.articles.orderBy('identity').toArray();
    expect(rows.map(({ archivedAt, progress }) => [archivedAt !== null, progress])).toEqual([
      [true, 0.6],
      [false, 0.6],
    ]);
  });

  it('is a favourite if any record says so, and has the greatest progress of all records', async () => {
    const plain = { title: 'T', savedAt: null, archived: false, favourite: false, progress: 0 };
    const early = { ...plain, savedAt: 800_000_000_000, archived: true, favourite: true, progress: 0.4 };
    const late = { ...plain, savedAt: 900_000_000_000, progress: 0.2 };
    const latest = async (...states: readonly (typeof early | typeof plain)[]) => {
      async function* records(): RecordStream {
        for (const state of states) yield makeRecord('1', addressOf(0), state);
      }
      return [...(await readLatestStates(records())).values()];
    };
    const both = [{ ...late, favourite: true, progress: 0.4 }];
    expect([await latest(early, late), await latest(late, early)]).toEqual([both, both]);
    expect([await latest(early, plain), await latest(plain, early)]).toEqual([[early], [early]]);
    // Nobody knows: the second says it.
    expect((await latest({ ...plain, archived: true }, plain))[0]?.archived).toBe(false);
  });
});

it('does not count highlights from other files of an archive as duplicates', async () => {
  const db = freshLibrary();
  const zip = await writeZip([
    ['part_000000.csv', pocketRows(0, 3)],
    [
      'annotations/part_000000.json',
      JSON.stringify([
        { url: addressOf(1), title: 'x', highlights: [{ quote: 'We stayed', created_at: 1_700_000_000 }] },
        { url: addressOf(9), title: 'Nine', highlights: [{ quote: 'All night', created_at: 1_700_000_000 }] },
      ]),
    ],
  ]);
  expect(await importAsSurveyed(db, zip)).toMatchObject({
    fresh: 4,
    existing: 0,
    duplicates: 0,
    highlights: 2,
  });
  expect(await importAsSurveyed(freshLibrary(), zip)).toMatchObject({ fresh: 4 });
});

describe('Readwise’s highlights, which have no addresses,', () => {
  const HEAD =
    'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n';
  const file = new Blob([
    HEAD,
    '"We stayed, all night","The Pilot Stayed: a Story",Ina Holm,,"remember, this",blue,,location,12,2024-02-01 10:00:00+00:00,sea\n',
    'The tide came late,"The Pilot Stayed: a Story",Ina Holm,,,yellow,,location,14,2024-02-01 10:01:00+00:00,sea\n',
    'Nobody knows it,A Book of Tides,Ole Brand,,,,,page,3,2024-02-02 10:00:00+00:00,\n',
    'Salt,Salt,Ina Holm,,,,,page,3,2024-02-02 10:00:00+00:00,\n',
    'Salt too,Salt,Ole Brand,,,,,page,3,2024-02-02 10:00:00+00:00,\n',
  ]);

  it('are added to the article of that title and author, or listed as failures', async () => {
    const db = freshLibrary();
    const text = 'We stayed, all night, said the pilot. The tide came late.';
    await saveArticle(makeSave({ url: addressOf(1), title: 'The Pilot Stayed – A Story', text }), db);
    await saveArticle(
      makeSave({ url: addressOf(2), title: 'Salt', byline: 'By Ina Holm', text: 'Salt.' }),
      db,
    );
    const survey = await importAsSurveyed(db, file);
    expect(survey).toMatchObject({
      format: 'readwiseHighlights',
      fresh: 0,
      existing: 2,
      highlights: 3,
      failed: 2,
    });
    expect(survey.failures).toMatchObject([
      { title: 'A Book of Tides · Ole Brand', why: 'noMatch' },
      { title: 'Salt · Ole Brand', why: 'noMatch' },
    ]);
    const marks = await db.highlights.toArray();
    expect(marks.map((row) => [row.text, row.note, row.colour, row.start !== null]).sort()).toEqual([
      ['Salt', '', 'yellow', true],
      ['The tide came late', '', 'yellow', true],
      ['We stayed, all night', 'remember, this', 'blue', true],
    ]);
    const saved = (await db.articles.toArray()).find(({ title }) => title.startsWith('The Pilot'));
    expect(saved).toMatchObject({ tags: ['sea'], highlightCount: 2, noteCount: 1 });
    expect((await search('remember', {}, db)).total).toBe(1);
  });

  it('are added to articles of the same archive', async () => {
    const db = freshLibrary();
    const reader =
      'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n' +
      `The Pilot Stayed: a Story,${addressOf(1)},1,['sea'],2024-02-01 10:00:00+00:00,0.4,new,True\n` +
      `From a feed,${addressOf(2)},2,[],2024-02-01 10:00:00+00:00,0,feed,False\n`;
    const zip = await writeZip([
      ['highlights.csv', file],
      ['reader.csv', reader],
    ]);
    const survey = await importAsSurveyed(db, zip);
    expect(survey).toMatchObject({ format: 'mixed', fresh: 1, highlights: 2, failed: 4 });
    expect(survey.failures[0]).toMatchObject({ url: addressOf(2), why: 'notSaved' });
  });

  /** Highlights of a book of this title. */
  const marks = (title: string, count: number, from = 0): string =>
    Array.from({ length: count }, (_, i) => `Passage ${from + i},"${title}",,,,,,,,,\n`).join('');

  it('are matched by the title in the library, not in the file', async () => {
    const db = freshLibrary();
    const title = 'The pilot stayed all night';
    await saveArticle(makeSave({ url: addressOf(0), title, text: 'We stayed.' }), db);
    await saveArticle(makeSave({ url: addressOf(1), title: 'The quay is to be closed', text: 'It is.' }), db);
    const zip = await writeZip([
      ['a.csv', `url,title\n${addressOf(0)},${title}\n${addressOf(1)},A title of theirs alone\n`],
      ['b.csv', HEAD + marks(title, 1) + marks('A title of theirs alone', 1)],
    ]);
    const survey = await importAsSurveyed(db, zip);
    expect(survey).toMatchObject({ fresh: 0, existing: 2, highlights: 1, failed: 1 });
    expect(survey.failures).toMatchObject([{ title: 'A title of theirs alone', why: 'noMatch' }]);
  });

  itLong('count an article once when the import was interrupted', async () => {
    const db = freshLibrary();
    const pilot = 'The pilot stayed all night';
    await saveArticle(makeSave({ url: addressOf(900), title: pilot, text: 'Text.' }), db);
    const story = 'Story 7, quoted – with a comma & <signs>';
    const zip = await writeZip([
      ['a.csv', pocketRows(0, 149)],
      ['b.csv', HEAD + marks(pilot, 1) + marks(story, 1) + marks(pilot, 1, 1)],
    ]);
    const id = await begin(db, zip);
    await runImports(tools(closingAt(db, 2)));
    expect(await db.imports.get(id)).toMatchObject({ state: 'failed', position: 150, merged: 1 });
    await db.imports.update(id, { state: 'running' });
    await runImports(tools(db));
    expect(await db.imports.get(id)).toMatchObject({ state: 'done', added: 149, merged: 1, highlights: 3 });
  });
});

describe('missing texts', () => {
  it('are fetched only on request, one at a time per site, and then the import is done', async () => {
    const db = freshLibrary();
    await importFile(db, new Blob([pocketRows(0, 3)]));
    expect(await claimTextJob(new Set(), Date.now(), db)).toBe(null);

    const id = await begin(db, new Blob([pocketRows(0, 3)]), true);
    await runImports(tools(db));
    expect(await db.imports.get(id)).toMatchObject({ state: 'fetching' });
    const first = await claimTextJob(new Set(), Date.now(), db);
    const other = await claimTextJob(new Set([first?.host ?? '']), Date.now(), db);
    expect(other?.host).not.toBe(first?.host);
    if (first === null || other === null) throw new Error('nothing to do');
    const page = makeSave({ url: `${first.url}/moved`, title: 'As the page says', text: 'The whole text.' });
    await completeTextJob(first, { article: page.article, images: [], quotes: [] }, db);
    const row = await db.articles.get(first.articleId);
    expect(row).toMatchObject({
      hasText: true,
      title: 'As the page says',
      versionCount: 0,
      tags: ['sea', 'weather'],
    });
    expect(await db.articles.count()).toBe(3);
    expect((await search('whole text', {}, db)).total).toBe(1);

    expect(await failTextJob(other, 'unreachable', true, null, db)).toBeGreaterThan(Date.now() + 50_000);
    expect(await failTextJob(other, 'gone', false, null, db)).toBe(null);
    const last = await claimTextJob(new Set(), Date.now(), db);
    if (last === null) throw new Error('nothing to do');
    await failTextJob({ ...last, attempts: 4 }, 'unreachable', true, null, db);
    expect(await db.imports.get(id)).toMatchObject({ state: 'done', textsFetched: 1, textsFailed: 2 });
    expect((await importFailures(id, 9, db)).map(({ why }) => why)).toEqual(['gone', 'unreachable']);
  });
});

it('counts deleted articles as new, and those that are kept beside a deleted one as here', async () => {
  const db = freshLibrary();
  const url = (name: string): string => `https://paper.example/${name}`;
  const save = async (name: string, title: string, text: string): Promise<string> =>
    (await saveArticle(makeSave({ url: url(name), title, text }), db)).articleId;
  await save('kept', 'Ice holds the strait', 'The strait is frozen over from shore to shore.');
  const deleted = await save('deleted', 'Ebb', 'The water went out and did not come back.');
  const first = await save('beside', 'A lighthouse is sold', 'The lamp was sold to a collector up north.');
  const second = await save('beside', 'Herring returns', 'Fishermen hauled their first nets since spring.');
  expect(second).not.toBe(first);
  await deleteArticles([deleted, first], db);
  const rows = ['kept', 'deleted', 'beside', 'fresh'].map((name) => `${url(name)},${name}\n`);
  const survey = await importAsSurveyed(db, new Blob(['url,title\n', ...rows]));
  expect(survey).toMatchObject({ total: 4, fresh: 2, existing: 2, duplicates: 0 });
});
