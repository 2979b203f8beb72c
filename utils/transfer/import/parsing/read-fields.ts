import { toPlainText, toPlainTextOrNull } from '../../web-address.ts';
import type { ImportedHighlight } from '../import-types.ts';
import { textToHtml } from './html-text.ts';

/** Parses fields in the notations of many products: times, tags, progress, booleans, notes, highlights. */

/** Returns a string, or the first element of a list of strings; otherwise `''`. */
export const toFirstText = (value: unknown): string =>
  typeof value === 'string' ? value : Array.isArray(value) && typeof value[0] === 'string' ? value[0] : '';

/** Reads plain text as HTML, one paragraph per line; null if it is empty. */
export const readTextAsHtml = (text: unknown): string | null => textToHtml(toFirstText(text));

const MIN_TIME = Date.UTC(1990, 0, 1);
const MAX_TIME = Date.UTC(2100, 0, 1);

/** Maximum lengths of a time and of a list of names, in UTF-16 units. */
const MAX_TIME_LENGTH = 64;
const MAX_NAMES_LENGTH = 100_000;

/**
 * Times in digits. This check is needed because `Date.parse` also accepts `1`, `Chapter 3` and `vol. 2020`.
 *
 * - a timestamp or a year;
 * - a year and a month, with anything after them;
 * - a day, a month and a year, optionally after a weekday.
 */
const NUMERIC_TIME =
  /^(?:-?\d{4,}(?:\.\d+)?$|\d{4}[-/. ]\d{1,2}(?!\d)|(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[ ,]+)?\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d)(?!\d))/i;

/** A time with the name of a month also needs a year, which has four digits or follows another number. */
const MONTH_NAME =
  /(?<![a-z])(?:jan(?:uar[yi]?)?|feb(?:ruar[yi]?)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])/i;
const YEAR = /\d{4}|\d[^\d:]+\d\d(?![\d:])/;

const looksLikeTime = (text: string): boolean =>
  NUMERIC_TIME.test(text) || (MONTH_NAME.test(text) && YEAR.test(text));

/** Converts seconds, milliseconds or microseconds, recognised by magnitude, to milliseconds. */
function toMilliseconds(value: number): number {
  const magnitude = Math.abs(value);
  if (magnitude < 1e11) return value * 1000;
  return magnitude < 1e14 ? value : value / 1000;
}

/**
 * Parses a time.
 *
 * @returns a Unix timestamp in ms, or null if the time is invalid or outside 1990–2100
 */
export function parseTime(field: unknown): number | null {
  if (typeof field !== 'number' && typeof field !== 'string') return null;
  const text = String(field).trim();
  if (text.length > MAX_TIME_LENGTH || !looksLikeTime(text)) return null;
  let time: number;
  if (/^-?\d+(?:\.\d+)?$/.test(text) && text.length > 4) time = toMilliseconds(Number(text));
  // ISO 8601 without a time zone, perhaps with a space as databases write it: UTC.
  else if (/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(text))
    time = Date.parse(`${text.replace(' ', 'T')}Z`);
  else time = Date.parse(text.replace(/^(\d{4}-\d\d-\d\d) (\d\d:)/, '$1T$2').replace(/ ?(?:UTC|GMT)$/, 'Z'));
  return time >= MIN_TIME && time <= MAX_TIME ? Math.round(time) : null;
}

/** Parses a Python list of strings, such as `['a', "it's"]`; returns null for other text. */
function parsePythonList(text: string): string[] | null {
  if (!text.startsWith('[') || !text.endsWith(']')) return null;
  const items: string[] = [];
  const pattern = /\s*(?:'((?:[^'\\]|\\.)*)'\s*|"((?:[^"\\]|\\.)*)"\s*|([^\s,'"[\]][^,'"[\]]*))(?:,|$)/gsy;
  const inner = text.slice(1, -1);
  while (pattern.lastIndex < inner.length) {
    const match = pattern.exec(inner);
    if (match === null) return null;
    items.push((match[1] ?? match[2] ?? match[3]?.trimEnd() ?? '').replace(/\\(.)/gs, '$1'));
  }
  return items;
}

/** Returns a string, or the name of an object, as a list of at most one element. */
function readName(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const name = ['name', 'label', 'title']
    .map((key) => (value as Record<string, unknown>)[key])
    .find(isString);
  return name === undefined ? [] : [name];
}

const isString = (value: unknown): value is string => typeof value === 'string';

/**
 * Parses a list of names in any of these notations:
 *
 * - an array or object whose values are strings or objects with names;
 * - a string with a JSON array, a Python list, or names separated by `|`, `;` or `,`.
 *
 * @param separator the separator, if known; by default the first of these that occurs in the string
 */
export function parseNames(field: unknown, separator?: string): string[] {
  if (typeof field === 'object' && field !== null) return Object.values(field).flatMap(readName);
  if (typeof field !== 'string') return [];
  const text = field.slice(0, MAX_NAMES_LENGTH).trim();
  if (text === '' || text === '[]') return [];
  if (text.startsWith('[')) {
    const list = parseJsonNames(text) ?? parsePythonList(text);
    if (list !== null) return list;
  }
  const usedSeparator = separator ?? ['|', ';', ','].find((character) => text.includes(character));
  return usedSeparator === undefined ? [text] : text.split(usedSeparator);
}

function parseJsonNames(text: string): string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.flatMap((item) => (typeof item === 'string' ? [item] : [])) : null;
  } catch {
    // Not JSON; the caller tries Python's notation.
    return null;
  }
}

/** Parses reading progress given as a fraction or a percentage. @returns 0–1; 0 if it is invalid */
export function parseProgress(field: unknown): number {
  const source = typeof field === 'number' ? String(field) : typeof field === 'string' ? field : '';
  const text = source.slice(0, MAX_TIME_LENGTH).trim();
  const value = Number.parseFloat(text.replace(',', '.'));
  if (!Number.isFinite(value)) return 0;
  const fraction = text.endsWith('%') || value > 1 ? value / 100 : value;
  return Math.min(1, Math.max(0, fraction));
}

/** Parses a boolean; true for `1`, `true`, `yes`, `y` and `x` in any case. */
export function parseBoolean(field: unknown): boolean {
  if (typeof field === 'boolean') return field;
  if (typeof field !== 'string' && typeof field !== 'number') return false;
  return /^(?:1|true|yes|y|x)$/i.test(String(field).trim());
}

/** Maximum length of a note in characters, as in `make-record.ts`. */
const MAX_NOTE_LENGTH = 20_000;

/**
 * Joins the user's notes on a whole article from one or more fields.
 *
 * @returns a highlight with an empty `text`; an empty array if there is no note
 */
export function makeArticleNote(...parts: readonly unknown[]): ImportedHighlight[] {
  const texts = parts.flatMap((part) =>
    typeof part === 'string' ? [part.replace(/\r\n?/g, '\n').trim()] : [],
  );
  const note = [...new Set(texts)].filter((part) => part !== '').join('\n\n');
  return note === ''
    ? []
    : [{ text: '', note: note.slice(0, MAX_NOTE_LENGTH), createdAt: null, colour: null }];
}

/** Labels of lines in a field with highlights. */
const LABEL = /^(highlight|note|colou?r)\s*:\s?/i;

/** The property of a highlight that a line belongs to. */
type Part = 'text' | 'note' | 'colour';

function partOf(label: string): Part {
  const name = label.toLowerCase();
  if (name === 'highlight') return 'text';
  return name === 'note' ? name : 'colour';
}

/**
 * Parses several highlights in one field of a table, as written by Raindrop.io and Diigo: `Highlight:` and the passage,
 * on one or more lines, optionally followed by `Note:` and `Color:` (raindropio/app issues 213 and 214 show the
 * colours). If no line has a label, each paragraph is a highlight.
 */
export function parseLabelledHighlights(field: string): ImportedHighlight[] {
  const isLabelled = /(?:^|\n)\s*highlight\s*:/i.test(field);
  const highlights: Record<Part, string>[] = [];
  const beginHighlight = (): Record<Part, string> => {
    const next = { text: '', note: '', colour: '' };
    highlights.push(next);
    return next;
  };
  let part: Part = 'text';
  let current = isLabelled ? null : beginHighlight();
  for (const line of field.split(/\r\n?|\n/)) {
    if (!isLabelled && line.trim() === '' && current?.text !== '') current = beginHighlight();
    const label = isLabelled ? LABEL.exec(line.trim()) : null;
    if (label !== null) part = partOf(label[1] ?? '');
    if (label !== null && part === 'text') current = beginHighlight();
    if (current === null) continue;
    current[part] += `${label === null ? line : line.trim().slice(label[0].length)}\n`;
  }
  return highlights.flatMap(({ text, note, colour }) => {
    const words = toPlainText(text);
    if (words === '' && note.trim() === '') return [];
    return [{ text: words, note: note.trim(), createdAt: null, colour: toPlainTextOrNull(colour) }];
  });
}
