import Dexie, { type Table } from 'dexie';
import type {
  ArticleRow,
  ContentRow,
  CountRow,
  DeadDocRow,
  ImageRow,
  JobRow,
  ListRow,
  QuoteRow,
  SegmentRow,
  VersionRow,
} from './types.ts';

/**
 * The library's database, in the extension's own origin: extension pages and the background may open it,
 * content scripts must not (theirs would be the page's).
 *
 * Metadata lies apart from texts, so that a list of ten thousand loads no text. Every list a reader pages
 * through is one range of the multi-entry index `views`; see `view-keys.ts`.
 */
export class LibraryDb extends Dexie {
  declare articles: Table<ArticleRow, string>;
  declare contents: Table<ContentRow, string>;
  declare versions: Table<VersionRow, [string, number]>;
  declare quotes: Table<QuoteRow, [string, number]>;
  declare images: Table<ImageRow, string>;
  declare counts: Table<CountRow, string>;
  declare lists: Table<ListRow, string>;
  declare jobs: Table<JobRow, number, Omit<JobRow, 'id'>>;
  declare segments: Table<SegmentRow, number, Omit<SegmentRow, 'id'> & { id?: number }>;
  declare deadDocs: Table<DeadDocRow, number>;

  /**
   * @param name of the database; others than the default are for tests
   * @param factory the IndexedDB to use; the global one by default
   */
  constructor(name = 'offprint', factory?: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange }) {
    super(name, factory);
    // Numbered for good: a released version is never edited, a change gets the next number.
    this.version(1).stores({
      articles: 'id, &identity, *addresses, *views',
      contents: 'articleId',
      versions: '[articleId+replacedAt]',
      quotes: '[articleId+index], [speakerKey+saidAt]',
      images: 'id, [articleId+url]',
      counts: 'view',
      lists: 'id',
      jobs: '++id, [state+dueAt], articleId',
      segments: '++id, level',
      deadDocs: 'doc',
    });
  }
}

/** The reader's library. Opens itself on first use. */
export const library = new LibraryDb();
