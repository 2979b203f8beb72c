import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageEntryName, readRows, writeRows } from '../../../utils/transfer/backup-format.ts';
import { readGuardedCell, writeCsvRow } from '../../../utils/transfer/csv-write.ts';
import { detectFormat, readRecords } from '../../../utils/transfer/detect-format.ts';
import { articleCsvRow, articlesCsvHead } from '../../../utils/transfer/export-articles-csv.ts';
import { writeBookmarks } from '../../../utils/transfer/export-bookmarks.ts';
import type { ExportArticle, StoredArticle } from '../../../utils/transfer/export-types.ts';
import type { ImportItem } from '../../../utils/transfer/import-types.ts';
import { prepareExport } from '../../../utils/transfer/prepare-export.ts';
import { cleanNames, plain } from '../../../utils/transfer/web-address.ts';
import { makeExport } from './make-export.ts';
import { allNasty, nastyArticle } from './nasty-articles.ts';
import { NASTY, nastyString } from './nasty-strings.ts';
import { parseCsv } from './read-strictly.ts';

const ARTICLES: readonly ExportArticle[] = [
  makeExport({ url: 'https://paper.example/1', title: '=cmd|"/c calc"!A1, and more', archived: true }),
  makeExport({ url: 'https://paper.example/2?a=1&b=2', title: 'Zwei\nZeilen & <b>', tags: ['a, b', 'c'] }),
  makeExport({
    url: 'https://paper.example/3',
    title: '',
    tags: [],
    lists: [],
    favourite: false,
    byline: null,
  }),
];

async function readBack(text: string): Promise<ImportItem[]> {
  const file = new Blob([text]);
  const items: ImportItem[] = [];
  for await (const record of readRecords(file, await detectFormat(file))) {
    if ('item' in record) items.push(record.item);
  }
  return items;
}

it('the list of articles comes back as it went out', async () => {
  const items = await readBack(articlesCsvHead() + ARTICLES.map(articleCsvRow).join(''));
  expect(items).toHaveLength(ARTICLES.length);
  for (const [i, article] of ARTICLES.entries()) {
    expect(items[i]).toMatchObject({
      url: article.url,
      title: article.title.replace('\n', ' '),
      byline: article.byline,
      siteName: article.siteName,
      publishedAt: article.publishedAt,
      savedAt: article.savedAt,
      archived: article.archived,
      favourite: article.favourite,
      progress: article.progress,
      tags: article.tags,
      lists: article.lists.map((name) => [name]),
      excerpt: article.excerpt,
    });
  }
});

it('bookmarks come back with their tags, dates and folders', async () => {
  const items = await readBack(writeBookmarks(ARTICLES));
  const byUrl = new Map(items.map((item) => [item.url, item]));
  expect(byUrl.size).toBe(ARTICLES.length);
  for (const article of ARTICLES) {
    expect(byUrl.get(article.url ?? '')).toMatchObject({
      title: article.title === '' ? '' : article.title.replace('\n', ' '),
      savedAt: article.savedAt,
      archived: article.archived,
      tags: article.tags.map((tag) => tag.replace(',', '').replace(/\s+/g, ' ')),
      excerpt: article.excerpt,
    });
  }
});

/** Longer addresses the importer takes for something else. */
const LONGEST_ADDRESS = 8192;

/** As an importer reads a line: blanks of all kinds are one. */
const read = (text: string | null): string => plain(text ?? '');

function comesBack(article: ExportArticle, item: ImportItem | undefined, tags: readonly string[]): void {
  const { title, url, savedAt, archived, excerpt } = article;
  expect(item).toMatchObject({
    url,
    title: read(title) === url ? '' : read(title),
    savedAt,
    archived,
    excerpt: read(excerpt) || null,
    tags: cleanNames(tags),
  });
}

/** Holds of an article of each nasty string, and of articles of any. */
async function holdsOfAll(holds: (article: ExportArticle) => Promise<void>): Promise<void> {
  const hasAddress = ({ url }: ExportArticle): boolean => url !== null && url.length <= LONGEST_ADDRESS;
  const prepare = (stored: StoredArticle): ExportArticle =>
    prepareExport({ ...stored, savedAt: Date.UTC(2026, 2, 2) });
  for (const article of allNasty().map(prepare).filter(hasAddress)) await holds(article);
  const any = nastyArticle.map(prepare).filter(hasAddress);
  await fc.assert(fc.asyncProperty(any, holds), { numRuns: 100 });
}

describe('whatever is in it', () => {
  it('the list of articles comes back, without the marks that keep formulas from running', async () => {
    await holdsOfAll(async (article) => {
      const [item, second] = await readBack(articlesCsvHead() + articleCsvRow(article));
      expect(second).toBeUndefined();
      comesBack(article, item, article.tags);
      expect(item?.byline).toBe(read(article.byline) || null);
      expect(item?.siteName).toBe(read(article.siteName) || null);
      expect(item?.publishedAt).toBe(read(article.publishedAt) || null);
      expect(item?.lists).toEqual(cleanNames(article.lists).map((name) => [name]));
    });
  });

  it('bookmarks come back', async () => {
    await holdsOfAll(async (article) => {
      const [item, second] = await readBack(writeBookmarks([article]));
      expect(second).toBeUndefined();
      comesBack(
        { ...article, title: article.title || article.url || '' },
        item,
        article.tags.map((tag) => tag.replaceAll(',', ' ')),
      );
    });
  });

  it('a cell of a table comes back as it was', () => {
    const cell = (text: string): void => {
      const [[first, second] = []] = parseCsv(writeCsvRow([text, text]));
      expect([readGuardedCell(first ?? ''), readGuardedCell(second ?? '')]).toEqual([text, text]);
    };
    for (const text of NASTY) cell(text);
    fc.assert(fc.property(nastyString, cell), { numRuns: 1000 });
  });

  it('a row of a backup comes back as it was, halves of pairs too', () => {
    const row = (text: string): void => {
      const rows = [{ id: text, nested: { [text]: [text] } }];
      expect(readRows(new TextEncoder().encode(writeRows(rows)))).toEqual(rows);
      expect(imageEntryName(text)).toMatch(/^images\/[^./\\]{0,220}$/);
    };
    for (const text of NASTY) row(text);
    fc.assert(fc.property(nastyString, row), { numRuns: 300 });
  });
});
