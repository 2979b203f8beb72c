import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADDRESS_LIMIT, LINE_LIMITS } from '../../../utils/text/limits.ts';
import { imageEntryName, parseJsonLines, toJsonLines } from '../../../utils/transfer/backup-format.ts';
import { encodeForExcel, unguardCell, writeCsvRow } from '../../../utils/transfer/export/csv-write.ts';
import { articleCsvRow, articlesCsvHeader } from '../../../utils/transfer/export/export-articles-csv.ts';
import { writeBookmarks } from '../../../utils/transfer/export/export-bookmarks.ts';
import type { ExportArticle, StoredArticle } from '../../../utils/transfer/export/export-types.ts';
import { prepareExport } from '../../../utils/transfer/export/prepare-export.ts';
import { detectFormat, readRecords } from '../../../utils/transfer/import/detect-format.ts';
import type { ImportItem } from '../../../utils/transfer/import/import-types.ts';
import { makeRecord } from '../../../utils/transfer/import/make-record.ts';
import { toPlainText } from '../../../utils/transfer/web-address.ts';
import { LONG } from '../../long.ts';
import { makeExport } from './make-export.ts';
import { allNasty, nastyArticle } from './nasty-articles.ts';
import { NASTY, nastyString } from './nasty-strings.ts';
import { parseCsv } from './read-strictly.ts';

async function readBack(content: BlobPart): Promise<ImportItem[]> {
  const file = new Blob([content]);
  const items: ImportItem[] = [];
  for await (const record of readRecords(file, await detectFormat(file))) {
    if ('item' in record) items.push(record.item);
  }
  return items;
}

/** What the importer takes of these facts, wherever they come from: with its own limits and its own cleaning. */
function taken(article: ExportArticle, facts: Partial<ImportItem>): ImportItem | undefined {
  const record = makeRecord('1', article.url, facts);
  return 'item' in record ? record.item : undefined;
}

/** Blanks between folders, and names that say nothing to any reader of bookmarks. */
const inFolders = (lists: ExportArticle['lists']): string[][] =>
  lists.map((path) => path.map(toPlainText).filter((name) => name !== ''));

const lineOrNull = (text: string | null): string | null => toPlainText(text ?? '') || null;

/** Holds of an article of each nasty string, and of articles of any. */
async function holdsOfAll(holds: (article: ExportArticle) => Promise<void>): Promise<void> {
  const hasAddress = ({ url }: ExportArticle): boolean => url !== null && url.length <= ADDRESS_LIMIT;
  // A library has none that are longer; importers take those for notes.
  const short = (excerpt: string | null): string | null => excerpt?.slice(0, LINE_LIMITS.excerpt) ?? null;
  const prepare = (stored: StoredArticle): ExportArticle =>
    prepareExport({ ...stored, excerpt: short(stored.excerpt), savedAt: Date.UTC(2026, 2, 2) });
  for (const article of allNasty().map(prepare).filter(hasAddress)) await holds(article);
  const any = nastyArticle.map(prepare).filter(hasAddress);
  await fc.assert(fc.asyncProperty(any, holds), { numRuns: LONG ? 300 : 30 });
}

describe('whatever is in it', () => {
  it.each([
    ['', (article: ExportArticle) => articlesCsvHeader() + articleCsvRow(article)],
    [
      ' for Excel',
      (article: ExportArticle) => encodeForExcel(articlesCsvHeader('\t') + articleCsvRow(article, '\t')),
    ],
  ])(
    'the list of articles%s comes back, without the marks that keep formulas from running',
    async (_, write) => {
      await holdsOfAll(async (article) => {
        const [item, second] = await readBack(write(article));
        expect(second).toBeUndefined();
        const { title, byline, siteName, publishedAt, excerpt, savedAt, archived, tags, lists } = article;
        expect(item).toMatchObject(
          taken(article, {
            title,
            byline: lineOrNull(byline),
            siteName: lineOrNull(siteName),
            publishedAt: lineOrNull(publishedAt),
            excerpt: lineOrNull(excerpt),
            savedAt,
            archived,
            favourite: article.favourite,
            progress: Math.round(article.progress * 1000) / 1000,
            tags: [...tags],
            lists: lists.map((path) => [...path]),
          }) ?? {},
        );
      });
    },
  );

  it('bookmarks come back', async () => {
    await holdsOfAll(async (article) => {
      const items = await readBack(writeBookmarks([article]));
      // In every folder it is in, the last of which says whether it is in the archive.
      const { title, url, excerpt, savedAt, archived, favourite, tags, lists } = article;
      expect(items).toHaveLength(Number(favourite) + lists.length + Number(archived));
      expect(items.every((item) => item.favourite === favourite)).toBe(true);
      expect(new Set(items.flatMap((item) => item.lists))).toEqual(
        new Set(taken(article, { lists: inFolders(lists) })?.lists),
      );
      expect(items.at(-1)).toMatchObject(
        taken(article, {
          title: toPlainText(title || url),
          excerpt: lineOrNull(excerpt),
          savedAt,
          archived,
          favourite,
          tags: tags.map((tag) => tag.replaceAll(',', ' ')),
          lists: items.at(-1)?.lists ?? [],
        }) ?? {},
      );
    });
  });

  it('Excel’s list of articles is UTF-16 with tabs, as Excel splits it in every region', () => {
    const bytes = encodeForExcel(articlesCsvHeader('\t'));
    expect([...bytes.slice(0, 6)]).toEqual([0xff, 0xfe, 0x54, 0, 0x69, 0]);
    expect(new TextDecoder('utf-16le').decode(bytes)).toMatch(/^Title\tURL\tByline\t.*\r\n$/);
  });

  it('linkding finds its archive in the bookmarks', () => {
    const article = makeExport({ archived: true, tags: ['tide'] });
    expect(writeBookmarks([article])).toContain('TAGS="tide,linkding:bookmarks.archived"');
    expect(writeBookmarks([{ ...article, archived: false }])).toContain('TAGS="tide"');
  });

  it('a cell of a table comes back as it was', () => {
    const cell = (text: string): void => {
      const [[first, second] = []] = parseCsv(writeCsvRow([text, text]));
      expect([unguardCell(first ?? ''), unguardCell(second ?? '')]).toEqual([text, text]);
    };
    for (const text of NASTY) cell(text);
    fc.assert(fc.property(nastyString, cell), { numRuns: LONG ? 3000 : 200 });
  });

  it('a row of a backup comes back as it was, halves of pairs too', () => {
    const row = (text: string): void => {
      const rows = [{ id: text, nested: { [text]: [text] } }];
      expect(parseJsonLines(new TextEncoder().encode(toJsonLines(rows)))).toEqual(rows);
      expect(imageEntryName(text)).toMatch(/^images\/[^./\\]{0,220}$/);
    };
    for (const text of NASTY) row(text);
    fc.assert(fc.property(nastyString, row), { numRuns: LONG ? 1000 : 100 });
  });
});
