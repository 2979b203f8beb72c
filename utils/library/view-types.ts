/** Results of library queries, for views. Types only, so that views need not import the database. */
import type { ArticleRow, ImageFailure, ListRow, SavedQuote, VersionQuote, VersionRow } from './types.ts';

/** A list with its nesting depth and the number of articles directly in it. */
export interface ListTreeNode {
  list: ListRow;
  depth: number;
  count: number;
}

/** A tag and the number of articles that have it. */
export interface TagCount {
  tag: string;
  count: number;
}

export interface QuoteInArticle {
  quote: SavedQuote;
  article: ArticleRow;
}

/** A statement by a person. Several articles may quote it. */
export interface Statement {
  /** The occurrence with the most complete wording; if several are equally complete, the earliest. */
  mostComplete: QuoteInArticle;
  /** Occurrences in other articles, one per article, earliest first. */
  repeats: QuoteInArticle[];
  /** When it was first published, in milliseconds since 1970. */
  firstPublishedAt: number;
}

/** A person or organisation quoted in the library. */
export interface Person {
  /** The id of the user's `PersonRow`; without one, the normalised name. */
  id: string;
  /** The name to show. */
  name: string;
  role: string | null;
  /** Normalised names under which the person is quoted. */
  keys: string[];
  /** The last saved spelling of each of these names, in the same order. Set only if a single person was queried. */
  spellings?: string[];
  /** Number of articles that quote the person. */
  articleCount: number;
}

/** An image that is not saved: still waiting, or failed. */
export interface MissingImage {
  id: string;
  url: string;
  state: 'waiting' | 'failed';
  error: ImageFailure | null;
  /** Whether fetching it again could succeed. */
  canRetry: boolean;
}

export interface CompletenessReport {
  article: ArticleRow;
  /** Whether no text, a preview, or the whole text is saved. */
  text: 'none' | 'preview' | 'whole';
  paragraphs: number;
  /** The last words of the saved text, which show the user where it ends. */
  lastWords: string;
  imagesTotal: number;
  imagesSaved: number;
  /** Total size of the saved images in bytes. */
  imageBytes: number;
  missing: MissingImage[];
  /** Number of images beyond `maxImages`; not included in `missing`. */
  imagesOverLimit: number;
  /** Maximum number of saved images per article. */
  maxImages: number;
  quotes: SavedQuote[];
  /** The current text, for comparisons with earlier versions. */
  currentText: string;
  /** Earlier versions, newest first. */
  versions: VersionRow[];
}

export interface DiffPiece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** A paragraph that is unchanged, added, removed, or changed in parts. */
export type DiffBlock = DiffPiece | { kind: 'changed'; pieces: DiffPiece[] };

export interface TextComparison {
  /** The headline with its changes marked; null if it is unchanged. */
  title: DiffPiece[] | null;
  quotesAdded: VersionQuote[];
  quotesRemoved: VersionQuote[];
  blocks: DiffBlock[];
  /** Number of changed paragraphs. */
  changes: number;
}

/** Why a part of a query was rejected. The message in `locales` is `query_<code>`. */
export type QueryErrorCode =
  | 'unknownField'
  | 'unknownValue'
  | 'emptyValue'
  | 'badDate'
  | 'badNumber'
  | 'unclosedQuote'
  | 'unclosedParenthesis'
  | 'strayParenthesis'
  | 'strayOr';

/** An error in a query, with its position. Views translate it. */
export interface QueryError {
  code: QueryErrorCode;
  /** UTF-16 offsets in the query; `end` is exclusive. */
  start: number;
  end: number;
  /** The part of the query that caused the error. */
  text: string;
  /** A suggested replacement for the part, or null. */
  suggestion: string | null;
  /**
   * Whether the part was searched as plain text instead, which is often right for pasted text. Shown as a hint, not as
   * an error.
   */
  isSearchedAsText: boolean;
}

export interface StorageUsage {
  /** Estimated sizes in bytes: texts by their length in UTF-16 code units, images by their file size. */
  texts: number;
  images: number;
  versions: number;
  searchIndex: number;
  articles: number;
  imageCount: number;
  versionCount: number;
}

/** Why the last attempt to write the change log failed. The message in `locales` is `copyTrouble_<code>`. */
export type LogError = 'full' | 'failed' | 'budget';

/** The size of the library's change log. */
export interface LogUsage {
  /** Whether the browser has storage for it. */
  isAvailable: boolean;
  bytes: number;
  /** Maximum size in bytes. */
  maxBytes: number;
  articles: number;
  /** Whether some changes are not in the log yet. */
  isBehind: boolean;
  error: LogError | null;
}

/** A person who is quoted in the same articles as a given person. */
export interface CoQuotedPerson {
  id: string;
  name: string;
  /** Number of articles that quote both. */
  sharedArticles: number;
}

/** How a new text differs from the saved one. */
export interface TextChanges {
  /** Whether the headline differs. */
  title: boolean;
  /** Numbers of added, removed and changed paragraphs. */
  added: number;
  removed: number;
  changed: number;
}

/** The saved article whose text a new text would replace, and how the texts differ. */
export interface Replacement {
  articleId: string;
  /** Time of the last save, in milliseconds since 1970. */
  savedAt: number;
  changes: TextChanges;
}

/** A preview of adding a list of addresses, before anything is written. */
export interface LinkPreview {
  /** New addresses, in order, with the titles found next to them, or `''`. */
  newLinks: { url: string; title: string }[];
  /** Saved articles that some of the addresses belong to. */
  existing: { id: string; title: string }[];
  /** Number of duplicate addresses. */
  duplicates: number;
  /** Rejected lines, in order: `at` is the line number, `why` the code of a message `importWhy_<code>`. */
  failures: { at: string; url: string; title: string; why: string }[];
}
