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
import { fileTags } from '../lists/tags.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ListRow } from '../types.ts';
import type { ImportOptions, ImportRow } from '../user-types.ts';
import { ConcurrentWriteDetector } from './concurrent-write-detector.ts';
import type { ProcessedText } from './digest-import.ts';
import { importedArticle, importedHighlight } from './import-rows.ts';
import { Titles } from './titles.ts';

export interface Taken {
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
async function fileLists(
  db: LibraryDb,
  items: readonly ImportItem[],
  now: number,
): Promise<Map<string, string>> {
  const wanted = new Map(items.flatMap(({ lists }) => lists.map((path) => [listKey(path), path] as const)));
  const ids = new Map<string, string>();
  if (wanted.size === 0) return ids;
  const rows = await allLists(db);
  const made: ListRow[] = [];
  const find = (name: string, parentId: string | null): string => {
    const siblings = [...rows, ...made].filter((list) => list.parentId === parentId);
    const known = siblings.find((list) => list.name === name);
    if (known !== undefined) return known.id;
    const position = Math.max(-1, ...siblings.map((list) => list.position)) + 1;
    const list: ListRow = { id: crypto.randomUUID(), name, parentId, position, createdAt: now };
    made.push(list);
    return list.id;
  };
  for (const [key, path] of wanted) {
    let parentId: string | null = null;
    for (const name of path) parentId = find(cleanListName(name), parentId);
    if (parentId !== null) ids.set(key, parentId);
  }
  await db.lists.bulkAdd(made);
  return ids;
}

/** Complete articles in the library keep their text. */
async function identitiesWithText(db: LibraryDb, items: readonly ImportItem[]): Promise<Set<string>> {
  const withText = items.filter(({ html }) => html !== null);
  if (withText.length === 0) return new Set();
  const rows = await db.articles
    .where('identity')
    .anyOf(withText.map(({ url }) => normaliseAddress(url)))
    .toArray();
  return new Set(rows.filter(({ hasText }) => hasText).map(({ identity }) => identity));
}

async function takeHighlights(
  db: LibraryDb,
  articleId: string,
  highlights: readonly ImportedHighlight[],
  tags: readonly string[],
  now: number,
): Promise<number> {
  const text = (await db.contents.get(articleId))?.text ?? '';
  const article = await db.articles.get(articleId);
  // If the file has no date, highlights get the article's date, so that years of notes don't all seem to be from today.
  const since = article?.savedAt ?? now;
  const rows = highlights.map((highlight) => importedHighlight(articleId, highlight, text, since));
  const there = await db.highlights.bulkGet(rows.map(({ id }) => id));
  const fresh = [
    ...new Map(rows.filter((_, i) => there[i] === undefined).map((row) => [row.id, row])).values(),
  ];
  await db.highlights.bulkPut(fresh);
  if (article === undefined || fresh.length + tags.length === 0) return 0;
  article.tags = union(article.tags, tags);
  await writeArticles(db, async (writes) => {
    await writes.countHighlights(article);
    // Notes must be searchable.
    if (fresh.some(({ note }) => note !== '')) await writes.reindex(article);
    await writes.put(article);
  });
  return fresh.length;
}

/** Addresses per query. */
const BATCH_SIZE = 500;

/** The state of a running import beyond the current records. */
export class ImportRun {
  readonly importId: string;
  readonly options: ImportOptions;
  readonly detector = new ConcurrentWriteDetector();
  readonly #seen = new Set<string>();
  readonly #touched = new Set<string>();
  /** Titles of highlights that were imported before an interruption. */
  readonly #skipped: Pick<UnmatchedHighlights, 'title' | 'byline'>[] = [];
  #titles: Titles | null = null;

  constructor({ id, options }: Pick<ImportRow, 'id' | 'options'>) {
    this.importId = id;
    this.options = options;
  }

  /** Whether the file contained an earlier record of the same article. Must be called once per record, in order. */
  isRepeated(record: ImportRecord): boolean {
    if (!('item' in record)) return false;
    const identity = normaliseAddress(record.item.url);
    const isSeen = this.#seen.has(identity);
    this.#seen.add(identity);
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
    for (const id of articleIds) this.#touched.add(id);
    if (this.#titles === null) return;
    for (const row of await db.articles.bulkGet([...articleIds]))
      if (row !== undefined) this.#titles.add(row);
  }

  /** Whether this is the file's first record of an article. Must be called once. */
  isFirst(articleId: string): boolean {
    const isNew = !this.#touched.has(articleId);
    this.#touched.add(articleId);
    return isNew;
  }

  /** All articles by their titles. Loaded when first needed, since few files need them. */
  async titles(db: LibraryDb): Promise<Titles> {
    if (this.#titles === null) {
      const titles = new Titles();
      await titles.read(db);
      this.#titles = titles;
      await this.#recall(db, titles);
    }
    return this.#titles;
  }

  /** Restores the state from before an interruption. */
  async #recall(db: LibraryDb, titles: Titles): Promise<void> {
    const identities = [...this.#seen];
    for (let from = 0; from < identities.length; from += BATCH_SIZE) {
      const some = identities.slice(from, from + BATCH_SIZE);
      for (const id of await db.articles.where('identity').anyOf(some).primaryKeys()) this.#touched.add(id);
    }
    for (const unmatched of this.#skipped.splice(0)) {
      const articleId = titles.find(unmatched);
      if (articleId !== null) this.#touched.add(articleId);
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
): Promise<{ merged: number; highlights: number; bad: Failure[] }> {
  const answer = { merged: 0, highlights: 0, bad: [] as Failure[] };
  const all = records.flatMap((record) => ('unmatched' in record ? [record] : []));
  if (all.length === 0) return answer;
  const titles = await run.titles(db);
  for (const { unmatched, at } of all) {
    const articleId = titles.find(unmatched);
    if (articleId === null) {
      answer.bad.push({ at, why: 'noMatch', url: '', title: looseTitle(unmatched) });
      continue;
    }
    if (run.isFirst(articleId)) answer.merged += 1;
    const tags = await fileTags(db, unmatched.tags, now);
    answer.highlights += await takeHighlights(db, articleId, unmatched.highlights, tags, now);
  }
  return answer;
}

/** The title under which unmatched highlights are listed. */
export function looseTitle({ title, byline }: { title: string; byline: string | null }): string {
  return byline === null ? title : `${title} · ${byline}`;
}

/**
 * Imports some records. Must run inside the caller's transaction, which includes every table.
 *
 * @param row the import, as stored
 * @param texts processed texts of those records that have one
 * @param repeats the records whose article occurred earlier in the file
 */
export async function takeRecords(
  db: LibraryDb,
  run: ImportRun,
  row: ImportRow,
  records: readonly ImportRecord[],
  texts: ReadonlyMap<ImportRecord, ProcessedText>,
  repeats: ReadonlySet<ImportRecord>,
  now: number,
): Promise<Taken> {
  const good = records.flatMap((record) => ('item' in record ? [{ record, item: record.item }] : []));
  const items = good.map(({ item }) => item);
  const lists = await fileLists(db, items, now);
  const { options } = run;
  // The list may have been deleted since.
  const list = options.listId === undefined ? undefined : await db.lists.get(options.listId);
  const listed = list === undefined ? [] : [list.id];
  const whole = await identitiesWithText(db, items);
  const inputs = good.map(({ record, item }) => {
    const identity = normaliseAddress(item.url);
    const text = whole.has(identity) ? null : (texts.get(record) ?? null);
    // If a file contains an article twice, the first text is kept.
    if (text !== null) whole.add(identity);
    const listIds = item.lists.flatMap((path) => lists.get(listKey(path)) ?? []);
    return importedArticle(withImportTag(item, options), text, [...listIds, ...listed], now);
  });
  const { knownKeys } = await run.detector.check(db, row);
  const saved = await saveArticles(inputs, db, { counts: run.detector.counts, all: knownKeys });
  run.detector.recordWritten(items.map(({ url }) => normaliseAddress(url)));
  let highlights = 0;
  for (const [i, { articleId }] of saved.entries()) {
    const item = items[i];
    // Awaiting promises that are not the database's, a hundred times in a row, loses Dexie's transaction.
    if (item === undefined || item.highlights.length === 0) continue;
    highlights += await takeHighlights(db, articleId, item.highlights, [], now);
  }
  const articleIds = [...new Set(saved.map(({ articleId }) => articleId))];
  await run.saved(db, articleIds);
  const unmatched = await importUnmatched(db, run, records, now);
  const bad = [...records.flatMap((record) => ('why' in record ? [record] : [])), ...unmatched.bad];
  if (bad.length > 0) {
    await db.importFailures.bulkAdd(
      bad.map(({ at, url, title, why }) => ({ importId: run.importId, at, url, title, why })),
    );
  }
  const updated = good.filter((_, i) => saved[i]?.updated === true);
  const repeated = updated.filter(({ record }) => repeats.has(record));
  return {
    added: saved.length - updated.length,
    merged: updated.length - repeated.length + unmatched.merged,
    // Highlights of an article in the same file don't count as a repeated record.
    duplicates: repeated.filter(({ record }) => record.isAddition !== true).length,
    failed: bad.length,
    highlights: highlights + unmatched.highlights,
    articleIds,
  };
}
