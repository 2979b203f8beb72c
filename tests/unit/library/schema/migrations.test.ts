/** The pattern for testing a new version of the schema: the version here is invented. */
import type { Transaction } from 'dexie';
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { SCHEMA_VERSION } from '../../../../utils/library/schema/library-name.ts';
import {
  defineVersions,
  SCHEMA_VERSIONS,
  type SchemaVersion,
} from '../../../../utils/library/schema/schema-versions.ts';

/** Rows as the version before stored them: written down, so that code that changes later can't change them too. */
const BEFORE: Readonly<Record<string, object[]>> = {
  lists: [
    { id: 'harbour', name: 'Harbour', parentId: null, position: 0, createdAt: 1 },
    { id: 'lock', name: 'Lock gates', parentId: 'harbour', position: 0, createdAt: 2 },
  ],
  tags: [{ key: 'canal', name: 'Canal', createdAt: 3, aliasOf: null }],
  contents: [{ articleId: 'a', html: '<p>The lock opens.</p>', text: 'The lock opens.' }],
};

/** Makes the database that the version before left, and closes it. */
async function makeLibrary(factory: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange }) {
  const db = new LibraryDb('offprint', factory);
  for (const [name, rows] of Object.entries(BEFORE)) await db.table(name).bulkAdd(rows);
  db.close();
}

/** Gives lists a colour and an index of it. */
const NEXT: SchemaVersion = {
  version: SCHEMA_VERSION + 1,
  stores: { lists: 'id, colour' },
  upgrade: async (transaction: Transaction) => {
    await transaction
      .table('lists')
      .toCollection()
      .modify((list) => {
        list.colour = list.parentId === null ? 'blue' : 'none';
      });
  },
};

function open(
  factory: { indexedDB: IDBFactory; IDBKeyRange: typeof IDBKeyRange },
  next: SchemaVersion,
): Dexie {
  const db = new Dexie('offprint', factory);
  defineVersions(db, [...SCHEMA_VERSIONS, next]);
  return db;
}

describe('an upgrade to the next schema version', () => {
  it('converts the rows that must be converted, and keeps everything else', async () => {
    const factory = { indexedDB: new IDBFactory(), IDBKeyRange };
    await makeLibrary(factory);
    const db = open(factory, NEXT);
    const lists = BEFORE.lists?.map((list, i) => ({ ...list, colour: i === 0 ? 'blue' : 'none' }));
    expect(await db.table('lists').toArray()).toEqual(lists);
    expect(await db.table('lists').where('colour').equals('blue').count()).toBe(1);
    expect(await db.table('tags').toArray()).toEqual(BEFORE.tags);
    expect(await db.table('contents').toArray()).toEqual(BEFORE.contents);
    db.close();
  });
});

it('numbers schema versions without gaps, up to the one that this code reads', () => {
  expect(SCHEMA_VERSIONS.map(({ version }) => version)).toEqual(
    Array.from({ length: SCHEMA_VERSION }, (_, i) => i + 1),
  );
});
