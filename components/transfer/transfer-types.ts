/** What the screens of import and export know. Plain data, as the page gives it. */

/** What an import would do. */
export interface SurveyFacts {
  format: string;
  total: number;
  fresh: number;
  here: number;
  twice: number;
  failed: number;
  /** The first of what can't be taken. */
  failures: readonly Omit<FailureLine, 'id'>[];
  withText: number;
  highlights: number;
  lists: number;
  tags: number;
  /** Minutes that fetching the missing texts would take at least. */
  fetchMinutes: number;
  libraryCount: number;
  backup: { createdAt: string; images: number } | null;
}

/** A file that the user chose. */
export type ChosenFile =
  | { state: 'looking'; fileName: string; done: number; total: number | null }
  | { state: 'ready'; fileName: string; survey: SurveyFacts }
  /** Why, as a `TransferCode`. */
  | { state: 'refused'; fileName: string; code: string };

/** An import that is begun. */
export interface ImportProgress {
  id: string;
  fileName: string;
  format: string;
  state: 'running' | 'fetching' | 'done' | 'cancelled' | 'failed';
  error: string | null;
  position: number;
  total: number | null;
  added: number;
  folded: number;
  /** Records of an article that the file had before. */
  twice?: number;
  failed: number;
  highlights: number;
  textsFetched: number;
  textsFailed: number;
  textsWaiting: number;
  canResume: boolean;
  /** Pictures that a backup did not hold, until they are asked for, and the sites they are on. */
  missing?: { images: number; sites: string[] };
}

export interface FailureLine {
  id: number;
  at: string;
  url: string;
  title: string;
  /** Code of a sentence `importWhy_<code>`. */
  why: string;
}

export type ExportKind =
  | 'markdown'
  | 'html'
  | 'epub'
  | 'articlesCsv'
  | 'quotesCsv'
  | 'quotesMarkdown'
  | 'bibtex'
  | 'csl'
  | 'ris'
  | 'bookmarks'
  | 'wallabag'
  | 'karakeep';

/** A slice of the library that can be exported. */
export interface ScopeChoice {
  /** Value of the choice, such as `all` or `list:…`. */
  value: string;
  name: string;
  count: number;
  /** The name says how many there are. */
  saysCount?: boolean;
  /** `views`, `lists` or `tags`. */
  group: 'views' | 'lists' | 'tags';
}

/** Something being written into a file. */
export interface WritingFacts {
  done: number;
  total: number;
}

/** What became of a file, in a sentence. */
export interface WrittenFacts {
  fileName: string;
  articles: number;
  bytes: number;
}
