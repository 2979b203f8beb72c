/**
 * The database's versions. Numbered for good: a released version is never edited, a change gets the next number,
 * an example in `tests/unit/library/schema/`, and a step here that makes the new one out of the old.
 *
 * A step runs in the browser's version-change transaction: all of it or nothing, whatever kills it. It is written
 * in plain terms of its own time and calls no code that may change later.
 */
import type { Transaction } from 'dexie';
import { LIBRARY_VERSION } from './library-name.ts';
import { addUserRows } from './schema-step-2.ts';
import { gatherQuotes } from './schema-step-4.ts';
import { renameLog } from './schema-step-6.ts';
import { renameCorrected } from './schema-step-7.ts';
import { placeByDate } from './schema-step-9.ts';

export interface SchemaVersion {
  version: number;
  /** Tables whose keys or indices are new or different; null takes a table away. */
  stores: Record<string, string | null>;
  upgrade: ((transaction: Transaction) => Promise<void>) | null;
}

export const SCHEMA_VERSIONS: readonly SchemaVersion[] = [
  {
    version: 1,
    stores: {
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
    },
    upgrade: null,
  },
  {
    // Tags of their own, smart lists, people, corrections, highlights, imports; pins, read state, orders to sort by.
    version: 2,
    stores: {
      articles: 'id, &identity, *addresses, *views, publishedTime, wordCount, progress',
      tags: 'key, aliasOf',
      smartLists: 'id',
      people: 'id',
      aliases: '[speakerKey+articleId], personId, articleId',
      speakers: 'speakerKey',
      corrections: '[articleId+quoteHash]',
      highlights: 'id, [articleId+createdAt], createdAt',
      imports: 'id, startedAt',
      importFiles: 'importId',
      importFailures: '++id, importId',
      textJobs: '++id, [state+dueAt], importId, articleId',
      meta: 'key',
    },
    upgrade: addUserRows,
  },
  {
    // The change log, called journal until version 6: what is not in it yet, and what is where in it.
    version: 3,
    stores: {
      journalDue: 'key',
      journalKeys: 'key, segment',
      journalSegments: 'id',
    },
    upgrade: async (transaction) => {
      await transaction.table('meta').put({ key: 'journalFill', value: '' });
    },
  },
  {
    // All quotes of an article in one row.
    version: 4,
    stores: {
      quotes: null,
      quoteSets: 'articleId, *said',
    },
    upgrade: gatherQuotes,
  },
  {
    // Texts may be UTF-8, and one row may say of many keys that they are not in the change log yet. Former rows stay as
    // they are: both kinds are read.
    version: 5,
    stores: {},
    upgrade: null,
  },
  {
    // The change log under one name: a row for all that a transaction changed, and a row for each record of a segment.
    version: 6,
    stores: {
      journalDue: null,
      journalKeys: null,
      journalSegments: null,
      logNotes: '++id',
      logRecords: '[key+segment], segment, gone',
      logSegments: 'id',
    },
    upgrade: renameLog,
  },
  {
    // Quotes whose speaker the user corrected have the evidence `user`, which was `reader`.
    version: 7,
    stores: {},
    upgrade: renameCorrected,
  },
  {
    // Fingerprints of quotes. Those of what is here are made in the background; see `fill-fingerprints.ts`.
    version: 8,
    stores: { fingerprints: '++id, &articleId, *prints' },
    upgrade: null,
  },
  {
    // Unread is what waits in the inbox, and not what was archived; undated articles are a view.
    version: 9,
    stores: {},
    upgrade: placeByDate,
  },
  {
    // What sync knows and remembers; empty where no place is set up.
    version: 10,
    stores: {
      syncRecords: 'key, local, dirty, wants',
      syncState: 'key',
      syncGarbage: 'name',
    },
    upgrade: null,
  },
];

/** The version that this code reads and writes. */
export const SCHEMA_VERSION = LIBRARY_VERSION;
