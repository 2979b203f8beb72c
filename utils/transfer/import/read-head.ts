/** Parses the beginning of a file, for detecting its format. */
import type { FileHead } from './format-types.ts';
import { CsvParser, detectSeparator } from './parsing/csv-parser.ts';
import { HtmlTokenizer } from './parsing/html-tokens.ts';
import { readTextHead } from './parsing/read-text.ts';
import { normaliseName } from './parsing/rows.ts';
import { parseTruncatedJson } from './parsing/truncated-json.ts';

/** Number of bytes read: large, because the first object of a JSON file may contain a whole article. */
const HEAD_BYTES = 2 ** 20;

/** Maximum length of a table or a page that is parsed, in UTF-16 units. */
const MAX_PARSED_LENGTH = 128 * 1024;

/** Maximum numbers of rows and lines that are returned. */
const MAX_ROWS = 20;
const MAX_LINES = 100;

const JSON_START = /^[[{]\s*(?:["[{\]}\d-]|true|false|null|$)/;
const MARKUP_START = /^<(?:[!?]|[a-z][a-z0-9-]*[\s/>])/i;

/** Recognises text that only looks like JSON: its elements are neither objects nor lists, as in `[ ] https://…`. */
function isOnlyText(value: unknown, text: string): boolean {
  if (!Array.isArray(value)) return value === undefined;
  return !value.some((element) => typeof element === 'object' && element !== null) && /[^\s[\]]/.test(text);
}

/** Checks for binary data: text has at most one control character in 30, which allows for damaged text. */
function isText(head: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this searches for
  const controlCount = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return !head.startsWith('bplist') && controlCount * 30 <= head.length;
}

/** Detects the kind of a file (JSON, markup, text or binary) and parses its beginning. */
export async function parseFileHead(file: Blob): Promise<FileHead> {
  const text = (await readTextHead(file, HEAD_BYTES)).trimStart();
  if (!isText(text.slice(0, 4096))) {
    return { kind: 'binary', bytes: new Uint8Array(await file.slice(0, 4096).arrayBuffer()) };
  }
  if (JSON_START.test(text)) {
    const value = parseTruncatedJson(text);
    if (!isOnlyText(value, text)) return { kind: 'json', value };
  }
  const start = text.slice(0, MAX_PARSED_LENGTH);
  if (MARKUP_START.test(start))
    return { kind: 'markup', text: start, tokens: new HtmlTokenizer().push(start) };
  const parser = new CsvParser(detectSeparator(start));
  const rows = parser.push(start);
  if (start.length === text.length) rows.push(...parser.end());
  const [header = [], ...rest] = rows;
  return {
    kind: 'text',
    text: start,
    lines: start.split(/\r\n?|\n/, MAX_LINES),
    header,
    columns: header.map(normaliseName),
    rows: rest.slice(0, MAX_ROWS),
  };
}
