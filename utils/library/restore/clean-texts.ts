import { isSanitised } from '../../article/html/is-sanitised.ts';
import type { RowsByTable } from '../backup/backup-read.ts';
import type { ArticleRow, ContentRow, VersionRow } from '../types.ts';

/** Sanitises HTML where a DOM is. */
export type CleanHtml = (html: string, url: string) => Promise<string>;

/**
 * Sanitises the HTML of rows out of a backup. What a backup of ours holds was sanitised when it was saved, and that is
 * quickly seen; only what looks different goes through a DOM.
 *
 * @param clean takes HTML that may be anything
 */
export async function cleanTexts(rows: RowsByTable, clean: CleanHtml): Promise<void> {
  const urls = new Map(((rows.get('articles') ?? []) as ArticleRow[]).map(({ id, url }) => [id, url]));
  const texts = [...(rows.get('contents') ?? []), ...(rows.get('versions') ?? [])] as (
    | ContentRow
    | VersionRow
  )[];
  for (const row of texts) {
    if (isSanitised(row.html)) continue;
    row.html = await clean(row.html, urls.get(row.articleId) ?? '');
  }
}
