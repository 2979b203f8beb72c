/** Lists that are told apart by ids, and may be within one another. */
import { cleanLine } from '../../../text/clean-line.ts';
import { LINE_LIMITS } from '../../../text/limits.ts';
import type { ListPath } from '../import-types.ts';

/** Lists within one another that are believed. */
const DEEPEST = 16;

export class ListTree {
  readonly #lists = new Map<string, { name: string; parentId: string | null }>();

  /** @param name `''` for one that says nothing: what is in it is in the one around it */
  add(id: string, name: string, parentId: string | null): void {
    this.#lists.set(id, { name: cleanLine(name, LINE_LIMITS.listName), parentId });
  }

  has(id: string): boolean {
    return this.#lists.has(id);
  }

  /** The way to a list from the outermost; one that is within itself is cut where it begins again. */
  pathOf(id: string): ListPath {
    const path: string[] = [];
    const seen = new Set<string>();
    let at: string | null = id;
    while (at !== null && !seen.has(at) && seen.size < DEEPEST) {
      seen.add(at);
      const list = this.#lists.get(at);
      if (list !== undefined && list.name !== '') path.unshift(list.name);
      at = list?.parentId ?? null;
    }
    return path;
  }
}

/** An id as text: some products count them, some don't. Null where it is none. */
export function idOf(value: unknown): string | null {
  return typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : null;
}
