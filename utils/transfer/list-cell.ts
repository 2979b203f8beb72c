/** Reads and writes lists in one cell of a table. */
import type { ListPath } from './import/import-types.ts';

/** Writes a JSON array of names; a nested list is an array with its path, outermost first. */
export function writeListCell(lists: readonly ListPath[]): string {
  return lists.length === 0 ? '' : JSON.stringify(lists.map((path) => (path.length === 1 ? path[0] : path)));
}

const isStringArray = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

/** Parses the output of `writeListCell`; null if it is something else. */
export function readListCell(cell: string): ListPath[] | null {
  if (!cell.trimStart().startsWith('[')) return null;
  let value: unknown;
  try {
    value = JSON.parse(cell);
  } catch {
    // Other products use other notations.
    return null;
  }
  if (!Array.isArray(value)) return null;
  return value.flatMap((item) => (typeof item === 'string' ? [[item]] : isStringArray(item) ? [item] : []));
}
