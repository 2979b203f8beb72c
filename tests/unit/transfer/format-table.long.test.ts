// @vitest-environment jsdom
/** What comes in from each file that other products write, and what goes out in each format: counted, in `docs/formats.md`. */
import { Blob as NodeBlob } from 'node:buffer';
import { expect, it, vi } from 'vitest';
import { OMITTED_PARTS } from '../../../components/transfer/ExportForm.tsx';
import { setArchived, setFavourite } from '../../../utils/library/articles/change-articles.ts';
import { saveArticle } from '../../../utils/library/articles/save-article.ts';
import type { ExportFormat } from '../../../utils/library/backup/export-formats.ts';
import { writeExport } from '../../../utils/library/backup/write-export.ts';
import { previewImport } from '../../../utils/library/imports/preview-import.ts';
import { createList } from '../../../utils/library/lists/lists.ts';
import type { LibraryDb } from '../../../utils/library/schema/library-db.ts';
import { ZipArchive } from '../../../utils/transfer/zip/zip-reader.ts';
import type { FilePart } from '../../../utils/transfer/zip/zip-writer.ts';
import { freshLibrary } from '../library/fresh-library.ts';
import { digestPlainly, importFile } from '../library/import-file.ts';
import { makeQuote, makeSave } from '../library/make-article.ts';
import { COUNT, countParts } from './count-parts.ts';
import { describeDeclaredFields } from './declared-fields.ts';
import { INVENTED } from './invented-exports.ts';
import { parseCsv } from './read-strictly.ts';

// jsdom's blobs have no streams.
vi.stubGlobal('Blob', NodeBlob);

async function bringIn(file: Blob): Promise<LibraryDb> {
  const db = freshLibrary();
  const survey = await previewImport(file, () => undefined, db);
  // What is said before is what is done.
  expect(await importFile(db, file, { processText: digestPlainly })).toMatchObject({
    state: 'done',
    added: survey.fresh,
    highlights: survey.highlights,
    failed: survey.failed,
  });
  return db;
}

const countLibrary = async (db: LibraryDb): Promise<number[]> =>
  countParts(await db.articles.toArray(), await db.highlights.count());

const HEAD = ['articles', 'texts', 'with tags', 'in lists', 'archived', 'favourites', 'highlights and notes'];
const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [line(head), line(head.map((_, at) => (at < 2 ? '---' : '---:'))), ...rows.map(line)].join('\n');

/** A third each has text, tag, list and so on, so that none of them stands for another. */
async function fillLibrary(): Promise<LibraryDb> {
  const db = freshLibrary();
  const list = await createList('Harbours', null, db);
  for (let i = 0; i < COUNT; i += 1) {
    const text = `The quay ${i} was closed.\n\n“We stayed at quay ${i},” the pilot said.`;
    const { articleId } = await saveArticle(
      makeSave(
        {
          url: `https://paper.example/quay-${i}`,
          title: `Quay ${i} is closed`,
          text,
          html: `<p>The quay ${i} was closed.</p><p>“We stayed at quay ${i},” the pilot said.</p>`,
        },
        {
          quotes: [makeQuote(`We stayed at quay ${i},`, 'Ina Holm', text.indexOf('We'))],
          tags: i % 2 === 0 ? ['sea'] : [],
          ...(i % 3 === 0 ? { userState: { listIds: [list.id] } } : {}),
        },
      ),
      db,
    );
    if (i % 5 === 0) await setArchived([articleId], true, db);
    if (i % 6 === 0) await setFavourite([articleId], true, db);
    if (i % 10 === 0) {
      await db.highlights.put({
        id: `h${i}`,
        articleId,
        text: 'was closed',
        prefix: '',
        suffix: '',
        start: null,
        end: null,
        note: 'why?',
        colour: 'green',
        createdAt: 1,
        updatedAt: 1,
      });
    }
  }
  return db;
}

async function takeOut(db: LibraryDb, format: ExportFormat): Promise<Blob> {
  const parts: FilePart[] = [];
  await writeExport({ format, scope: { view: 'all' }, name: 'All' }, (part) => void parts.push(part), db);
  return new Blob(parts);
}

/** Formats that Offprint brings in itself; the others are counted by a reader of their own. */
const BROUGHT_BACK: readonly ExportFormat[] = [
  'articlesCsv',
  'bookmarks',
  'wallabag',
  'karakeep',
  'markdown',
];
const countEntries = async (file: Blob, name: RegExp): Promise<number> =>
  (await ZipArchive.open(file)).entries.filter((entry) => name.test(entry.name)).length;
const COUNTED: Partial<Record<ExportFormat, (file: Blob) => Promise<number>>> = {
  html: async (file) => countEntries(file, /\.html$/),
  epub: async (file) => countEntries(file, /article-\d+\.xhtml$/),
  bibtex: async (file) => (await file.text()).match(/^@/gm)?.length ?? 0,
  ris: async (file) => (await file.text()).match(/^TY {2}- /gm)?.length ?? 0,
  csl: async (file) => JSON.parse(await file.text()).length,
  quotesCsv: async (file) => parseCsv(await file.text()).length - 1,
  quotesMarkdown: async (file) => (await file.text()).match(/^## /gm)?.length ?? 0,
};

it('brings in and takes out what it says', async () => {
  const incoming: (string | number)[][] = [];
  for (const { name, format, file } of INVENTED) {
    const counts = await countLibrary(await bringIn(await file(COUNT)));
    expect([name, counts[0]]).toEqual([name, COUNT]);
    incoming.push([name, format, COUNT, ...counts]);
  }
  const db = await fillLibrary();
  const outgoing: (string | number)[][] = [['(the library)', '', ...(await countLibrary(db))]];
  for (const format of BROUGHT_BACK) {
    const counts = await countLibrary(await bringIn(await takeOut(db, format)));
    outgoing.push([format, 'brought in again', ...counts]);
    const [, texts, tags, lists, archived, , highlights] = counts;
    const found = Object.entries({ texts, tags, lists, state: archived, highlights });
    // What the form says to be missing is missing, and nothing else.
    const stated = (OMITTED_PARTS as Record<string, readonly string[]>)[format]?.filter((part) =>
      found.some(([name]) => name === part),
    );
    expect([format, found.filter(([, count]) => count === 0).map(([name]) => name)]).toEqual([
      format,
      stated,
    ]);
  }
  for (const [format, count] of Object.entries(COUNTED)) {
    const amount = await count(await takeOut(db, format as ExportFormat));
    outgoing.push([format, 'counted', amount, ...HEAD.slice(1).map(() => '')]);
  }
  const text = `# Formats, counted

Written by \`tests/unit/transfer/format-table.long.test.ts\`, which fails where a number changes (\`vitest -u\` writes it anew).

## Bring in

Files of ${COUNT} articles, as each product writes them, brought into an empty library. A column without a number has
nothing in that file.

${table(
  ['file', 'taken for', 'in the file', ...HEAD],
  incoming.map((row) => row.map((cell) => (cell === 0 ? '' : cell))),
)}

## Take out

A library of ${COUNT} articles in each format, read back: by Offprint's own import, or by counting what is in the file.

${table(['format', 'read back', ...HEAD], outgoing)}

${describeDeclaredFields()}`;
  await expect(text).toMatchFileSnapshot('../../../docs/formats.md');
});
