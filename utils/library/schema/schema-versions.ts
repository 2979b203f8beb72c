/**
 * The versions of the database's schema. A released version must never be edited; each change adds a version, with an
 * upgrade that converts the rows of the previous one. The steps are in CONTRIBUTING ("a stored field");
 * `tests/unit/library/schema/migrations.test.ts` shows how to test it.
 */
import type Dexie from 'dexie';
import type { Transaction } from 'dexie';

export interface SchemaVersion {
  version: number;
  /** Tables with new or changed keys or indexes, in Dexie's notation; null deletes a table. */
  stores: Record<string, string | null>;
  /**
   * Runs in the browser's version-change transaction, so that it is applied completely or not at all, even if the
   * browser is killed. It must not call code that may change later. Null if no rows need to be converted.
   */
  upgrade: ((transaction: Transaction) => Promise<void>) | null;
}

export const SCHEMA_VERSIONS: readonly SchemaVersion[] = [
  {
    version: 1,
    stores: {
      // Articles and their parts.
      articles: 'id, &identity, *addresses, *views, publishedTime, wordCount, progress',
      contents: 'articleId',
      versions: '[articleId+replacedAt]',
      snapshots: '[token+articleId], articleId, [token+expiresAt]',
      quoteSets: 'articleId, *said',
      images: 'id, [articleId+url]',
      highlights: 'id, [articleId+createdAt], createdAt',
      corrections: '[articleId+quoteHash]',
      // Data that belongs to no single article.
      counts: 'view',
      lists: 'id',
      tags: 'key, aliasOf',
      smartLists: 'id',
      people: 'id',
      aliases: '[speakerKey+articleId], personId, articleId',
      speakers: 'speakerKey',
      stories: 'id',
      meta: 'key',
      // Work that continues after a restart.
      jobs: '++id, [state+dueAt], articleId',
      imports: 'id, startedAt',
      importFiles: 'importId',
      importFailures: '++id, importId',
      textJobs: '++id, [state+dueAt], importId, articleId',
      // The search index.
      segments: '++id, level',
      deadDocs: 'doc',
      // Grouping by event. Profiles are large, and lists need only the assignments.
      storyArticles: 'articleId, storyId',
      storyQueue: 'articleId, step',
      storyProfiles: 'articleId, publishedAt',
      // Changes that the change log or sync has not processed yet, and the index of the change log's segments.
      outbox: '++id, *due',
      logRecords: '[key+segment], segment, gone',
      logSegments: 'id',
      // Sync. Empty until it is set up.
      syncRecords: 'key, local, dirty, wants',
      syncState: 'key',
      syncGarbage: 'name',
    },
    upgrade: null,
  },
];

/** Declares the schema versions on a database that is not open yet. */
export function defineVersions(db: Dexie, versions: readonly SchemaVersion[] = SCHEMA_VERSIONS): void {
  for (const { version, stores, upgrade } of versions) {
    const defined = db.version(version).stores(stores);
    if (upgrade !== null) defined.upgrade(upgrade);
  }
}
