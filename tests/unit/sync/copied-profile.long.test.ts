import { afterEach, describe, expect, it, vi } from 'vitest';
import { changeTags } from '../../../utils/library/articles/change-articles.ts';
import { deleteArticles, purgeArticles } from '../../../utils/library/articles/delete-articles.ts';
import type { EngineStore } from '../../../utils/sync/engine/engine.ts';
import { readState } from '../../../utils/sync/engine/sync-state.ts';
import { articleOn, saveHarbour, twoDevices } from './harbour.ts';
import { afterNextList, keepFiles, syncAt, tear } from './refusing-place.ts';
import { copyOf, settle, TestDevice } from './sync-devices.ts';

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
        await changeTags([(await articleOn(device)).id], { tagsToAdd: [name] }, device.db);
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
    await changeTags([(await articleOn(a)).id], { tagsToAdd: ['from a'] }, a.db);
    await changeTags([(await articleOn(c)).id], { tagsToAdd: ['from c'] }, c.db);
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

describe('a profile that was restored from a backup', () => {
  async function putBack() {
    const { a, b, place } = await twoDevices();
    await saveHarbour(a);
    await settle([a, b]);
    const backup = await copyOf(a);
    await changeTags([(await articleOn(a)).id], { tagsToAdd: ['from a'] }, a.db);
    await settle([a, b]);
    const former = (await a.open()).config.device;
    const logOf = (device: string): string[] =>
      [...place.files.keys()].filter((name) => name.startsWith(`log/${device}`));
    return { a, b, backup, place, former, logOf };
  }

  it('takes over the old log at once, and its files can be deleted', async () => {
    const { b, backup, place, former, logOf } = await putBack();
    await backup.sync();
    expect((await backup.open()).config.device).not.toBe(former);
    expect(logOf(former)).toEqual([]);
    await settle([backup, b]);
    expect((await articleOn(backup)).tags).toEqual(['from a']);
    const { id } = await articleOn(backup);
    await deleteArticles([id], backup.db);
    await purgeArticles([id], backup.db);
    for (const days of [2, 4, 6]) {
      for (const device of [b, backup]) device.now = () => Date.now() + days * 24 * 3_600_000;
      await settle([backup, b]);
    }
    expect([...place.files.keys()].filter((name) => name.startsWith('files/'))).toEqual([]);
    expect(await backup.seen()).toEqual(await b.seen());
  });

  it('writes nothing twice while a file of the old log can’t be deleted, and deletes it later', async () => {
    const { backup, place, former, logOf } = await putBack();
    const [stuck] = logOf(former);
    let isStuck = true;
    keepFiles(place, (name) => isStuck && name === stuck);
    const at = syncAt(backup);
    await at(0);
    expect(logOf(former)).toEqual([stuck]);
    const { device } = (await backup.open()).config;
    const said = logOf(device);
    for (const minutes of [1, 5, 60]) await at(minutes);
    expect(logOf(device)).toEqual(said);
    isStuck = false;
    await at(25 * 60);
    expect(logOf(former)).toEqual([]);
    expect((await articleOn(backup)).tags).toEqual(['from a']);
  });

  it('leaves what can’t be read of the old log, and loses nothing of the rest', async () => {
    const { a, b, backup, place, former, logOf } = await putBack();
    await changeTags([(await articleOn(a)).id], { tagsToAdd: ['torn'] }, a.db);
    await a.sync();
    const last = logOf(former).toSorted().at(-1) ?? '';
    const mend = tear(place, last);
    await settle([backup, b]);
    expect(logOf(former)).toEqual([last]);
    const late = await new TestDevice(place).setUp('join');
    await late.sync();
    expect(await articleOn(late)).toMatchObject({ hasText: true, tags: ['from a'] });
    mend();
    for (const device of [backup, late]) {
      device.now = () => Date.now() + 2 * 24 * 3_600_000;
      await device.sync();
      expect((await articleOn(device)).tags.toSorted()).toEqual(['from a', 'torn']);
    }
  });
});
