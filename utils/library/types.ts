/** Rows of the library. Types only, so that views can know the shapes without knowing the database. */
import type { Quote } from '../quotes/types.ts';
import type { DueJob } from './jobs/due-jobs.ts';
import type { IMAGE_FAILURES } from './jobs/image-failures.ts';

/** The origin of a save. */
export type SavedFrom = 'page' | 'link' | 'import';

/**
 * A subset of the library that can be paged through and counted. `all` is everything that is not deleted; `trash`
 * contains deleted articles that can still be restored.
 */
export type View =
  | 'all'
  | 'inbox'
  | 'archive'
  | 'trash'
  | 'favourites'
  /** Not started, and not archived. */
  | 'unread'
  | 'started'
  | 'done'
  | 'pinned'
  /** Previews, and articles with pictures that could not be fetched. */
  | 'incomplete'
  /** Addresses without a text, from imports. */
  | 'links'
  | 'highlighted'
  /** Articles whose page states no date of publication. */
  | 'undated'
  | `list:${string}`
  | `tag:${string}`
  | `host:${string}`
  /** Articles that quote somebody, by normalised full name. */
  | `voice:${string}`;

/**
 * The index key of an article in a view: `[view, -savedAt, articleId]`, so that key order is newest first. For a pinned
 * article, `PINNED_FIRST` is subtracted from the second part, so that it comes before all others.
 */
export type ViewKey = [view: string, newestFirst: number, articleId: string];

/** A person who is quoted often, as shown in lists. */
export interface SpeakerShare {
  name: string;
  role: string | null;
  /** Share of all quoted words, 0–1. */
  share: number;
}

/** Which pages are saved of an article that its site splits into several pages. */
export interface SavedPages {
  /** The numbers of the first and last saved page; all pages between them are saved, too. */
  from: number;
  to: number;
  /** The number of pages, as far as known; null if only the existence of a next page is known. */
  total: number | null;
  /** Address of the page after the last saved one; null if there is none. */
  next: string | null;
  /** Fingerprints of the saved pages' texts, in order, to recognise a page that is already saved. */
  hashes: string[];
}

/** The metadata that a page states about its article. The user may edit it. */
export interface ArticleDetails {
  title: string;
  siteName: string | null;
  byline: string | null;
  /** ISO 8601: the date that the page states, or that the user entered. */
  publishedAt: string | null;
  /** BCP 47. */
  lang: string | null;
}

/** An article's metadata, which lists show. The text is in `ContentRow`, to keep lists fast. */
export interface ArticleRow extends ArticleDetails {
  /** UUID. */
  id: string;
  /**
   * Normalised canonical URL, unique in the library. If another article is already saved under the address, the text's
   * fingerprint is appended; see `makeSeparateIdentity`.
   */
  identity: string;
  /** All normalised addresses of the article, including `identity`. */
  addresses: string[];
  /** The address of the last save. */
  url: string;
  canonicalUrl: string;
  /** The original on another site that the page claims to be a copy of. Shown as a claim, and never trusted. */
  claimedUrl?: string;
  /**
   * What the page states, for fields that the user has edited; see `article-details.ts`. Not set if nothing was edited.
   */
  stated?: Partial<ArticleDetails>;
  /** Host of the canonical URL without `www.`. */
  host: string;
  /** ISO 8601, as the page states it. */
  modifiedAt: string | null;
  dir: 'ltr' | 'rtl';
  excerpt: string | null;
  wordCount: number;
  /** The page showed only the beginning of the article. */
  isPreview: boolean;
  savedFrom: SavedFrom;
  /** All times are milliseconds since 1970. `savedAt` is the first save, `updatedAt` the last. */
  savedAt: number;
  updatedAt: number;
  archivedAt: number | null;
  deletedAt: number | null;
  openedAt: number | null;
  /** When it was pinned to the top of its lists. */
  pinnedAt: number | null;
  /** When it was read to the end, or marked as finished. */
  finishedAt: number | null;
  favourite: boolean;
  tags: string[];
  listIds: string[];
  /** False for an address without a text, from an import. */
  hasText: boolean;
  /** Set if the site splits the article into several pages. */
  pages?: SavedPages;
  /**
   * `publishedAt` as a number, or the time of the save if the page states no date. Used for sorting and date ranges.
   */
  publishedTime: number;
  /** How far the user has read, 0–1. */
  progress: number;
  imagesTotal: number;
  imagesSaved: number;
  imagesFailed: number;
  /** Number of pictures beyond `MAX_IMAGES`, which have no row and count as failed. Not set if there are none. */
  imagesOver?: number;
  leadImageId: string | null;
  quoteCount: number;
  /**
   * The version of the engine that extracted its quotes; see `quotes-version.ts`. Not set if they must still be
   * extracted, or if some were lost.
   */
  quotesVersion?: number;
  /** The three most quoted people. */
  voices: SpeakerShare[];
  /** Normalised full names of everybody quoted. */
  speakerKeys: string[];
  /** Number of highlights of text, and of notes. */
  highlightCount: number;
  noteCount: number;
  /** Fingerprint of the text, to detect that the page has changed since. */
  textHash: string;
  /** Number of stored earlier versions. */
  versionCount: number;
  /** The article's document number in the search index. */
  searchDoc: number;
  /** The views that contain the article. Derived; see `view-counts.ts`. */
  views: ViewKey[];
}

export interface ContentRow {
  articleId: string;
  /** Sanitised. Images keep their source addresses, which the reader replaces. */
  html: string;
  /** Plain text, with paragraphs separated by `\n\n`. Offsets of quotes refer to it. */
  text: string;
}

/** An earlier version of a text, replaced when its article was saved again. */
export interface VersionRow {
  articleId: string;
  replacedAt: number;
  /** When this version was saved. */
  savedAt: number;
  title: string;
  html: string;
  text: string;
  quotes: VersionQuote[];
}

/** A quote of a saved article, identified by its article and its index. */
export interface SavedQuote extends Quote {
  articleId: string;
  /** Index among the article's quotes. */
  index: number;
  /** Normalised full name of the speaker; `''` if unclear. */
  speakerKey: string;
  /** Estimated date of the statement: the publication, or else the save. Milliseconds since 1970. */
  saidAt: number;
}

/** A quote of an earlier version, with what is needed to compare versions. */
export type VersionQuote = Pick<
  SavedQuote,
  'text' | 'start' | 'end' | 'resolvedSpeaker' | 'sureness' | 'role'
>;

/**
 * All quotes of an article, in one row. With a row per quote, these rows and their index were the largest part of what
 * a save or a restore wrote.
 */
export interface QuoteSetRow {
  articleId: string;
  /** The date of all quotes in the row. */
  saidAt: number;
  /**
   * `[speakerKey, saidAt]` for everybody quoted, without duplicates, so that a person's statements are one range of the
   * index.
   */
  said: [speakerKey: string, saidAt: number][];
  /** In text order. */
  quotes: Omit<SavedQuote, 'articleId' | 'index' | 'saidAt'>[];
}

/** Why an image is missing. */
export type ImageFailure = (typeof IMAGE_FAILURES)[number];

export interface ImageRow {
  /** UUID. */
  id: string;
  articleId: string;
  /** Source address as in the article's HTML. */
  url: string;
  state: 'waiting' | 'saved' | 'failed';
  error: ImageFailure | null;
  blob: Blob | null;
  /** Media type, `''` until saved. */
  type: string;
  bytes: number;
}

/** The number of articles in a view. Updated with every change, since counting ten thousand takes too long. */
export interface CountRow {
  view: string;
  count: number;
}

export interface ListRow {
  /** UUID. */
  id: string;
  name: string;
  parentId: string | null;
  /** Sort position among its siblings. */
  position: number;
  createdAt: number;
}

/** Work that must survive a restart of the background. Deleted when finished. */
export interface JobRow extends DueJob {
  kind: 'image';
  articleId: string;
  imageId: string;
  url: string;
}

/** A piece of the search index; see `search-segment.ts`. */
export interface SegmentRow {
  id: number;
  /** Size class; segments of one class are merged into one of the next. */
  level: number;
  /** Document numbers, ascending, with the id of each document's article. */
  docs: Uint32Array;
  articleIds: string[];
  /** Distinct terms, sorted by code unit, each followed by `\n`. */
  terms: string;
  /** The offset of each term's postings in `postings`, and the end. */
  starts: Uint32Array;
  /** For each document of a term: difference to the previous document number (varint), weight (one byte). */
  postings: Uint8Array;
}

/**
 * Fingerprints of all quotes of an article, by which the same words are found in other articles. The key is a number,
 * since the index repeats it for each fingerprint, and an article's id would take ten times the space.
 */
export interface FingerprintRow {
  id: number;
  articleId: string;
  /** Distinct 32-bit numbers; empty if all its quotes are short. */
  prints: number[];
}

/** Where grouping has placed an article. Derived, except that the user's decisions come from `StoryRow`. */
export interface StoryArticleRow {
  articleId: string;
  /** Null if it stands alone. */
  storyId: string | null;
  /** As in its profile; 0 until there is one. */
  publishedAt: number;
  /** Work to be done: compute the profile and place the article, or place it again. Not set if it is up to date. */
  due?: StoryDue;
  /** A random number, set with `due`, by which work that was overtaken by a change is recognised. */
  mark?: number;
}

export type StoryDue = 'profile' | 'place';

/** A document in the index that was deleted or replaced. */
export interface DeadDocRow {
  doc: number;
}
