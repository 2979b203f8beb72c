/** Maps sync records to rows of the local library: finds, reads and writes the row of a record. */

import { queryHighlights } from '../../library/articles/article-parts.ts';
import { getCorrections } from '../../library/people/stored-corrections.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import type { RecordKind } from '../format/segment-file.ts';
import {
  EMPTY_RECORD,
  isAlive,
  lastChangeOf,
  lastStamp,
  mergeRecords,
  type SyncRecord,
  valuesOf,
} from '../merge/record.ts';
import { EARLIEST_TIME, type Json, timeOf } from '../merge/stamp.ts';
import { readArticle, type SyncPicture } from './article-fields.ts';
import type { Engine } from './engine.ts';
import {
  identityOfRow,
  isRowKind,
  readRow,
  readRowTime,
  rowOfIdentity,
  type TagUsage,
  writeRow,
} from './row-kinds.ts';
import type { TextBody } from './text-body.ts';
import { eraseArticle, writeArticle } from './write-article.ts';

/** A record to be merged with the local state; see `reconcile`. */
export interface MergeTask {
  /** The record's key. */
  key: string;
  kind: RecordKind;
  /** A reference to the local row, if known; see `SyncRecordRow.local`. */
  local: string | null;
  /** The record from another device; null to only record local changes. */
  incoming: SyncRecord | null;
  /** Texts that the record may refer to, by file name; null if a text could not be fetched. */
  bodies?: ReadonlyMap<string, TextBody | null>;
  /** New pictures of the article that are stored on this device, by URL. */
  pictures?: ReadonlyMap<string, SyncPicture>;
  /** When the row was last changed, in milliseconds since 1970; by default now. */
  changedAt?: number;
}

/** A reference to a local row, as stored in `SyncRecordRow.local`. */
export const localRef = (kind: RecordKind, key: string): string => `${kind} ${key}`;
export const keyOfLocalRef = (local: string): string => local.slice(local.indexOf(' ') + 1);

const identityOf = ({ fields }: SyncRecord): string | null => {
  const value = fields.identity?.[1];
  return typeof value === 'string' ? value : null;
};

/** Finds a record's local row by its identity, which is the same on all devices. Returns `''` if there is none. */
export async function findLocalRef(db: LibraryDb, kind: RecordKind, record: SyncRecord): Promise<string> {
  const identity = identityOf(record);
  if (identity === null) return '';
  if (kind === 'article') {
    const article = await db.articles.get({ identity });
    return article === undefined ? '' : localRef(kind, article.id);
  }
  if (!isRowKind(kind)) return '';
  const rowKey = await rowOfIdentity(db, kind, identity);
  return rowKey === null ? '' : localRef(kind, rowKey);
}

/**
 * Returns the reference to a record's local row; `''` if there is none. A stored reference may be outdated, because an
 * article that was permanently deleted and saved again has a new row.
 */
export async function resolveLocalRef(
  { db }: Engine,
  { kind, local, incoming }: MergeTask,
  row: SyncRecordRow | undefined,
  known: SyncRecord,
): Promise<string> {
  const findByIdentity = (): Promise<string> =>
    findLocalRef(db, kind, mergeRecords(known, incoming ?? EMPTY_RECORD));
  if (!row?.local) return local || (await findByIdentity());
  if (kind !== 'article' || (await db.articles.get(keyOfLocalRef(row.local))) !== undefined) return row.local;
  return (await findByIdentity()) || row.local;
}

/** Reads the values of a record's local row; null if there is no row. */
export async function readLocal(
  { db, key }: Engine,
  { kind, pictures }: MergeTask,
  local: string,
  known: SyncRecord,
): Promise<Map<string, Json> | null> {
  if (local === '') return null;
  const rowKey = keyOfLocalRef(local);
  if (kind === 'article') {
    const article = await db.articles.get(rowKey);
    return article === undefined ? null : readArticle(db, key, article, known, pictures);
  }
  if (!isRowKind(kind)) return null;
  const identity = identityOf(known) ?? (await identityOfRow(db, kind, rowKey));
  return identity === null ? null : readRow(db, key, kind, rowKey, identity);
}

/**
 * Returns when a field was last changed, in milliseconds since 1970, as far as that is stored in rows. It is used for the
 * stamps when a library is first synced. With the current time instead, an old copy of a library would override all
 * later changes by other devices.
 */
export type ChangeTimes = (name: string) => number;

async function readArticleChangeTimes(db: LibraryDb, id: string): Promise<ChangeTimes> {
  const row = await db.articles.get(id);
  if (row === undefined) return () => EARLIEST_TIME;
  const times = new Map<string, number>();
  for (const name of ['savedAt', 'archivedAt', 'deletedAt', 'openedAt', 'pinnedAt', 'finishedAt'] as const)
    times.set(name, row[name] ?? row.updatedAt);
  times.set('progress', Math.max(row.updatedAt, row.openedAt ?? 0));
  for (const { id: mark, createdAt, updatedAt } of await queryHighlights(db, id).toArray()) {
    times.set(`mark:${mark}`, createdAt);
    times.set(`note:${mark}`, updatedAt);
    times.set(`colour:${mark}`, updatedAt);
  }
  for (const { quoteHash, correctedAt } of await getCorrections(db, id))
    times.set(`fix:${quoteHash}`, correctedAt);
  // Articles in the trash were edited before they were deleted, whatever the clock of the editing device. Edits with a
  // later stamp than the deletion would restore them.
  if (row.deletedAt !== null) times.set('deletedAt', Math.max(row.updatedAt, ...times.values()));
  return (name) => times.get(name) ?? row.updatedAt;
}

/**
 * Reads the change times of a row. Must run inside the caller's transaction.
 *
 * @param rowKey the row's primary key as JSON, or an article's id unchanged
 */
export async function readChangeTimes(db: LibraryDb, kind: RecordKind, rowKey: string): Promise<ChangeTimes> {
  if (kind === 'article') return readArticleChangeTimes(db, rowKey);
  const at = isRowKind(kind) ? await readRowTime(db, kind, rowKey) : null;
  return () => at ?? EARLIEST_TIME;
}

/** Returns the name of the file that contains an article's text, or null. */
const getTextFileName = (values: ReadonlyMap<string, Json> | null): Json =>
  (values?.get('text') as Readonly<Record<string, Json>> | undefined)?.body ?? null;

/**
 * Unlinks an article's aliases from their sync records. They are deleted together with the article, which is not a
 * decision of the user about the aliases.
 */
async function unlinkAliases(db: LibraryDb, articleId: string): Promise<void> {
  const keys = await db.aliases.where('articleId').equals(articleId).primaryKeys();
  const locals = keys.map((key) => localRef('alias', JSON.stringify(key)));
  await db.syncRecords.where('local').anyOf(locals).modify({ local: '' });
}

/** The result of applying a record. */
export interface AppliedRecord {
  /** A reference to the local row; `''` if there is none. */
  local: string;
  /** The article's text could not be fetched yet. */
  lacksText: boolean;
}

/** Writes a merged record to the local library. Must run inside the caller's transaction, which includes all tables. */
export async function applyRecord(
  engine: Engine,
  { kind, bodies }: MergeTask,
  local: string,
  record: SyncRecord,
  localValues: Map<string, Json> | null,
  tagUsage: TagUsage,
): Promise<AppliedRecord> {
  const { db } = engine;
  const rowKey = keyOfLocalRef(local);
  const wanted = isAlive(record) ? valuesOf(record) : null;
  const changedAt = (name: string): number => {
    const at = lastChangeOf(record, name);
    return at === null ? 0 : timeOf(at);
  };
  if (kind === 'article') {
    tagUsage.invalidate();
    const row = local === '' ? undefined : await db.articles.get(rowKey);
    if (wanted === null) {
      if (row !== undefined) {
        await unlinkAliases(db, row.id);
        await eraseArticle(db, row);
      }
      return { local: '', lacksText: false };
    }
    const name = getTextFileName(wanted);
    const hasNewText = typeof name === 'string' && name !== getTextFileName(localValues);
    const body = hasNewText ? (bodies?.get(name) ?? null) : null;
    const lacksText = hasNewText && body === null;
    const id = await writeArticle(db, row, {
      values: wanted,
      body,
      text: row === undefined ? 'new' : lacksText ? 'missing' : hasNewText ? 'new' : 'same',
      changedAt,
      now: engine.now(),
    });
    return id === null ? { local, lacksText: false } : { local: localRef(kind, id), lacksText };
  }
  if (!isRowKind(kind)) return { local, lacksText: false };
  const target = local === '' ? keyOfLocalRef(await findLocalRef(db, kind, record)) : rowKey;
  if (target === '') return { local: '', lacksText: false };
  const at = lastStamp(record);
  const exists = await writeRow(db, kind, target, wanted, at === null ? 0 : timeOf(at), tagUsage);
  return { local: exists ? localRef(kind, target) : '', lacksText: false };
}
