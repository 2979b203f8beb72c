import type {
  ImportedHighlight,
  ImportItem,
  ImportRecord,
  ListPath,
  UnmatchedHighlights,
} from '../../transfer/import/import-types.ts';
import { normaliseAddress } from '../articles/article-identity.ts';
import { union } from '../articles/article-rows.ts';
import { writeArticles } from '../articles/article-writes.ts';
import { saveArticles } from '../articles/save-article.ts';
import { allLists, cleanListName } from '../lists/lists.ts';
import { findOrCreateTags } from '../lists/tags.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ListRow } from '../types.ts';
import type { ImportOptions, ImportRow } from '../user-types.ts';
import { ConcurrentWriteDetector } from './concurrent-write-detector.ts';
import { importedArticle, importedHighlight } from './import-rows.ts';
import type { ProcessedText } from './prepare-import.ts';
import { TitleIndex } from './title-index.ts';

export interface ImportedBatch {
  added: number;
  /** Number of articles that existed already, and of repeated records of an article in the file. */
  merged: number;
  duplicates: number;
  failed: number;
  highlights: number;
  /** The saved articles. */
  articleIds: string[];
}

/** The key of a list, made of its path. */
export function listKey(path: ListPath): string {
  return JSON.stringify(path);
}

/**
 * Ids of lists by `listKey`. Missing ones are created, with their parents. Must run inside the caller's transaction.
 */
async function findOrCreateLists(
  db: LibraryDb,
  items: readonly ImportItem[],
  now: number,
): Promise<Map<string, string>> {
  const wanted = new Map(items.flatMap(({ lists }) => lists.map((path) => [listKey(path), path] as const)));
  const ids = new Map<string, string>();
  if (wanted.size === 0) return ids;
  const rows = await allLists(db);
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
  for (const [key, path] of wanted) {
    let parentId: string | null = null;
    for (const name of path) parentId = find(cleanListName(name), parentId);
    if (parentId !== null) ids.set(key, parentId);
  }
  await db.lists.bulkAdd(created);
  return ids;
}

/** The items' articles that have a text in the library, which is not replaced. */
async function identitiesWithText(db: LibraryDb, items: readonly ImportItem[]): Promise<Set<string>> {
  const withText = items.filter(({ html }) => html !== null);
  if (withText.length === 0) return new Set();
  const rows = await db.articles
    .where('identity')
    .anyOf(withText.map(({ url }) => normaliseAddress(url)))
    .toArray();
  return new Set(rows.filter(({ hasText }) => hasText).map(({ identity }) => identity));
}

async function importHighlights(
  db: LibraryDb,
  articleId: string,
  highlights: readonly ImportedHighlight[],
  tags: readonly string[],
  now: number,
): Promise<number> {
  const text = (await db.contents.get(articleId))?.text ?? '';
  const article = await db.articles.get(articleId);
  // If the file has no date, highlights get the article's date, so that years of notes don't all seem to be from today.
  const defaultCreatedAt = article?.savedAt ?? now;
  const rows = highlights.map((highlight) => importedHighlight(articleId, highlight, text, defaultCreatedAt));
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

/** Addresses per query. */
const BATCH_SIZE = 500;

/** The state of a running import beyond the current records. */
export class ImportRun {
  readonly importId: string;
  readonly options: ImportOptions;
  readonly detector = new ConcurrentWriteDetector();
  readonly #identities = new Set<string>();
  readonly #articleIds = new Set<string>();
  /** Titles of highlights that were imported before an interruption. */
  readonly #skipped: Pick<UnmatchedHighlights, 'title' | 'byline'>[] = [];
  #titles: TitleIndex | null = null;

  constructor({ id, options }: Pick<ImportRow, 'id' | 'options'>) {
    this.importId = id;
    this.options = options;
  }

  /** Whether the file contained an earlier record of the same article. Must be called once per record, in order. */
  isRepeated(record: ImportRecord): boolean {
    if (!('item' in record)) return false;
    const identity = normaliseAddress(record.item.url);
    const isSeen = this.#identities.has(identity);
    this.#identities.add(identity);
    return isSeen;
  }

  /** Call for a record that was imported before an interruption. */
  skip(record: ImportRecord): void {
    this.isRepeated(record);
    if ('unmatched' in record)
      this.#skipped.push({ title: record.unmatched.title, byline: record.unmatched.byline });
  }

  /** Call after articles were saved. Reads their rows only for files with highlights that have titles instead. */
  async saved(db: LibraryDb, articleIds: readonly string[]): Promise<void> {
    for (const id of articleIds) this.#articleIds.add(id);
    if (this.#titles === null) return;
    for (const row of await db.articles.bulkGet([...articleIds]))
      if (row !== undefined) this.#titles.add(row);
  }

  /** Whether this is the file's first record of an article. Must be called once. */
  isFirst(articleId: string): boolean {
    const isNew = !this.#articleIds.has(articleId);
    this.#articleIds.add(articleId);
    return isNew;
  }

  /** All articles by their titles. Loaded when first needed, since few files need them. */
  async titles(db: LibraryDb): Promise<TitleIndex> {
    if (this.#titles === null) {
      const titles = new TitleIndex();
      await titles.load(db);
      this.#titles = titles;
      await this.#restore(db, titles);
    }
    return this.#titles;
  }

  /** Restores the state from before an interruption. */
  async #restore(db: LibraryDb, titles: TitleIndex): Promise<void> {
    const identities = [...this.#identities];
    for (let from = 0; from < identities.length; from += BATCH_SIZE) {
      const some = identities.slice(from, from + BATCH_SIZE);
      for (const id of await db.articles.where('identity').anyOf(some).primaryKeys())
        this.#articleIds.add(id);
    }
    for (const unmatched of this.#skipped.splice(0)) {
      const articleId = titles.find(unmatched);
      if (articleId !== null) this.#articleIds.add(articleId);
    }
  }
}

/** Adds the tag for all articles of the import. */
const withImportTag = (item: ImportItem, options: ImportOptions): ImportItem =>
  options.tag === undefined ? item : { ...item, tags: [...item.tags, options.tag] };

type Failure = Extract<ImportRecord, { why: unknown }>;

/** Imports highlights that have a title instead of an address. */
async function importUnmatched(
  db: LibraryDb,
  run: ImportRun,
  records: readonly ImportRecord[],
  now: number,
): Promise<{ merged: number; highlights: number; failures: Failure[] }> {
  const result = { merged: 0, highlights: 0, failures: [] as Failure[] };
  const unmatchedRecords = records.flatMap((record) => ('unmatched' in record ? [record] : []));
  if (unmatchedRecords.length === 0) return result;
  const titles = await run.titles(db);
  for (const { unmatched, at } of unmatchedRecords) {
    const articleId = titles.find(unmatched);
    if (articleId === null) {
      result.failures.push({ at, why: 'noMatch', url: '', title: unmatchedTitle(unmatched) });
      continue;
    }
    if (run.isFirst(articleId)) result.merged += 1;
    const tags = await findOrCreateTags(db, unmatched.tags, now);
    result.highlights += await importHighlights(db, articleId, unmatched.highlights, tags, now);
  }
  return result;
}

/** The title under which unmatched highlights are listed. */
export function unmatchedTitle({ title, byline }: { title: string; byline: string | null }): string {
  return byline === null ? title : `${title} · ${byline}`;
}

/**
 * Imports some records. Must run inside the caller's transaction, which includes every table.
 *
 * @param row the import, as stored
 * @param texts processed texts of those records that have one
 * @param repeats the records whose article occurred earlier in the file
 */
export async function importRecords(
  db: LibraryDb,
  run: ImportRun,
  row: ImportRow,
  records: readonly ImportRecord[],
  texts: ReadonlyMap<ImportRecord, ProcessedText>,
  repeats: ReadonlySet<ImportRecord>,
  now: number,
): Promise<ImportedBatch> {
  const itemRecords = records.flatMap((record) => ('item' in record ? [{ record, item: record.item }] : []));
  const items = itemRecords.map(({ item }) => item);
  const lists = await findOrCreateLists(db, items, now);
  const { options } = run;
  // The list may have been deleted since.
  const list = options.listId === undefined ? undefined : await db.lists.get(options.listId);
  const importListIds = list === undefined ? [] : [list.id];
  const withText = await identitiesWithText(db, items);
  const inputs = itemRecords.map(({ record, item }) => {
    const identity = normaliseAddress(item.url);
    const text = withText.has(identity) ? null : (texts.get(record) ?? null);
    // If a file contains an article twice, the first text is kept.
    if (text !== null) withText.add(identity);
    const listIds = item.lists.flatMap((path) => lists.get(listKey(path)) ?? []);
    return importedArticle(withImportTag(item, options), text, [...listIds, ...importListIds], now);
  });
  const { knownKeys } = await run.detector.check(db, row);
  const saved = await saveArticles(inputs, db, { counts: run.detector.counts, all: knownKeys });
  run.detector.recordWritten(items.map(({ url }) => normaliseAddress(url)));
  let highlights = 0;
  for (const [i, { articleId }] of saved.entries()) {
    const item = items[i];
    // Awaiting promises that are not the database's, a hundred times in a row, loses Dexie's transaction.
    if (item === undefined || item.highlights.length === 0) continue;
    highlights += await importHighlights(db, articleId, item.highlights, [], now);
  }
  const articleIds = [...new Set(saved.map(({ articleId }) => articleId))];
  await run.saved(db, articleIds);
  const unmatched = await importUnmatched(db, run, records, now);
  const failures = [...records.flatMap((record) => ('why' in record ? [record] : [])), ...unmatched.failures];
  if (failures.length > 0) {
    await db.importFailures.bulkAdd(
      failures.map(({ at, url, title, why }) => ({ importId: run.importId, at, url, title, why })),
    );
  }
  const updated = itemRecords.filter((_, i) => saved[i]?.updated === true);
  const repeated = updated.filter(({ record }) => repeats.has(record));
  return {
    added: saved.length - updated.length,
    merged: updated.length - repeated.length + unmatched.merged,
    // Highlights of an article in the same file don't count as a repeated record.
    duplicates: repeated.filter(({ record }) => record.isAddition !== true).length,
    failed: failures.length,
    highlights: highlights + unmatched.highlights,
    articleIds,
  };
}
