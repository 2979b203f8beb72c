import { describe, expect, it } from 'vitest';
import { changeTags, setFavourite, setProgress } from '../../../utils/library/articles/change-articles.ts';
import { addHighlight } from '../../../utils/library/articles/change-highlights.ts';
import {
  deleteArticles,
  purgeArticles,
  restoreArticles,
} from '../../../utils/library/articles/delete-articles.ts';
import { splitPerson } from '../../../utils/library/people/decide-people.ts';
import { DEFAULT_SETTINGS } from '../../../utils/settings/schema.ts';
import { runSync } from '../../../utils/sync/engine/run-sync.ts';
import { readState, writeState } from '../../../utils/sync/engine/sync-state.ts';
import { articleOn, HARBOUR_TEXT, moment, saveHarbour, twoDevices } from './harbour.ts';
import { copyOf, SharedPlace, settle, someDevices, TestDevice } from './sync-devices.ts';

describe('a text that is not at the place yet', () => {
  it('does not replace one that the user saves in the meantime', async () => {
    const { a, b, place } = await twoDevices();
    await saveHarbour(a);
    await a.sync();
    const name = [...place.files.keys()].find((one) => one.startsWith('files/')) ?? '';
    const whole = place.files.get(name) as Blob;
    place.files.delete(name);
    await b.sync();
    await moment();
    await saveHarbour(b, { text: `${HARBOUR_TEXT}\n\nNewer, of B.` });
    await b.sync();
    place.files.set(name, whole);
    await settle([a, b]);
    for (const { db } of [a, b]) expect((await db.contents.toArray())[0]?.text).toContain('Newer, of B.');
  });

  it('is distinguished from the older one until it arrives', async () => {
    const { a, b, place } = await twoDevices();
    await saveHarbour(a);
    await settle([a, b]);
    const before = new Set(place.files.keys());
    await saveHarbour(a, { text: `${HARBOUR_TEXT}\n\nNewer, of A.` });
    await a.sync();
    const name = [...place.files.keys()].find((one) => one.startsWith('files/') && !before.has(one)) ?? '';
    const whole = place.files.get(name) as Blob;
    place.files.delete(name);
    await b.sync();
    await setFavourite([(await articleOn(b)).id], true, b.db);
    await b.sync();
    expect((await b.db.contents.toArray())[0]?.text).toBe(HARBOUR_TEXT);
    place.files.set(name, whole);
    await settle([a, b]);
    for (const { db } of [a, b]) expect((await db.contents.toArray())[0]?.text).toContain('Newer, of A.');
  });
});

describe('what comes before what it is of', () => {
  /** Its segments are read before those of all others. */
  function readFirst(place: SharedPlace, device: string): void {
    const list = place.list.bind(place);
    place.list = async (folder) =>
      (await list(folder)).sort((x, y) => Number(y.includes(device)) - Number(x.includes(device)));
  }

  it('is a decision for one article that waits for it', async () => {
    const { a, b, place } = await twoDevices();
    await saveHarbour(a);
    await settle([a, b]);
    await splitPerson('ina holm', (await articleOn(b)).id, b.db);
    await settle([a, b]);
    readFirst(place, (await b.open()).config.device);
    const c = await new TestDevice(place).setUp('join');
    await settle([c]);
    expect(await c.db.aliases.toArray()).toMatchObject([{ articleId: (await articleOn(c)).id }]);
  });

  it('is an article whose tag is spelled as its user spells it', async () => {
    const { a, b, place } = await twoDevices();
    const id = await saveHarbour(a);
    await settle([a, b]);
    await changeTags([(await articleOn(b)).id], { tagsToAdd: ['Harbour'] }, b.db);
    await settle([b, a]);
    await changeTags([id], { keysToRemove: ['Harbour'] }, a.db);
    await a.sync();
    await changeTags([id], { tagsToAdd: ['Harbour'] }, a.db);
    await settle([a, b]);
    readFirst(place, (await a.open()).config.device);
    const c = await new TestDevice(place).setUp('join');
    await settle([c, a, b]);
    for (const device of [a, b, c]) expect((await articleOn(device)).tags).toEqual(['Harbour']);
  });
});

describe('while sync is paused, or its place can’t be had', () => {
  it('changes keep their own time', async () => {
    const { a, b } = await twoDevices();
    await saveHarbour(a);
    await settle([a, b]);
    const config = (await b.open()).config;
    for (const how of ['paused', 'resting', 'failing'] as const) {
      const isPaused = how === 'paused';
      await setProgress((await articleOn(b)).id, 0.2, b.db);
      await writeState(b.db, 'config', { ...config, isPaused });
      const refuse = async (): Promise<never> => {
        throw new Error('the folder is not to be had');
      };
      if (isPaused) await b.sync();
      else if (how === 'resting')
        expect(await runSync(await b.open(refuse), 0, false)).toEqual({ mustReopen: false });
      else await expect(b.sync(refuse)).rejects.toThrow('not to be had');
      await moment();
      await setProgress((await articleOn(a)).id, 0.9, a.db);
      await a.sync();
      await moment();
      await writeState(b.db, 'config', { ...config, isPaused: false });
      await settle([b, a]);
      for (const device of [a, b]) expect((await articleOn(device)).progress).toBe(0.9);
      await setProgress((await articleOn(a)).id, 0.1, a.db);
      await settle([a, b]);
    }
  });
});

describe('an article that is written into and deleted before the next run', () => {
  it.each([true, false])('stays in the trash; known to the other device: %s', async (isKnown) => {
    const { a, b } = await twoDevices();
    const id = await saveHarbour(a);
    if (isKnown) await settle([a, b]);
    await changeTags([id], { tagsToAdd: ['sea'] }, a.db);
    await addHighlight(id, { start: 0, end: 5 }, { note: 'and a note' }, a.db);
    await deleteArticles([id], a.db);
    await settle([a, b]);
    for (const device of [a, b]) expect((await articleOn(device)).deletedAt).not.toBeNull();
    await restoreArticles([(await articleOn(b)).id], b.db);
    await settle([a, b]);
    for (const device of [a, b])
      expect(await articleOn(device)).toMatchObject({ deletedAt: null, tags: ['sea'] });
  });
});

describe('a setting that the user changes while another device’s come', () => {
  it('is kept, and synced to the others', async () => {
    const { a, b } = await twoDevices();
    a.settings.clutter.overlay = !DEFAULT_SETTINGS.clutter.overlay;
    await a.sync();
    const engine = await b.open();
    const { settings } = engine;
    if (settings === null) throw new Error('no settings travel');
    let reads = 0;
    engine.settings = {
      ...settings,
      read: async () => {
        const values = await settings.read();
        // The first time is before anything is read from the place.
        reads += 1;
        if (reads === 2) b.settings.clutter.comments = !DEFAULT_SETTINGS.clutter.comments;
        return values;
      },
    };
    await runSync(engine);
    await settle([b, a]);
    for (const device of [a, b]) {
      expect(device.settings.clutter.overlay).toBe(!DEFAULT_SETTINGS.clutter.overlay);
      expect(device.settings.clutter.comments).toBe(!DEFAULT_SETTINGS.clutter.comments);
    }
  });
});

describe('what was taken off an article that was deleted for good and brought back', () => {
  const ORDERS = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];

  /** One that lists the logs of these devices in that order. */
  function placeAs(files: ReadonlyMap<string, Blob>, inOrder: readonly string[]): SharedPlace {
    const place = new SharedPlace();
    for (const [name, file] of files) place.files.set(name, file);
    const list = place.list.bind(place);
    const turn = (name: string): number => inOrder.findIndex((device) => name.includes(device));
    place.list = async (folder) => (await list(folder)).sort((x, y) => turn(x) - turn(y));
    return place;
  }

  it('is off it on every other device, in whatever order that reads the logs', async () => {
    const devices = (await someDevices(4)) as [TestDevice, TestDevice, TestDevice, TestDevice];
    const [a, b, c, offline] = devices;
    const id = await saveHarbour(a, {}, { tags: ['Sea', 'Port', 'Boat'] });
    await settle(devices);
    await deleteArticles([id], a.db);
    await purgeArticles([id], a.db);
    await a.sync();
    await moment();
    await addHighlight((await articleOn(b)).id, { start: 0, end: 5 }, { note: 'mine', colour: 'blue' }, b.db);
    await settle([b, a, c]);
    await changeTags([(await articleOn(a)).id], { keysToRemove: ['Sea'] }, a.db);
    await settle([a, b, c]);
    await changeTags([(await articleOn(c)).id], { keysToRemove: ['Port'] }, c.db);
    await settle([c, a, b]);
    const names = await Promise.all([a, b, c].map(async (one) => (await one.open()).config.device));
    const { files } = a.place as SharedPlace;
    for (const order of ORDERS) {
      const inOrder = order.map((at) => names[at] ?? '');
      const late = await copyOf(offline, placeAs(files, inOrder));
      const joined = await new TestDevice(placeAs(files, inOrder)).setUp('join');
      for (const device of [late, joined]) {
        await device.sync();
        expect([order, (await articleOn(device)).tags]).toEqual([order, ['Boat']]);
        expect(await device.seen()).toEqual(await a.seen());
        expect(await readState(device.db, 'late')).toBeNull();
      }
    }
  });

  it('is off it where the log that brought it back can’t be read before the next run', async () => {
    const devices = (await someDevices(3)) as [TestDevice, TestDevice, TestDevice];
    const [a, b, offline] = devices;
    const id = await saveHarbour(a, {}, { tags: ['Sea'] });
    await settle(devices);
    await deleteArticles([id], a.db);
    await purgeArticles([id], a.db);
    await a.sync();
    await moment();
    await addHighlight((await articleOn(b)).id, { start: 0, end: 5 }, { note: 'mine', colour: 'blue' }, b.db);
    await settle([b, a]);
    await changeTags([(await articleOn(a)).id], { keysToRemove: ['Sea'] }, a.db);
    await settle([a, b]);
    const { device } = (await b.open()).config;
    const get = offline.place.get.bind(offline.place);
    offline.place.get = async (name, most) => (name.includes(device) ? new Blob(['torn']) : get(name, most));
    await offline.sync();
    expect(await offline.db.articles.count()).toBe(0);
    offline.place.get = get;
    await offline.sync();
    expect((await articleOn(offline)).tags).toEqual([]);
    expect(await readState(offline.db, 'late')).toBeNull();
  });
});
