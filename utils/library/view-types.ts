/**
 * Results of library queries, for views. Types only, so that views can know the shapes without knowing the database.
 */
import type { ArticleRow, ImageFailure, ListRow, SavedQuote, VersionQuote, VersionRow } from './types.ts';

/** A list, its nesting depth, and the number of articles in the list itself. */
export interface ListBranch {
  list: ListRow;
  depth: number;
  count: number;
}

/** A tag and how many articles have it. */
export interface TagCount {
  tag: string;
  count: number;
}

export interface QuoteInArticle {
  quote: SavedQuote;
  article: ArticleRow;
}

/** A statement of a person, which several articles may quote. */
export interface Statement {
  /** The most complete wording; among equals the earliest. */
  mostComplete: QuoteInArticle;
  /** Quotes of the same words in other articles, one per article, the earliest first. */
  repeats: QuoteInArticle[];
  /** When it was first published, in milliseconds since 1970. */
  firstPublishedAt: number;
}

/** A person or organisation quoted in the library. */
export interface Person {
  /** The user's own id for the person, or the normalised name without a decision of the user. */
  id: string;
  /** The name to show. */
  name: string;
  role: string | null;
  /** Normalised names under which the person is quoted. */
  keys: string[];
  /** The last spellings of these names. Only set in queries of a single person. */
  spellings?: string[];
  /** Articles that quote them. */
  articleCount: number;
}

/** A missing image: waiting, or why it failed. */
export interface MissingImage {
  id: string;
  url: string;
  state: 'waiting' | 'failed';
  error: ImageFailure | null;
  /** Whether fetching it again could help. */
  canRetry: boolean;
}

export interface CompletenessReport {
  article: ArticleRow;
  /** No text, the part that a preview shows, or the whole text. */
  text: 'none' | 'preview' | 'whole';
  paragraphs: number;
  /** The last words of the saved text, which show where it ends. */
  lastWords: string;
  imagesTotal: number;
  imagesSaved: number;
  /** Total size of the saved images. */
  imageBytes: number;
  missing: MissingImage[];
  /** Number of pictures beyond the limit per article; not included in `missing`. */
  imagesOverLimit: number;
  /** That limit. */
  maxImages: number;
  quotes: SavedQuote[];
  /** The current text, to compare earlier versions with. */
  currentText: string;
  /** Earlier versions, newest first. */
  versions: VersionRow[];
}

export interface DiffPiece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** A paragraph: unchanged, added, removed, or with changes in it. */
export type DiffBlock = DiffPiece | { kind: 'changed'; pieces: DiffPiece[] };

export interface Comparison {
  /** The headline with its changes; null if it is unchanged. */
  title: DiffPiece[] | null;
  quotesAdded: VersionQuote[];
  quotesRemoved: VersionQuote[];
  blocks: DiffBlock[];
  /** Number of changed paragraphs. */
  changes: number;
}

/** Why a part of a query was rejected. Each has a sentence `query_<code>` in `locales`. */
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

/** An error in a query and its position. Views translate it. */
export interface QueryError {
  code: QueryErrorCode;
  /** UTF-16 units; `end` is exclusive. */
  start: number;
  end: number;
  /** The part of the query that caused the error. */
  text: string;
  /** A possible correction, or null. */
  suggestion: string | null;
  /** The part was searched as plain text, which pasted text may require: worth a hint, but not an error. */
  isSearchedAsText: boolean;
}

export interface StorageUse {
  /** In bytes, estimated: text as UTF-8, images as they are. */
  texts: number;
  images: number;
  versions: number;
  searchIndex: number;
  articles: number;
  imageCount: number;
  versionCount: number;
}

/** Why the change log could not be written last. Each has a sentence `copyTrouble_<code>` in `locales`. */
export type LogError = 'full' | 'failed' | 'budget';

/** The size of the library's change log. */
export interface LogUse {
  /** False if the browser has no storage for it. */
  isAvailable: boolean;
  bytes: number;
  /** Maximum size in bytes. */
  budget: number;
  articles: number;
  /** Some changes are not in the log yet. */
  isBehind: boolean;
  error: LogError | null;
}

/** A person who is quoted in the same articles as another one. */
export interface CoQuotedPerson {
  id: string;
  name: string;
  /** Number of articles that quote both. */
  sharedArticles: number;
}

/** How a new text differs from the saved one. */
export interface TextChanges {
  /** The headline differs. */
  title: boolean;
  /** Number of paragraphs that were added, removed and changed. */
  added: number;
  removed: number;
  changed: number;
}

/** The saved article that a new text would replace, and how the texts differ. */
export interface Replacement {
  articleId: string;
  /** When the saved text was saved, in milliseconds since 1970. */
  savedAt: number;
  changes: TextChanges;
}

/** A preview of what adding some addresses would do. */
export interface LinkPreview {
  /** New addresses, in order, with the titles next to them, or `''`. */
  newLinks: { url: string; title: string }[];
  /** Saved articles to which some of the addresses belong. */
  existing: { id: string; title: string }[];
  /** Number of duplicate addresses. */
  duplicates: number;
  /** Rejected lines, in order: the line's number, and the reason as a code of `importWhy_…`. */
  failures: { at: string; url: string; title: string; why: string }[];
}
