/**
 * Tags and texts of an HTML file, piece by piece and without a DOM: for lists of links, which are flat, large, and
 * often not well-formed. Nothing of it is ever run or shown. In linear time, whatever is in the file.
 *
 * Ours, since parsers that follow the standard (htmlparser2, parse5) take all that follows `<!--` for a comment where
 * it is never closed, and all up to the next mark where one is missing: one broken row would lose the others.
 */
import { LookAhead } from './look-ahead.ts';
import { PendingText } from './pending-text.ts';

export type HtmlToken =
  | { kind: 'open'; tag: string; attributes: ReadonlyMap<string, string> }
  | { kind: 'close'; tag: string }
  | { kind: 'text'; text: string };

/** Tags longer than this are no tags: a `<` in a text, or a picture in an attribute. */
const LONGEST_TAG = 1_000_000;

/** An entity that is longer is none. */
const LONGEST_ENTITY = 32;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Decodes the entities that exports use: the five of XML, `&nbsp;`, and numbers. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{1,8}));?/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : '\ufffd';
  });
}

/** Where a tag that begins at `from` ends, quoted attributes skipped; -1 where it does not before `to`. */
function findEnd(buffer: string, from: number, to: number): number {
  let quote = '';
  for (let at = from; at < to; at += 1) {
    const mark = buffer[at];
    if (quote !== '') {
      if (mark === quote) quote = '';
    } else if (mark === '>') return at;
    // Only after `=` does a mark open a value.
    else if ((mark === '"' || mark === "'") && /=\s*$/.test(buffer.slice(Math.max(from, at - 8), at)))
      quote = mark;
  }
  return -1;
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

function readTag(source: string): HtmlToken | null {
  const match = /^(\/?)([a-z][a-z0-9]*)/i.exec(source);
  if (match === null) return null;
  const tag = (match[2] ?? '').toLowerCase();
  if (match[1] === '/') return { kind: 'close', tag };
  const attributes = new Map<string, string>();
  for (const [, name, double, single, bare] of source.slice(match[0].length).matchAll(ATTRIBUTE)) {
    const key = (name ?? '').toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decodeEntities(double ?? single ?? bare ?? ''));
  }
  return { kind: 'open', tag, attributes };
}

/** Where a text that goes on in the next piece may be cut: not within an entity. */
function endOfWholeText(buffer: string, from: number): number {
  const entity = buffer.lastIndexOf('&');
  return entity >= from && buffer.length - entity < LONGEST_ENTITY ? entity : buffer.length;
}

/** Takes pieces of a file and gives its tokens. */
export class HtmlTokens {
  readonly #pending = new PendingText();
  readonly #lookAhead = new LookAhead();

  push(piece: string): HtmlToken[] {
    const buffer = this.#pending.add(piece);
    return buffer === null ? [] : this.#take(buffer, false);
  }

  end(): HtmlToken[] {
    return this.#take(this.#pending.rest(), true);
  }

  #take(buffer: string, isLast: boolean): HtmlToken[] {
    const tokens: HtmlToken[] = [];
    let at = 0;
    while (at < buffer.length) {
      const open = buffer.indexOf('<', at);
      if (open !== at) {
        const textEnd = open !== -1 ? open : isLast ? buffer.length : endOfWholeText(buffer, at);
        if (textEnd === at) break;
        tokens.push({ kind: 'text', text: decodeEntities(buffer.slice(at, textEnd)) });
        this.#lookAhead.earn(textEnd - at);
        at = textEnd;
        continue;
      }
      const farthest = Math.min(LONGEST_TAG, Math.max(0, this.#lookAhead.reach));
      const to = Math.min(buffer.length, at + farthest);
      const isComment = buffer.startsWith('<!--', at);
      const end = isComment ? findCommentEnd(buffer, at, to) : findEnd(buffer, at + 1, to);
      if (end === -1) {
        if (!isLast && buffer.length - at < farthest) break;
        // Never closed: the mark is text, and what follows is read as if nothing had been.
        this.#lookAhead.spend(to - at);
        tokens.push({ kind: 'text', text: '<' });
        at += 1;
        this.#lookAhead.earn(1);
        continue;
      }
      const token = isComment ? null : readTag(buffer.slice(at + 1, end));
      if (token !== null) tokens.push(token);
      const next = end + (isComment ? 3 : 1);
      this.#lookAhead.earn(next - at);
      at = next;
    }
    this.#pending.keep(buffer.slice(at));
    return tokens;
  }
}

function findCommentEnd(buffer: string, from: number, to: number): number {
  const end = buffer.slice(from, to).indexOf('-->');
  return end === -1 ? -1 : from + end;
}
