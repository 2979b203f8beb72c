/** Rows that hold what the user made of the library: tags, smart lists, people, marks, corrections, imports. */
import type { HighlightColour } from './articles/highlight-colours.ts';
import type { DueJob } from './jobs/due-jobs.ts';

/** A tag, or a former name of one. Articles hold the tag's `name`. */
export interface TagRow {
  /** Folded name: “War” and “war” are one tag. */
  key: string;
  /** As the user writes it. */
  name: string;
  createdAt: number;
  /** Key of the tag this one was merged into: what is filed under the old name later goes there. */
  aliasOf: string | null;
}

/** What a list is sorted by. `saved` is the order of the library itself. */
export type SortBy = 'saved' | 'published' | 'length' | 'site' | 'progress';

export interface SortOrder {
  by: SortBy;
  /** The other way round: oldest, longest, Z–A, least read first. */
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

/** Somebody the user decided about. Whoever has no row is known by the folded name alone. */
export interface PersonRow {
  /** UUID. */
  id: string;
  /** As the user wants it shown. */
  name: string;
  /** The user said that this is nobody: the name stays out of People, also when it is quoted again. */
  notPerson?: boolean;
  createdAt: number;
  updatedAt: number;
}

/** The user's decision whose name it is. Key: name and article. */
export interface AliasRow {
  /** Folded full name, as `SavedQuote.speakerKey`. */
  speakerKey: string;
  /** The article it holds for; `''` for every article that has no row of its own. */
  articleId: string;
  personId: string;
}

/** How a name is written, and where it was met last. Derived from saves; only ever a hint. */
export interface SpeakerRow {
  /** Folded full name. */
  speakerKey: string;
  name: string;
  role: string | null;
  saidAt: number;
}

/** Who said a quote, as the user put it right. Kept when the article is saved again. Key: article and quote. */
export interface CorrectionRow {
  articleId: string;
  /** `hashText` of the quote's words; see `correction-rows.ts` for words that are quoted more than once. */
  quoteHash: string;
  /** Full name, or null: unclear. */
  speaker: string | null;
  role: string | null;
  correctedAt: number;
}

/**
 * What the user says of a highlight that came back. Each has a word `review_<answer>`, a line `reviewWhen_<answer>` and a
 * sentence `reviewed_<answer>` in `locales`.
 */
export type ReviewAnswer = 'keep' | 'later' | 'done';

/** When a highlight is shown again; see `highlights/review-schedule.ts`. */
export interface HighlightReview {
  /** How often it was kept: each time the next one is further away. */
  step: number;
  /** Milliseconds since 1970; null for one that is not to come again. */
  dueAt: number | null;
  answeredAt: number;
}

/** A highlight, with or without a note; without words of the text it is a note on the whole article. */
export interface HighlightRow {
  /** UUID. */
  id: string;
  articleId: string;
  /** The words marked, exactly; `''` for a note on the article. */
  text: string;
  /** Up to 32 characters of the text on either side, to find the place again when the text has changed. */
  prefix: string;
  suffix: string;
  /** UTF-16 offsets into the article's text; null where the words are not (any more) in it. */
  start: number | null;
  end: number | null;
  note: string;
  colour: HighlightColour;
  /** Absent as long as it was never shown again. */
  review?: HighlightReview;
  createdAt: number;
  updatedAt: number;
}

/** A record of an import that could not be taken. */
export interface ImportFailureRow {
  id: number;
  importId: string;
  /** Place in the file: a line, a record, an entry of an archive. */
  at: string;
  /** Address and title, as far as they could be read. */
  url: string;
  title: string;
  /** Code of the reason; the words are the view's. */
  why: string;
}

/** What the user chose for an import. */
export interface ImportOptions {
  /** Fetch the texts of addresses that came without one. */
  fetchTexts: boolean;
  /** For a backup: take its settings, too. */
  takeSettings: boolean;
  /** A list and a tag for all that come, beside those that the file has for each. */
  listId?: string;
  tag?: string;
}

/** An import, so that it goes on after a restart. */
export interface ImportRow {
  /** UUID. */
  id: string;
  fileName: string;
  /** Name of the format. */
  format: string;
  options: ImportOptions;
  /** `fetching`: every record is in, and texts are still being fetched. */
  state: 'running' | 'fetching' | 'done' | 'cancelled' | 'failed';
  /** Why it failed as a whole, as a code, or null. */
  error: string | null;
  /** The library was empty when a backup began to be restored: rows keep their numbers. */
  intoEmpty: boolean;
  /** Records of the file that are done, and all where that is known. */
  position: number;
  total: number | null;
  /** New articles, articles that were there already, records that could not be taken, highlights taken. */
  added: number;
  folded: number;
  /** Records of an article that the file had before. */
  twice?: number;
  failed: number;
  highlights: number;
  /** Texts that came by fetching, and those that could not be fetched. */
  textsFetched: number;
  textsFailed: number;
  /** Pictures that a backup did not hold, and the sites they are on, until the user has decided about them. */
  missing?: { images: number; sites: string[] };
  startedAt: number;
  updatedAt: number;
}

/** The file of an import until that is over. In a table of its own: a row with a file in it is copied with each change. */
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

/** Small facts about the database itself, by name. */
export interface MetaRow {
  key: string;
  value: string | number | boolean | null;
}
