/**
 * Tags and texts of an HTML file, piece by piece and without a DOM: for lists of links, which are flat, large, and
 * often not well-formed. Nothing of it is ever run or shown.
 */

export type HtmlToken =
  | { kind: 'open'; tag: string; attributes: ReadonlyMap<string, string> }
  | { kind: 'close'; tag: string }
  | { kind: 'text'; text: string };

/** Tags longer than this are no tags: a `<` in a text, or a picture in an attribute. */
const LONGEST_TAG = 1_000_000;

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
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));?/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : '\ufffd';
  });
}

/** Where a tag that begins at `from` ends, quoted attributes skipped; -1 where it does not. */
function findEnd(buffer: string, from: number): number {
  let quote = '';
  for (let at = from; at < buffer.length && at - from < LONGEST_TAG; at += 1) {
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

/** Takes pieces of a file and gives its tokens. */
export class HtmlTokens {
  #buffer = '';

  push(piece: string): HtmlToken[] {
    this.#buffer += piece;
    return this.#take(false);
  }

  end(): HtmlToken[] {
    return this.#take(true);
  }

  #take(isLast: boolean): HtmlToken[] {
    const tokens: HtmlToken[] = [];
    const buffer = this.#buffer;
    let at = 0;
    while (at < buffer.length) {
      const open = buffer.indexOf('<', at);
      const textEnd = open === -1 ? buffer.length : open;
      if (textEnd > at) {
        if (open === -1 && !isLast) break;
        tokens.push({ kind: 'text', text: decodeEntities(buffer.slice(at, textEnd)) });
        at = textEnd;
        continue;
      }
      const isComment = buffer.startsWith('<!--', at);
      const end = isComment ? buffer.indexOf('-->', at) : findEnd(buffer, at + 1);
      if (end === -1) {
        if (!isLast && buffer.length - at < LONGEST_TAG) break;
        // Never closed: the mark is text, and what follows is read as if nothing had been.
        tokens.push({ kind: 'text', text: '<' });
        at += 1;
        continue;
      }
      const token = isComment ? null : readTag(buffer.slice(at + 1, end));
      if (token !== null) tokens.push(token);
      at = end + (isComment ? 3 : 1);
    }
    this.#buffer = buffer.slice(at);
    return tokens;
  }
}
