import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { Json } from '../merge/field.ts';
import { changeOf, isAlive, lastStamp, type SyncRecord, valuesOf } from '../merge/record.ts';
import { timeOf } from '../merge/stamp.ts';
import type { Engine } from './engine-types.ts';
import { findLocal, keyOfLocal, localOf, type Task } from './local-rows.ts';
import { isShelfKind, writeShelf } from './shelf-kinds.ts';
import type { TagHolders } from './tag-holders.ts';
import { eraseArticle, writeArticle } from './write-article.ts';

/** The name of the file that a text is in, or null. */
export const bodyOf = (values: ReadonlyMap<string, Json> | null): Json =>
  (values?.get('text') as Readonly<Record<string, Json>> | undefined)?.body ?? null;

/** What the user decided for one article goes with it, and that is no decision of theirs. */
async function unbindAliases(db: LibraryDb, articleId: string): Promise<void> {
  const keys = await db.aliases.where('articleId').equals(articleId).primaryKeys();
  const locals = keys.map((key) => localOf('alias', JSON.stringify(key)));
  await db.syncRecords.where('local').anyOf(locals).modify({ local: '' });
}

/** What was written, and where. */
export interface Written {
  local: string;
  lacksText: boolean;
}

/** Brings the library in line. */
export async function writeHere(
  engine: Engine,
  { kind, bodies }: Task,
  local: string,
  record: SyncRecord,
  here: Map<string, Json> | null,
  holders: TagHolders,
): Promise<Written> {
  const { db } = engine;
  const own = keyOfLocal(local);
  const wanted = isAlive(record) ? valuesOf(record) : null;
  const changedAt = (name: string): number => {
    const at = changeOf(record, name);
    return at === null ? 0 : timeOf(at);
  };
  if (kind === 'article') {
    holders.forget();
    const row = local === '' ? undefined : await db.articles.get(own);
    if (wanted === null) {
      if (row !== undefined) {
        await unbindAliases(db, row.id);
        await eraseArticle(db, row);
      }
      return { local: '', lacksText: false };
    }
    const name = bodyOf(wanted);
    const isOther = typeof name === 'string' && name !== bodyOf(here);
    const body = isOther ? (bodies?.get(name) ?? null) : null;
    const lacksText = isOther && body === null;
    const id = await writeArticle(db, row, {
      values: wanted,
      body,
      text: row === undefined ? 'new' : lacksText ? 'missing' : isOther ? 'new' : 'same',
      changedAt,
      now: engine.now(),
    });
    return id === null ? { local, lacksText: false } : { local: localOf(kind, id), lacksText };
  }
  if (!isShelfKind(kind)) return { local, lacksText: false };
  const target = local === '' ? keyOfLocal(await findLocal(db, kind, record)) : own;
  if (target === '') return { local: '', lacksText: false };
  const at = lastStamp(record);
  const isThere = await writeShelf(db, kind, target, wanted, at === null ? 0 : timeOf(at), holders);
  return { local: isThere ? localOf(kind, target) : '', lacksText: false };
}
