/**
 * Defines the records of the change log and their keys. A key consists of the table's name, a space, and the primary
 * key as JSON. The text, quotes and list of images of an article form one record under `contents`.
 *
 * Not included are images, which can be fetched again, snapshots for undoing recent saves, and derived data. The file of
 * an import is stored as a file beside the segments; its record only says that it exists.
 */

/** Tables with one record per row whose data belongs to no single article. */
export const SHARED_ROW_TABLES = [
  'lists',
  'tags',
  'smartLists',
  'people',
  'aliases',
  'stories',
  'imports',
  'importFailures',
  'textJobs',
];

/** Tables with one record per row. */
export const ROW_TABLES = ['articles', 'versions', 'highlights', 'corrections', ...SHARED_ROW_TABLES];

/** The table of imported files, which are stored as files. */
export const FILE_TABLE = 'importFiles';

/** Tables whose rows are combined into one record per article, under `BODY_TABLE`. */
export const BODY_SOURCE_TABLES = ['contents', 'quoteSets'];

export const BODY_TABLE = 'contents';

/** Tables whose changes are logged. */
export const LOGGED_TABLES: ReadonlySet<string> = new Set([...ROW_TABLES, ...BODY_SOURCE_TABLES, FILE_TABLE]);

export type PrimaryKey = string | number | readonly (string | number)[];

export function makeRecordKey(table: string, key: PrimaryKey): string {
  return `${table} ${JSON.stringify(key)}`;
}

/** Splits a record key. Null for an invalid key. */
export function parseRecordKey(key: string): { table: string; key: PrimaryKey } | null {
  const space = key.indexOf(' ');
  const table = key.slice(0, space);
  if (!LOGGED_TABLES.has(table)) return null;
  try {
    return { table, key: JSON.parse(key.slice(space + 1)) as PrimaryKey };
  } catch {
    // Not written by this extension.
    return null;
  }
}

/** Returns the key of the record that contains a row. */
export function getRecordKey(table: string, primaryKey: PrimaryKey): string {
  if (!BODY_SOURCE_TABLES.includes(table)) return makeRecordKey(table, primaryKey);
  return makeRecordKey(BODY_TABLE, typeof primaryKey === 'object' ? (primaryKey[0] ?? '') : primaryKey);
}
