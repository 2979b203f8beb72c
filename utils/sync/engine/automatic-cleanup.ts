/**
 * Detects changes that the database cleanup made when it removed unused names. They are not decisions of the user, so
 * they must not override changes by other devices, or remove tags that articles on other devices still use.
 */
import { resolveAlias } from '../../library/lists/tags.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import { normaliseName } from '../../library/search/fold-text.ts';
import type { RecordKind } from '../format/segment-file.ts';
import type { SyncRecord } from '../merge/record.ts';
import type { Json } from '../merge/stamp.ts';
import type { TagUsage } from './row-kinds.ts';

/** Parses a row's primary key, which is given as JSON. */
const parseKeyParts = (rowKey: string): string[] => [JSON.parse(rowKey) as string | string[]].flat();

/** Whether the person has an alias, which is a decision of the user. */
async function hasAlias(db: LibraryDb, personId: string): Promise<boolean> {
  return (await db.aliases.where('personId').equals(personId).count()) > 0;
}

/**
 * Whether a row was deleted automatically. Tags always count as such, because a removal by the user is recorded in each
 * article. Must run inside the caller's transaction.
 *
 * @param rowKey the deleted row's primary key as JSON
 */
export async function isAutomaticDeletion(db: LibraryDb, kind: RecordKind, rowKey: string): Promise<boolean> {
  if (kind === 'tag') return true;
  if (kind !== 'person' && kind !== 'alias') return false;
  const [name = '', articleId = ''] = parseKeyParts(rowKey);
  if (kind === 'person') return !(await hasAlias(db, name));
  return articleId === '' && (await db.speakers.get(name)) === undefined;
}

/**
 * Whether a person was renamed automatically, because no article contains their old name any more; see
 * `clean-database.ts`. Must run inside the caller's transaction.
 *
 * @param rowKey the person's primary key as JSON
 * @param newName the person's current name
 */
export async function isAutomaticRename(
  db: LibraryDb,
  rowKey: string,
  { fields }: SyncRecord,
  newName: Json | undefined,
): Promise<boolean> {
  const oldName = fields.name?.[1];
  if (typeof oldName !== 'string' || typeof newName !== 'string' || oldName === newName) return false;
  if ((await db.speakers.get(normaliseName(oldName))) !== undefined) return false;
  const [id = ''] = parseKeyParts(rowKey);
  const aliases = await db.aliases.where('personId').equals(id).toArray();
  // The cleanup also removes the alias of the old name. If the alias still exists, the user has chosen the new name.
  if (aliases.some(({ speakerKey }) => speakerKey === normaliseName(oldName))) return false;
  for (const { speakerKey } of aliases)
    if (newName === ((await db.speakers.get(speakerKey))?.name ?? speakerKey)) return true;
  return false;
}

/**
 * Whether any article, including those in the trash, has the tag. Must run inside the caller's transaction.
 *
 * @param rowKey the tag's primary key as JSON
 * @param record the known record of the tag
 * @param tagUsage the cache of this transaction
 */
export async function isTagInUse(
  db: LibraryDb,
  rowKey: string,
  record: SyncRecord,
  tagUsage: TagUsage,
): Promise<boolean> {
  const [key = ''] = parseKeyParts(rowKey);
  const aliasOf = record.fields.aliasOf?.[1];
  const row =
    (await db.tags.get(key)) ?? (typeof aliasOf === 'string' ? await db.tags.get(aliasOf) : undefined);
  const target =
    row === undefined ? (typeof aliasOf === 'string' ? aliasOf : key) : (await resolveAlias(db, row)).key;
  return (await tagUsage.isUsed(db, key)) || (await tagUsage.isUsed(db, target));
}
