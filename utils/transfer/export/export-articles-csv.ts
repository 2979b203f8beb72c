import { CSV_MARK, writeCsvRow } from './csv-write.ts';
import type { ExportArticle } from './export-types.ts';

/** First row of the list of articles. */
export function articlesCsvHead(): string {
  return (
    CSV_MARK +
    writeCsvRow([
      'Title',
      'URL',
      'Byline',
      'Site',
      'Published',
      'Saved',
      'Status',
      'Favourite',
      'Progress',
      'Tags',
      'Lists',
      'Words',
      'Language',
      'Excerpt',
    ])
  );
}

/** An article's row; tags and lists are JSON arrays, so that a comma in a name parts nothing. */
export function articleCsvRow(article: ExportArticle): string {
  return writeCsvRow([
    article.title,
    article.url,
    article.byline,
    article.siteName,
    article.publishedAt,
    new Date(article.savedAt).toISOString(),
    article.archived ? 'archived' : 'inbox',
    article.favourite,
    Math.round(article.progress * 1000) / 1000,
    article.tags.length === 0 ? '' : JSON.stringify(article.tags),
    article.lists.length === 0 ? '' : JSON.stringify(article.lists),
    article.wordCount,
    article.lang,
    article.excerpt,
  ]);
}
