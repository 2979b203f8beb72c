/** Apple's property lists in XML: a tree of dictionaries, arrays, strings, numbers, dates. Unclosed tags are forgiven. */
import { type HtmlToken, HtmlTokens } from './html-tokens.ts';
import { readText } from './read-text.ts';

/** A dictionary has no prototype: its keys are a file's. */
export type PlistValue = string | number | boolean | Date | PlistValue[] | { [key: string]: PlistValue };

/** Dictionaries and arrays within one another that are followed. */
const DEEPEST = 200;

interface Container {
  value: PlistValue[] | { [key: string]: PlistValue };
  key: string;
}

function scalarOf(tag: string, text: string): PlistValue | null {
  if (tag === 'integer' || tag === 'real') return Number(text);
  if (tag === 'date') return new Date(text);
  return tag === 'string' ? text : null;
}

class PlistReader {
  root: PlistValue | null = null;
  readonly #open: Container[] = [];
  #deeper = 0;
  #text = '';

  take(token: HtmlToken): void {
    if (token.kind === 'text') this.#text += token.text;
    else if (token.kind === 'open') this.#begin(token.tag);
    else this.#end(token.tag);
  }

  #begin(tag: string): void {
    this.#text = '';
    if (tag === 'true' || tag === 'false') this.#put(tag === 'true');
    if (tag !== 'dict' && tag !== 'array') return;
    if (this.#open.length >= DEEPEST) {
      this.#deeper += 1;
      return;
    }
    const value: Container['value'] = tag === 'array' ? [] : Object.create(null);
    this.#put(value);
    this.#open.push({ value, key: '' });
  }

  #end(tag: string): void {
    if (tag === 'dict' || tag === 'array') {
      if (this.#deeper > 0) this.#deeper -= 1;
      else if (Array.isArray(this.#open.at(-1)?.value) === (tag === 'array')) this.#open.pop();
      return;
    }
    const around = this.#open.at(-1);
    if (tag === 'key' && around !== undefined) around.key = this.#text;
    const scalar = scalarOf(tag, this.#text);
    if (scalar !== null) this.#put(scalar);
    this.#text = '';
  }

  #put(value: PlistValue): void {
    const around = this.#open.at(-1);
    if (this.#deeper > 0) return;
    if (around === undefined) this.root ??= value;
    else if (Array.isArray(around.value)) around.value.push(value);
    else around.value[around.key] = value;
  }
}

/** The tree in a property list; null where there is none. */
export async function readPlist(file: Blob): Promise<PlistValue | null> {
  const tokens = new HtmlTokens();
  const reader = new PlistReader();
  for await (const piece of readText(file)) for (const token of tokens.push(piece)) reader.take(token);
  for (const token of tokens.end()) reader.take(token);
  return reader.root;
}
