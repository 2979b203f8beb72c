import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { isSyncSetUp, peekSynced } from '../../../../utils/library/schema/peek-sync.ts';
import type { SyncRecordRow } from '../../../../utils/library/sync-rows.ts';

function fresh() {
  const indexedDB = new IDBFactory();
  const db = new LibraryDb('offprint', { indexedDB, IDBKeyRange });
  return { db, of: (id: string) => peekSynced(id, indexedDB), isOn: () => isSyncSetUp(indexedDB) };
}

const recordOf = (id: string): SyncRecordRow => ({
  key: `key of ${id}`,
  kind: 'article',
  local: `article ${id}`,
  fields: {},
  gone: null,
  fresh: [],
});

it('says nothing of a library that does not sync, and makes none', async () => {
  const { db, of, isOn } = fresh();
  expect(await of('a')).toBeNull();
  expect(await isOn()).toBe(false);
  await db.syncRecords.put(recordOf('a'));
  expect(await of('a')).toBeNull();
});

it('says of an article whether all of it is at the place', async () => {
  const { db, of, isOn } = fresh();
  await db.syncState.put({ key: 'config', value: {} });
  expect(await isOn()).toBe(true);
  // Saved a moment ago: sync has not looked at it.
  expect(await of('a')).toBe('waiting');
  await db.syncRecords.put({ ...recordOf('a'), fresh: ['text'], dirty: 1 });
  expect(await of('a')).toBe('waiting');
  await db.syncRecords.put(recordOf('a'));
  expect(await of('a')).toBe('there');
  expect(await of('b')).toBe('waiting');
});
