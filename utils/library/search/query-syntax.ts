/**
 * The query language of search and smart lists: `is:unread tag:war -site:example.com speaker:"Ada Holm"
 * before:2026-01-01 min:5 "exact words" (ferry OR tug)`. All parts must match; `OR` separates alternatives, parentheses
 * group, and a minus negates. Pure: converts a text to a tree, with the positions of errors.
 */

import type { QueryError, QueryErrorCode } from '../view-types.ts';
import { type FieldTest, parseField } from './query-fields.ts';
import { type Token, tokeniseQuery } from './query-tokens.ts';

export type QueryNode =
  /** Words that must occur, each as a whole word or a prefix. */
  | { kind: 'words'; text: string }
  /** Words that must be adjacent. */
  | { kind: 'phrase'; text: string }
  | { kind: 'test'; test: FieldTest }
  | { kind: 'not'; part: QueryNode }
  | { kind: 'and' | 'or'; parts: QueryNode[] };

export interface ParsedQuery {
  /** Null for an empty query. Invalid parts are omitted. */
  root: QueryNode | null;
  errors: QueryError[];
}

/** Maximum nesting depth. */
const MAX_DEPTH = 20;

const HAS_WORD_CHARACTER = /[\p{L}\p{N}]/u;

class Parser {
  readonly errors: QueryError[] = [];
  readonly #query: string;
  readonly #tokens: Token[];
  #position = 0;
  #depth = 0;

  constructor(query: string) {
    this.#query = query;
    this.#tokens = tokeniseQuery(query);
  }

  #fail(
    code: QueryErrorCode,
    { start, end }: { start: number; end: number },
    suggestion: string | null = null,
    isText = false,
  ) {
    this.errors.push({
      code,
      start,
      end,
      text: this.#query.slice(start, end),
      suggestion,
      isSearchedAsText: isText,
    });
  }

  parse(): QueryNode | null {
    const parts: QueryNode[] = [];
    for (;;) {
      const part = this.#parseAlternatives();
      if (part !== null) parts.push(part);
      const token = this.#tokens[this.#position];
      if (token === undefined) break;
      // Parsing ends early only at an unmatched closing parenthesis.
      this.#fail('strayParenthesis', token);
      this.#position += 1;
    }
    return combine('and', parts);
  }

  /** Parses parts, in which OR binds tighter than AND, as in mail search: `a b OR c d` is a and (b or c) and d. */
  #parseAlternatives(): QueryNode | null {
    const parts: QueryNode[] = [];
    let pending: Token | null = null;
    for (
      let token = this.#tokens[this.#position];
      token !== undefined;
      token = this.#tokens[this.#position]
    ) {
      if (token.kind === 'close') break;
      if (token.kind === 'or') {
        if (pending !== null || parts.length === 0) this.#fail('strayOr', token);
        else pending = token;
        this.#position += 1;
        continue;
      }
      const part = this.#parsePart();
      if (part === null) continue;
      const last = parts.at(-1);
      if (pending !== null && last !== undefined) parts[parts.length - 1] = alternatives(last, part);
      else parts.push(part);
      pending = null;
    }
    if (pending !== null) this.#fail('strayOr', pending);
    return combine('and', parts);
  }

  #parsePart(): QueryNode | null {
    const token = this.#tokens[this.#position];
    if (token === undefined) return null;
    this.#position += 1;
    switch (token.kind) {
      case 'minus': {
        // Repeated minus signs count once.
        while (this.#tokens[this.#position]?.kind === 'minus') this.#position += 1;
        const next = this.#tokens[this.#position]?.kind;
        if (next === undefined || next === 'close' || next === 'or') return null;
        const part = this.#parsePart();
        return part === null ? null : { kind: 'not', part };
      }
      case 'open':
        return this.#parseGroup(token);
      case 'words':
        // A dash or an ampersand is not a word.
        return HAS_WORD_CHARACTER.test(token.text) ? { kind: 'words', text: token.text } : null;
      case 'address':
        return { kind: 'test', test: { field: 'address', value: token.text } };
      case 'phrase':
        if (!token.closed) this.#fail('unclosedQuote', token);
        return !HAS_WORD_CHARACTER.test(token.text) ? null : { kind: 'phrase', text: token.text };
      case 'field':
        return this.#parseField(token);
      default:
        return null;
    }
  }

  #parseGroup(open: Token): QueryNode | null {
    this.#depth += 1;
    const inner = this.#depth > MAX_DEPTH ? null : this.#parseAlternatives();
    this.#depth -= 1;
    if (this.#tokens[this.#position]?.kind === 'close') this.#position += 1;
    else this.#fail('unclosedParenthesis', open);
    return inner;
  }

  #parseField(token: Extract<Token, { kind: 'field' }>): QueryNode | null {
    if (!token.closed) this.#fail('unclosedQuote', { start: token.valueStart, end: token.end });
    const parsed = parseField(token.field, token.text.trim());
    if (parsed.ok) return { kind: 'test', test: parsed.test };
    const isName = parsed.code === 'unknownField';
    const isEmpty = parsed.code === 'emptyValue';
    // "Live: ferry stops" is a headline. A field that is still being typed is at the end.
    const isText = isName || (isEmpty && this.#position < this.#tokens.length);
    const range = isName
      ? { start: token.start, end: token.valueStart }
      : { start: isEmpty ? token.start : token.valueStart, end: token.end };
    this.#fail(parsed.code, range, parsed.suggestion, isText);
    return isText ? asText(token) : null;
  }
}

/** Treats a field as plain words. */
function asText({ field, text, closed }: Extract<Token, { kind: 'field' }>): QueryNode {
  const name: QueryNode = { kind: 'words', text: field };
  if (!HAS_WORD_CHARACTER.test(text)) return name;
  const isPhrase = /\s/.test(text) && closed;
  return { kind: 'and', parts: [name, isPhrase ? { kind: 'phrase', text } : { kind: 'words', text }] };
}

function alternatives(first: QueryNode, second: QueryNode): QueryNode {
  if (first.kind === 'or') return { kind: 'or', parts: [...first.parts, second] };
  return { kind: 'or', parts: [first, second] };
}

function combine(kind: 'and', parts: QueryNode[]): QueryNode | null {
  const [only] = parts;
  if (only === undefined) return null;
  if (parts.length === 1) return only;
  // Flattened, so that its words are ranked with the others.
  return { kind, parts: parts.flatMap((part) => (part.kind === 'and' ? part.parts : [part])) };
}

/** Parses a query. Never throws: invalid parts are in `errors`, and the rest applies. */
export function parseQuery(query: string): ParsedQuery {
  const parser = new Parser(query);
  const root = parser.parse();
  return { root, errors: parser.errors.sort((a, b) => a.start - b.start) };
}
