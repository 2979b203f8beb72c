/** The rows of this library that records of sync are of: how they are found, and what is in them. */
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import type { Kind } from '../format/segment-file.ts';
import type { Json } from '../merge/field.ts';
import { mergeRecords, NOTHING, type SyncRecord } from '../merge/record.ts';
import { readArticle, type SyncPicture } from './article-fields.ts';
import type { Engine } from './engine-types.ts';
import { identityOfRow, isShelfKind, readShelf, rowOfIdentity } from './shelf-kinds.ts';
import type { TextBody } from './text-body.ts';

export interface Task {
  key: string;
  kind: Kind;
  /** Kind and key of its row here, where that is known; see `SyncRecordRow.local`. */
  local: string | null;
  /** What comes from another device; null where only what is here is taken in. */
  coming: SyncRecord | null;
  /** The texts that may be needed, by the names of their files. */
  bodies?: ReadonlyMap<string, TextBody | null>;
  /** Pictures of the article that are here and not known yet, by address. */
  pictures?: ReadonlyMap<string, SyncPicture>;
}

/** Of kind and key of a row. */
export const localOf = (kind: Kind, key: string): string => `${kind} ${key}`;
export const keyOfLocal = (local: string): string => local.slice(local.indexOf(' ') + 1);

const identityIn = ({ fields }: SyncRecord): string | null => {
  const value = fields.identity?.[1];
  return typeof value === 'string' ? value : null;
};

/** The row here that a record is of, by what it is called on every device. */
export async function findLocal(db: LibraryDb, kind: Kind, record: SyncRecord): Promise<string> {
  const identity = identityIn(record);
  if (identity === null) return '';
  if (kind === 'article') {
    const article = await db.articles.get({ identity });
    return article === undefined ? '' : localOf(kind, article.id);
  }
  if (!isShelfKind(kind)) return '';
  const own = await rowOfIdentity(db, kind, identity);
  return own === null ? '' : localOf(kind, own);
}

/**
 * Kind and key of the row here; `''` where there is none. What was deleted for good and saved again is another row: the
 * one that is known of is gone then.
 */
export async function localFor(
  { db }: Engine,
  { kind, local, coming }: Task,
  row: SyncRecordRow | undefined,
  known: SyncRecord,
): Promise<string> {
  const byName = (): Promise<string> => findLocal(db, kind, mergeRecords(known, coming ?? NOTHING));
  if (!row?.local) return local || (await byName());
  if (kind !== 'article' || (await db.articles.get(keyOfLocal(row.local))) !== undefined) return row.local;
  return (await byName()) || row.local;
}

/** What is here of it; null where there is nothing. */
export async function readHere(
  { db, key }: Engine,
  { kind, pictures }: Task,
  local: string,
  known: SyncRecord,
): Promise<Map<string, Json> | null> {
  if (local === '') return null;
  const own = keyOfLocal(local);
  if (kind === 'article') {
    const article = await db.articles.get(own);
    return article === undefined ? null : readArticle(db, key, article, known, pictures);
  }
  if (!isShelfKind(kind)) return null;
  const identity = identityIn(known) ?? (await identityOfRow(db, kind, own));
  return identity === null ? null : readShelf(db, kind, own, identity);
}
