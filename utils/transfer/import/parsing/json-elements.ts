import { LookAheadBudget } from './look-ahead.ts';
import { readTextChunks } from './read-text.ts';

/** Streams the elements of an array in a JSON file, in linear time and without loading the whole file. */

/** Maximum length of an element in UTF-16 units; longer ones are cut and reported as unreadable. */
const MAX_ELEMENT_LENGTH = 64 * 2 ** 20;

/** A parsed element. Consecutive unreadable elements are reported once. */
type JsonElement = { ok: true; value: unknown } | { ok: false };

/** Maximum nesting depth that is tracked; deeper brackets are only counted. */
const MAX_DEPTH = 1000;

/** Matches the separator before another object. It can't match inside a string, where the quotation mark is escaped. */
const NEXT_OBJECT = /,\s*(?=\{\s*")/g;

/** Maximum length of an object that is recovered from damaged JSON, in UTF-16 units. */
const MAX_RECOVERED_LENGTH = 4 * 2 ** 20;

/** Parses JSON; returns null if it is invalid. */
export function parseJson(source: string): { ok: true; value: unknown } | null {
  try {
    return { ok: true, value: JSON.parse(source) };
  } catch {
    // The caller recovers a part of it, or reports it as unreadable.
    return null;
  }
}

const [BACKSLASH, QUOTE, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [...'\\"[]{}'].map((code) =>
  code.charCodeAt(0),
) as [number, number, number, number, number, number];

/** Finds the end of the value that begins at `from` by counting brackets; -1 if it does not end before `to`. */
export function findValueEnd(source: string, from: number, to: number): number {
  let depth = 0;
  let inString = false;
  for (let at = from; at < to; at += 1) {
    const code = source.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) at += 1;
      if (code !== QUOTE) continue;
      inString = false;
      if (depth === 0) return at + 1;
      continue;
    }
    if (code === QUOTE) inString = true;
    else if (code === OPEN_OBJECT || code === OPEN_LIST) depth += 1;
    else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      depth -= 1;
      if (depth <= 0) return at + 1;
    }
  }
  return -1;
}

/**
 * Parses one element. A missing or extra quotation mark merges an element with later ones; these are recovered by
 * searching for the beginnings of objects.
 */
function* parseElements(source: string): Generator<JsonElement, void, undefined> {
  const whole = parseJson(source);
  if (whole !== null) {
    yield whole;
    return;
  }
  const lookAhead = new LookAheadBudget();
  let wasUnreadable = false;
  for (let at = 0; at < source.length; ) {
    const to = Math.min(source.length, at + Math.max(0, Math.min(MAX_RECOVERED_LENGTH, lookAhead.remaining)));
    const end = findValueEnd(source, at, to);
    const element = end === -1 ? null : parseJson(source.slice(at, end));
    if (element === null) lookAhead.charge((end === -1 ? to : end) - at);
    NEXT_OBJECT.lastIndex = element === null ? at + 1 : end;
    const next = NEXT_OBJECT.exec(source) === null ? source.length : NEXT_OBJECT.lastIndex;
    if (element !== null) yield element;
    else if (!wasUnreadable) yield { ok: false };
    wasUnreadable = element === null;
    lookAhead.refill(next - at);
    at = next;
  }
}

/** Tracks strings, brackets and keys in a JSON text, and extracts the elements of one array. */
class ElementSplitter {
  readonly #key: string | null;
  /** Character codes of the open brackets. */
  readonly #open: number[] = [];
  #untrackedDepth = 0;
  /** The nesting depth of the array's elements; -1 outside the array. */
  #elementDepth = -1;
  #inString = false;
  #escaped = false;
  #lastString = '';
  #string = '';
  #element = '';

  constructor(key: string | null) {
    this.#key = key;
  }

  push(chunk: string): string[] {
    const elements: string[] = [];
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const code = chunk.charCodeAt(at);
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (code === 0x5c) this.#escaped = true;
        else if (code === 0x22) {
          this.#inString = false;
          this.#lastString = this.#string;
        } else if (this.#elementDepth === -1 && this.#string.length < 64) this.#string += chunk[at];
        continue;
      }
      if (code === 0x22) {
        this.#inString = true;
        this.#string = '';
      } else if (code === 0x5b || code === 0x7b) {
        if (code === 0x5b && this.#elementDepth === -1 && this.#isTargetArray()) {
          this.#elementDepth = this.#open.length + 1;
          from = at + 1;
          this.#element = '';
        }
        if (this.#open.length < MAX_DEPTH) this.#open.push(code);
        else this.#untrackedDepth += 1;
      } else if (code === 0x5d || code === 0x7d) {
        if (this.#untrackedDepth > 0) {
          this.#untrackedDepth -= 1;
          continue;
        }
        // Ignore unmatched closing brackets. The codes of `]` and `}` are those of `[` and `{` plus 2.
        if (this.#open.at(-1) !== code - 2) continue;
        if (this.#open.length === this.#elementDepth) {
          elements.push(this.#element + chunk.slice(from, at));
          this.#elementDepth = -1;
          this.#element = '';
        }
        this.#open.pop();
      } else if (code === 0x2c && this.#open.length === this.#elementDepth) {
        elements.push(this.#element + chunk.slice(from, at));
        this.#element = '';
        from = at + 1;
      }
    }
    if (this.#elementDepth !== -1 && this.#element.length < MAX_ELEMENT_LENGTH)
      this.#element += chunk.slice(from);
    return elements.filter((element) => element.trim() !== '');
  }

  /** Returns the incomplete element at the end of the file, if any. */
  end(): string[] {
    return this.#elementDepth !== -1 && this.#element.trim() !== '' ? [this.#element] : [];
  }

  #isTargetArray(): boolean {
    return this.#key === null
      ? this.#open.length === 0
      : this.#open.length === 1 && this.#lastString === this.#key;
  }
}

/**
 * Reads the elements of a JSON file that is an array, or of an array in its top-level object.
 *
 * @param key the key of the array in the top-level object; null if the file is an array
 */
export async function* readJsonElements(
  file: Blob,
  key: string | null,
): AsyncGenerator<JsonElement, void, undefined> {
  const splitter = new ElementSplitter(key);
  for await (const chunk of readTextChunks(file))
    for (const element of splitter.push(chunk)) yield* parseElements(element);
  for (const element of splitter.end()) yield* parseElements(element);
}

/** Reads a field of an untrusted value; undefined if it is not an object with this field. */
export function getField(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** Checks whether an untrusted value is an object with this field. */
export function hasField(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name);
}

/** Returns an untrusted value if it is an array, otherwise an empty array. */
export function toArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function toStringOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
