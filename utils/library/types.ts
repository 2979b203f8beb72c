/** Rows of the library. Types only, so that views may know the shapes without knowing the database. */
import type { Quote } from '../quotes/types.ts';
import type { DueJob } from './jobs/due-jobs.ts';

/** Where a save came from. */
export type SavedFrom = 'page' | 'link' | 'import';

/**
 * A slice of the library that can be paged through and counted.
 * `all` is everything that is not deleted; `trash` holds what was deleted and can still be brought back.
 */
export type View =
  | 'all'
  | 'inbox'
  | 'archive'
  | 'trash'
  | 'favourites'
  /** Not begun, and not in the archive. */
  | 'unread'
  | 'started'
  | 'done'
  | 'pinned'
  /** Preview only, or pictures that could not be fetched. */
  | 'incomplete'
  /** Addresses without a text, from imports. */
  | 'links'
  | 'highlighted'
  /** Its page states no date of publication. */
  | 'undated'
  | `list:${string}`
  | `tag:${string}`
  | `host:${string}`
  /** Articles that quote somebody, by folded full name. */
  | `voice:${string}`;

/**
 * Key of an article within a view: `[view, -savedAt, articleId]`, so that plain key order is newest first.
 * A pinned article's second part is lower by `PINNED_FIRST`, so that it comes before all others.
 */
export type ViewKey = [view: string, newestFirst: number, articleId: string];

/** Who is quoted most, as a list shows it. */
export interface VoiceLine {
  name: string;
  role: string | null;
  /** Share of all quoted words, 0–1. */
  share: number;
}

/** What is here of an article that its site splits over several pages. */
export interface SavedPages {
  /** Numbers of the first page that is here, and of the last; all between are here, too. */
  from: number;
  to: number;
  /** How many there are, as far as is known; null where only a next one is. */
  total: number | null;
  /** Address of the page after the last; null where there is none. */
  next: string | null;
  /** Fingerprints of the pages' own texts, in order, to tell whether one of them is here. */
  hashes: string[];
}

/** What a page says of its article, and the user may put right. */
export interface ArticleDetails {
  title: string;
  siteName: string | null;
  byline: string | null;
  /** ISO 8601: as the page states it, or the day that the user gave. */
  publishedAt: string | null;
  /** BCP 47. */
  lang: string | null;
}

/** What lists show of an article. The text lives in `ContentRow`, so that a list stays light. */
export interface ArticleRow extends ArticleDetails {
  /** UUID. */
  id: string;
  /**
   * Normalised canonical URL; no two articles share one. An article that came to an address at which another is kept
   * has its text's fingerprint behind it; see `separateIdentity`.
   */
  identity: string;
  /** Normalised addresses the article was met at, `identity` among them. */
  addresses: string[];
  /** The address it was saved from last. */
  url: string;
  canonicalUrl: string;
  /** What the page says it is a copy of, on somebody else's site: shown as a claim, and never believed. */
  claimedUrl?: string;
  /** What the page states where the user has edited it; see `article-details.ts`. Absent where nothing was edited. */
  stated?: Partial<ArticleDetails>;
  /** Host of the canonical URL without `www.`. */
  host: string;
  /** ISO 8601, as the page states it. */
  modifiedAt: string | null;
  dir: 'ltr' | 'rtl';
  excerpt: string | null;
  wordCount: number;
  /** The page showed only the beginning. */
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
  /** When it was read to the end or marked as done. */
  finishedAt: number | null;
  favourite: boolean;
  tags: string[];
  listIds: string[];
  /** False for an address without a text, from an import. */
  hasText: boolean;
  /** Where its site splits the article over several pages; absent where it does not. */
  pages?: SavedPages;
  /** `publishedAt` as a number, the save where the page states none. For sorting and for ranges of time. */
  publishedTime: number;
  /** How far the user got, 0–1. */
  progress: number;
  imagesTotal: number;
  imagesSaved: number;
  imagesFailed: number;
  /** Pictures of the text over `MOST_IMAGES`, which have no row; counted as failed. Absent where there are none. */
  imagesOver?: number;
  leadImageId: string | null;
  quoteCount: number;
  /** By which engine its quotes were found; see `quotes-version.ts`. Absent: they have yet to be found, or some of them were lost. */
  quotesVersion?: number;
  /** The three who are quoted most. */
  voices: VoiceLine[];
  /** Folded full names of everybody quoted. */
  speakerKeys: string[];
  /** Highlights with words of the text, and notes. */
  highlightCount: number;
  noteCount: number;
  /** Fingerprint of the text, to tell whether the page has changed since. */
  textHash: string;
  /** Former texts kept. */
  versionCount: number;
  /** Number of the article in the search index. */
  searchDoc: number;
  /** Views the article is in. Derived; see `view-keys.ts`. */
  views: ViewKey[];
}

export interface ContentRow {
  articleId: string;
  /** Sanitised; images keep their source addresses, which the reader replaces. */
  html: string;
  /** Paragraphs parted by `\n\n`; quote offsets point into it. */
  text: string;
}

/** A text that was replaced when its article was saved again. */
export interface VersionRow {
  articleId: string;
  replacedAt: number;
  /** When this text had been saved. */
  savedAt: number;
  title: string;
  html: string;
  text: string;
  quotes: VersionQuote[];
}

/** A quote of a saved article, told apart by its article and its place among the article's quotes. */
export interface SavedQuote extends Quote {
  articleId: string;
  /** Position among the article's quotes. */
  index: number;
  /** Folded full name of the speaker; `''` where the speaker is unclear. */
  speakerKey: string;
  /** When it was said, as near as is known: publication, else the save. Milliseconds since 1970. */
  saidAt: number;
}

/** A former text's quote: what a comparison of versions needs. */
export type VersionQuote = Pick<
  SavedQuote,
  'text' | 'start' | 'end' | 'resolvedSpeaker' | 'sureness' | 'role'
>;

/**
 * All quotes of an article, in one row: forty rows with an index of their own made up most of what a save and a
 * restored backup wrote.
 */
export interface QuoteSetRow {
  articleId: string;
  /** As of every quote in it. */
  saidAt: number;
  /** `[speakerKey, saidAt]` of everybody quoted, once each: what somebody said is one range of their index. */
  said: [speakerKey: string, saidAt: number][];
  /** In order of the text. */
  quotes: Omit<SavedQuote, 'articleId' | 'index' | 'saidAt'>[];
}

/** Why an image is not here. Each has a sentence `readerImage_<failure>` in `locales`. */
export type ImageFailure =
  /** The site answered 401, 403, 451 or the like. */
  | 'refused'
  /** 404 or 410. */
  | 'gone'
  /** Over the size limit. */
  | 'too-big'
  /** What came was no image. */
  | 'not-image'
  /** No answer, after every retry. */
  | 'unreachable'
  /** An address of a local network, or one with a password in it: never asked. */
  | 'not-public'
  /** The user gave no access to its site. */
  | 'no-access'
  /** Over what one article may hold; see `image-caps.ts`. Pictures, bytes, and time. */
  | 'too-many'
  | 'too-much'
  | 'too-slow'
  /** The disk is full. */
  | 'disk-full'
  /** The backup it came with did not hold it, and the user has not asked for it yet. */
  | 'not-in-backup';

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

/** How many articles a view holds; kept with every change, since counting ten thousand takes too long. */
export interface CountRow {
  view: string;
  count: number;
}

export interface ListRow {
  /** UUID. */
  id: string;
  name: string;
  parentId: string | null;
  /** Order among its siblings. */
  position: number;
  createdAt: number;
}

/** Work that must survive the death of the background. A finished job is gone. */
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
  /** Document numbers, ascending, and whose they are. */
  docs: Uint32Array;
  articleIds: string[];
  /** Distinct terms, sorted by code unit, each followed by `\n`. */
  terms: string;
  /** Where each term's postings begin in `postings`; one more entry than terms. */
  starts: Uint32Array;
  /** For each document of a term: distance to the one before (varint), weight (one byte). */
  postings: Uint8Array;
}

/**
 * Fingerprints of all quotes of an article, by which the same words are found in other articles. Numbered, since the
 * index repeats the key with each fingerprint, and an article's id takes ten times as much room.
 */
export interface FingerprintRow {
  id: number;
  articleId: string;
  /** Distinct numbers of 32 bits; none where its quotes are short. */
  prints: number[];
}

/** A document of the index that no longer counts. */
export interface DeadDocRow {
  doc: number;
}
