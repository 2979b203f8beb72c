/**
 * Writes Karakeep's JSON, `{bookmarks, lists}`, for its importer (`zExportSchema`, `parseKarakeepBookmarkFile`). The
 * importer reads address, date, title, tags, lists, note and the archive, and fetches texts itself; therefore
 * highlights are added to the note, and favourites to a list. Fields that it ignores (`favourited`, `highlights`, and
 * the metadata and text in `content`) have the names of Karakeep's API, for other programs.
 */
import { sanitiseHtml } from '../../article/html/sanitise-html.ts';
import { displayTitle, type ExportArticle } from './export-types.ts';

interface ExportedList {
  id: string;
  name: string;
  description: null;
  icon: string;
  type: 'manual';
  query: null;
  parentId: string | null;
}

/** The id of the list of favourites, which duplicates the flag that only our import reads. */
export const FAVOURITES_ID = 'favourites';

/** The list of favourites, because Karakeep's importer has no flag for them. */
const FAVOURITES: ExportedList = {
  id: FAVOURITES_ID,
  name: 'Favourites',
  description: null,
  icon: '⭐',
  type: 'manual',
  query: null,
  parentId: null,
};

/** Notes on the article, then each highlight as a quote with its note. */
function joinNotes({ highlights }: ExportArticle): string | null {
  const parts = highlights.map(({ text, note }) => {
    const quote = text === '' ? '' : text.replace(/^/gm, '> ');
    return [quote, note].filter((part) => part !== '').join('\n\n');
  });
  return parts.join('\n\n') || null;
}

/** Writes bookmarks one by one, and then their lists. */
export class KarakeepWriter {
  readonly #lists = new Map<string, ExportedList>();

  #assignListId(path: readonly string[]): string {
    const key = JSON.stringify(path);
    const known = this.#lists.get(key);
    if (known !== undefined) return known.id;
    const parentId = path.length > 1 ? this.#assignListId(path.slice(0, -1)) : null;
    const id = `list-${this.#lists.size + 1}`;
    this.#lists.set(key, { ...FAVOURITES, id, name: path.at(-1) ?? '', icon: '📁', parentId });
    return id;
  }

  /** A bookmark; `''` if the article has no address. */
  write(article: ExportArticle): string {
    if (article.url === null) return '';
    const lists = article.lists.map((path) => this.#assignListId(path));
    if (article.favourite) {
      this.#lists.set(FAVOURITES.id, FAVOURITES);
      lists.push(FAVOURITES.id);
    }
    const bookmark = {
      createdAt: Math.floor(article.savedAt / 1000),
      title: displayTitle(article),
      tags: article.tags,
      lists,
      content: {
        type: 'link',
        url: article.url,
        title: article.title || null,
        description: article.excerpt,
        author: article.byline,
        publisher: article.siteName,
        datePublished: article.publishedAt,
        dateModified: article.modifiedAt ?? null,
        imageUrl: article.imageUrl,
        htmlContent: sanitiseHtml(article.html) || null,
      },
      note: joinNotes(article),
      archived: article.archived,
      favourited: article.favourite,
      highlights: article.highlights.map(({ text, note, colour, createdAt }) => ({
        text,
        note,
        color: colour,
        createdAt: Math.floor(createdAt / 1000),
      })),
    };
    return JSON.stringify(bookmark);
  }

  /** The lists of all bookmarks. */
  lists(): string {
    return JSON.stringify([...this.#lists.values()]);
  }
}
