import { findUpdateDate } from '../../article/updated-date.ts';
import { writeListCell } from '../list-cell.ts';
import { UTF8_BOM, writeCsvRow } from './csv-write.ts';
import type { ExportArticle } from './export-types.ts';

/**
 * The header row of the list of articles. Without tabs it has no byte order mark, because readers that identify columns
 * by name treat one as part of the first name.
 *
 * @param separator a tab for Excel; see `encodeForExcel`
 */
export function articlesCsvHeader(separator: ',' | '\t' = ','): string {
  const bom = separator === ',' ? '' : UTF8_BOM;
  const names = [
    'Title',
    'URL',
    'Byline',
    'Site',
    'Published',
    'Updated',
    'Created',
    'State',
    'Favourite',
    'Progress',
    'Tags',
    'Lists',
    'Words',
    'Language',
    'Excerpt',
  ];
  return bom + writeCsvRow(names, separator);
}

/** An article's row; tags and lists are JSON arrays, so that names may contain commas. */
export function articleCsvRow(article: ExportArticle, separator: ',' | '\t' = ','): string {
  const cells = [
    article.title,
    article.url,
    article.byline,
    article.siteName,
    article.publishedAt,
    findUpdateDate(article),
    new Date(article.savedAt).toISOString(),
    article.archived ? 'archived' : 'inbox',
    article.favourite,
    Math.round(article.progress * 1000) / 1000,
    article.tags.length === 0 ? '' : JSON.stringify(article.tags),
    writeListCell(article.lists),
    article.wordCount,
    article.lang,
    article.excerpt,
  ];
  return writeCsvRow(cells, separator);
}
