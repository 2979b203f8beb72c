/** Writes the records of imports to the library. */
import type { ImportedHighlight, ImportItem, ListPath } from '../../transfer/import/import-types.ts';
import { type ArticleToSave, union } from '../articles/article-rows.ts';
import { writeArticles } from '../articles/article-writes.ts';
import { saveArticles } from '../articles/save-article.ts';
import { allLists, cleanListName } from '../lists/lists.ts';
import { findOrCreateTags } from '../lists/tags.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ListRow } from '../types.ts';
import type { ImportOptions, ImportRow } from '../user-types.ts';
import type { ConcurrentWriteDetector } from './concurrent-write-detector.ts';
import { getIdentity, importedArticle, importedHighlight } from './import-rows.ts';
import type { ProcessedText } from './prepare-import.ts';
import { type TitledArticle, TitleIndex } from './title-index.ts';

/** An article to save, with its text if the file has one. */
export interface ItemToSave {
  item: ImportItem;
  text: ProcessedText | null;
}

export interface SavedItem {
  articleId: string;
  /** Whether the article was in the library, or occurred earlier in the file. */
  updated: boolean;
}

/** Where an import writes: to the library, or for a preview only to counters. */
export interface ImportWriter {
  /** The identities of those items whose article has a text in the library, which is not replaced. */
  findIdentitiesWithText(items: readonly ImportItem[]): Promise<ReadonlySet<string>>;
  /** Saves articles with their tags and lists. Returns a result for each, in order. */
  saveItems(items: readonly ItemToSave[]): Promise<readonly SavedItem[]>;
  /** Adds highlights and tags to a saved article. Returns the number of added highlights. */
  addHighlights(
    articleId: string,
    highlights: readonly ImportedHighlight[],
    tags: readonly string[],
  ): Promise<number>;
  /** All articles, including those saved so far, by their titles. */
  loadTitles(): Promise<TitleIndex>;
  /** The titles of saved articles. */
  getTitles(articleIds: readonly string[]): Promise<readonly TitledArticle[]>;
  /** The ids of the articles with these identities. */
  findIds(identities: readonly string[]): Promise<readonly string[]>;
}

/** The key of a list, made of its path. */
const listKey = (path: ListPath): string => JSON.stringify(path);

/**
 * Finds the lists of articles among existing lists.
 *
 * @returns ids of lists by path, and the missing lists, with their parents
 */
export function resolveLists(
  rows: readonly ListRow[],
  items: readonly ImportItem[],
  now: number,
): { created: ListRow[]; getIds: (item: ImportItem) => string[] } {
  const paths = new Map(items.flatMap(({ lists }) => lists.map((path) => [listKey(path), path] as const)));
  const ids = new Map<string, string>();
  const created: ListRow[] = [];
  const find = (name: string, parentId: string | null): string => {
    const siblings = [...rows, ...created].filter((list) => list.parentId === parentId);
    const known = siblings.find((list) => list.name === name);
    if (known !== undefined) return known.id;
    const position = Math.max(-1, ...siblings.map((list) => list.position)) + 1;
    const list: ListRow = { id: crypto.randomUUID(), name, parentId, position, createdAt: now };
    created.push(list);
    return list.id;
  };
  for (const [key, path] of paths) {
    let parentId: string | null = null;
    for (const name of path) parentId = find(cleanListName(name), parentId);
    if (parentId !== null) ids.set(key, parentId);
  }
  return { created, getIds: ({ lists }) => lists.flatMap((path) => ids.get(listKey(path)) ?? []) };
}

/** Adds the tag for all articles of the import. */
const withImportTag = (item: ImportItem, { tag }: ImportOptions): ImportItem =>
  tag === undefined ? item : { ...item, tags: [...item.tags, tag] };

/** Writes to the library, within one transaction of the caller, which includes the tables of `importStep`. */
export class LibraryWriter implements ImportWriter {
  readonly #db: LibraryDb;
  readonly #row: ImportRow;
  readonly #detector: ConcurrentWriteDetector;
  readonly #now: number;

  /** @param row the import, as stored */
  constructor(db: LibraryDb, row: ImportRow, detector: ConcurrentWriteDetector, now: number) {
    this.#db = db;
    this.#row = row;
    this.#detector = detector;
    this.#now = now;
  }

  async findIdentitiesWithText(items: readonly ImportItem[]): Promise<ReadonlySet<string>> {
    const withText = items.filter(({ html }) => html !== null);
    if (withText.length === 0) return new Set();
    const rows = await this.#db.articles.where('identity').anyOf(withText.map(getIdentity)).toArray();
    return new Set(rows.filter(({ hasText }) => hasText).map(({ identity }) => identity));
  }

  async saveItems(items: readonly ItemToSave[]): Promise<readonly SavedItem[]> {
    const db = this.#db;
    const { options } = this.#row;
    const hasLists = items.some(({ item }) => item.lists.length > 0);
    const { created, getIds } = resolveLists(
      hasLists ? await allLists(db) : [],
      items.map(({ item }) => item),
      this.#now,
    );
    await db.lists.bulkAdd(created);
    // The list may have been deleted since.
    const list = options.listId === undefined ? undefined : await db.lists.get(options.listId);
    const importListIds = list === undefined ? [] : [list.id];
    const inputs = items.map(
      ({ item, text }): ArticleToSave =>
        importedArticle(withImportTag(item, options), text, [...getIds(item), ...importListIds], this.#now),
    );
    const { knownKeys } = await this.#detector.check(db, this.#row);
    const saved = await saveArticles(inputs, db, { counts: this.#detector.counts, all: knownKeys });
    this.#detector.recordWritten(items.map(({ item }) => getIdentity(item)));
    return saved;
  }

  async addHighlights(
    articleId: string,
    highlights: readonly ImportedHighlight[],
    tagNames: readonly string[],
  ): Promise<number> {
    const db = this.#db;
    const tags = await findOrCreateTags(db, tagNames, this.#now);
    const text = (await db.contents.get(articleId))?.text ?? '';
    const article = await db.articles.get(articleId);
    // If the file has no date, highlights get the article's date, so that years of notes don't all seem to be from today.
    const defaultCreatedAt = article?.savedAt ?? this.#now;
    const rows = highlights.map((highlight) =>
      importedHighlight(articleId, highlight, text, defaultCreatedAt),
    );
    const existing = await db.highlights.bulkGet(rows.map(({ id }) => id));
    const added = [
      ...new Map(rows.filter((_, i) => existing[i] === undefined).map((row) => [row.id, row])).values(),
    ];
    await db.highlights.bulkPut(added);
    if (article === undefined || added.length + tags.length === 0) return 0;
    article.tags = union(article.tags, tags);
    await writeArticles(db, async (writes) => {
      await writes.countHighlights(article);
      // Notes must be searchable.
      if (added.some(({ note }) => note !== '')) await writes.reindex(article);
      await writes.put(article);
    });
    return added.length;
  }

  async loadTitles(): Promise<TitleIndex> {
    const titles = new TitleIndex();
    await titles.load(this.#db);
    return titles;
  }

  async getTitles(articleIds: readonly string[]): Promise<readonly TitledArticle[]> {
    return (await this.#db.articles.bulkGet([...articleIds])).filter((row) => row !== undefined);
  }

  findIds(identities: readonly string[]): Promise<readonly string[]> {
    return this.#db.articles.where('identity').anyOf(identities).primaryKeys();
  }
}
