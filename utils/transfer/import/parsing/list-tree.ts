/** A tree of lists with ids. */
import { cleanLine } from '../../../text/clean-line.ts';
import { LINE_LIMITS } from '../../../text/limits.ts';
import type { ListPath } from '../import-types.ts';
import { fieldOf, readJsonElements } from './json-elements.ts';

/** Maximum nesting of lists. */
const MAX_DEPTH = 16;

export class ListTree {
  readonly #lists = new Map<string, { name: string; parentId: string | null }>();

  /**
   * Adds a list.
   *
   * @param name `''` for a list whose contents belong to its parent
   */
  add(id: string, name: string, parentId: string | null): void {
    this.#lists.set(id, { name: cleanLine(name, LINE_LIMITS.listName), parentId });
  }

  has(id: string): boolean {
    return this.#lists.has(id);
  }

  /** The path of a list, outermost first; a cycle is cut where it starts again. */
  pathOf(id: string): ListPath {
    const path: string[] = [];
    const seen = new Set<string>();
    let at: string | null = id;
    while (at !== null && !seen.has(at) && seen.size < MAX_DEPTH) {
      seen.add(at);
      const list = this.#lists.get(at);
      if (list !== undefined && list.name !== '') path.unshift(list.name);
      at = list?.parentId ?? null;
    }
    return path;
  }
}

/** An id as text, since some products use numbers; null if it is neither text nor number. */
export function idOf(value: unknown): string | null {
  return typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : null;
}

/** Reads the lists of a JSON file. @param nameless the name of a list whose contents belong to its parent */
export async function readListTree(file: Blob, key: string, nameless = ''): Promise<ListTree> {
  const tree = new ListTree();
  for await (const element of readJsonElements(file, key)) {
    if (!element.ok) continue;
    const id = idOf(fieldOf(element.value, 'id'));
    const name = fieldOf(element.value, 'name');
    if (id !== null)
      tree.add(
        id,
        typeof name === 'string' && name !== nameless ? name : '',
        idOf(fieldOf(element.value, 'parentId')),
      );
  }
  return tree;
}
