import { expect, it } from 'vitest';
import { detectFormat, readRecords } from '../../../utils/transfer/detect-format.ts';
import { articleCsvRow, articlesCsvHead } from '../../../utils/transfer/export-articles-csv.ts';
import { writeBookmarks } from '../../../utils/transfer/export-bookmarks.ts';
import type { ExportArticle } from '../../../utils/transfer/export-types.ts';
import type { ImportItem } from '../../../utils/transfer/import-types.ts';
import { makeExport } from './make-export.ts';

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
