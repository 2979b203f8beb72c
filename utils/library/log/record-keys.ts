/**
 * What the change log contains, and under which keys. A key is the table's name, a space, and the primary key as JSON.
 * An article's text, quotes and list of pictures are one record under `contents`.
 *
 * Not included: pictures, which can be fetched again, and derived data. The file of an import is stored as a file
 * beside the segments; its record says only that it exists.
 */

/** Tables of data that belongs to no single article, with one record per row. */
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

/** The table whose rows are files, which are stored as files. */
export const FILE_TABLE = 'importFiles';

/** Tables whose rows are combined into one record per article. */
export const BODY_SOURCE_TABLES = ['contents', 'quoteSets'];

export const BODY_TABLE = 'contents';

/** Tables whose changes are logged. */
export const LOGGED_TABLES: ReadonlySet<string> = new Set([...ROW_TABLES, ...BODY_SOURCE_TABLES, FILE_TABLE]);

export type PrimaryKey = string | number | readonly (string | number)[];

export function recordKey(table: string, key: PrimaryKey): string {
  return `${table} ${JSON.stringify(key)}`;
}

/** Null for an invalid key. */
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

/** The key of a row's record. */
export function recordKeyOf(table: string, primaryKey: PrimaryKey): string {
  if (!BODY_SOURCE_TABLES.includes(table)) return recordKey(table, primaryKey);
  return recordKey(BODY_TABLE, typeof primaryKey === 'object' ? (primaryKey[0] ?? '') : primaryKey);
}
