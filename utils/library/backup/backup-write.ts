import Dexie from 'dexie';
import {
  imageEntryName,
  MANIFEST_NAME,
  makeManifest,
  SETTINGS_NAME,
  tableEntryName,
  toJsonLines,
} from '../../transfer/backup-format.ts';
import type { CompressEntry } from '../../transfer/zip/compress-entry.ts';
import { type FileSink, type WrittenEntry, ZipWriter } from '../../transfer/zip/zip-writer.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { SCHEMA_VERSION } from '../schema/library-name.ts';
import type { ArticleRow, ImageRow } from '../types.ts';
import { ARTICLE_TABLES, type BackedUpTable, SHARED_TABLES } from './backup-tables.ts';

/** Limits of a group, which make it a few megabytes. A single longer article still forms a group. */
const MAX_GROUP_ARTICLES = 100;
const MAX_GROUP_WORDS = 400_000;

export interface BackupOptions {
  /** The user's settings, in the format in which they are restored. */
  settings: unknown;
  /** Called after each group with the number of written articles and the total. */
  onProgress?: (done: number, total: number) => void;
  /** Compresses data; the default does so in this thread. */
  pack?: CompressEntry;
  /** Aborts the backup, which leaves the file incomplete. */
  signal?: AbortSignal;
  now?: number;
}

interface Group {
  /** Rows by table. */
  rows: Map<string, object[]>;
  articles: number;
  lastId: string;
}

/**
 * Reads the next articles with all their parts, in one transaction.
 *
 * @param after the id of the last article that was read; null at the start
 * @returns null if there are no more articles
 */
function readGroup(db: LibraryDb, after: string | null): Promise<Group | null> {
  const tables = ARTICLE_TABLES.map(({ name }) => db.table(name));
  return db.transaction('r', tables, async () => {
    const from = after === null ? Dexie.minKey : after;
    const rows = await db.articles
      .where('id')
      .between(from, Dexie.maxKey, after === null, true)
      .limit(MAX_GROUP_ARTICLES)
      .toArray();
    const articles: ArticleRow[] = [];
    let words = 0;
    for (const row of rows) {
      if (articles.length > 0 && words + row.wordCount > MAX_GROUP_WORDS) break;
      articles.push(row);
      words += row.wordCount;
    }
    const firstId = articles[0]?.id;
    const lastId = articles.at(-1)?.id;
    if (firstId === undefined || lastId === undefined) return null;
    const ids = new Set(articles.map(({ id }) => id));
    const parts = await Promise.all(
      ARTICLE_TABLES.slice(1).map(async ({ name, index }) => {
        const isCompound = index?.startsWith('[') === true;
        const range = isCompound
          ? db
              .table<{ articleId: string }>(name)
              .where(index)
              .between([firstId, Dexie.minKey], [lastId, Dexie.maxKey])
          : db.table<{ articleId: string }>(name).where('articleId').between(firstId, lastId, true, true);
        // Parts of articles that no longer exist would be restored as orphans.
        return [name, (await range.toArray()).filter(({ articleId }) => ids.has(articleId))] as const;
      }),
    );
    return {
      rows: new Map<string, object[]>([['articles', articles], ...parts]),
      articles: articles.length,
      lastId,
    };
  });
}

/** Removes data that is derived or that is stored in a file of its own. */
function strip(table: string, rows: readonly object[]): object[] {
  if (table === 'articles') return rows.map((row) => ({ ...row, views: [] }));
  if (table === 'images') return rows.map((row) => ({ ...row, blob: null }));
  return [...rows];
}

async function writeImages(
  zip: ZipWriter,
  images: readonly ImageRow[],
  files: WrittenEntry[],
): Promise<void> {
  for (const { id, blob } of images) {
    if (blob !== null) files.push(await zip.add(imageEntryName(id), blob));
  }
}

/**
 * Writes the whole library to one file; see `backup-format.ts`.
 *
 * @param sink receives the chunks of the file in order
 * @returns the number of written articles and the size of the file
 * @throws the sink's errors, and the signal's reason
 */
export async function writeBackup(
  sink: FileSink,
  options: BackupOptions,
  db: LibraryDb = library,
): Promise<{ articles: number; bytes: number }> {
  const { settings, onProgress, signal, pack, now = Date.now() } = options;
  const zip = new ZipWriter(sink, pack);
  const files: WrittenEntry[] = [];
  const counts: Record<string, number> = {};
  const put = async (
    { name, file = name, unpack }: BackedUpTable,
    group: number | null,
    rows: readonly object[],
  ): Promise<WrittenEntry[]> => {
    const lines = unpack === undefined ? strip(name, rows) : unpack(rows);
    counts[file] = (counts[file] ?? 0) + lines.length;
    if (lines.length === 0 && group !== null) return [];
    return [await zip.add(tableEntryName(file, group), toJsonLines(lines))];
  };
  for (const table of SHARED_TABLES) {
    files.push(...(await put(table, null, await db.table(table.name).toArray())));
  }
  files.push(await zip.add(SETTINGS_NAME, JSON.stringify(settings ?? null)));
  const total = await db.articles.count();
  let groups = 0;
  let articles = 0;
  let nextGroup = readGroup(db, null);
  for (let group = await nextGroup; group !== null; group = await nextGroup) {
    signal?.throwIfAborted();
    // The next group is read while this one is compressed.
    nextGroup = readGroup(db, group.lastId);
    groups += 1;
    const { rows } = group;
    const number = groups;
    const written = ARTICLE_TABLES.map((table) => put(table, number, rows.get(table.name) ?? []));
    files.push(...(await Promise.all(written)).flat());
    await writeImages(zip, (rows.get('images') ?? []) as ImageRow[], files);
    articles += group.articles;
    onProgress?.(articles, total);
  }
  const manifest = makeManifest({
    schema: SCHEMA_VERSION,
    createdAt: new Date(now).toISOString(),
    counts,
    groups,
    files,
  });
  await zip.add(MANIFEST_NAME, JSON.stringify(manifest));
  await zip.finish();
  return { articles, bytes: zip.size };
}
