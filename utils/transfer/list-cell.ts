/** Encodes the lists of an article in one CSV cell. */
import type { ListPath } from './import/import-types.ts';

/** Writes a JSON array. A top-level list is a string; a nested list is an array of names, outermost first. */
export function writeListCell(lists: readonly ListPath[]): string {
  return lists.length === 0 ? '' : JSON.stringify(lists.map((path) => (path.length === 1 ? path[0] : path)));
}

const isStringArray = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

/** Parses the output of `writeListCell`; null for other cells. */
export function readListCell(cell: string): ListPath[] | null {
  if (!cell.trimStart().startsWith('[')) return null;
  let value: unknown;
  try {
    value = JSON.parse(cell);
  } catch {
    // Not JSON: other products use other notations.
    return null;
  }
  if (!Array.isArray(value)) return null;
  return value.flatMap((item) => (typeof item === 'string' ? [[item]] : isStringArray(item) ? [item] : []));
}
