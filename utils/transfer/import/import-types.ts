/** The data that importers return. */

export interface ImportedHighlight {
  /** The highlighted words; `''` for a note on the whole article. */
  text: string;
  note: string;
  /** Unix timestamp in ms, or null if unknown. */
  createdAt: number | null;
  colour: string | null;
}

/** A list as a path of names, outermost first. */
export type ListPath = readonly string[];

/** An imported article. All strings are plain text except `html`, which is not sanitised yet. */
export interface ImportItem {
  /** An `http:` or `https:` URL, normalised by `parseWebAddress`. */
  url: string;
  title: string;
  byline: string | null;
  siteName: string | null;
  /** The publication date as written in the export. */
  publishedAt: string | null;
  lang: string | null;
  excerpt: string | null;
  imageUrl: string | null;
  /** Unix timestamp in ms, or null if unknown. */
  savedAt: number | null;
  archived: boolean;
  favourite: boolean;
  /** Reading progress, 0–1. */
  progress: number;
  tags: string[];
  lists: ListPath[];
  /** The article's HTML, if the export contains it. */
  html: string | null;
  /** Whether `html` is a whole web page, from which the article must still be extracted. */
  isPage: boolean;
  highlights: ImportedHighlight[];
}

/** The reason why a record can't be imported. Each code has a message `importWhy_<code>` in `locales`. */
export type RecordFailure =
  /** The record has no address. */
  | 'noAddress'
  /** The address is not a web address: `javascript:`, `data:`, `file:` … */
  | 'notWeb'
  /** The address is invalid. */
  | 'badAddress'
  /** The record is damaged. */
  | 'unreadable'
  /** A file in an archive has an unknown format. */
  | 'unknownFile'
  /** A file in an archive is an Offprint backup. */
  | 'backup'
  /** The highlights have no address, and no article in the library has their title. */
  | 'noMatch'
  /** The other product stored the article, but the user did not save it. */
  | 'notSaved'
  /** The text is too long for an article. */
  | 'tooBig'
  /** The article was imported, but without some of its images, which are too large in total. */
  | 'pictures';

/** Highlights without the address of their article. */
export interface UnmatchedHighlights {
  title: string;
  byline: string | null;
  tags: string[];
  highlights: ImportedHighlight[];
}

/** A record of a file. `at` is its position in the file: a line, a number, or the path of an archive entry. */
export type ImportRecord =
  /** `isAddition`: adds highlights, tags or lists to an article without changing its state (archived, progress …). */
  | { at: string; item: ImportItem; isAddition?: true }
  | { at: string; unmatched: UnmatchedHighlights }
  | { at: string; why: RecordFailure; url: string; title: string };

/** Records in file order. The order is deterministic, so that an interrupted import can be resumed. */
export type RecordStream = AsyncGenerator<ImportRecord, void, undefined>;
