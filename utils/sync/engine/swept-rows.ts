/**
 * Cleaning the database takes out names that nothing has any more. That is no word of the user's: it wins over nothing
 * that somebody did elsewhere, and over no article that has the name after all.
 */
import { headOf } from '../../library/lists/tags.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import { foldName } from '../../library/search/fold-text.ts';
import type { Kind } from '../format/segment-file.ts';
import type { Json } from '../merge/field.ts';
import type { SyncRecord } from '../merge/record.ts';
import type { TagHolders } from './tag-holders.ts';

/** The parts of a row's key, which is here as JSON. */
const partsOf = (own: string): string[] => [JSON.parse(own) as string | string[]].flat();

/** Is somebody called by a name that the user has said something about? */
async function hasAlias(db: LibraryDb, personId: string): Promise<boolean> {
  return (await db.aliases.where('personId').equals(personId).count()) > 0;
}

/**
 * Is what is here no more gone by itself? A tag always is: that the user took it off their articles, each of these says.
 * Inside the caller's transaction.
 *
 * @param own the row's key, as JSON
 */
export async function isSwept(db: LibraryDb, kind: Kind, own: string): Promise<boolean> {
  if (kind === 'tag') return true;
  if (kind !== 'person' && kind !== 'alias') return false;
  const [name = '', articleId = ''] = partsOf(own);
  if (kind === 'person') return !(await hasAlias(db, name));
  return articleId === '' && (await db.speakers.get(name)) === undefined;
}

/**
 * Has a person been given another name because nobody is met under theirs any more? See `sweep-names.ts`. Inside the
 * caller's transaction.
 *
 * @param own the row's key, as JSON
 * @param name what they are called now
 */
export async function isRenamedBySweep(
  db: LibraryDb,
  own: string,
  { fields }: SyncRecord,
  name: Json | undefined,
): Promise<boolean> {
  const before = fields.name?.[1];
  if (typeof before !== 'string' || typeof name !== 'string' || before === name) return false;
  if ((await db.speakers.get(foldName(before))) !== undefined) return false;
  const [id = ''] = partsOf(own);
  const aliases = await db.aliases.where('personId').equals(id).toArray();
  // Cleaning takes the old name's away with it: one that is there says that the user has given the new name.
  if (aliases.some(({ speakerKey }) => speakerKey === foldName(before))) return false;
  for (const { speakerKey } of aliases)
    if (name === ((await db.speakers.get(speakerKey))?.name ?? speakerKey)) return true;
  return false;
}

/**
 * Has an article the tag, or one in the trash? Inside the caller's transaction.
 *
 * @param own the tag's key, as JSON
 * @param record what is known of it
 * @param holders of the transaction
 */
export async function isTagInUse(
  db: LibraryDb,
  own: string,
  record: SyncRecord,
  holders: TagHolders,
): Promise<boolean> {
  const [key = ''] = partsOf(own);
  const aliasOf = record.fields.aliasOf?.[1];
  const row =
    (await db.tags.get(key)) ?? (typeof aliasOf === 'string' ? await db.tags.get(aliasOf) : undefined);
  const held =
    row === undefined ? (typeof aliasOf === 'string' ? aliasOf : key) : (await headOf(db, row)).key;
  return (await holders.isHeld(db, key)) || (await holders.isHeld(db, held));
}
