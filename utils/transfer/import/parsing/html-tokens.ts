/**
 * A streaming HTML tokenizer without a DOM, for link lists, which are flat, large and often malformed. Its output is
 * only read, never rendered. Takes linear time for any input.
 *
 * We use our own tokenizer, because parsers that follow the standard (htmlparser2, parse5) treat everything after an
 * unclosed `<!--` as a comment, and everything after an unclosed attribute value up to the next quotation mark as its
 * value, so that one broken row would hide others.
 */
import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { toPlainText } from '../../web-address.ts';
import { LookAheadBudget, PendingText } from './look-ahead.ts';
import { readTextChunks } from './read-text.ts';

export type HtmlToken =
  | { kind: 'open'; tag: string; attributes: ReadonlyMap<string, string> }
  | { kind: 'close'; tag: string }
  | { kind: 'text'; text: string };

export type OpenTag = Extract<HtmlToken, { kind: 'open' }>;

export const filterOpenTags = (tokens: readonly HtmlToken[]): OpenTag[] =>
  tokens.filter((token) => token.kind === 'open');

/** Collects the plain text of all elements with a tag. */
export function getElementTexts(tokens: readonly HtmlToken[], tag: string): string[] {
  const texts: string[] = [];
  let text: string | null = null;
  for (const token of tokens) {
    if (token.kind === 'text') text = text === null ? null : text + token.text;
    else if (token.tag === tag && token.kind === 'open') text = '';
    else if (token.tag === tag && text !== null) {
      texts.push(toPlainText(text));
      text = null;
    }
  }
  return texts;
}

/** Maximum length of a tag in UTF-16 units. The `<` of a longer one counts as text. */
const MAX_TAG_LENGTH = 1_000_000;

/** Maximum length of an entity in characters; the longest in HTML has 33. */
const MAX_ENTITY_LENGTH = 40;

/**
 * Finds the `>` of the tag that begins at `from`, ignoring `>` in quoted attributes; -1 if there is none before `to`.
 */
function findTagEnd(buffer: string, from: number, to: number): number {
  let quote = '';
  for (let at = from; at < to; at += 1) {
    const character = buffer[at];
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return at;
    // A quotation mark opens a value only after `=`.
    else if (
      (character === '"' || character === "'") &&
      /=\s*$/.test(buffer.slice(Math.max(from, at - 8), at))
    )
      quote = character;
  }
  return -1;
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

function parseTag(source: string): HtmlToken | null {
  const match = /^(\/?)([a-z][a-z0-9]*)/i.exec(source);
  if (match === null) return null;
  const tag = (match[2] ?? '').toLowerCase();
  if (match[1] === '/') return { kind: 'close', tag };
  const attributes = new Map<string, string>();
  for (const [, name, double, single, bare] of source.slice(match[0].length).matchAll(ATTRIBUTE)) {
    const key = (name ?? '').toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decodeHTMLAttribute(double ?? single ?? bare ?? ''));
  }
  return { kind: 'open', tag, attributes };
}

/** Finds an offset at which incomplete text can be cut without splitting an entity. */
function findSafeCut(buffer: string, from: number): number {
  const entity = buffer.lastIndexOf('&');
  return entity >= from && buffer.length - entity < MAX_ENTITY_LENGTH ? entity : buffer.length;
}

/** Tokenizes a file chunk by chunk. */
export class HtmlTokenizer {
  readonly #pending = new PendingText();
  readonly #lookAhead = new LookAheadBudget();

  push(chunk: string): HtmlToken[] {
    const buffer = this.#pending.add(chunk);
    return buffer === null ? [] : this.#tokenize(buffer, false);
  }

  end(): HtmlToken[] {
    return this.#tokenize(this.#pending.unparsed(), true);
  }

  #tokenize(buffer: string, isLast: boolean): HtmlToken[] {
    const tokens: HtmlToken[] = [];
    let position = 0;
    while (position < buffer.length) {
      const open = buffer.indexOf('<', position);
      if (open !== position) {
        const textEnd = open !== -1 ? open : isLast ? buffer.length : findSafeCut(buffer, position);
        if (textEnd === position) break;
        tokens.push({ kind: 'text', text: decodeHTML(buffer.slice(position, textEnd)) });
        this.#lookAhead.refill(textEnd - position);
        position = textEnd;
        continue;
      }
      const next = buffer[position + 1];
      if (next === undefined && !isLast) break;
      // A `<` that does not begin a tag is text, as in HTML; some products do not escape titles.
      if (next === undefined || !/[a-z/!?]/i.test(next)) {
        tokens.push({ kind: 'text', text: '<' });
        position += 1;
        this.#lookAhead.refill(1);
        continue;
      }
      const maxLength = Math.min(MAX_TAG_LENGTH, Math.max(0, this.#lookAhead.remaining));
      const to = Math.min(buffer.length, position + maxLength);
      const isComment = buffer.startsWith('<!--', position);
      const end = isComment ? findCommentEnd(buffer, position, to) : findTagEnd(buffer, position + 1, to);
      if (end === -1) {
        if (!isLast && buffer.length - position < maxLength) break;
        // Unclosed: treat `<` as text and continue after it.
        this.#lookAhead.charge(to - position);
        tokens.push({ kind: 'text', text: '<' });
        position += 1;
        this.#lookAhead.refill(1);
        continue;
      }
      const token = isComment ? null : parseTag(buffer.slice(position + 1, end));
      if (token !== null) tokens.push(token);
      const after = end + (isComment ? 3 : 1);
      this.#lookAhead.refill(after - position);
      position = after;
    }
    this.#pending.setUnparsed(buffer.slice(position));
    return tokens;
  }
}

/** Tokenizes a file. */
export async function* readTokens(file: Blob): AsyncGenerator<HtmlToken, void, undefined> {
  const tokens = new HtmlTokenizer();
  for await (const chunk of readTextChunks(file)) yield* tokens.push(chunk);
  yield* tokens.end();
}

function findCommentEnd(buffer: string, from: number, to: number): number {
  const end = buffer.slice(from, to).indexOf('-->');
  return end === -1 ? -1 : from + end;
}
