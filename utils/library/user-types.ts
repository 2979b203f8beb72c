/** Rows that the user creates: tags, smart lists, people, highlights, corrections, imports. */
import type { HighlightColour } from './articles/highlight-colours.ts';
import type { DueJob } from './jobs/due-jobs.ts';

/** A tag, or a former name of a tag. Articles store the tag's `name`. */
export interface TagRow {
  /** The normalised name, so that “War” and “war” are the same tag. */
  key: string;
  /** The user's spelling. */
  name: string;
  createdAt: number;
  /** Key of the tag that this one was merged into, or null. Adding this tag to an article adds that one instead. */
  aliasOf: string | null;
}

/** The sort key of a list. `saved` is the default. */
export type SortBy = 'saved' | 'published' | 'length' | 'site' | 'progress';

export interface SortOrder {
  by: SortBy;
  /** Whether the order is reversed: oldest, longest, Z–A, or least read first. */
  reversed: boolean;
}

/** A saved search. */
export interface SmartListRow {
  /** UUID. */
  id: string;
  name: string;
  /** The query, in the language of `query-syntax.ts`. */
  query: string;
  sort: SortOrder;
  position: number;
  createdAt: number;
  updatedAt: number;
}

/**
 * A person about whom the user has made a decision. All other people have no row; their normalised name is their id.
 */
export interface PersonRow {
  /** UUID. */
  id: string;
  /** The name to show, chosen by the user. */
  name: string;
  /** Set if the user decided that this is not a person. It stays out of People even if it is quoted again. */
  notPerson?: boolean;
  createdAt: number;
  updatedAt: number;
}

/** The user's decision about which person a name refers to. Key: name and article. */
export interface AliasRow {
  /** Normalised full name, as in `SavedQuote.speakerKey`. */
  speakerKey: string;
  /** The article that the decision applies to; `''` for all articles for which there is no other decision. */
  articleId: string;
  personId: string;
}

/** The spelling and role under which a speaker was last saved. Derived from saved articles; for display only. */
export interface SpeakerRow {
  /** Normalised full name. */
  speakerKey: string;
  name: string;
  role: string | null;
  saidAt: number;
}

/** The user's correction of a quote's speaker. Kept when the article is saved again. Key: article and quote. */
export interface CorrectionRow {
  articleId: string;
  /** `hashText` of the quote's text, numbered if several quotes have the same text; see `correction-rows.ts`. */
  quoteHash: string;
  /** The full name; null if the user marked the speaker as unclear. */
  speaker: string | null;
  role: string | null;
  correctedAt: number;
}

/** A highlight, with or without a note. If `text` is empty, it is a note on the whole article. */
export interface HighlightRow {
  /** UUID. */
  id: string;
  articleId: string;
  /** The exact highlighted text; `''` for a note on the article. */
  text: string;
  /** Up to 32 characters of context on either side, by which the highlight is located after the text has changed. */
  prefix: string;
  suffix: string;
  /** UTF-16 offsets in the article's text; null if the highlight can't be located in it. */
  start: number | null;
  end: number | null;
  note: string;
  colour: HighlightColour;
  createdAt: number;
  updatedAt: number;
}

/** A rejected record of an import. */
export interface ImportFailureRow {
  id: number;
  importId: string;
  /** Where it is in the file: a line, a record, or an entry of an archive. */
  at: string;
  /** Address and title; `''` if they could not be read. */
  url: string;
  title: string;
  /** Code of the reason, which views translate. */
  why: string;
}

/** The user's choices for an import. */
export interface ImportOptions {
  /** Whether to fetch the texts of records that have only an address. */
  fetchTexts: boolean;
  /** For backups: whether to restore the settings, too. */
  takeSettings: boolean;
  /** A list and a tag that all imported articles get in addition to their own. */
  listId?: string;
  tag?: string;
}

/** The state of an import, which continues after a restart. */
export interface ImportRow {
  /** UUID. */
  id: string;
  fileName: string;
  /** Name of the format. */
  format: string;
  options: ImportOptions;
  /** `fetching` means that all records are imported, but texts are still being fetched. */
  state: 'running' | 'fetching' | 'done' | 'cancelled' | 'failed';
  /** Code of the error that ended the import, or null. */
  error: string | null;
  /** Whether the library was empty when the restore of a backup started. Only then can rows keep their numbers. */
  wasEmpty: boolean;
  /** Number of processed records, and the total; null if unknown. */
  position: number;
  total: number | null;
  /** Numbers of new articles, of articles that already existed, of rejected records, and of imported highlights. */
  added: number;
  merged: number;
  /** Number of records whose article occurred earlier in the file. */
  duplicates?: number;
  failed: number;
  highlights: number;
  /** Numbers of texts that were fetched, and that could not be fetched. */
  textsFetched: number;
  textsFailed: number;
  /**
   * Number of pictures that the backup lacked, and their sites. Removed once the user has decided whether to fetch
   * them.
   */
  missing?: { images: number; sites: string[] };
  startedAt: number;
  updatedAt: number;
}

/** The file of an unfinished import. It has its own table, because every update of a row rewrites the whole row. */
export interface ImportFileRow {
  importId: string;
  file: Blob;
}

/** A text to be fetched for an imported address. */
export interface TextJobRow extends DueJob {
  importId: string;
  articleId: string;
  url: string;
}

/** A named value about the database itself. */
export interface MetaRow {
  key: string;
  value: string | number | boolean | null;
}
