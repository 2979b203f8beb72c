/** Rows that the user creates: tags, smart lists, people, highlights, corrections, imports. */
import type { HighlightColour } from './articles/highlight-colours.ts';
import type { DueJob } from './jobs/due-jobs.ts';

/** A tag, or a former name of one. Articles store the tag's `name`. */
export interface TagRow {
  /** Normalised name: “War” and “war” are the same tag. */
  key: string;
  /** The user's spelling. */
  name: string;
  createdAt: number;
  /** Key of the tag that this one was merged into. Articles that later get the old name get that tag instead. */
  aliasOf: string | null;
}

/** The sort key of a list. `saved` is the library's default order. */
export type SortBy = 'saved' | 'published' | 'length' | 'site' | 'progress';

export interface SortOrder {
  by: SortBy;
  /** Reversed order: oldest, longest, Z–A, or least read first. */
  reversed: boolean;
}

/** A saved search. */
export interface SmartListRow {
  /** UUID. */
  id: string;
  name: string;
  /** In the query language; see `query-syntax.ts`. */
  query: string;
  sort: SortOrder;
  position: number;
  createdAt: number;
  updatedAt: number;
}

/**
 * A person about whom the user has made a decision. All others have no row and are identified by the normalised name.
 */
export interface PersonRow {
  /** UUID. */
  id: string;
  /** The name to show, chosen by the user. */
  name: string;
  /** The user decided that the name is not a person's. It stays out of People even if it is quoted again. */
  notPerson?: boolean;
  createdAt: number;
  updatedAt: number;
}

/** The user's decision about whose name it is. Key: name and article. */
export interface AliasRow {
  /** Normalised full name, as in `SavedQuote.speakerKey`. */
  speakerKey: string;
  /** The article that the decision applies to; `''` for all articles without a row of their own. */
  articleId: string;
  personId: string;
}

/** The spelling of a name, and where it occurred last. Derived from saves; only a hint. */
export interface SpeakerRow {
  /** Normalised full name. */
  speakerKey: string;
  name: string;
  role: string | null;
  saidAt: number;
}

/** The speaker of a quote, corrected by the user. Kept when the article is saved again. Key: article and quote. */
export interface CorrectionRow {
  articleId: string;
  /** `hashText` of the quote's words; see `correction-rows.ts` for words that occur in several quotes. */
  quoteHash: string;
  /** Full name, or null if unclear. */
  speaker: string | null;
  role: string | null;
  correctedAt: number;
}

/**
 * The user's answer when reviewing a highlight. Each has a label `review_<answer>`, a line `reviewWhen_<answer>` and a
 * sentence `reviewed_<answer>` in `locales`.
 */
export type ReviewAnswer = 'keep' | 'later' | 'done';

/** The schedule of a highlight in spaced repetition; see `highlights/review-schedule.ts`. */
export interface HighlightReview {
  /** How often the answer was “keep”. The interval grows with each. */
  step: number;
  /** When it is due, in milliseconds since 1970; null if it is not to be reviewed again. */
  dueAt: number | null;
  answeredAt: number;
}

/** A highlight, with or without a note. Without text, it is a note on the whole article. */
export interface HighlightRow {
  /** UUID. */
  id: string;
  articleId: string;
  /** The exact highlighted words; `''` for a note on the article. */
  text: string;
  /** Up to 32 characters of context on either side, to locate the words when the text has changed. */
  prefix: string;
  suffix: string;
  /** UTF-16 offsets in the article's text; null if the text does not, or no longer, contain the words. */
  start: number | null;
  end: number | null;
  note: string;
  colour: HighlightColour;
  /** Not set until its first review. */
  review?: HighlightReview;
  createdAt: number;
  updatedAt: number;
}

/** A record of an import that was rejected. */
export interface ImportFailureRow {
  id: number;
  importId: string;
  /** Position in the file: a line, a record, or an entry of an archive. */
  at: string;
  /** Address and title, as far as they could be read. */
  url: string;
  title: string;
  /** Code of the reason; views translate it. */
  why: string;
}

/** The user's choices for an import. */
export interface ImportOptions {
  /** Fetch the texts of addresses that came without one. */
  fetchTexts: boolean;
  /** For a backup: also restore its settings. */
  takeSettings: boolean;
  /** A list and a tag for all imported articles, in addition to their own. */
  listId?: string;
  tag?: string;
}

/** An import's state, so that it can continue after a restart. */
export interface ImportRow {
  /** UUID. */
  id: string;
  fileName: string;
  /** Name of the format. */
  format: string;
  options: ImportOptions;
  /** `fetching`: all records are imported, and texts are still being fetched. */
  state: 'running' | 'fetching' | 'done' | 'cancelled' | 'failed';
  /** Code of the error that ended the import, or null. */
  error: string | null;
  /** The library was empty when the restore of a backup started, so rows keep their numbers. */
  wasEmpty: boolean;
  /** Number of processed records, and the total if known. */
  position: number;
  total: number | null;
  /** New articles, articles that existed already, rejected records, and imported highlights. */
  added: number;
  merged: number;
  /** Records of an article that occurred earlier in the file. */
  duplicates?: number;
  failed: number;
  highlights: number;
  /** Texts that were fetched, and texts that could not be fetched. */
  textsFetched: number;
  textsFailed: number;
  /** Pictures that a backup did not contain, and their sites, until the user has decided about them. */
  missing?: { images: number; sites: string[] };
  startedAt: number;
  updatedAt: number;
}

/** An import's file, until the import is over. In its own table, because every change of a row copies it. */
export interface ImportFileRow {
  importId: string;
  file: Blob;
}

/** A text to be fetched for an address that came without one. */
export interface TextJobRow extends DueJob {
  importId: string;
  articleId: string;
  url: string;
}

/** Small values about the database itself, by name. */
export interface MetaRow {
  key: string;
  value: string | number | boolean | null;
}
