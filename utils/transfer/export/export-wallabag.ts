/**
 * Writes wallabag's JSON, an array of entries, for its importer (`WallabagV2Import`, `ContentProxy::stockEntry`).
 * `content` and `mimetype` are required; wallabag reads `authors` and `date` as in its own exports, and also
 * `published_by` and `published_at`. It has no lists, so they become tags; only our own import reads `lists`.
 */
import { sanitiseHtml } from '../../article/html/sanitise-html.ts';
import { displayTitle, type ExportArticle, formatListPath } from './export-types.ts';
import { splitByline } from './person-names.ts';

/** Words per minute for the reading time, as in wallabag (`Utils::getReadingTime`). */
const WORDS_PER_MINUTE = 200;

/** wallabag's flags are numbers. */
const toFlag = (value: boolean): 0 | 1 => (value ? 1 : 0);

/** An entry; `''` without an address, which is required. */
export function writeWallabagEntry(article: ExportArticle, id: number): string {
  if (article.url === null) return '';
  const authors = splitByline(article.byline);
  const created = new Date(article.savedAt).toISOString();
  return JSON.stringify({
    id,
    is_archived: toFlag(article.archived),
    is_starred: toFlag(article.favourite),
    title: displayTitle(article),
    url: article.url,
    content: sanitiseHtml(article.html),
    created_at: created,
    updated_at: created,
    published_at: article.publishedAt,
    date: article.publishedAt,
    published_by: authors,
    authors,
    // Tags for lists come last, even if a tag has the same name: wallabag uses each name once.
    tags: [...article.tags, ...article.lists.map(formatListPath)],
    lists: article.lists,
    annotations: article.highlights.map(({ text, note, createdAt }) => ({
      quote: text,
      text: note,
      created_at: new Date(createdAt).toISOString(),
      ranges: [],
    })),
    mimetype: 'text/html',
    language: article.lang,
    reading_time: Math.ceil(article.wordCount / WORDS_PER_MINUTE),
    domain_name: article.host,
    preview_picture: article.imageUrl,
  });
}
