/** Nested lists of an export that refer to their parents by id. */
import { cleanLine } from '../../../text/clean-line.ts';
import { LINE_LIMITS } from '../../../text/limits.ts';
import { uniqueNames } from '../../web-address.ts';
import type { ListPath } from '../import-types.ts';
import { getField, readJsonElements } from './json-elements.ts';
import { parseNames } from './read-fields.ts';

/** Maximum nesting of lists. */
const MAX_DEPTH = 16;

/** An id of Karakeep's database, which is unknown if the lists at the end of the file are missing. */
const DATABASE_ID = /^(?=.*\d)[a-z][a-z0-9]{23}$/;

class ListTree {
  readonly #lists = new Map<string, { name: string; parentId: string | null }>();

  /**
   * Adds a list.
   *
   * @param name `''` to omit the list from paths, so that its contents belong to its parent
   */
  add(id: string, name: string, parentId: string | null): void {
    this.#lists.set(id, { name: cleanLine(name, LINE_LIMITS.listName), parentId });
  }

  /** The paths of lists that are given by id, by name, or as objects with either. Unknown ids are ignored. */
  findPaths(value: unknown): ListPath[] {
    return (Array.isArray(value) ? value : [value]).flatMap((item) => {
      const id = toIdOrNull(item) ?? toIdOrNull(getField(item, 'id')) ?? '';
      const path = this.#lists.has(id)
        ? this.#pathOf(id)
        : uniqueNames(parseNames([item])).filter((name) => !DATABASE_ID.test(name));
      return path.length === 0 ? [] : [path];
    });
  }

  /** The path of a list, outermost first. A cycle ends at the first repeated list. */
  #pathOf(id: string): ListPath {
    const path: string[] = [];
    const visited = new Set<string>();
    let currentId: string | null = id;
    while (currentId !== null && !visited.has(currentId) && visited.size < MAX_DEPTH) {
      visited.add(currentId);
      const list = this.#lists.get(currentId);
      if (list !== undefined && list.name !== '') path.unshift(list.name);
      currentId = list?.parentId ?? null;
    }
    return path;
  }
}

/** Converts an id to a string, since some products use numbers; null for `''` and other types. */
export function toIdOrNull(value: unknown): string | null {
  return typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : null;
}

/** Reads the lists of a JSON file. @param omitted the id or name of a list whose contents belong to its parent */
export async function readListTree(file: Blob, key: string, omitted: string): Promise<ListTree> {
  const tree = new ListTree();
  for await (const element of readJsonElements(file, key)) {
    if (!element.ok) continue;
    const id = toIdOrNull(getField(element.value, 'id'));
    const name = getField(element.value, 'name');
    if (id !== null)
      tree.add(
        id,
        typeof name === 'string' && name !== omitted && id !== omitted ? name : '',
        toIdOrNull(getField(element.value, 'parentId')),
      );
  }
  return tree;
}
