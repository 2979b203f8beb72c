/** Fields of exports: dates, lists of tags, shares, yes and no, in the many ways they are written. */

const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** Longer ones are no moments, and no lists of names: tags and the like. */
const LONGEST_TIME = 64;
const LONGEST_NAMES = 100_000;

/**
 * Moments as digits: a number; a year, a month, perhaps more; a day, a month and a year, perhaps behind a day of the week.
 * Browsers read more than that: `1`, `Chapter 3` and `vol. 2020` are days to them.
 */
const IN_DIGITS =
  /^(?:-?\d{4,}(?:\.\d+)?$|\d{4}[-/. ]\d{1,2}(?!\d)|(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[ ,]+)?\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d\d)(?!\d))/i;

/** … and with the name of the month, and a year, which has four digits or stands behind the day. */
const MONTH =
  /(?<![a-z])(?:jan(?:uar[yi]?)?|feb(?:ruar[yi]?)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])/i;
const YEAR = /\d{4}|\d[^\d:]+\d\d(?![\d:])/;

const isMoment = (text: string): boolean => IN_DIGITS.test(text) || (MONTH.test(text) && YEAR.test(text));

/** Milliseconds since 1970 of a number in seconds, milliseconds or microseconds, told apart by its size. */
function scale(value: number): number {
  const size = Math.abs(value);
  if (size < 1e11) return value * 1000;
  return size < 1e14 ? value : value / 1000;
}

/**
 * A moment.
 *
 * @returns milliseconds since 1970, or null where it can't be read or lies outside 1990–2100
 */
export function readTime(field: unknown): number | null {
  if (typeof field !== 'number' && typeof field !== 'string') return null;
  const text = String(field).trim();
  if (text.length > LONGEST_TIME || !isMoment(text)) return null;
  let time: number;
  if (/^-?\d+(?:\.\d+)?$/.test(text) && text.length > 4) time = scale(Number(text));
  // A blank between date and time, as databases write it; without a zone it is meant as UTC.
  else if (/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(text))
    time = Date.parse(`${text.replace(' ', 'T')}Z`);
  else time = Date.parse(text.replace(/^(\d{4}-\d\d-\d\d) (\d\d:)/, '$1T$2').replace(/ ?(?:UTC|GMT)$/, 'Z'));
  return time >= EARLIEST && time <= LATEST ? Math.round(time) : null;
}

/** Quoted strings of a list as Python or JSON writes it: `['a', "it's"]`. Null where it is not one. */
function readQuotedList(text: string): string[] | null {
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

/**
 * A list of names in one field: a JSON array, a Python list, or names parted by `|`, `;` or `,`.
 *
 * @param separator the one that is known to be used; else the first of these that occurs
 */
export function readNames(field: unknown, separator?: string): string[] {
  if (Array.isArray(field)) return field.flatMap((item) => (typeof item === 'string' ? [item] : []));
  if (typeof field !== 'string') return [];
  const text = field.slice(0, LONGEST_NAMES).trim();
  if (text === '' || text === '[]') return [];
  if (text.startsWith('[')) {
    const list = readJsonNames(text) ?? readQuotedList(text);
    if (list !== null) return list;
  }
  const parts = separator ?? ['|', ';', ','].find((mark) => text.includes(mark));
  return parts === undefined ? [text] : text.split(parts);
}

function readJsonNames(text: string): string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.flatMap((item) => (typeof item === 'string' ? [item] : [])) : null;
  } catch {
    // Python's quotes; the caller knows what to do.
    return null;
  }
}

/** A share, 0–1, from a fraction or from per cent. */
export function readShare(field: unknown): number {
  const stated = typeof field === 'number' ? String(field) : typeof field === 'string' ? field : '';
  const text = stated.slice(0, LONGEST_TIME).trim();
  const value = Number.parseFloat(text.replace(',', '.'));
  if (!Number.isFinite(value)) return 0;
  const share = text.endsWith('%') || value > 1 ? value / 100 : value;
  return Math.min(1, Math.max(0, share));
}

/** Yes or no. */
export function readFlag(field: unknown): boolean {
  if (typeof field === 'boolean') return field;
  if (typeof field !== 'string' && typeof field !== 'number') return false;
  return /^(?:1|true|yes|y|x)$/i.test(String(field).trim());
}
