/** Parses the beginning of a JSON text, up to where it is cut off or invalid. */

/** Maximum nesting depth. */
const MAX_DEPTH = 64;

const BLANK = /[\s\ufeff]*/y;
const SCALAR = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const STRING = /"(?:[^"\\]|\\.)*"/sy;

/** Thrown at the end of the text or at an error; the values read so far are kept. */
class CutOff extends Error {}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): unknown {
    const holder: unknown[] = [];
    try {
      this.#value(0, (value) => holder.push(value));
    } catch (error) {
      if (!(error instanceof CutOff)) throw error;
    }
    return holder[0];
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) throw new CutOff();
    this.#at += found.length;
    return found;
  }

  #peek(): string {
    this.#match(BLANK);
    return this.#text[this.#at] ?? '';
  }

  #skip(mark: string): void {
    if (this.#peek() !== mark) throw new CutOff();
    this.#at += 1;
  }

  /** A string, number, boolean or null; fails for invalid ones such as `007`. */
  #scalar(pattern: RegExp): unknown {
    const source = this.#match(pattern);
    try {
      return JSON.parse(source);
    } catch {
      throw new CutOff();
    }
  }

  /** Reads a value. Lists and objects are passed to `put` before they are complete, since the text may end in them. */
  #value(depth: number, put: (value: unknown) => void): void {
    const mark = this.#peek();
    if (depth > MAX_DEPTH) throw new CutOff();
    if (mark === '[') {
      const list: unknown[] = [];
      put(list);
      this.#members(']', () => this.#value(depth + 1, (value) => list.push(value)));
    } else if (mark === '{') {
      const object: Record<string, unknown> = Object.create(null);
      put(object);
      this.#members('}', () => {
        const key = String(this.#scalar(STRING));
        this.#skip(':');
        this.#value(depth + 1, (value) => {
          object[key] = value;
        });
      });
    } else put(this.#scalar(mark === '"' ? STRING : SCALAR));
  }

  #members(end: string, read: () => void): void {
    this.#at += 1;
    if (this.#peek() === end) {
      this.#at += 1;
      return;
    }
    for (;;) {
      this.#peek();
      read();
      if (this.#peek() === end) {
        this.#at += 1;
        return;
      }
      this.#skip(',');
    }
  }
}

/**
 * @param text the beginning of a JSON text
 * @returns the value with incomplete objects and lists; undefined if the text is not JSON
 */
export function parseCutJson(text: string): unknown {
  return new Reader(text).read();
}
