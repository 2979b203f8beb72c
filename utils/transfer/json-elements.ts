/** The elements of an array in a JSON file, one by one, without ever holding the whole. */
import { readText } from './read-text.ts';

/** An element longer than this is not read. */
const LONGEST = 64 * 2 ** 20;

export type JsonElement = { ok: true; value: unknown } | { ok: false; source: string };

/** Characters of an unreadable element that are kept, to find its address in. */
const KEPT = 20_000;

function parseElement(source: string): JsonElement {
  try {
    return { ok: true, value: JSON.parse(source) };
  } catch {
    // The other elements may be fine: the importer lists this one as unreadable.
    return { ok: false, source: source.slice(0, KEPT) };
  }
}

/** Follows strings, brackets and keys through a JSON text, and cuts out the elements of one array. */
class Splitter {
  readonly #key: string | null;
  #depth = 0;
  /** Depth of the array's elements; -1 outside. */
  #inside = -1;
  #inString = false;
  #escaped = false;
  #lastString = '';
  #string = '';
  #element = '';

  constructor(key: string | null) {
    this.#key = key;
  }

  push(piece: string): string[] {
    const elements: string[] = [];
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const mark = piece.charCodeAt(at);
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (mark === 0x5c) this.#escaped = true;
        else if (mark === 0x22) {
          this.#inString = false;
          this.#lastString = this.#string;
        } else if (this.#inside === -1 && this.#string.length < 64) this.#string += piece[at];
        continue;
      }
      if (mark === 0x22) {
        this.#inString = true;
        this.#string = '';
      } else if (mark === 0x5b || mark === 0x7b) {
        if (mark === 0x5b && this.#inside === -1 && this.#isWanted()) {
          this.#inside = this.#depth + 1;
          from = at + 1;
          this.#element = '';
        }
        this.#depth += 1;
      } else if (mark === 0x5d || mark === 0x7d) {
        if (this.#depth === this.#inside) {
          elements.push(this.#element + piece.slice(from, at));
          this.#inside = -1;
          this.#element = '';
        }
        this.#depth -= 1;
      } else if (mark === 0x2c && this.#depth === this.#inside) {
        elements.push(this.#element + piece.slice(from, at));
        this.#element = '';
        from = at + 1;
      }
    }
    if (this.#inside !== -1 && this.#element.length < LONGEST) this.#element += piece.slice(from);
    return elements.filter((element) => element.trim() !== '');
  }

  /** What was begun when the file ended. */
  end(): string[] {
    return this.#inside !== -1 && this.#element.trim() !== '' ? [this.#element] : [];
  }

  #isWanted(): boolean {
    return this.#key === null ? this.#depth === 0 : this.#depth === 1 && this.#lastString === this.#key;
  }
}

/**
 * Elements of the array at the top of a JSON file, or of the array under a key of the object there.
 *
 * @param key null for a file that is an array itself
 */
export async function* readJsonElements(
  file: Blob,
  key: string | null,
): AsyncGenerator<JsonElement, void, undefined> {
  const splitter = new Splitter(key);
  for await (const piece of readText(file))
    for (const element of splitter.push(piece)) yield parseElement(element);
  for (const element of splitter.end()) yield parseElement(element);
}

/** An object's field, or undefined; for values whose shape nobody vouches for. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** Objects of an array; nothing where it is none. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
