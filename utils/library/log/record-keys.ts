/**
 * What the change log keeps, and under which key. A key is the table's name, a space, and the primary key as JSON. What an
 * article is made of is one record under `contents`: its text, its quotes, and the list of its pictures.
 *
 * Not kept: pictures, which are fetched again, and what is derived from the rest. The file of an import is a file beside
 * the segments, and its record says only that there is one.
 */

/** Tables of what is no article's; each row has a record. */
export const SHELF_ROW_TABLES = [
  'lists',
  'tags',
  'smartLists',
  'people',
  'aliases',
  'imports',
  'importFailures',
  'textJobs',
];

/** Tables whose rows have a record each. */
export const ROW_TABLES = ['articles', 'versions', 'highlights', 'corrections', ...SHELF_ROW_TABLES];

/** Whose row is a file, kept as one. */
export const FILES = 'importFiles';

/** Of an article, under one key. */
export const BODY_TABLES = ['contents', 'quoteSets'];

export const BODY = 'contents';

/** Tables whose changes are logged. */
export const LOGGED: ReadonlySet<string> = new Set([...ROW_TABLES, ...BODY_TABLES, FILES]);

export type PrimaryKey = string | number | readonly (string | number)[];

export function recordKey(table: string, key: PrimaryKey): string {
  return `${table} ${JSON.stringify(key)}`;
}

/** Null where it is none. */
export function parseRecordKey(key: string): { table: string; key: PrimaryKey } | null {
  const space = key.indexOf(' ');
  const table = key.slice(0, space);
  if (!LOGGED.has(table)) return null;
  try {
    return { table, key: JSON.parse(key.slice(space + 1)) as PrimaryKey };
  } catch {
    // Not written by us.
    return null;
  }
}

/** The key of a row's record, by its table and primary key. */
export function recordKeyOf(table: string, primaryKey: PrimaryKey): string {
  if (!BODY_TABLES.includes(table)) return recordKey(table, primaryKey);
  return recordKey(BODY, typeof primaryKey === 'object' ? (primaryKey[0] ?? '') : primaryKey);
}
