import { describe, expect, it } from 'vitest';
import { changeTags, setFavourite, setProgress } from '../../../utils/library/articles/change-articles.ts';
import { addHighlight } from '../../../utils/library/articles/change-highlights.ts';
import { deleteArticles, restoreArticles } from '../../../utils/library/articles/delete-articles.ts';
import { splitPerson } from '../../../utils/library/people/decide-people.ts';
import { DEFAULT_SETTINGS } from '../../../utils/settings/schema.ts';
import { runSync } from '../../../utils/sync/engine/run-sync.ts';
import { writeState } from '../../../utils/sync/engine/sync-state.ts';
import { articleOn, HARBOUR_TEXT, moment, saveHarbour, twoDevices } from './harbour.ts';
import { type SharedPlace, settle, TestDevice } from './sync-devices.ts';

describe('a text that is not at the place yet', () => {
  it('does not take the place of one that the user saves here meanwhile', async () => {
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

  it('is told from the older one that is here until then', async () => {
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
    await changeTags([(await articleOn(b)).id], { add: ['Harbour'] }, b.db);
    await settle([b, a]);
    await changeTags([id], { remove: ['Harbour'] }, a.db);
    await a.sync();
    await changeTags([id], { add: ['Harbour'] }, a.db);
    await settle([a, b]);
    readFirst(place, (await a.open()).config.device);
    const c = await new TestDevice(place).setUp('join');
    await settle([c, a, b]);
    for (const device of [a, b, c]) expect((await articleOn(device)).tags).toEqual(['Harbour']);
  });
});

describe('while sync is paused, or its place can’t be had', () => {
  it('what the user does keeps its time', async () => {
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
    await changeTags([id], { add: ['sea'] }, a.db);
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
  it('stays, and goes to the others', async () => {
    const { a, b } = await twoDevices();
    a.settings.siteMemory = !DEFAULT_SETTINGS.siteMemory;
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
      expect(device.settings.siteMemory).toBe(!DEFAULT_SETTINGS.siteMemory);
      expect(device.settings.clutter.comments).toBe(!DEFAULT_SETTINGS.clutter.comments);
    }
  });
});
