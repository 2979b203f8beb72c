/** The fields of the query language, and parsers for their values. Pure. */
import type { View } from '../types.ts';

/** The condition of a field. Times are milliseconds since 1970. */
export type FieldTest =
  | { field: 'view'; view: View }
  /** Archived for over a year, with no sign that the user wants to keep it. */
  | { field: 'forgotten' }
  | { field: TextField; value: string }
  /** Saved from this address, or from one that starts with it. */
  | { field: 'address'; value: string }
  /** Contains quotes. */
  | { field: 'quotes' }
  /** Published (or else saved) at `from` or later, and before `to`. */
  | { field: 'time'; from: number; to: number }
  /** Reading time in minutes, both inclusive. */
  | { field: 'minutes'; min: number; max: number };

/** Fields whose value is free text. */
export type TextField = 'tag' | 'list' | 'story' | 'site' | 'speaker' | 'author' | 'title' | 'note' | 'lang';

export type ParsedField =
  | { ok: true; test: FieldTest }
  | {
      ok: false;
      code: 'unknownField' | 'unknownValue' | 'emptyValue' | 'badDate' | 'badNumber';
      suggestion: string | null;
    };

/** Fields by the name that completion offers. Each has a description `queryField_<name>` in `locales`. */
export type QueryField =
  | 'is'
  | 'tag'
  | 'list'
  | 'site'
  | 'speaker'
  | 'author'
  | 'title'
  | 'note'
  | 'story'
  | 'lang'
  | 'before'
  | 'after'
  | 'min'
  | 'max';

/** Values of `is:` by the spelling that completion offers. Each has a description `queryIs_<value>` in `locales`. */
export type QueryState =
  | 'unread'
  | 'started'
  | 'finished'
  | 'favourite'
  | 'pinned'
  | 'archived'
  | 'inbox'
  | 'highlighted'
  | 'incomplete'
  | 'link'
  | 'quotes'
  | 'forgotten';

/** Values of `is:` that are views, with alternative spellings. */
const STATE_SPELLINGS: readonly (readonly [view: View, offered: QueryState, ...others: string[]])[] = [
  ['unread', 'unread', 'new'],
  ['started', 'started', 'in-progress', 'reading'],
  ['done', 'finished', 'done', 'read'],
  ['favourites', 'favourite', 'favorite', 'starred', 'fav'],
  ['pinned', 'pinned'],
  ['archive', 'archived', 'archive'],
  ['inbox', 'inbox'],
  ['highlighted', 'highlighted', 'highlights', 'noted', 'notes'],
  ['incomplete', 'incomplete', 'preview'],
  ['links', 'link', 'link-only'],
];

/** Not a view, since it depends only on time. */
const FORGOTTEN = 'forgotten';

/** Not a view either: evaluated on the quotes. */
const QUOTES = 'quotes';

const VIEWS_BY_SPELLING = new Map(
  STATE_SPELLINGS.flatMap(([view, ...spellings]) => spellings.map((name) => [name, view] as const)),
);

/** Fields in the order of completion, with alternative names. */
const FIELDS: Record<QueryField, string[]> = {
  is: ['has'],
  tag: ['tags'],
  list: ['in'],
  site: ['source', 'host', 'domain'],
  speaker: ['voice', 'who', 'person'],
  author: ['by', 'byline'],
  title: ['headline'],
  note: ['notes'],
  story: ['stories', 'event'],
  lang: ['language'],
  before: ['until', 'older'],
  after: ['since', 'newer'],
  min: [],
  max: [],
};

/** Names of all fields. */
export const FIELD_NAMES = Object.keys(FIELDS) as readonly QueryField[];

/** The values of `is:`. */
export const IS_VALUES: readonly QueryState[] = [
  ...STATE_SPELLINGS.map(([, offered]) => offered),
  QUOTES,
  FORGOTTEN,
];

const FIELDS_BY_SPELLING = new Map(
  Object.entries(FIELDS).flatMap(([name, others]) => [name, ...others].map((one) => [one, name] as const)),
);

/** The canonical name of a field, for a lower-case name; null if there is none. */
export function findField(name: string): string | null {
  return FIELDS_BY_SPELLING.get(name) ?? null;
}

/** Whether two words differ in one substituted, missing or additional letter. */
function differsByOneLetter(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

function suggest(word: string, known: Iterable<string>): string | null {
  const all = [...known];
  const withPrefix = word.length < 2 ? undefined : all.find((one) => one.startsWith(word));
  return withPrefix ?? all.find((one) => differsByOneLetter(word, one)) ?? null;
}

const DAY_MS = 86_400_000;

/**
 * Parses a day, month or year (`2026`, `2026-03`, `2026-03-09`), a relative time (`7d`, `2w`, `3m`, `1y`), `today` or
 * `yesterday`, in the local time zone.
 *
 * @returns start and end (exclusive) of the period, in milliseconds since 1970; null if the value is invalid
 */
export function parseDate(value: string, now: number): [from: number, to: number] | null {
  const today = new Date(now);
  today.setHours(0, 0, 0, 0);
  if (value === 'today') return [today.getTime(), today.getTime() + DAY_MS];
  if (value === 'yesterday') return [today.getTime() - DAY_MS, today.getTime()];
  const ago = /^(\d{1,4})([dwmy])$/.exec(value);
  if (ago !== null) {
    const count = Number(ago[1]);
    if (ago[2] === 'd' || ago[2] === 'w') today.setDate(today.getDate() - count * (ago[2] === 'w' ? 7 : 1));
    else if (ago[2] === 'm') today.setMonth(today.getMonth() - count);
    else today.setFullYear(today.getFullYear() - count);
    return [today.getTime(), today.getTime() + DAY_MS];
  }
  const date = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(value);
  if (date === null) return null;
  const [year, month, day] = [Number(date[1]), Number(date[2] ?? '1'), Number(date[3] ?? '1')];
  const from = new Date(year, month - 1, day);
  if (from.getMonth() !== month - 1 || from.getDate() !== day) return null;
  const to =
    date[2] === undefined
      ? new Date(year + 1, 0, 1)
      : date[3] === undefined
        ? new Date(year, month, 1)
        : new Date(year, month - 1, day + 1);
  return [from.getTime(), to.getTime()];
}

function parseTime(name: string, value: string, now: number): ParsedField {
  const range = parseDate(value.toLowerCase(), now);
  if (range === null) return { ok: false, code: 'badDate', suggestion: null };
  const test: FieldTest =
    name === 'before'
      ? { field: 'time', from: -Infinity, to: range[0] }
      : { field: 'time', from: range[0], to: Infinity };
  return { ok: true, test };
}

function parseMinutes(name: string, value: string): ParsedField {
  const minutes = /^(\d{1,5})(?:\s*min)?$/.exec(value)?.[1];
  if (minutes === undefined) return { ok: false, code: 'badNumber', suggestion: null };
  const bound = Number(minutes);
  return {
    ok: true,
    test: { field: 'minutes', min: name === 'min' ? bound : 0, max: name === 'max' ? bound : Infinity },
  };
}

/**
 * Parses one field of a query.
 *
 * @param name as typed, in lower case
 * @param value without quotation marks, trimmed
 * @param now milliseconds since 1970, for relative dates
 */
export function parseField(name: string, value: string, now = Date.now()): ParsedField {
  const field = FIELDS_BY_SPELLING.get(name);
  if (field === undefined) {
    return { ok: false, code: 'unknownField', suggestion: suggest(name, FIELD_NAMES) };
  }
  if (value === '') return { ok: false, code: 'emptyValue', suggestion: null };
  if (field === 'is') {
    const state = value.toLowerCase();
    if (state === FORGOTTEN || state === QUOTES) return { ok: true, test: { field: state } };
    const view = VIEWS_BY_SPELLING.get(state);
    if (view !== undefined) return { ok: true, test: { field: 'view', view } };
    return {
      ok: false,
      code: 'unknownValue',
      suggestion: suggest(state, [...VIEWS_BY_SPELLING.keys(), QUOTES, FORGOTTEN]),
    };
  }
  if (field === 'before' || field === 'after') return parseTime(field, value, now);
  if (field === 'min' || field === 'max') return parseMinutes(field, value);
  return { ok: true, test: { field: field as TextField, value } };
}
