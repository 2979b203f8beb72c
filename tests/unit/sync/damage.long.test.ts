import { describe, expect, it } from 'vitest';
import { setFavourite } from '../../../utils/library/articles/change-articles.ts';
import { deleteArticles, purgeArticles } from '../../../utils/library/articles/delete-articles.ts';
import { createList } from '../../../utils/library/lists/lists.ts';
import { removeDevice } from '../../../utils/sync/engine/remove-device.ts';
import { readState } from '../../../utils/sync/engine/sync-state.ts';
import { LONG } from '../../long.ts';
import { articleOn, HARBOUR_TEXT, moment, saveHarbour, twoDevices } from './harbour.ts';
import { afterNextList, breakFiles, lastSegment, syncAt, tear } from './refusing-place.ts';
import { type SharedPlace, settle, someDevices, type TestDevice } from './sync-devices.ts';

const texts = (place: SharedPlace): number =>
  [...place.files.keys()].filter((name) => name.startsWith('files/')).length;

describe('a segment of one’s own', () => {
  it.runIf(LONG)(
    'that is damaged is written again, and so is one that is gone while the log is put together',
    async () => {
      for (const isGone of [false, true]) {
        const { a, b, place } = await twoDevices();
        const id = await saveHarbour(a);
        await a.sync();
        const name = await lastSegment(a);
        if (isGone) {
          const get = place.get.bind(place);
          place.get = async (asked) => (asked === name ? null : get(asked));
        } else tear(place, name);
        for (let n = 0; n < 36; n += 1) {
          await setFavourite([id], n % 2 === 0, a.db);
          await a.sync();
        }
        await settle([a, b]);
        expect(await b.db.articles.count()).toBe(1);
        expect((await readState(b.db, 'status'))?.unreadable).toBe(0);
        const logs = [...place.files.keys()].filter((one) => one.startsWith('log/')).length;
        expect(logs).toBeLessThan(20);
      }
    },
  );
});

describe('a segment of one’s own that is missing', () => {
  /** Three articles, each with a segment and a text of its own. */
  async function three(): Promise<{ a: TestDevice; b: TestDevice; place: SharedPlace; puts: string[] }> {
    const { a, b, place } = await twoDevices();
    for (const n of [1, 2, 3]) {
      await saveHarbour(a, { url: `https://harbour.example/${n}`, text: `${HARBOUR_TEXT} ${n}` });
      await a.sync();
    }
    const puts: string[] = [];
    const put = place.put.bind(place);
    place.put = async (name, bytes) => {
      puts.push(name);
      await put(name, bytes);
    };
    return { a, b, place, puts };
  }

  it('is not written again when it is missing from one listing only', async () => {
    const { a, place, puts } = await three();
    const name = await lastSegment(a);
    afterNextList(place, async (names) => names.filter((one) => one !== name));
    const before = place.files.size;
    await a.sync();
    expect(puts).toEqual([]);
    expect(place.files.size).toBe(before);
  });

  it('is written again without uploading texts that are there', async () => {
    const { a, b, place, puts } = await three();
    place.files.delete(await lastSegment(a));
    await a.sync();
    expect(puts.filter((name) => name.startsWith('files/'))).toEqual([]);
    await settle([a, b]);
    expect(await b.db.articles.count()).toBe(3);
  });
});

describe('a segment of one’s own that is read again each day', () => {
  const DAY = 25 * 3_600_000;

  it('is written again when it is damaged, whatever its size', async () => {
    for (const isGone of [false, true]) {
      const { a, b, place } = await twoDevices();
      await saveHarbour(a);
      await a.sync();
      const name = await lastSegment(a);
      await createList('Ports', null, a.db);
      await a.sync();
      const { sent } = (await readState(a.db, 'own')) ?? { sent: [] };
      await a.db.syncState.update('own', {
        value: { ...(await readState(a.db, 'own')), sent: sent.map((one) => ({ ...one, bytes: 70_000 })) },
      });
      const whole = place.files.get(name) as Blob;
      tear(place, name);
      if (isGone) place.files.set(name, new Blob([]));
      await b.sync();
      expect((await readState(b.db, 'status'))?.unreadable).toBe(1);
      a.now = () => Date.now() + DAY;
      await a.sync();
      expect(place.files.has(name)).toBe(false);
      const again = place.files.get(await lastSegment(a)) as Blob;
      expect(again.size).toBeLessThanOrEqual(whole.size);
      await b.sync();
      expect((await readState(b.db, 'status'))?.unreadable).toBe(0);
      expect(await b.db.articles.count()).toBe(1);
    }
  });

  it('is written again when the server does not return it', async () => {
    const { a, b, place } = await twoDevices();
    await saveHarbour(a);
    await a.sync();
    const name = await lastSegment(a);
    breakFiles(place, (asked) => asked === name);
    a.now = () => Date.now() + DAY;
    await a.sync();
    expect(place.files.has(name)).toBe(false);
    await b.sync();
    expect(await b.db.articles.count()).toBe(1);
  });

  it('is read at most once a day', async () => {
    const { a, place } = await twoDevices();
    await saveHarbour(a);
    await a.sync();
    a.now = () => Date.now() + DAY;
    await a.sync();
    place.requests = 0;
    await a.sync();
    expect(place.requests).toBe(1);
  });
});

describe('a device that is stopped while it puts its log together', () => {
  it.runIf(LONG)('goes on under its own id', async () => {
    const { a, b, place } = await twoDevices();
    const id = await saveHarbour(a);
    const remove = place.delete.bind(place);
    place.delete = async () => {
      throw new Error('the line is down');
    };
    const { device } = (await a.open()).config;
    for (let n = 0; n < 36; n += 1) {
      await setFavourite([id], n % 2 === 0, a.db);
      await a.sync().catch((error: Error) => expect(error.message).toBe('the line is down'));
    }
    place.delete = remove;
    await settle([a, b]);
    expect((await a.open()).config.device).toBe(device);
    expect([...place.files.keys()].filter((name) => name.includes(device)).length).toBeLessThan(20);
  });
});

describe('the text of an article that another device saves again', () => {
  /** Everybody has read that the article is gone, and has said so. */
  async function dropped(devices: readonly TestDevice[]): Promise<void> {
    const [a, ...others] = devices as [TestDevice, ...TestDevice[]];
    const id = await saveHarbour(a);
    await settle(devices);
    await deleteArticles([id], a.db);
    await purgeArticles([id], a.db);
    await a.sync();
    for (const device of others) {
      await device.sync();
      await createList('Ports', null, device.db);
      await device.sync();
    }
    await moment();
  }

  it('is kept while that device’s segment can’t be read', async () => {
    const { a, b, place } = await twoDevices();
    await dropped([a, b]);
    await saveHarbour(b);
    await b.sync();
    const mend = tear(place, await lastSegment(b));
    await a.sync();
    expect(texts(place)).toBe(1);
    mend();
    await settle([a, b]);
    expect(await articleOn(a)).toMatchObject({ hasText: true });
  });

  it('is kept when it is saved during the other device’s run', async () => {
    const devices = await someDevices(3);
    const [a, , c] = devices as [TestDevice, TestDevice, TestDevice];
    const place = a.place as SharedPlace;
    await dropped(devices);
    afterNextList(place, async () => {
      await saveHarbour(c);
      await c.sync();
    });
    await a.sync();
    await settle(devices);
    for (const device of devices) expect(await articleOn(device)).toMatchObject({ hasText: true });
  });

  it('is uploaded again each time that it is lost', async () => {
    const devices = await someDevices(3);
    const [a, b, c] = devices as [TestDevice, TestDevice, TestDevice];
    const place = a.place as SharedPlace;
    const lose = (): void => {
      for (const name of [...place.files.keys()]) if (name.startsWith('files/')) place.files.delete(name);
    };
    await saveHarbour(a);
    await a.sync();
    lose();
    const start = Date.now();
    const at = async (hours: number, some: TestDevice[]): Promise<void> => {
      for (const device of devices) device.now = () => start + hours * 3_600_000;
      await settle(some);
    };
    await at(0, [b, a]);
    await at(25, [b, a]);
    expect(await articleOn(b)).toMatchObject({ hasText: true });
    lose();
    for (const hours of [50, 76, 77]) await at(hours, [c, a, b]);
    expect(await articleOn(c)).toMatchObject({ hasText: true });
  });
});

describe('a segment of another device that can’t be read', () => {
  it('is tried less and less often, and reported until it can be read', async () => {
    const { a, b, place } = await twoDevices();
    await saveHarbour(a);
    await a.sync();
    const name = await lastSegment(a);
    const mend = tear(place, name);
    await createList('Ports', null, a.db);
    await a.sync();
    let gets = 0;
    const get = place.get.bind(place);
    place.get = async (asked) => {
      if (asked === name) gets += 1;
      return get(asked);
    };
    const at = syncAt(b);
    for (const minutes of [0, 0.2, 1]) await at(minutes);
    expect(gets).toBe(3);
    // What was written after it is here.
    expect(await b.db.lists.count()).toBe(1);
    expect(await b.db.articles.count()).toBe(0);
    for (let minutes = 1.1; minutes < 24 * 60; minutes += 10) await at(minutes);
    expect(gets).toBeLessThan(12);
    expect((await readState(b.db, 'status'))?.unreadable).toBe(1);
    mend();
    await at(3 * 24 * 60);
    expect(await b.db.articles.count()).toBe(1);
    expect((await readState(b.db, 'status'))?.unreadable).toBe(0);
  });
});

describe('removing a device', () => {
  it('is refused until all that it wrote could be read', async () => {
    const { a, b, place } = await twoDevices();
    await saveHarbour(b);
    await b.sync();
    const name = await lastSegment(b);
    const mend = tear(place, name);
    const { device } = (await b.open()).config;
    await expect(removeDevice(await a.open(), device)).rejects.toMatchObject({ code: 'unreadFiles' });
    expect(place.files.has(name)).toBe(true);
    mend();
    await removeDevice(await a.open(), device);
    expect(await a.db.articles.count()).toBe(1);
    expect(place.files.has(name)).toBe(false);
  });

  it('can be repeated when it was interrupted', async () => {
    const { a, b, place } = await twoDevices();
    await saveHarbour(b);
    await settle([b, a]);
    const { device } = (await b.open()).config;
    const put = place.putNew.bind(place);
    place.putNew = async () => {
      throw new Error('the line is down');
    };
    await expect(removeDevice(await a.open(), device)).rejects.toThrow('the line is down');
    expect(await readState(a.db, 'removed')).toBeNull();
    place.putNew = put;
    await removeDevice(await a.open(), device);
    expect(await readState(a.db, 'removed')).toEqual([device]);
    expect([...place.files.keys()].filter((name) => name.includes(device))).toEqual([]);
    await a.sync();
    expect(await a.db.articles.count()).toBe(1);
  });

  it('leaves files that can’t be deleted to the next run', async () => {
    const { a, b, place } = await twoDevices();
    await saveHarbour(b);
    await settle([b, a]);
    const { device } = (await b.open()).config;
    const remove = place.delete.bind(place);
    place.delete = async () => {
      throw new Error('the line is down');
    };
    await removeDevice(await a.open(), device);
    expect(await readState(a.db, 'removed')).toEqual([device]);
    place.delete = remove;
    await a.sync();
    expect([...place.files.keys()].filter((name) => name.includes(device))).toEqual([]);
    await a.sync();
    expect(Object.keys((await readState(a.db, 'others')) ?? {})).toEqual([]);
    expect(await a.db.articles.count()).toBe(1);
  });
});
