/** Rows of the library. Types only, so that views need not import the database. */
import type { Quote } from '../quotes/types.ts';
import type { DueJob } from './jobs/due-jobs.ts';
import type { IMAGE_FAILURES } from './jobs/image-failures.ts';
import type { CorrectionRow } from './user-types.ts';

/** How an article was saved: from its open page, through a link, or by an import. */
export type SavedFrom = 'page' | 'link' | 'import';

/**
 * A subset of the library that can be paged through and counted. `all` contains everything that is not deleted, `trash`
 * the deleted articles that can still be restored.
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
  /** Previews, and articles with images that could not be fetched. */
  | 'incomplete'
  /** Imported addresses without a text. */
  | 'links'
  | 'highlighted'
  /** Articles without a publication date. */
  | 'undated'
  | `list:${string}`
  | `tag:${string}`
  | `host:${string}`
  /** Articles that quote a given person, by normalised full name. */
  | `voice:${string}`;

/**
 * The index key of an article in a view, `[view, sortKey, articleId]`. The sort key is `-savedAt`, so that key order is
 * newest first; for pinned articles, `PINNED_FIRST` is subtracted, so that they come before all others.
 */
export type ViewKey = [view: string, sortKey: number, articleId: string];

/** A frequently quoted person, as shown in lists. */
export interface SpeakerShare {
  name: string;
  role: string | null;
  /** Share of all quoted words, 0–1. */
  share: number;
}

/** The saved pages of an article that its site splits into several pages. */
export interface SavedPages {
  /** Numbers of the first and the last saved page. All pages between them are saved, too. */
  from: number;
  to: number;
  /** Total number of pages; null if it is only known that there is a next page. */
  total: number | null;
  /** Address of the page after the last saved one, or null. */
  next: string | null;
  /** Fingerprints of the saved pages' texts, in order, by which a saved page is recognised. */
  hashes: string[];
}

/** The metadata of an article, which its page states and the user may edit. */
export interface ArticleDetails {
  title: string;
  siteName: string | null;
  byline: string | null;
  /** The publication date as stated by the page or entered by the user, in ISO 8601. */
  publishedAt: string | null;
  /** Language tag (BCP 47). */
  lang: string | null;
}

/** An article's row, without its text. The text is in `ContentRow`, so that lists load fast. */
export interface ArticleRow extends ArticleDetails {
  /** UUID. */
  id: string;
  /**
   * The normalised canonical URL, unique in the library. If another article is already saved at that URL, the text's
   * fingerprint is appended; see `makeSeparateIdentity`.
   */
  identity: string;
  /** All normalised addresses of the article, including `identity`. */
  addresses: string[];
  /** The URL from which it was last saved. */
  url: string;
  canonicalUrl: string;
  /** The URL of the original on another site, as claimed by the page. It is shown as a claim and never trusted. */
  claimedUrl?: string;
  /**
   * The values that the page states for the fields that the user has edited; see `article-details.ts`. Not set if
   * nothing was edited.
   */
  stated?: Partial<ArticleDetails>;
  /** Host of the canonical URL without `www.`. */
  host: string;
  /** The modification date as stated by the page, in ISO 8601. */
  modifiedAt: string | null;
  dir: 'ltr' | 'rtl';
  excerpt: string | null;
  wordCount: number;
  /** Whether the page showed only the beginning of the article. */
  isPreview: boolean;
  savedFrom: SavedFrom;
  /** First save and last save. All times are in milliseconds since 1970. */
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
  /** False for an imported address whose text has not been fetched. */
  hasText: boolean;
  /** Set if the site splits the article into several pages. */
  pages?: SavedPages;
  /**
   * `publishedAt` in milliseconds since 1970; the time of the first save if there is no valid date. Used for sorting
   * and date ranges.
   */
  publishedTime: number;
  /** How far the user has read, 0–1. */
  progress: number;
  imagesTotal: number;
  imagesSaved: number;
  imagesFailed: number;
  /** Number of images beyond `MAX_IMAGES`. They have no row, and count as failed. Not set if there are none. */
  imagesOver?: number;
  leadImageId: string | null;
  quoteCount: number;
  /**
   * The version of the engine that extracted the quotes; see `quotes-version.ts`. Not set if the quotes are still to be
   * extracted, or some were lost.
   */
  quotesVersion?: number;
  /** The three most quoted people. */
  voices: SpeakerShare[];
  /** Normalised full names of all people quoted. */
  speakerKeys: string[];
  /** Numbers of highlights with text, and of notes. */
  highlightCount: number;
  noteCount: number;
  /** Fingerprint of the text, by which changes of the page are detected. */
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
  /** Sanitised HTML. Images keep their original URLs, which the reader replaces. */
  html: string;
  /** Plain text, with paragraphs separated by `\n\n`. The offsets of quotes refer to it. */
  text: string;
}

/** An earlier version of an article, which was replaced when the article was saved again. */
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

/**
 * The complete state of an article before a save replaced its text, from which “Undo” restores it; see
 * `article-snapshot.ts`.
 */
export interface SnapshotRow {
  /** Identifies the save, which may have replaced the texts of several articles. */
  token: string;
  articleId: string;
  /** Unix timestamp in ms. */
  expiresAt: number;
  article: ArticleRow;
  content: ContentRow;
  quotes: SavedQuote[];
  images: ImageRow[];
  corrections: CorrectionRow[];
  /** `replacedAt` of its earlier versions. */
  versions: number[];
}

/** A quote of a saved article, identified by its article and its index. */
export interface SavedQuote extends Quote {
  articleId: string;
  /** Index among the article's quotes. */
  index: number;
  /** Normalised full name of the speaker; `''` if unclear. */
  speakerKey: string;
  /** Estimated time of the statement, in milliseconds since 1970: the publication date, or else the first save. */
  saidAt: number;
}

/** The parts of a quote that are stored with an earlier version, for comparisons. */
export type VersionQuote = Pick<
  SavedQuote,
  'text' | 'start' | 'end' | 'resolvedSpeaker' | 'sureness' | 'role'
>;

/**
 * All quotes of an article. They share a row, because separate rows and their index entries made up most of what a save
 * or a restore wrote.
 */
export interface QuoteSetRow {
  articleId: string;
  /** Estimated time of all quotes in the row; see `SavedQuote`. */
  saidAt: number;
  /**
   * Index entries: `[speakerKey, saidAt]` for each person quoted, so that a person's statements are one range of the
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
  /** The image's URL in the article's HTML. */
  url: string;
  state: 'waiting' | 'saved' | 'failed';
  error: ImageFailure | null;
  blob: Blob | null;
  /** Media type; `''` until the image is saved. */
  type: string;
  bytes: number;
}

/**
 * The number of articles in a view. Updated with every change, because counting ten thousand articles takes too long.
 */
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

/** A pending download, which survives a restart of the background. Deleted when finished. */
export interface JobRow extends DueJob {
  kind: 'image';
  articleId: string;
  imageId: string;
  url: string;
}

/** A segment of the search index; see `search-segment.ts`. */
export interface SegmentRow {
  id: number;
  /** Size class. Segments of one class are merged into a segment of the next. */
  level: number;
  /** Document numbers in ascending order, and the article id of each. */
  docs: Uint32Array;
  articleIds: string[];
  /** Distinct terms, sorted by code unit, each followed by `\n`. */
  terms: string;
  /** Offset of each term's postings in `postings`, and the total length. */
  starts: Uint32Array;
  /**
   * For each document of a term: the difference from the previous document number (varint) and the weight (one byte).
   */
  postings: Uint8Array;
}

/**
 * The story to which grouping assigned an article. Derived data, except for the user's decisions, which are copied from
 * `StoryRow`.
 */
export interface StoryArticleRow {
  articleId: string;
  /** Null if the article belongs to no story. */
  storyId: string | null;
  /** The time in its profile, as a Unix timestamp in ms; 0 if the user placed it before it had one. */
  publishedAt: number;
}

/** An article that grouping has to process. Separate from `StoryArticleRow`, so that saving never waits for grouping. */
export interface StoryQueueRow {
  articleId: string;
  /** The next step: computing the article's profile, or only assigning the article to a story. */
  step: 'profile' | 'place';
  /** The time in its profile, as a Unix timestamp in ms; 0 before there is a profile. */
  publishedAt: number;
  /** A random number. If it has changed when a step is done, the article has changed, and the step is repeated. */
  mark: number;
}

/** A document number whose article was deleted or indexed again. */
export interface DeadDocRow {
  doc: number;
}
