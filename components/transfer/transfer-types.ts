import type { ImportFailureRow, ImportRow } from '../../utils/library/user-types.ts';

/** A preview of an import, computed before anything is written. */
export interface ImportPreview {
  format: string;
  /** For a table in an unrecognised format, the names of the columns that are and are not imported; otherwise null. */
  columns: { used: readonly string[]; unused: readonly string[] } | null;
  total: number;
  /** The number of articles that are not in the library yet. */
  fresh: number;
  /** The number of articles that are already in the library. */
  existing: number;
  duplicates: number;
  failed: number;
  /** The first of the records that cannot be imported. */
  failures: readonly Omit<FailedRecord, 'id'>[];
  /** The number of new articles whose text is in the file. */
  withText: number;
  highlights: number;
  lists: number;
  tags: number;
  /** Minimum time for downloading the missing texts, in minutes. */
  fetchMinutes: number;
  /** The number of articles in the library. */
  libraryCount: number;
  backup: { createdAt: string; images: number } | null;
}

/** A file chosen by the user. */
export type ChosenFile =
  | { state: 'reading'; fileName: string; done: number; total: number | null }
  | { state: 'ready'; fileName: string; preview: ImportPreview }
  /** `code`: a `TransferCode`. */
  | { state: 'refused'; fileName: string; code: string };

/** An import that has been started, as shown in the list of imports. */
export type ImportProgress = Omit<ImportRow, 'options' | 'wasEmpty' | 'startedAt' | 'updatedAt'> & {
  textsWaiting: number;
  canResume: boolean;
};

/** A record that could not be imported. `why` is a `RecordFailure`. */
export type FailedRecord = Omit<ImportFailureRow, 'importId'>;

export type ExportFormat =
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

/** A part of the library that can be exported. */
export interface ScopeChoice {
  /** The option's value, such as `all` or `list:…`. */
  value: string;
  name: string;
  count: number;
  /** The name already includes the count. */
  nameIncludesCount?: boolean;
  /** The option group. */
  group: 'views' | 'lists' | 'tags';
}

/** A file that has been written. */
export interface WrittenFile {
  fileName: string;
  articles: number;
  bytes: number;
}

/** The state of writing a file: its progress while it is running, and the result of the last attempt. */
export interface WriteState {
  progress: { done: number; total: number } | null;
  written: WrittenFile | null;
  failure: string | null;
}
