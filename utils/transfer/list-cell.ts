/** Lists in one cell of a table. */
import type { ListPath } from './import/import-types.ts';

/** A JSON array with each list's name; one within others is an array of the way to it, the outermost first. */
export function writeListCell(lists: readonly ListPath[]): string {
  return lists.length === 0 ? '' : JSON.stringify(lists.map((path) => (path.length === 1 ? path[0] : path)));
}

const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

/** What `writeListCell` wrote; null where it is nothing of the kind. */
export function readListCell(cell: string): ListPath[] | null {
  if (!cell.trimStart().startsWith('[')) return null;
  let value: unknown;
  try {
    value = JSON.parse(cell);
  } catch {
    // Other products write lists in other ways.
    return null;
  }
  if (!Array.isArray(value)) return null;
  return value.flatMap((item) => (typeof item === 'string' ? [[item]] : isNames(item) ? [item] : []));
}
