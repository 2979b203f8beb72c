/** Nested lists of an export that refer to their parents by id. */
import { cleanLine } from '../../../text/clean-line.ts';
import { LINE_LIMITS } from '../../../text/limits.ts';
import type { ListPath } from '../import-types.ts';
import { getField, readJsonElements } from './json-elements.ts';

/** Maximum nesting of lists. */
const MAX_DEPTH = 16;

export class ListTree {
  readonly #lists = new Map<string, { name: string; parentId: string | null }>();

  /**
   * Adds a list.
   *
   * @param name `''` to omit the list from paths, so that its contents belong to its parent
   */
  add(id: string, name: string, parentId: string | null): void {
    this.#lists.set(id, { name: cleanLine(name, LINE_LIMITS.listName), parentId });
  }

  has(id: string): boolean {
    return this.#lists.has(id);
  }

  /** The path of a list, outermost first. A cycle ends at the first repeated list. */
  pathOf(id: string): ListPath {
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

/** Reads the lists of a JSON file. @param omittedName the name of a list whose contents belong to its parent */
export async function readListTree(file: Blob, key: string, omittedName = ''): Promise<ListTree> {
  const tree = new ListTree();
  for await (const element of readJsonElements(file, key)) {
    if (!element.ok) continue;
    const id = toIdOrNull(getField(element.value, 'id'));
    const name = getField(element.value, 'name');
    if (id !== null)
      tree.add(
        id,
        typeof name === 'string' && name !== omittedName ? name : '',
        toIdOrNull(getField(element.value, 'parentId')),
      );
  }
  return tree;
}
