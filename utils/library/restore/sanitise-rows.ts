import { isSanitised } from '../../article/html/is-sanitised.ts';
import type { RowsByTable } from '../backup/backup-read.ts';
import type { ArticleRow, ContentRow, VersionRow } from '../types.ts';

/** Sanitises HTML, in a context that has a DOM. */
export type SanitiseHtml = (html: string, url: string) => Promise<string>;

/**
 * Sanitises the HTML of rows from a backup, in place. The extension's own backups contain sanitised HTML, for which a
 * fast check is enough. Any other HTML is sanitised with a DOM.
 *
 * @param sanitise sanitises untrusted HTML; receives the article's URL, too
 */
export async function sanitiseRows(rows: RowsByTable, sanitise: SanitiseHtml): Promise<void> {
  const urls = new Map(((rows.get('articles') ?? []) as ArticleRow[]).map(({ id, url }) => [id, url]));
  const texts = [...(rows.get('contents') ?? []), ...(rows.get('versions') ?? [])] as (
    | ContentRow
    | VersionRow
  )[];
  for (const row of texts) {
    if (isSanitised(row.html)) continue;
    row.html = await sanitise(row.html, urls.get(row.articleId) ?? '');
  }
}
