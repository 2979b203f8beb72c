import { afterEach, describe, expect, it, vi } from 'vitest';
import { changeTags } from '../../../utils/library/articles/change-articles.ts';
import { deleteArticles, purgeArticles } from '../../../utils/library/articles/delete-articles.ts';
import type { EngineStore } from '../../../utils/sync/engine/engine.ts';
import { readState } from '../../../utils/sync/engine/sync-state.ts';
import type { RemoteError } from '../../../utils/sync/remote/remote-store.ts';
import { articleOn, saveHarbour, twoDevices } from './harbour.ts';
import { afterNextList, breakFiles, keepFiles, syncAt } from './refusing-place.ts';
import { copyOf, settle, type TestDevice } from './sync-devices.ts';

afterEach(() => vi.restoreAllMocks());

/** No number is left out, so that two copies take the same one. */
function leaveNoneOut(): void {
  const draw = crypto.getRandomValues.bind(crypto);
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) =>
    array instanceof Uint8Array && array.length === 1 ? array.fill(0) : draw(array),
  );
}

describe('two copies of one profile', () => {
  for (const canTell of [true, false])
    it(`write on and lose nothing, where the place can ${canTell ? '' : 'not '}tell whether a file is new`, async () => {
      leaveNoneOut();
      const { a, b, place } = await twoDevices();
      if (!canTell)
        place.putNew = async (name, bytes) => {
          await place.put(name, bytes);
          return true;
        };
      await saveHarbour(a);
      await settle([a, b]);
      const c = await copyOf(a);
      const tag = async (device: TestDevice, name: string): Promise<void> => {
        await changeTags([(await articleOn(device)).id], { add: [name] }, device.db);
      };
      await tag(a, 'from a');
      await tag(c, 'from c');
      // Both have listed what is there, and both write under the next number.
      afterNextList(place, () => a.sync());
      await c.sync();
      // And they write on.
      for (const n of [1, 2]) {
        await tag(a, `later ${n} from a`);
        await a.sync();
        await tag(c, `later ${n} from c`);
        await c.sync();
      }
      await settle([a, b, c]);
      await settle([a, b, c]);
      for (const device of [a, b, c])
        expect((await articleOn(device)).tags.toSorted()).toEqual([
          'from a',
          'from c',
          ...['later 1 from a', 'later 1 from c', 'later 2 from a', 'later 2 from c'],
        ]);
      expect((await a.open()).config.device).not.toBe((await c.open()).config.device);
    });

  it('keep the sync settings that the user changes while one of them takes a new id', async () => {
    leaveNoneOut();
    const { a, place } = await twoDevices();
    await saveHarbour(a);
    await a.sync();
    const c = await copyOf(a);
    await changeTags([(await articleOn(a)).id], { add: ['from a'] }, a.db);
    await changeTags([(await articleOn(c)).id], { add: ['from c'] }, c.db);
    afterNextList(place, async () => {
      await a.sync();
      const config = await readState(c.db, 'config');
      await c.db.syncState.put({ key: 'config', value: { ...config, deviceName: 'Laptop' } });
    });
    await c.sync();
    expect((await readState(c.db, 'config'))?.deviceName).toBe('Laptop');
  });

  it.each([
    ['the place says of every file that there is one', async () => undefined],
    [
      'only the answer got lost',
      (place: EngineStore, ...file: Parameters<EngineStore['put']>) => place.put(...file),
    ],
  ])('are not assumed when %s', async (_, put) => {
    const { a, b, place } = await twoDevices();
    const { device } = (await a.open()).config;
    place.putNew = async (...file) => {
      await put(place, ...file);
      return false;
    };
    await saveHarbour(a);
    await settle([a, b]);
    expect((await a.open()).config.device).toBe(device);
    expect(await b.db.articles.count()).toBe(1);
  });
});

it('removes the old log and files of a profile that was restored from a backup', async () => {
  const { a, b, place } = await twoDevices();
  await saveHarbour(a);
  await settle([a, b]);
  const backup = await copyOf(a);
  await changeTags([(await articleOn(a)).id], { add: ['from a'] }, a.db);
  await settle([a, b]);
  const former = (await a.open()).config.device;
  await settle([backup, b]);
  expect((await backup.open()).config.device).not.toBe(former);
  const logs = (): string[] => [...place.files.keys()].filter((name) => name.startsWith(`log/${former}`));
  const days = (count: number): void => {
    for (const device of [b, backup]) device.now = () => Date.now() + count * 24 * 3_600_000;
  };
  days(29);
  await settle([backup, b]);
  expect(logs()).not.toEqual([]);
  const id = (await articleOn(backup)).id;
  await deleteArticles([id], backup.db);
  await purgeArticles([id], backup.db);
  for (const count of [31, 33, 35, 37]) {
    days(count);
    await settle([backup, b]);
  }
  expect(logs()).toEqual([]);
  expect([...place.files.keys()].filter((name) => name.startsWith('files/'))).toEqual([]);
  expect(await backup.seen()).toEqual(await b.seen());
});

describe('a profile that was restored from a backup, at a faulty server', () => {
  async function putBack() {
    const { a, b, place } = await twoDevices();
    await saveHarbour(a);
    await settle([a, b]);
    const backup = await copyOf(a);
    await changeTags([(await articleOn(a)).id], { add: ['from a'] }, a.db);
    await settle([a, b]);
    const former = (await a.open()).config.device;
    await settle([backup, b]);
    const logOf = (device: string): string[] =>
      [...place.files.keys()].filter((name) => name.startsWith(`log/${device}`));
    const at = syncAt(backup);
    return { b, backup, place, former, logOf, at: (days: number) => at(days * 24 * 60) };
  }

  it('writes nothing twice while a file of the old log can’t be deleted, and deletes it later', async () => {
    const { backup, place, former, logOf, at } = await putBack();
    const { device } = (await backup.open()).config;
    const [stuck] = logOf(former);
    let isStuck = true;
    keepFiles(place, (name) => isStuck && name === stuck);
    await at(31);
    expect(logOf(former)).toEqual([stuck]);
    const said = logOf(device);
    for (const days of [31.1, 31.2, 31.3]) await at(days);
    expect(logOf(device)).toEqual(said);
    isStuck = false;
    await at(33);
    expect(logOf(former)).toEqual([]);
    expect((await articleOn(backup)).tags).toEqual(['from a']);
  });

  it('stays in sync when the old log can’t be read, and tries again a day later', async () => {
    const { b, backup, place, former, logOf, at } = await putBack();
    const before = new Set(place.files.keys());
    const id = (await articleOn(b)).id;
    for (const tag of ['one', 'two', 'three']) {
      await changeTags([id], { add: [tag] }, b.db);
      await b.sync();
    }
    const broken = new Set([...place.files.keys()].filter((name) => !before.has(name)));
    breakFiles(place, (name) => broken.has(name));
    // The third one ends a run, and the next ones come past them.
    for (const minutes of [0, 2])
      await at(minutes / 1440).catch((error: RemoteError) => expect(error.code).toBe('serverFault'));
    for (const minutes of [4, 6]) await at(minutes / 1440);
    await at(30.5).catch((error: RemoteError) => expect(error.code).toBe('serverFault'));
    for (const days of [31, 31.01, 31.02]) await at(days);
    expect(await readState(backup.db, 'status')).toMatchObject({ trouble: null });
    expect(logOf(former)).not.toEqual([]);
    broken.clear();
    for (const days of [33, 33.1]) await at(days);
    expect(logOf(former)).toEqual([]);
  });
});
