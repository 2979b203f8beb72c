/** The elements of an array in a JSON file, one by one, without ever holding the whole; in linear time. */
import { LookAhead } from './look-ahead.ts';
import { readText } from './read-text.ts';

/** An element longer than this is not read. */
const LONGEST = 64 * 2 ** 20;

/** What can't be read in one stretch is one element. */
export type JsonElement = { ok: true; value: unknown } | { ok: false };

/** Brackets within one another that are followed; deeper ones are only counted. */
const DEEPEST = 1000;

/** Before an object that is not the first; never inside a string, where its mark would be escaped. */
const NEXT_OBJECT = /,\s*(?=\{\s*")/g;

/** Characters in which an object that has to be looked for must end. */
const LONGEST_LOST = 4 * 2 ** 20;

function parse(source: string): JsonElement | null {
  try {
    return { ok: true, value: JSON.parse(source) };
  } catch {
    // The caller looks for a part that can be read, or lists it as unreadable.
    return null;
  }
}

const [BACKSLASH, MARK, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [...'\\"[]{}'].map((mark) =>
  mark.charCodeAt(0),
) as [number, number, number, number, number, number];

/** Where what begins at a place ends: with as many brackets closed as opened. -1 where it does not before `to`. */
function endOfObject(source: string, from: number, to: number): number {
  let depth = 0;
  let inString = false;
  for (let at = from; at < to; at += 1) {
    const mark = source.charCodeAt(at);
    if (inString) {
      if (mark === BACKSLASH) at += 1;
      if (mark !== MARK) continue;
      inString = false;
      if (depth === 0) return at + 1;
      continue;
    }
    if (mark === MARK) inString = true;
    else if (mark === OPEN_OBJECT || mark === OPEN_LIST) depth += 1;
    else if (mark === CLOSE_OBJECT || mark === CLOSE_LIST) {
      depth -= 1;
      if (depth <= 0) return at + 1;
    }
  }
  return -1;
}

/**
 * The elements of a piece. Where a mark is missing or too many, one element swallows those after it: they are looked
 * for by how an object begins.
 */
function* parseElements(source: string): Generator<JsonElement, void, undefined> {
  const whole = parse(source);
  if (whole !== null) {
    yield whole;
    return;
  }
  const lookAhead = new LookAhead();
  let wasLost = false;
  for (let at = 0; at < source.length; ) {
    const to = Math.min(source.length, at + Math.max(0, Math.min(LONGEST_LOST, lookAhead.reach)));
    const end = endOfObject(source, at, to);
    const element = end === -1 ? null : parse(source.slice(at, end));
    if (element === null) lookAhead.spend((end === -1 ? to : end) - at);
    NEXT_OBJECT.lastIndex = element === null ? at + 1 : end;
    const next = NEXT_OBJECT.exec(source) === null ? source.length : NEXT_OBJECT.lastIndex;
    if (element !== null) yield element;
    else if (!wasLost) yield { ok: false };
    wasLost = element === null;
    lookAhead.earn(next - at);
    at = next;
  }
}

/** Follows strings, brackets and keys through a JSON text, and cuts out the elements of one array. */
class Splitter {
  readonly #key: string | null;
  /** Brackets that are open. */
  readonly #open: number[] = [];
  #deeper = 0;
  /** How many are around the array's elements; -1 outside. */
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
          this.#inside = this.#open.length + 1;
          from = at + 1;
          this.#element = '';
        }
        if (this.#open.length < DEEPEST) this.#open.push(mark);
        else this.#deeper += 1;
      } else if (mark === 0x5d || mark === 0x7d) {
        if (this.#deeper > 0) {
          this.#deeper -= 1;
          continue;
        }
        // One that closes what is not open is somebody's mistake: it ends nothing. (`]` is two after `[`, as `}` is.)
        if (this.#open.at(-1) !== mark - 2) continue;
        if (this.#open.length === this.#inside) {
          elements.push(this.#element + piece.slice(from, at));
          this.#inside = -1;
          this.#element = '';
        }
        this.#open.pop();
      } else if (mark === 0x2c && this.#open.length === this.#inside) {
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
    return this.#key === null
      ? this.#open.length === 0
      : this.#open.length === 1 && this.#lastString === this.#key;
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
    for (const element of splitter.push(piece)) yield* parseElements(element);
  for (const element of splitter.end()) yield* parseElements(element);
}

/** An object's field, or undefined; for values whose shape nobody vouches for. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** Whether an object has a field, whatever is in it. */
export function hasKey(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name);
}

/** Objects of an array; nothing where it is none. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
