/** Splits a query into tokens with their positions. Pure. */

/** A token of a query. Offsets are UTF-16 units in the query; `end` is exclusive. */
export type Token = { start: number; end: number } & (
  | { kind: 'open' | 'close' | 'minus' | 'or' }
  | { kind: 'words'; text: string }
  /** An address, as copied from the browser. */
  | { kind: 'address'; text: string }
  | { kind: 'phrase'; text: string; closed: boolean }
  /** `text` is the value without quotation marks; its range is `valueStart` to `end`. */
  | { kind: 'field'; field: string; text: string; valueStart: number; closed: boolean }
);

/** Opening quotation marks, as phones and word processors insert them, and their closing marks. */
const CLOSING_MARKS: Record<string, string> = { '"': '"', '“': '”"', '„': '“”"', '«': '»', '»': '«' };

/** A field's name: letters and hyphens directly before a colon, unlike in `12:30` and `https://…`. */
const FIELD = /^([\p{L}][\p{L}-]*):(?!\/\/)/u;

/** `https://…`, or a host with a path, as browsers show it: `paper.example/2026/ice`. */
const ADDRESS = /^(?:https?:\/\/\S+|(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\/\S*)/iu;

/** Maximum length of an address, as in browsers. */
const MAX_ADDRESS_LENGTH = 2048;

/** A dash that phones and word processors substitute for a minus. Before plain words, it is a dash. */
const DASH_BEFORE_FIELD = /^[−–][\p{L}][\p{L}-]*:\S/u;

function isMinus(query: string, at: number): boolean {
  if (query[at] === '-') return /[^\s)]/.test(query[at + 1] ?? ' ');
  return /[−–]/.test(query[at] ?? '') && DASH_BEFORE_FIELD.test(query.slice(at));
}

interface Quoted {
  text: string;
  end: number;
  closed: boolean;
}

function parseQuoted(query: string, start: number): Quoted {
  const closing = CLOSING_MARKS[query[start] ?? ''] ?? '"';
  for (let at = start + 1; at < query.length; at += 1) {
    if (closing.includes(query[at] ?? ''))
      return { text: query.slice(start + 1, at), end: at + 1, closed: true };
  }
  return { text: query.slice(start + 1), end: query.length, closed: false };
}

/** The end of a run without blanks or parentheses. */
function wordEnd(query: string, start: number): number {
  let at = start;
  while (at < query.length && !/[\s()]/.test(query[at] ?? '')) at += 1;
  return at;
}

function parseFieldToken(query: string, start: number, name: string): Token {
  const valueStart = start + name.length + 1;
  const base = { kind: 'field' as const, field: name.toLowerCase(), start, valueStart };
  if (CLOSING_MARKS[query[valueStart] ?? ''] !== undefined) {
    return { ...base, ...parseQuoted(query, valueStart) };
  }
  const end = wordEnd(query, valueStart);
  return { ...base, text: query.slice(valueStart, end), end, closed: true };
}

/** Accepts any string; never throws. */
export function tokeniseQuery(query: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    const unit = query[at] ?? '';
    if (/\s/.test(unit)) {
      at += 1;
      continue;
    }
    const token = parseToken(query, at, unit);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function parseToken(query: string, at: number, unit: string): Token {
  if (unit === '(') return { kind: 'open', start: at, end: at + 1 };
  if (unit === ')') return { kind: 'close', start: at, end: at + 1 };
  // A minus before a word; a separate one is a dash.
  if (isMinus(query, at)) return { kind: 'minus', start: at, end: at + 1 };
  if (CLOSING_MARKS[unit] !== undefined) return { kind: 'phrase', start: at, ...parseQuoted(query, at) };
  const address = ADDRESS.exec(query.slice(at, at + MAX_ADDRESS_LENGTH))?.[0];
  if (address !== undefined) {
    // A closing parenthesis of the query is not part of the address.
    const text = address.includes('(') ? address : address.replace(/\)+$/, '');
    return { kind: 'address', start: at, end: at + text.length, text };
  }
  const end = wordEnd(query, at);
  const word = query.slice(at, end);
  if (word === 'OR' || word === '|') return { kind: 'or', start: at, end };
  const name = FIELD.exec(word)?.[1];
  if (name !== undefined) return parseFieldToken(query, at, name);
  return { kind: 'words', start: at, end, text: word };
}
