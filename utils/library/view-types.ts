/** Answers of the library that views show: types only, so that views may know their shapes and not the database. */
import type { ArticleRow, ImageFailure, ListRow, SavedQuote, VersionQuote, VersionRow } from './types.ts';

/** A list, how deep it lies, and how many articles it holds itself. */
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

export interface SaidIn {
  quote: SavedQuote;
  article: ArticleRow;
}

/** What somebody said, once, however many articles have it. */
export interface Statement {
  /** Its fullest wording; of several the earliest. */
  fullest: SaidIn;
  /** The same words in other articles, one quote each, the earliest first. */
  also: SaidIn[];
  /** When any article had it first, milliseconds since 1970. */
  firstAt: number;
}

/** Somebody who is quoted in the library. */
export interface Person {
  /** The user's own id for them, or their folded name where the user decided nothing. */
  id: string;
  /** As it is shown. */
  name: string;
  role: string | null;
  /** Folded names they are quoted under. */
  keys: string[];
  /** These names as they were spelt last; only told of one person alone. */
  spelt?: string[];
  /** Articles that quote them. */
  articles: number;
}

/** An image that is not here: waiting, or why it failed. */
export interface MissingImage {
  id: string;
  url: string;
  state: 'waiting' | 'failed';
  error: ImageFailure | null;
  /** Whether asking for it again could help. */
  mayRetry: boolean;
}

export interface CompletenessReport {
  article: ArticleRow;
  /** Nothing, the beginning as far as the page showed it, or all of it. */
  text: 'none' | 'preview' | 'whole';
  paragraphs: number;
  /** The last words that were kept: where the text ends. */
  lastWords: string;
  imagesTotal: number;
  imagesSaved: number;
  /** Of the images that are here. */
  imageBytes: number;
  missing: MissingImage[];
  /** Pictures over what one article may hold; they are not among `missing`. */
  imagesOver: number;
  /** How many that is. */
  mostImages: number;
  quotes: SavedQuote[];
  /** The text as it is now, to compare former ones with. */
  currentText: string;
  /** Former texts, newest first. */
  versions: VersionRow[];
}

export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** A paragraph: as it was, new, gone, or changed within. */
export type Block = Piece | { kind: 'changed'; pieces: Piece[] };

export interface Comparison {
  /** The headline with its changes; null where it is the same. */
  title: Piece[] | null;
  quotesAdded: VersionQuote[];
  quotesRemoved: VersionQuote[];
  blocks: Block[];
  /** Paragraphs that are not the same. */
  changes: number;
}

/** Why a part of a query was not understood. Each has a sentence `query_<code>` in `locales`. */
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

/** What is wrong, and where in the query. Words for the user are the view's. */
export interface QueryError {
  code: QueryErrorCode;
  /** UTF-16 units; `end` is exclusive. */
  start: number;
  end: number;
  /** The part of the query that is meant. */
  text: string;
  /** What was perhaps meant instead, or null. */
  suggestion: string | null;
  /** It was looked for as plain words, as what is pasted may have to be: worth a hint, and no fault. */
  isText: boolean;
}

export interface StorageUse {
  /** Bytes, as near as can be counted: text as UTF-8 would take, images as they are. */
  texts: number;
  images: number;
  versions: number;
  searchIndex: number;
  articles: number;
  imageCount: number;
  versionCount: number;
}

/** Why the change log could not be written last. Each has a sentence `copyTrouble_<code>` in `locales`. */
export type LogTrouble = 'full' | 'failed' | 'budget';

/** What the change log of the library holds. */
export interface LogUse {
  /** False where the browser has no place for one. */
  isThere: boolean;
  bytes: number;
  /** Bytes it may take. */
  budget: number;
  articles: number;
  /** Something has changed that is not in it yet. */
  behind: boolean;
  trouble: LogTrouble | null;
}

/** Somebody who is quoted in the same articles as somebody else. */
export interface CoQuoted {
  id: string;
  name: string;
  /** Articles that quote both. */
  together: number;
}

/** How a text that is to be saved differs from the one that is here. */
export interface TextChanges {
  /** The headline is another. */
  title: boolean;
  /** Paragraphs that came, went, and have other words. */
  added: number;
  removed: number;
  changed: number;
}

/** The saved article in whose place another text would come, and how that one differs. */
export interface Replacement {
  articleId: string;
  /** When the saved text was saved, in milliseconds since 1970. */
  savedAt: number;
  changes: TextChanges;
}

/** What adding some addresses would do, before anything is written. */
export interface LinkSurvey {
  /** Addresses that are new, in order, with the titles that stood beside them, or `''`. */
  fresh: { url: string; title: string }[];
  /** Articles of the library that some of the addresses are of. */
  here: { id: string; title: string }[];
  /** Addresses that were given before. */
  twice: number;
  /** Lines that can't be taken, in order: the number of the line, and why, as `importWhy_…` says it. */
  failures: { at: string; url: string; title: string; why: string }[];
}
