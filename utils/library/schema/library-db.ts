import Dexie, { type Table } from 'dexie';
import type { StoryProfile, StoryRow } from '../../stories/story-types.ts';
import { LOG_ID_KEY, type LogRecordRow, type LogSegmentRow, type OutboxRow } from '../log/log-schema.ts';
import { logWrites, type WriteToLog } from '../log/record-writes.ts';
import { CREATED_AT_KEY, INDEX_FORMAT, INDEX_FORMAT_KEY } from '../search/index-format.ts';
import { withDocNumber } from '../search/search-segment.ts';
import type { SyncGarbageRow, SyncRecordRow, SyncStateRow } from '../sync-rows.ts';
import type {
  ArticleRow,
  ContentRow,
  CountRow,
  DeadDocRow,
  ImageRow,
  JobRow,
  ListRow,
  QuoteSetRow,
  SegmentRow,
  SnapshotRow,
  StoryArticleRow,
  StoryQueueRow,
  VersionRow,
} from '../types.ts';
import type {
  AliasRow,
  CorrectionRow,
  HighlightRow,
  ImportFailureRow,
  ImportFileRow,
  ImportRow,
  MetaRow,
  PersonRow,
  SmartListRow,
  SpeakerRow,
  TagRow,
  TextJobRow,
} from '../user-types.ts';
import { toLibraryError } from './errors.ts';
import { LIBRARY_NAME } from './library-name.ts';
import { defineVersions } from './schema-versions.ts';
import { type StoredContentRow, unpackContent } from './stored-texts.ts';
import { WRITER_TABLES, type Writer } from './writer-tables.ts';

/**
 * The library's database, in the extension's origin. Extension pages and the background may open it. Content scripts
 * must not, since they would open a database of the page's origin. Metadata and texts are in separate tables, so that a
 * list of ten thousand articles loads no text. Every list is a range of the multi-entry index `views`; see
 * `view-counts.ts`.
 */
export class LibraryDb extends Dexie {
  declare articles: Table<ArticleRow, string>;
  declare contents: Table<ContentRow, string, StoredContentRow>;
  declare versions: Table<VersionRow, [string, number]>;
  declare snapshots: Table<SnapshotRow, [string, string]>;
  declare quoteSets: Table<QuoteSetRow, string>;
  declare images: Table<ImageRow, string>;
  declare counts: Table<CountRow, string>;
  declare lists: Table<ListRow, string>;
  declare jobs: Table<JobRow, number, Omit<JobRow, 'id'>>;
  declare segments: Table<SegmentRow, number, Omit<SegmentRow, 'id'> & { id?: number }>;
  declare deadDocs: Table<DeadDocRow, number>;
  declare storyArticles: Table<StoryArticleRow, string>;
  declare storyQueue: Table<StoryQueueRow, string>;
  declare storyProfiles: Table<StoryProfile, string>;
  declare stories: Table<StoryRow, string>;
  declare tags: Table<TagRow, string>;
  declare smartLists: Table<SmartListRow, string>;
  declare people: Table<PersonRow, string>;
  declare aliases: Table<AliasRow, [string, string]>;
  declare speakers: Table<SpeakerRow, string>;
  declare corrections: Table<CorrectionRow, [string, string]>;
  declare highlights: Table<HighlightRow, string>;
  declare imports: Table<ImportRow, string>;
  declare importFiles: Table<ImportFileRow, string>;
  declare importFailures: Table<ImportFailureRow, number, Omit<ImportFailureRow, 'id'>>;
  declare textJobs: Table<TextJobRow, number, Omit<TextJobRow, 'id'>>;
  declare meta: Table<MetaRow, string>;
  declare outbox: Table<OutboxRow, number, Omit<OutboxRow, 'id'> & { id?: number }>;
  declare logRecords: Table<LogRecordRow, [string, number]>;
  declare logSegments: Table<LogSegmentRow, number>;
  declare syncRecords: Table<SyncRecordRow, string>;
  declare syncState: Table<SyncStateRow, string>;
  declare syncGarbage: Table<SyncGarbageRow, string>;

  /** Returns the time of a change, in milliseconds since 1970. Replaced in tests. */
  now: () => number = () => Date.now();

  /**
   * @param name name of the database; tests use their own
   * @param factory the IndexedDB to use; defaults to the global one
   * @param log creates the writer of the change log; by default, nothing is logged
   */
  constructor(
    name = LIBRARY_NAME,
    factory?: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange },
    log?: (db: LibraryDb) => WriteToLog,
  ) {
    super(name, factory);
    defineVersions(this);
    // Dexie calls the hook for missing rows, too.
    this.contents.hook('reading', (row: ContentRow | undefined) => row && unpackContent(row));
    this.segments.hook('reading', (row: SegmentRow | undefined) => row && withDocNumber(row));
    logWrites(this, log?.(this) ?? null, () => this.now());
    // A new library has nothing to index, so its search index is complete. The creation time distinguishes a new
    // library from one that was lost.
    this.on('populate', (transaction) => {
      const now = Date.now();
      transaction.table('meta').bulkPut([
        { key: INDEX_FORMAT_KEY, value: INDEX_FORMAT },
        { key: CREATED_AT_KEY, value: now },
        { key: LOG_ID_KEY, value: crypto.randomUUID() },
      ]);
      // Outbox ids start at the current time; see `OutboxRow`.
      transaction.table('outbox').add({ id: now, transaction: '', keys: [], at: now, due: [] });
      transaction.table('outbox').delete(now);
    });
  }

  /**
   * Runs a read-write transaction.
   *
   * @param writer decides which tables are locked; or these tables
   * @throws LibraryFullError if the disk is full, LibraryUnavailableError if the browser provides no database; the
   *   library is unchanged in both cases
   */
  async write<T>(writer: Writer | readonly Table[], work: () => Promise<T>): Promise<T> {
    const tables = typeof writer === 'string' ? WRITER_TABLES[writer] : writer;
    try {
      return await this.transaction('rw', tables as readonly (string | Table)[], work);
    } catch (error) {
      throw toLibraryError(error);
    }
  }
}
