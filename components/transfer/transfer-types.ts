import type { ImportFailureRow, ImportRow } from '../../utils/library/user-types.ts';

/** What an import would do. */
export interface ImportPreview {
  format: string;
  /** For a file of unknown origin: which of its columns are read. */
  columns: { used: readonly string[]; unused: readonly string[] } | null;
  total: number;
  fresh: number;
  existing: number;
  duplicates: number;
  failed: number;
  /** The first records that cannot be imported. */
  failures: readonly Omit<FailedRecord, 'id'>[];
  withText: number;
  highlights: number;
  lists: number;
  tags: number;
  /** Minimum time for fetching the missing texts, in minutes. */
  fetchMinutes: number;
  libraryCount: number;
  backup: { createdAt: string; images: number } | null;
}

/** A file chosen by the user. */
export type ChosenFile =
  | { state: 'looking'; fileName: string; done: number; total: number | null }
  | { state: 'ready'; fileName: string; preview: ImportPreview }
  /** The reason, a `TransferCode`. */
  | { state: 'refused'; fileName: string; code: string };

/** A started import. */
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
  /** `views`, `lists` or `tags`. */
  group: 'views' | 'lists' | 'tags';
}

/** The result of writing a file. */
export interface WrittenFile {
  fileName: string;
  articles: number;
  bytes: number;
}

/** The state of writing a file: its progress, and how the last one ended. */
export interface WriteState {
  progress: { done: number; total: number } | null;
  written: WrittenFile | null;
  failure: string | null;
}
