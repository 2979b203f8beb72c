/** Parses the beginning of a file, so that formats can look at it. */
import type { FileHead } from './format-types.ts';
import { CsvParser, findSeparator } from './parsing/csv-parser.ts';
import { foldColumn } from './parsing/csv-rows.ts';
import { parseCutJson } from './parsing/cut-json.ts';
import { HtmlTokens } from './parsing/html-tokens.ts';
import { readHead } from './parsing/read-text.ts';

/** Bytes looked at: the first object of a JSON file may hold a whole article. */
const HEAD = 2 ** 20;

/** Characters of a table or a page that are parsed. */
const PARSED = 128 * 1024;

/** Rows of a table, and lines, that are parsed. */
const MOST_ROWS = 20;
const MOST_LINES = 100;

const JSON_START = /^[[{]\s*(?:["[{\]}\d-]|true|false|null|$)/;
const MARKUP_START = /^<(?:[!?]|[a-z][a-z0-9]*[\s/>])/i;

/** Records are objects, or lists: `[2024 budget](https://…)` and `[ ] https://…` are lines of a text. */
function saysNothing(value: unknown, text: string): boolean {
  if (!Array.isArray(value)) return value === undefined;
  return !value.some((element) => typeof element === 'object' && element !== null) && /[^\s[\]]/.test(text);
}

/** A stray control character is a damaged text; many are none. */
function isText(head: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const strange = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return !head.startsWith('bplist') && strange * 30 <= head.length;
}

/** The beginning of a file, as what it is. */
export async function readFileHead(file: Blob): Promise<FileHead> {
  const text = (await readHead(file, HEAD)).trimStart();
  if (!isText(text.slice(0, 4096))) {
    return { kind: 'binary', bytes: new Uint8Array(await file.slice(0, 4096).arrayBuffer()) };
  }
  if (JSON_START.test(text)) {
    const value = parseCutJson(text);
    if (!saysNothing(value, text)) return { kind: 'json', value };
  }
  const start = text.slice(0, PARSED);
  if (MARKUP_START.test(start)) return { kind: 'markup', text: start, tokens: new HtmlTokens().push(start) };
  const parser = new CsvParser(findSeparator(start));
  const rows = parser.push(start);
  if (start.length === text.length) rows.push(...parser.end());
  const [first, ...others] = rows;
  return {
    kind: 'text',
    text: start,
    lines: start.split(/\r\n?|\n/, MOST_LINES),
    columns: (first ?? []).map(foldColumn),
    rows: others.slice(0, MOST_ROWS),
  };
}
