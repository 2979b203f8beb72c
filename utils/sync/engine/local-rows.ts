/** Maps sync records to the rows of the local library: finds, reads and writes the row of a record. */

import { queryHighlights } from '../../library/articles/article-parts.ts';
import { getCorrections } from '../../library/people/stored-corrections.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import type { Kind } from '../format/segment-file.ts';
import {
  changeOf,
  EMPTY_RECORD,
  isAlive,
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
  rowOfIdentity,
  rowTime,
  type TagUsage,
  writeRow,
} from './row-kinds.ts';
import type { TextBody } from './text-body.ts';
import { eraseArticle, writeArticle } from './write-article.ts';

export interface Task {
  key: string;
  kind: Kind;
  /** Kind and key of the local row, if known; see `SyncRecordRow.local`. */
  local: string | null;
  /** The record from another device; null if only local changes are to be recorded. */
  incoming: SyncRecord | null;
  /** Texts that may be needed, by the names of their files. */
  bodies?: ReadonlyMap<string, TextBody | null>;
  /** New pictures of the article that are stored on this device, by address. */
  pictures?: ReadonlyMap<string, SyncPicture>;
  /** When the user changed the row last, in milliseconds since 1970; now if not set. */
  changedAt?: number;
}

/** A reference to a local row, as stored in `SyncRecordRow.local`. */
export const localRef = (kind: Kind, key: string): string => `${kind} ${key}`;
export const keyOfLocalRef = (local: string): string => local.slice(local.indexOf(' ') + 1);

const identityIn = ({ fields }: SyncRecord): string | null => {
  const value = fields.identity?.[1];
  return typeof value === 'string' ? value : null;
};

/** Finds the local row of a record by the record's identity, which is the same on all devices. */
export async function findLocalRef(db: LibraryDb, kind: Kind, record: SyncRecord): Promise<string> {
  const identity = identityIn(record);
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
 * The reference to a record's local row; `''` if there is none. An article that was permanently deleted and saved again
 * has a new row, so a stored reference may be outdated.
 */
export async function resolveLocalRef(
  { db }: Engine,
  { kind, local, incoming }: Task,
  row: SyncRecordRow | undefined,
  known: SyncRecord,
): Promise<string> {
  const byName = (): Promise<string> => findLocalRef(db, kind, mergeRecords(known, incoming ?? EMPTY_RECORD));
  if (!row?.local) return local || (await byName());
  if (kind !== 'article' || (await db.articles.get(keyOfLocalRef(row.local))) !== undefined) return row.local;
  return (await byName()) || row.local;
}

/** The record's values in the local library; null if there is no row. */
export async function readLocal(
  { db, key }: Engine,
  { kind, pictures }: Task,
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
  const identity = identityIn(known) ?? (await identityOfRow(db, kind, rowKey));
  return identity === null ? null : readRow(db, key, kind, rowKey, identity);
}

/**
 * Returns when a field was changed last, in milliseconds since 1970, as far as the rows tell. When a library is first
 * synced, its content is not new: with the current time as its timestamp, an old copy would override everything that
 * other devices did since.
 */
export type ChangeTimes = (name: string) => number;

async function timesOfArticle(db: LibraryDb, id: string): Promise<ChangeTimes> {
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
  // What is in the trash was edited before it was deleted, whatever the clock of the device that edited it. Edits later
  // than the deletion would restore it.
  if (row.deletedAt !== null) times.set('deletedAt', Math.max(row.updatedAt, ...times.values()));
  return (name) => times.get(name) ?? row.updatedAt;
}

/**
 * Must run inside the caller's transaction.
 *
 * @param rowKey the row's primary key as JSON, or an article's id as it is
 */
export async function changeTimesOf(db: LibraryDb, kind: Kind, rowKey: string): Promise<ChangeTimes> {
  if (kind === 'article') return timesOfArticle(db, rowKey);
  const at = isRowKind(kind) ? await rowTime(db, kind, rowKey) : null;
  return () => at ?? EARLIEST_TIME;
}

/** The name of the file that contains the text, or null. */
export const textFileOf = (values: ReadonlyMap<string, Json> | null): Json =>
  (values?.get('text') as Readonly<Record<string, Json>> | undefined)?.body ?? null;

/**
 * An article's aliases are deleted with it. That is not a decision of the user about the aliases, so they are only
 * unlinked from their records.
 */
async function unlinkAliases(db: LibraryDb, articleId: string): Promise<void> {
  const keys = await db.aliases.where('articleId').equals(articleId).primaryKeys();
  const locals = keys.map((key) => localRef('alias', JSON.stringify(key)));
  await db.syncRecords.where('local').anyOf(locals).modify({ local: '' });
}

/** The result of writing a record. */
export interface Applied {
  local: string;
  lacksText: boolean;
}

/** Applies a merged sync record to the local database. */
export async function applyRecord(
  engine: Engine,
  { kind, bodies }: Task,
  local: string,
  record: SyncRecord,
  localValues: Map<string, Json> | null,
  tagUsage: TagUsage,
): Promise<Applied> {
  const { db } = engine;
  const rowKey = keyOfLocalRef(local);
  const wanted = isAlive(record) ? valuesOf(record) : null;
  const changedAt = (name: string): number => {
    const at = changeOf(record, name);
    return at === null ? 0 : timeOf(at);
  };
  if (kind === 'article') {
    tagUsage.forget();
    const row = local === '' ? undefined : await db.articles.get(rowKey);
    if (wanted === null) {
      if (row !== undefined) {
        await unlinkAliases(db, row.id);
        await eraseArticle(db, row);
      }
      return { local: '', lacksText: false };
    }
    const name = textFileOf(wanted);
    const isOther = typeof name === 'string' && name !== textFileOf(localValues);
    const body = isOther ? (bodies?.get(name) ?? null) : null;
    const lacksText = isOther && body === null;
    const id = await writeArticle(db, row, {
      values: wanted,
      body,
      text: row === undefined ? 'new' : lacksText ? 'missing' : isOther ? 'new' : 'same',
      changedAt,
      now: engine.now(),
    });
    return id === null ? { local, lacksText: false } : { local: localRef(kind, id), lacksText };
  }
  if (!isRowKind(kind)) return { local, lacksText: false };
  const target = local === '' ? keyOfLocalRef(await findLocalRef(db, kind, record)) : rowKey;
  if (target === '') return { local: '', lacksText: false };
  const at = lastStamp(record);
  const isThere = await writeRow(db, kind, target, wanted, at === null ? 0 : timeOf(at), tagUsage);
  return { local: isThere ? localRef(kind, target) : '', lacksText: false };
}
