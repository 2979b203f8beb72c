/** Reads articles from the library for exports. */
import type { ExportArticle } from '../../transfer/export/export-types.ts';
import { prepareExport } from '../../transfer/export/prepare-export.ts';
import { queryHighlights, queryImages, readQuotes } from '../articles/article-parts.ts';
import { listArticleIds } from '../articles/articles.ts';
import { library } from '../db.ts';
import { allLists } from '../lists/lists.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, ListRow, View } from '../types.ts';

/** Which articles to export: a view, or selected ones. */
export type ExportScope = { view: View } | { ids: readonly string[] };

/** Parts of an article that a format can request, since they take time to read. */
export interface ExportParts {
  /** Text and quotes, and the address of the lead picture. */
  texts: boolean;
  /** Highlights and notes, in text order. */
  highlights: boolean;
  images: boolean;
}

/** Articles per transaction. */
const BATCH_SIZE = 50;

/** Articles per transaction if their pictures are read, too. */
const BATCH_SIZE_WITH_IMAGES = 10;

/** Ids of the articles in a scope: a view's newest first, selected ones in the given order. */
export async function listExportIds(scope: ExportScope, db: LibraryDb = library): Promise<string[]> {
  return 'view' in scope ? listArticleIds(scope.view, db) : [...scope.ids];
}

/** The names of a list and its parents, outermost first. A missing parent is ignored. */
function listPath(id: string, lists: ReadonlyMap<string, ListRow>): string[] {
  const path: string[] = [];
  for (let list = lists.get(id); list !== undefined; list = lists.get(list.parentId ?? ''))
    path.unshift(list.name);
  return path;
}

async function readArticle(
  db: LibraryDb,
  row: ArticleRow,
  parts: ExportParts,
  lists: ReadonlyMap<string, ListRow>,
): Promise<ExportArticle> {
  // Only the database may be awaited, or Dexie's transaction would be lost.
  const [content, quotes] = parts.texts
    ? await Promise.all([db.contents.get(row.id), readQuotes(db, row.id)])
    : ([undefined, []] as const);
  const highlights = parts.highlights ? await queryHighlights(db, row.id).toArray() : [];
  // Notes on the whole article come first, as do highlights without a position.
  highlights.sort((a, b) => (a.start ?? -1) - (b.start ?? -1));
  // Damaged rows may lack `leadImageId`.
  const lead = parts.texts && row.leadImageId ? await db.images.get(row.leadImageId) : undefined;
  const images = parts.images ? await queryImages(db, row.id).toArray() : [];
  return prepareExport({
    id: row.id,
    url: row.canonicalUrl,
    title: row.title,
    byline: row.byline,
    siteName: row.siteName,
    host: row.host,
    publishedAt: row.publishedAt,
    modifiedAt: row.modifiedAt,
    lang: row.lang,
    dir: row.dir,
    excerpt: row.excerpt,
    wordCount: row.wordCount,
    savedAt: row.savedAt,
    archived: row.archivedAt !== null,
    favourite: row.favourite,
    progress: row.progress,
    finishedAt: row.finishedAt,
    imageUrl: lead?.url ?? null,
    tags: row.tags,
    lists: row.listIds.map((id) => listPath(id, lists)).filter((path) => path.length > 0),
    html: content?.html ?? '',
    text: content?.text ?? '',
    quotes,
    highlights: highlights.map(({ id, start, end, text, note, colour, createdAt }) => ({
      id,
      range: start === null || end === null || text === '' ? null : ([start, end] as const),
      text,
      note,
      colour,
      createdAt,
    })),
    images: new Map(images.flatMap(({ url, blob }) => (blob === null ? [] : [[url, blob] as const]))),
  });
}

/**
 * Reads articles in batches. Articles that are deleted meanwhile are omitted.
 *
 * @param ids in the order of the export
 * @param onProgress called with the number of processed ids
 * @param signal aborts with its reason
 */
export async function* readForExport(
  ids: readonly string[],
  parts: ExportParts,
  onProgress: (done: number) => void = () => undefined,
  signal?: AbortSignal,
  db: LibraryDb = library,
): AsyncGenerator<ExportArticle, void, undefined> {
  const lists = new Map((await allLists(db)).map((list) => [list.id, list]));
  const size = parts.images ? BATCH_SIZE_WITH_IMAGES : BATCH_SIZE;
  for (let from = 0; from < ids.length; from += size) {
    signal?.throwIfAborted();
    const batch = ids.slice(from, from + size);
    const tables = [db.articles, db.contents, db.quoteSets, db.highlights, db.images];
    const articles = await db.transaction('r', tables, async () => {
      const rows = await db.articles.bulkGet(batch);
      const alive = rows.filter((row) => row !== undefined && row.deletedAt === null);
      return Promise.all(
        alive.flatMap((row) => (row === undefined ? [] : [readArticle(db, row, parts, lists)])),
      );
    });
    yield* articles;
    onProgress(Math.min(ids.length, from + size));
  }
}
