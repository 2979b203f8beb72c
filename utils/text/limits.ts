/**
 * Size limits for everything that enters the library from a tab, a link or a file. Real pages stay far below them; they
 * protect against hostile and broken input. Lines are measured in graphemes (see `cleanLine`), texts and addresses in
 * UTF-16 units.
 */
export const LINE_LIMITS = {
  title: 500,
  byline: 300,
  siteName: 120,
  excerpt: 1000,
  /** Enough for every registered BCP 47 tag (RFC 5646, section 4.4.1). */
  lang: 35,
  speaker: 200,
  role: 200,
  /** The words that attribute a quote, such as "said" or "according to". */
  cue: 200,
  via: 200,
  alt: 1000,
  caption: 2000,
  tag: 100,
  listName: 120,
  /** The text of a hidden item, as shown to the user. */
  hiddenText: 200,
  /** An error message. */
  error: 500,
} as const;

export const ADDRESS_LIMIT = 4096;

/** Maximum length of a date: ISO 8601 with fractions of a second and an offset. */
export const DATE_LIMIT = 40;

/**
 * Maximum length of an article's text; a novel has about one million characters. Longer articles are rejected rather
 * than cut. See also `follow-pages.ts`.
 */
export const TEXT_LIMIT = 8_000_000;
/** Maximum length of an article's HTML, including inline images (`data:`). */
export const HTML_LIMIT = 32_000_000;

export const COUNT_LIMITS = {
  quotes: 5000,
  /** Corrections of speakers on one open page. */
  corrections: 200,
  /** Names mentioned in one quote. */
  about: 20,
  /** Speakers of one article. */
  speakers: 5000,
  /** Items hidden on one page. */
  hidden: 5000,
  tags: 200,
  lists: 200,
  addresses: 200,
  /** Pages of one article. */
  pages: 10_000,
  words: 8_000_000,
} as const;
