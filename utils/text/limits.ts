/**
 * How much of anything the library takes, whichever way it comes in: from a tab, from behind a link, from a file.
 * Real pages stay far below; the limits are there for pages and files that mean harm or are broken. Lengths of lines
 * are in graphemes (see `cleanLine`), of texts and addresses in UTF-16 units, the rest are counts.
 */
export const LINE_LIMITS = {
  title: 500,
  byline: 300,
  siteName: 120,
  excerpt: 1000,
  /** BCP 47 allows more, nobody uses it (RFC 5646, section 4.4.1: 35 is enough for every registered tag). */
  lang: 35,
  speaker: 200,
  role: 200,
  /** "said", "according to". */
  cue: 200,
  via: 200,
  alt: 1000,
  caption: 2000,
  tag: 100,
  listName: 120,
  /** What was hidden, as shown to the user. */
  hiddenText: 200,
  /** What went wrong, in words. */
  error: 500,
} as const;

export const ADDRESS_LIMIT = 4096;

/** ISO 8601 with fractions of a second and an offset. */
export const DATE_LIMIT = 40;

/** A novel has one million; see also `follow-pages.ts`. An article beyond it is refused, since it can't be cut. */
export const TEXT_LIMIT = 8_000_000;
/** Markup of a text, with pictures that are written into it (`data:`). */
export const HTML_LIMIT = 32_000_000;

export const COUNT_LIMITS = {
  quotes: 5000,
  /** Speakers that the user corrected in an open page. */
  corrections: 200,
  /** Names that one quote mentions. */
  about: 20,
  voices: 5000,
  /** Things hidden on one page. */
  hidden: 5000,
  tags: 200,
  lists: 200,
  addresses: 200,
  /** Pages that one article is split over. */
  pages: 10_000,
  words: 8_000_000,
} as const;
