/** Validates imported records. All data from imported files passes through this module. */
import * as v from 'valibot';
import { cleanLine } from '../../text/clean-line.ts';
import { COUNT_LIMITS, DATE_LIMIT, HTML_LIMIT, LINE_LIMITS } from '../../text/limits.ts';
import { parseWebAddress, toPlainText } from '../web-address.ts';
import type { ImportItem, ImportRecord, UnmatchedHighlights } from './import-types.ts';
import { htmlToText } from './parsing/html-text.ts';

/** Maximum length of the address and title shown for a rejected record, in characters. */
const MAX_SHOWN_LENGTH = 300;

/** Maximum number of highlights per article. */
const MAX_HIGHLIGHTS = 5000;
/** Maximum length of a highlight, and of its note, in characters. */
const MAX_HIGHLIGHT_LENGTH = 20_000;

/** Maximum nesting of lists. */
const MAX_LIST_DEPTH = 16;

const MIN_TIME = Date.UTC(1990, 0, 1);
const MAX_TIME = Date.UTC(2100, 0, 1);

const lineSchema = (limit: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => cleanLine(text, limit)),
  );

/** An optional line; invalid or empty values become null. */
const lineOrNullSchema = (limit: number) =>
  v.fallback(
    v.pipe(
      v.string(),
      v.transform((text) => cleanLine(text, limit) || null),
    ),
    null,
  );

const timeOrNullSchema = v.fallback(
  v.nullable(v.pipe(v.number(), v.finite(), v.minValue(MIN_TIME), v.maxValue(MAX_TIME))),
  null,
);

const addressOrNullSchema = v.fallback(
  v.pipe(
    v.string(),
    v.transform((text) => {
      const parsed = parseWebAddress(text);
      return 'url' in parsed ? parsed.url : null;
    }),
  ),
  null,
);

/** A list of names; empty names are removed. */
const namesSchema = (count: number, length: number) =>
  v.fallback(
    v.pipe(
      v.array(lineSchema(length)),
      v.transform((items) => items.filter((name) => name !== '').slice(0, count)),
    ),
    [],
  );

const HIGHLIGHT_SCHEMA = v.object({
  // Some products export the highlight's HTML; the article's text has no tags.
  text: v.pipe(v.string(), v.maxLength(MAX_HIGHLIGHT_LENGTH), v.transform(htmlToText)),
  note: v.pipe(v.string(), v.maxLength(MAX_HIGHLIGHT_LENGTH)),
  createdAt: timeOrNullSchema,
  colour: lineOrNullSchema(40),
});

/** A list of highlights; invalid and too long ones are removed. */
const highlightsSchema = v.pipe(
  v.array(v.unknown()),
  v.transform((items) =>
    items.slice(0, MAX_HIGHLIGHTS).flatMap((item) => {
      const { success, output } = v.safeParse(HIGHLIGHT_SCHEMA, item);
      return success ? [output] : [];
    }),
  ),
  v.array(HIGHLIGHT_SCHEMA),
);

/** All fields of an item except its address. Invalid values are replaced by empty values. */
const FIELDS_SCHEMA = v.object({
  title: v.fallback(lineSchema(LINE_LIMITS.title), ''),
  byline: lineOrNullSchema(LINE_LIMITS.byline),
  siteName: lineOrNullSchema(LINE_LIMITS.siteName),
  publishedAt: v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(DATE_LIMIT))), null),
  lang: v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:[-_][a-z0-9]{1,8}){0,4}$/i))), null),
  excerpt: lineOrNullSchema(LINE_LIMITS.excerpt),
  imageUrl: addressOrNullSchema,
  savedAt: timeOrNullSchema,
  archived: v.fallback(v.boolean(), false),
  favourite: v.fallback(v.boolean(), false),
  progress: v.fallback(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1)), 0),
  tags: v.pipe(
    namesSchema(COUNT_LIMITS.tags, LINE_LIMITS.tag),
    v.transform((items) => [...new Set(items)]),
  ),
  lists: v.fallback(
    v.pipe(
      v.array(namesSchema(MAX_LIST_DEPTH, LINE_LIMITS.listName)),
      v.transform((paths) => paths.filter((path) => path.length > 0).slice(0, COUNT_LIMITS.lists)),
    ),
    [],
  ),
  html: v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(HTML_LIMIT))), null),
  isPage: v.fallback(v.boolean(), false),
  highlights: v.fallback(highlightsSchema, []),
});

const EMPTY_FIELDS: Omit<ImportItem, 'url'> = {
  title: '',
  byline: null,
  siteName: null,
  publishedAt: null,
  lang: null,
  excerpt: null,
  imageUrl: null,
  savedAt: null,
  archived: false,
  favourite: false,
  progress: 0,
  tags: [],
  lists: [],
  html: null,
  isPage: false,
  highlights: [],
};

/** Removes scheme, `www.` and trailing slash, to compare addresses with titles. */
const normaliseAddress = (text: string): string => text.replace(/^https?:\/\/(?:www\.)?|\/$/gi, '');

/** The most that `normaliseAddress` removes. */
const MAX_REMOVED_LENGTH = 'https://www./'.length;

/** Whether a title is only the address. Most differ in length, which is faster to compare. */
function isSameAddress(title: string, address: string): boolean {
  return (
    Math.abs(title.length - address.length) <= MAX_REMOVED_LENGTH &&
    normaliseAddress(title) === normaliseAddress(address)
  );
}

/**
 * Validates a record. Fields unknown to `FIELDS_SCHEMA` are removed.
 *
 * @param at position in the file
 * @param address the URL as written in the file
 * @param fields the other fields, unvalidated
 * @returns the article with all fields within the limits of `limits.ts`, or the reason for its rejection
 */
export function makeRecord(
  at: string,
  address: string | null | undefined,
  fields: Partial<Omit<ImportItem, 'url'>>,
): Exclude<ImportRecord, { unmatched: unknown }> {
  const parsed = parseWebAddress(address);
  if ('why' in parsed) {
    const [url, title] = [
      toPlainText((address ?? '').slice(0, 2 * MAX_SHOWN_LENGTH)),
      cleanLine(fields.title ?? '', MAX_SHOWN_LENGTH),
    ];
    return { at, why: parsed.why, url: url.slice(0, MAX_SHOWN_LENGTH), title };
  }
  const item = v.parse(FIELDS_SCHEMA, { ...EMPTY_FIELDS, ...fields });
  // Some exports use the address as the title if there is none.
  const isAddress = isSameAddress(toPlainText(fields.title), (address ?? '').trim());
  return { at, item: { ...item, url: parsed.url, title: isAddress ? '' : item.title } };
}

/**
 * Validates highlights that have no address.
 *
 * @returns the highlights, or `noAddress` if there is no title or no highlight
 */
export function makeUnmatchedRecord(at: string, unmatched: UnmatchedHighlights): ImportRecord {
  const {
    title,
    byline,
    tags,
    highlights: known,
  } = v.parse(FIELDS_SCHEMA, { ...EMPTY_FIELDS, ...unmatched });
  if (title === '' || known.length === 0)
    return { at, why: 'noAddress', url: '', title: title.slice(0, MAX_SHOWN_LENGTH) };
  return { at, unmatched: { title, byline, tags, highlights: known } };
}
