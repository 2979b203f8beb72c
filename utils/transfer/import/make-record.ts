/** What becomes of a record of a file, whichever product wrote it: the border that every import crosses. */
import * as v from 'valibot';
import { cleanLine } from '../../text/clean-line.ts';
import { COUNT_LIMITS, DATE_LIMIT, HTML_LIMIT, LINE_LIMITS } from '../../text/limits.ts';
import { plain, readAddress } from '../web-address.ts';
import type { ImportItem, ImportRecord, LooseHighlights } from './import-types.ts';

/** Longest piece of a broken record that is shown to the user. */
const SHOWN = 300;

/** Highlights of one article, and characters of one and of its note. */
const MOST_HIGHLIGHTS = 5000;
const LONGEST_HIGHLIGHT = 20_000;

/** Lists within one another that are believed. */
const DEEPEST_LIST = 16;

const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

const line = (limit: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => cleanLine(text, limit)),
  );

/** What is not as it should be, or says nothing, is not known. */
const lineOrNull = (limit: number) =>
  v.fallback(
    v.pipe(
      v.string(),
      v.transform((text) => cleanLine(text, limit) || null),
    ),
    null,
  );

const momentOrNull = v.fallback(
  v.nullable(v.pipe(v.number(), v.finite(), v.minValue(EARLIEST), v.maxValue(LATEST))),
  null,
);

const addressOrNull = v.fallback(
  v.pipe(
    v.string(),
    v.transform((text) => {
      const read = readAddress(text);
      return 'url' in read ? read.url : null;
    }),
  ),
  null,
);

/** Names that say something. */
const names = (count: number, length: number) =>
  v.fallback(
    v.pipe(
      v.array(line(length)),
      v.transform((all) => all.filter((name) => name !== '').slice(0, count)),
    ),
    [],
  );

const HIGHLIGHT = v.object({
  text: v.pipe(v.string(), v.maxLength(LONGEST_HIGHLIGHT)),
  note: v.pipe(v.string(), v.maxLength(LONGEST_HIGHLIGHT)),
  createdAt: momentOrNull,
  colour: lineOrNull(40),
});

/** Those that are too long to be highlights are left out. */
const highlights = v.pipe(
  v.array(v.unknown()),
  v.transform((all) => all.slice(0, MOST_HIGHLIGHTS).flatMap((one) => (v.is(HIGHLIGHT, one) ? [one] : []))),
  v.array(HIGHLIGHT),
);

/** All of an item but its address. A field that can't be believed falls back to what says nothing. */
const FACTS = v.object({
  title: v.fallback(line(LINE_LIMITS.title), ''),
  byline: lineOrNull(LINE_LIMITS.byline),
  siteName: lineOrNull(LINE_LIMITS.siteName),
  publishedAt: v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(DATE_LIMIT))), null),
  lang: v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:[-_][a-z0-9]{1,8}){0,4}$/i))), null),
  excerpt: lineOrNull(LINE_LIMITS.excerpt),
  imageUrl: addressOrNull,
  savedAt: momentOrNull,
  archived: v.fallback(v.boolean(), false),
  favourite: v.fallback(v.boolean(), false),
  progress: v.fallback(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1)), 0),
  tags: v.pipe(
    names(COUNT_LIMITS.tags, LINE_LIMITS.tag),
    v.transform((all) => [...new Set(all)]),
  ),
  lists: v.fallback(
    v.pipe(
      v.array(names(DEEPEST_LIST, LINE_LIMITS.listName)),
      v.transform((paths) => paths.filter((path) => path.length > 0).slice(0, COUNT_LIMITS.lists)),
    ),
    [],
  ),
  html: v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(HTML_LIMIT))), null),
  highlights: v.fallback(highlights, []),
});

const NO_FACTS: Omit<ImportItem, 'url'> = {
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
  highlights: [],
};

/** An address as people would write it. */
const bare = (text: string): string => text.replace(/^https?:\/\/(?:www\.)?|\/$/gi, '');

/**
 * A record of a file, out of its address and what is known besides. Nothing else of a file gets into the library.
 *
 * @param at place in the file
 * @param facts strings as they stand in the file
 * @returns the article, each field within the limits of `limits.ts`; or why it can't be taken
 */
export function makeRecord(
  at: string,
  address: string | null | undefined,
  facts: Partial<Omit<ImportItem, 'url'>>,
): Exclude<ImportRecord, { loose: unknown }> {
  const read = readAddress(address);
  if ('why' in read) {
    const [url, title] = [plain((address ?? '').slice(0, 2 * SHOWN)), cleanLine(facts.title ?? '', SHOWN)];
    return { at, why: read.why, url: url.slice(0, SHOWN), title };
  }
  const item = v.parse(FACTS, { ...NO_FACTS, ...facts });
  // Some exports put the address where a title is missing.
  const isAddress = bare(plain(facts.title)) === bare((address ?? '').trim());
  return { at, item: { ...item, url: read.url, title: isAddress ? '' : item.title } };
}

/**
 * Highlights of something whose address is not known, at the same border.
 *
 * @returns them, or `noAddress` where there is no title either, or no highlight
 */
export function looseHighlights(at: string, loose: LooseHighlights): ImportRecord {
  const { title, byline, tags, highlights: known } = v.parse(FACTS, { ...NO_FACTS, ...loose });
  if (title === '' || known.length === 0)
    return { at, why: 'noAddress', url: '', title: title.slice(0, SHOWN) };
  return { at, loose: { title, byline, tags, highlights: known } };
}
