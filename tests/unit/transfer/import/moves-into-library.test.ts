import { describe, expect, it } from 'vitest';
import type { DigestedText, ImportedText } from '../../../../utils/library/imports/digest-import.ts';
import { startImport } from '../../../../utils/library/imports/import-jobs.ts';
import { runImports } from '../../../../utils/library/imports/run-imports.ts';
import { surveyImport } from '../../../../utils/library/imports/survey-import.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { detectFormat } from '../../../../utils/transfer/import/detect-format.ts';
import { freshLibrary } from '../../library/fresh-library.ts';
import { writeZip } from '../write-zip.ts';
import { INVENTED_MOVES } from './invented-moves.ts';
import { titleOf } from './invented-parts.ts';

/** Stands for the DOM: the text is the HTML without its tags. */
async function digest({ html }: ImportedText): Promise<DigestedText> {
  const text = html.replaceAll('</p><p>', '\n\n').replace(/<[^>]+>/g, '');
  return { html, text, images: [], wordCount: text.split(/\s+/).length, quotes: [], voices: [] };
}

async function bringIn(db: LibraryDb, file: Blob): Promise<string> {
  const options = { fetchTexts: false, takeSettings: false };
  const format = await detectFormat(file);
  const id = await startImport({ file, fileName: 'export', format, total: null, options }, db);
  await runImports({ digest, cleanHtml: async () => '', takeSettings: async () => undefined, db });
  return id;
}

const COUNT = 120;

describe.each(
  INVENTED_MOVES.filter(({ name }) => /^(?:Chrome Bookmarks|Linkwarden JSON|Readeck zip)$/.test(name)),
)('a move from $name', ({ file }) => {
  it('brings every article once, as the survey said, and a second time nothing new', async () => {
    const db = freshLibrary();
    const made = await file(COUNT);
    const before = await surveyImport(made, () => undefined, undefined, db);
    expect(before).toMatchObject({ total: COUNT, fresh: COUNT, here: 0, twice: 0, failed: 0 });
    const first = await bringIn(db, made);
    expect(await db.imports.get(first)).toMatchObject({ state: 'done', added: COUNT, folded: 0, failed: 0 });
    const second = await bringIn(db, await file(COUNT));
    expect(await db.imports.get(second)).toMatchObject({ state: 'done', added: 0, folded: COUNT, failed: 0 });
    expect(await db.articles.count()).toBe(COUNT);
    const titles = (await db.articles.toArray()).map(({ title }) => title);
    expect(titles.sort()).toEqual(Array.from({ length: COUNT }, (_, i) => titleOf(i)).sort());
    const lists = await db.lists.toArray();
    expect(lists).toHaveLength(before.lists);
    expect(new Set(lists.map(({ name, parentId }) => `${parentId}/${name}`)).size).toBe(lists.length);
  });
});

it('what an article was in Readeck, it is here: text, highlights, the archive, favourites, progress', async () => {
  const db = freshLibrary();
  const annotation = { text: 'The water comes', note: 'Mine', color: 'red', created: '2024-02-02T10:00:00Z' };
  const info = {
    UID: 'u1',
    URL: 'https://paper.example/1',
    Title: 'Tide tables',
    Created: '2024-02-01T10:00:00Z',
    Labels: ['tide'],
    IsArchived: true,
    IsMarked: true,
    ReadProgress: 40,
    Files: { article: { name: 'index.html' } },
    Annotations: [annotation],
  };
  await bringIn(
    db,
    await writeZip([
      ['bookmarks/u1/info.json', JSON.stringify(info)],
      ['bookmarks/u1/container/index.html', '<p>The water comes.</p><p>It goes.</p>'],
    ]),
  );
  const [article] = await db.articles.toArray();
  expect(article).toMatchObject({
    title: 'Tide tables',
    hasText: true,
    favourite: true,
    progress: 0.4,
    savedAt: Date.UTC(2024, 1, 1, 10),
    highlightCount: 1,
    noteCount: 1,
  });
  expect(article?.archivedAt).not.toBeNull();
  expect(await db.highlights.toArray()).toMatchObject([
    { text: 'The water comes', note: 'Mine', colour: 'red', start: 0, createdAt: Date.UTC(2024, 1, 2, 10) },
  ]);
});

it('a note whose day the file does not say is as old as its article, not of today', async () => {
  const db = freshLibrary();
  const post = {
    href: 'https://paper.example/1',
    description: 'Tide tables',
    extended: 'Mine',
    time: '2014-02-01T10:00:00Z',
    toread: 'no',
    tags: '',
  };
  await bringIn(db, new Blob([JSON.stringify([post])]));
  const [note] = await db.highlights.toArray();
  expect(note).toMatchObject({ note: 'Mine', createdAt: Date.UTC(2014, 1, 1, 10) });
});
