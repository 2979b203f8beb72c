import { updatedDate } from '../../article/updated-date.ts';
import { writeListCell } from '../list-cell.ts';
import { writeCsvRow } from './csv-write.ts';
import type { ExportArticle } from './export-types.ts';

/**
 * First row of the list of articles. No byte order mark before it: readers that know columns by their names take it for
 * a letter of the first one's.
 */
export function articlesCsvHead(): string {
  return writeCsvRow([
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
  ]);
}

/** An article's row; tags and lists are JSON arrays, so that a comma in a name parts nothing. */
export function articleCsvRow(article: ExportArticle): string {
  return writeCsvRow([
    article.title,
    article.url,
    article.byline,
    article.siteName,
    article.publishedAt,
    updatedDate(article),
    new Date(article.savedAt).toISOString(),
    article.archived ? 'archived' : 'inbox',
    article.favourite,
    Math.round(article.progress * 1000) / 1000,
    article.tags.length === 0 ? '' : JSON.stringify(article.tags),
    writeListCell(article.lists),
    article.wordCount,
    article.lang,
    article.excerpt,
  ]);
}
