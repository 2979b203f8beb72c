/**
 * Detects changes that the database cleanup made by itself when it removed unused names. They are not decisions of the
 * user: they must not override changes of other devices, or the tags of articles that still use a name.
 */
import { resolveAlias } from '../../library/lists/tags.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import { normaliseName } from '../../library/search/fold-text.ts';
import type { Kind } from '../format/segment-file.ts';
import type { SyncRecord } from '../merge/record.ts';
import type { Json } from '../merge/stamp.ts';
import type { TagUsage } from './row-kinds.ts';

/** Parses a row's primary key, which is passed as JSON. */
const keyParts = (rowKey: string): string[] => [JSON.parse(rowKey) as string | string[]].flat();

/** Whether the user has made a decision about one of the person's names. */
async function hasAlias(db: LibraryDb, personId: string): Promise<boolean> {
  return (await db.aliases.where('personId').equals(personId).count()) > 0;
}

/**
 * Whether a row was deleted automatically. Tags always are: if the user removed one from their articles, each article
 * records that. Must run inside the caller's transaction.
 *
 * @param rowKey the deleted row's primary key as JSON
 */
export async function isAutomaticDeletion(db: LibraryDb, kind: Kind, rowKey: string): Promise<boolean> {
  if (kind === 'tag') return true;
  if (kind !== 'person' && kind !== 'alias') return false;
  const [name = '', articleId = ''] = keyParts(rowKey);
  if (kind === 'person') return !(await hasAlias(db, name));
  return articleId === '' && (await db.speakers.get(name)) === undefined;
}

/**
 * Whether a person was renamed automatically because their old name does not occur any more; see `clean-database.ts`. Must
 * run inside the caller's transaction.
 *
 * @param rowKey the person's primary key as JSON
 * @param name the person's current name
 */
export async function isAutomaticRename(
  db: LibraryDb,
  rowKey: string,
  { fields }: SyncRecord,
  name: Json | undefined,
): Promise<boolean> {
  const before = fields.name?.[1];
  if (typeof before !== 'string' || typeof name !== 'string' || before === name) return false;
  if ((await db.speakers.get(normaliseName(before))) !== undefined) return false;
  const [id = ''] = keyParts(rowKey);
  const aliases = await db.aliases.where('personId').equals(id).toArray();
  // The cleanup also removes the alias of the old name. If the alias still exists, the user has chosen the new name.
  if (aliases.some(({ speakerKey }) => speakerKey === normaliseName(before))) return false;
  for (const { speakerKey } of aliases)
    if (name === ((await db.speakers.get(speakerKey))?.name ?? speakerKey)) return true;
  return false;
}

/**
 * Whether any article, including those in the trash, has the tag. Must run inside the caller's transaction.
 *
 * @param rowKey the tag's primary key as JSON
 * @param record the known record of the tag
 * @param tagUsage of this transaction
 */
export async function isTagInUse(
  db: LibraryDb,
  rowKey: string,
  record: SyncRecord,
  tagUsage: TagUsage,
): Promise<boolean> {
  const [key = ''] = keyParts(rowKey);
  const aliasOf = record.fields.aliasOf?.[1];
  const row =
    (await db.tags.get(key)) ?? (typeof aliasOf === 'string' ? await db.tags.get(aliasOf) : undefined);
  const target =
    row === undefined ? (typeof aliasOf === 'string' ? aliasOf : key) : (await resolveAlias(db, row)).key;
  return (await tagUsage.isUsed(db, key)) || (await tagUsage.isUsed(db, target));
}
