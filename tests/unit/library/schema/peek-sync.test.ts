import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import { isSyncSetUp, peekSyncState } from '../../../../utils/library/schema/peek-sync.ts';
import type { SyncRecordRow } from '../../../../utils/library/sync-rows.ts';
import type { ImageRow } from '../../../../utils/library/types.ts';

vi.stubGlobal('IDBKeyRange', IDBKeyRange);

function fresh() {
  const indexedDB = new IDBFactory();
  vi.stubGlobal('indexedDB', indexedDB);
  const db = new LibraryDb('offprint', { indexedDB, IDBKeyRange });
  return { db, of: peekSyncState, isOn: isSyncSetUp };
}

const recordOf = (id: string): SyncRecordRow => ({
  key: `key of ${id}`,
  kind: 'article',
  local: `article ${id}`,
  fields: {},
  gone: null,
  fresh: [],
});

it('returns null for a library that does not sync, and creates no library', async () => {
  const { db, of, isOn } = fresh();
  expect(await of('a')).toBeNull();
  expect(await isOn()).toBe(false);
  await db.syncRecords.put(recordOf('a'));
  expect(await of('a')).toBeNull();
});

it('tells whether all of an article is in the remote store', async () => {
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

describe('an article in the remote store', () => {
  async function there(): Promise<ReturnType<typeof fresh>> {
    const library = fresh();
    await library.db.syncState.put({ key: 'config', value: { pictures: 'wifi' } });
    await library.db.syncRecords.bulkPut([recordOf('a'), recordOf('b')]);
    return library;
  }

  it('is waiting after a change, until sync has processed it', async () => {
    for (const key of ['articles "a"', 'contents "a"', 'corrections ["a","0"]']) {
      const { db, of } = await there();
      const row = { transaction: 'one', keys: [key], at: 0 };
      await db.outbox.put({ id: 7, ...row, due: ['log'] });
      expect(await of('a')).toBe('there');
      await db.outbox.put({ id: 8, ...row, due: ['sync'] });
      expect(await of('a')).toBe('waiting');
      expect(await of('b')).toBe('there');
    }
  });

  it('is waiting if its images wait for Wi-Fi', async () => {
    const { db, of } = await there();
    const url = 'https://paper.example/quay.png';
    await db.images.put({ id: 'i', articleId: 'a', url, state: 'saved' } as ImageRow);
    expect(await of('a')).toBe('there');
    await db.syncState.put({ key: 'skipped', value: true });
    expect(await of('a')).toBe('waiting');
    expect(await of('b')).toBe('there');
    const fields: SyncRecordRow['fields'] = { [`picture:${url}`]: ['1', { file: 'f' }] };
    await db.syncRecords.put({ ...recordOf('a'), fields });
    expect(await of('a')).toBe('there');
    await db.syncState.delete('skipped');
    await db.syncRecords.put({ ...recordOf('a'), fields, held: [`picture:${url}`] });
    expect(await of('a')).toBe('waiting');
  });

  it('is waiting if the remote store has lost the library, and null on a removed device', async () => {
    const { db, of } = await there();
    const tell = (from: string, code: string) =>
      db.syncState.put({ key: 'status', value: { trouble: { from, code } } });
    await tell('place', 'offline');
    expect(await of('a')).toBe('there');
    await tell('sync', 'libraryGone');
    expect(await of('a')).toBe('waiting');
    await tell('sync', 'removedDevice');
    expect(await of('a')).toBeNull();
  });
});
