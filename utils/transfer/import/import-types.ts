/** What every importer gives. */

export interface ImportedHighlight {
  /** The words marked; `''` for a note on the whole article. */
  text: string;
  note: string;
  /** Milliseconds since 1970. */
  createdAt: number | null;
  colour: string | null;
}

/** A list by its name, after those it is within: the outermost first. */
export type ListPath = readonly string[];

/** An article as another product knew it. Strings are plain text but `html`, which is not sanitised yet. */
export interface ImportItem {
  /** http or https. */
  url: string;
  title: string;
  byline: string | null;
  siteName: string | null;
  /** As the export states it. */
  publishedAt: string | null;
  lang: string | null;
  excerpt: string | null;
  imageUrl: string | null;
  /** Milliseconds since 1970, or null where it is not known. */
  savedAt: number | null;
  archived: boolean;
  favourite: boolean;
  /** How far the user got, 0–1. */
  progress: number;
  tags: string[];
  lists: ListPath[];
  /** The text, where the export has it. */
  html: string | null;
  highlights: ImportedHighlight[];
}

/** Why a record can't be taken. Each has a sentence `importWhy_<code>` in `locales`. */
export type RecordFailure =
  /** No address in it. */
  | 'noAddress'
  /** An address, but not of a web page: `javascript:`, `data:`, `file:` … */
  | 'notWeb'
  /** What stands in place of the address is none. */
  | 'badAddress'
  /** The record itself can't be read. */
  | 'unreadable'
  /** A file of an archive that is of no known format. */
  | 'unknownFile'
  /** A backup of our own, among other files. */
  | 'backup'
  /** Highlights of something that has no address, and no article in the library has its title. */
  | 'noMatch'
  /** The other product showed it, but nobody saved it. */
  | 'notSaved'
  /** Pictures of an article that is taken: there is no room for all of them. */
  | 'pictures';

/** Highlights of an article that is known by its title alone. */
export interface LooseHighlights {
  title: string;
  byline: string | null;
  tags: string[];
  highlights: ImportedHighlight[];
}

/** One record of a file; `at` says where it stands: a line, a number, an entry of an archive. */
export type ImportRecord =
  /** `adds`: it brings highlights, tags or lists to an article, and says nothing of whether it is read or archived. */
  | { at: string; item: ImportItem; adds?: true }
  | { at: string; loose: LooseHighlights }
  | { at: string; why: RecordFailure; url: string; title: string };

/** Records in order of the file: the same file gives the same ones, so that an import can go on where it was. */
export type RecordStream = AsyncGenerator<ImportRecord, void, undefined>;
