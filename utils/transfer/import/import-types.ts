/** The data that importers return. */

export interface ImportedHighlight {
  /** The highlighted words; `''` for a note on the whole article. */
  text: string;
  note: string;
  /** Milliseconds since 1970. */
  createdAt: number | null;
  colour: string | null;
}

/** A list as a path of names, outermost first. */
export type ListPath = readonly string[];

/** An imported article. All strings are plain text except `html`, which is not sanitised yet. */
export interface ImportItem {
  /** http or https. */
  url: string;
  title: string;
  byline: string | null;
  siteName: string | null;
  /** The date of publication in the notation of the export. */
  publishedAt: string | null;
  lang: string | null;
  excerpt: string | null;
  imageUrl: string | null;
  /** Milliseconds since 1970, or null if unknown. */
  savedAt: number | null;
  archived: boolean;
  favourite: boolean;
  /** Reading progress, 0–1. */
  progress: number;
  tags: string[];
  lists: ListPath[];
  /** The article's HTML, if the export contains it. */
  html: string | null;
  /** `html` is a whole web page, from which the article must be extracted. */
  isPage: boolean;
  highlights: ImportedHighlight[];
}

/** The reason why a record can't be imported. Each code has a message `importWhy_<code>` in `locales`. */
export type RecordFailure =
  /** It has no address. */
  | 'noAddress'
  /** An address, but not of a web page: `javascript:`, `data:`, `file:` … */
  | 'notWeb'
  /** The address is invalid. */
  | 'badAddress'
  /** The record is damaged. */
  | 'unreadable'
  /** A file in an archive has an unknown format. */
  | 'unknownFile'
  /** One of our backups in an archive with other files. */
  | 'backup'
  /** Highlights without an address, and no article in the library has their title. */
  | 'noMatch'
  /** An article that the other product showed but the user did not save. */
  | 'notSaved'
  /** It is longer than an article. */
  | 'tooBig'
  /** The article was imported, but without some of its images, which are too large in total. */
  | 'pictures';

/** Highlights of an article without an address. */
export interface UnmatchedHighlights {
  title: string;
  byline: string | null;
  tags: string[];
  highlights: ImportedHighlight[];
}

/** A record of a file; `at` is its position: a line, a number, an entry of an archive. */
export type ImportRecord =
  /** `isAddition`: it adds highlights, tags or lists to an article without changing its state (read, archived). */
  | { at: string; item: ImportItem; isAddition?: true }
  | { at: string; unmatched: UnmatchedHighlights }
  | { at: string; why: RecordFailure; url: string; title: string };

/** Records in the order of the file, the same each time, so that an interrupted import can be resumed. */
export type RecordStream = AsyncGenerator<ImportRecord, void, undefined>;
