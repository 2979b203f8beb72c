import { describe, expect, it } from 'vitest';
import { createList } from '../../../utils/library/lists/lists.ts';
import { inspectRemote } from '../../../utils/sync/engine/set-up.ts';
import { readState } from '../../../utils/sync/engine/sync-state.ts';
import { ConcurrentSetupError, ForeignFolderError } from '../../../utils/sync/format/sync-errors.ts';
import { saveHarbour, twoDevices } from './harbour.ts';
import { SharedPlace, settle, TestDevice } from './sync-devices.ts';

const MB = 2 ** 20;

/** A file that is so large only when it is asked for. */
function hugeFile(bytes: number): Blob {
  const file = new Blob(['x']);
  Object.defineProperty(file, 'size', { value: bytes });
  Object.defineProperty(file, 'arrayBuffer', {
    value: async () => {
      throw new Error('it was taken into memory');
    },
  });
  return file;
}

describe('a place that gives more than anybody writes', () => {
  it('is not listened to where it is a log, and the other files are read', async () => {
    const { a, b, place } = await twoDevices();
    place.files.set('log/0123456789abcdef-00000001.age', hugeFile(17 * MB));
    await createList('Ports', null, a.db);
    await settle([a, b]);
    expect(await b.db.lists.count()).toBe(1);
    expect((await readState(b.db, 'status'))?.unreadable).toBe(1);
  });

  it('leaves an article without its text', async () => {
    const { a, b, place } = await twoDevices();
    await saveHarbour(a);
    await a.sync();
    for (const name of place.files.keys())
      if (name.startsWith('files/')) place.files.set(name, hugeFile(33 * MB));
    await settle([b]);
    expect(await b.db.articles.toArray()).toMatchObject([{ hasText: false }]);
  });

  it('holds no library where that says so in a file of many megabytes', async () => {
    const place = new SharedPlace();
    place.files.set('offprint-sync.json', hugeFile(MB));
    expect(await inspectRemote(place)).toEqual({ holds: 'other' });
    const { place: good } = await twoDevices();
    good.files.set('identity.age', hugeFile(MB));
    const joining = new TestDevice(good);
    await expect(joining.setUp('join')).rejects.toThrow(/identity/);
    expect(await joining.db.syncState.count()).toBe(0);
  });
});

describe('a file under the name of a device’s own segment, with a far number', () => {
  it('is not believed where it was made up: the device keeps its id, and goes on counting', async () => {
    const { a, b, place } = await twoDevices();
    const { device } = (await a.open()).config;
    place.files.set(`log/${device}-99999999.age`, new Blob(['made up']));
    await createList('Ports', null, a.db);
    await settle([a, b]);
    expect((await a.open()).config.device).toBe(device);
    expect((await readState(a.db, 'own'))?.number).toBeLessThan(99_999);
    expect(await b.db.lists.count()).toBe(1);
  });
});

describe('a folder', () => {
  it('is taken up again where a beginning was cut short', async () => {
    const place = new SharedPlace();
    const putNew = place.putNew.bind(place);
    place.putNew = async (name, bytes) => {
      if (name === 'offprint-sync.json') throw new Error('the line is down');
      return putNew(name, bytes);
    };
    await expect(new TestDevice(place).setUp('begin')).rejects.toThrow('the line is down');
    expect([...place.files.keys()]).toEqual(['identity.age']);
    expect(await inspectRemote(place)).toEqual({ holds: 'nothing' });
    place.putNew = putNew;
    const a = await new TestDevice(place).setUp('begin');
    const b = await new TestDevice(place).setUp('join');
    await createList('Ports', null, a.db);
    await settle([a, b]);
    expect(await b.db.lists.count()).toBe(1);
  });

  it('with anything in it that is not ours is not empty, whatever its name', async () => {
    const place = Object.assign(new SharedPlace(), { isEmpty: async () => false });
    expect(await inspectRemote(place)).toEqual({ holds: 'other' });
    await expect(new TestDevice(place).setUp('begin')).rejects.toBeInstanceOf(ForeignFolderError);
    expect(place.files.size).toBe(0);
  });

  it.each(['identity.age', 'offprint-sync.json'])(
    'with the key of one library and the manifest of another one is joined by nobody (%s is the other’s)',
    async (name) => {
      const { place } = await twoDevices();
      const other = new SharedPlace();
      await new TestDevice(other).setUp('begin');
      place.files.set(name, other.files.get(name) as Blob);
      const before = new Map(place.files);
      const joining = new TestDevice(place);
      await expect(joining.setUp('join')).rejects.toBeInstanceOf(ConcurrentSetupError);
      expect(await joining.db.syncState.count()).toBe(0);
      expect(place.files).toEqual(before);
    },
  );
});
