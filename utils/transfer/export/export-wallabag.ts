/**
 * wallabag's JSON, an array of entries, as its importer reads it (`WallabagV2Import`, `ContentProxy::stockEntry`):
 * `content` and `mimetype` are wanted in each, `authors` and `date` are what it takes for the names of its own exports,
 * `published_by` and `published_at`. It has no lists, so that they become tags; `lists` is there for us alone.
 */
import { sanitiseHtml } from '../../article/html/sanitise-html.ts';
import { type ExportArticle, listLine, nameOf } from './export-types.ts';
import { splitByline } from './person-names.ts';

/** Words a minute, as wallabag counts (`Utils::getReadingTime`). */
const PACE = 200;

/** wallabag's flags are numbers. */
const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);

/** An entry; null where there is no address, without which there is none. */
function makeEntry(article: ExportArticle, id: number): object | null {
  if (article.url === null) return null;
  const authors = splitByline(article.byline);
  const created = new Date(article.savedAt).toISOString();
  return {
    id,
    is_archived: flag(article.archived),
    is_starred: flag(article.favourite),
    title: nameOf(article),
    url: article.url,
    content: sanitiseHtml(article.html),
    created_at: created,
    updated_at: created,
    published_at: article.publishedAt,
    date: article.publishedAt,
    published_by: authors,
    authors,
    // Those that stand for lists come last, also where a tag has the same name: it takes each once.
    tags: [...article.tags, ...article.lists.map(listLine)],
    lists: article.lists,
    annotations: article.highlights.map(({ text, note, createdAt }) => ({
      quote: text,
      text: note,
      created_at: new Date(createdAt).toISOString(),
      ranges: [],
    })),
    mimetype: 'text/html',
    language: article.lang,
    reading_time: Math.ceil(article.wordCount / PACE),
    domain_name: article.host,
    preview_picture: article.imageUrl,
  };
}

/** Writes entries one by one, between `[` and `]`. */
export class WallabagWriter {
  #count = 0;

  /** `''` where the article has no address. */
  write(article: ExportArticle): string {
    const entry = makeEntry(article, this.#count + 1);
    if (entry === null) return '';
    this.#count += 1;
    return (this.#count === 1 ? '' : ',\n') + JSON.stringify(entry);
  }
}
