import { describe, expect, it } from 'vitest';
import { changeTags } from '../../../utils/library/articles/change-articles.ts';
import { saveArticle } from '../../../utils/library/articles/save-article.ts';
import { createList } from '../../../utils/library/lists/lists.ts';
import { removeDevice } from '../../../utils/sync/engine/remove-device.ts';
import { inspectRemote } from '../../../utils/sync/engine/set-up.ts';
import {
  ForeignFolderError,
  NewerFormatError,
  WrongPassphraseError,
} from '../../../utils/sync/format/sync-errors.ts';
import { LONG } from '../../long.ts';
import { makeSave } from '../library/make-article.ts';
import { saveQuay } from '../library/random-users.ts';
import { fetchPictures, inStep, twoDevices } from './harbour.ts';
import { SharedPlace, settle, someDevices, TestDevice } from './sync-devices.ts';

const YEAR = 365 * 86_400_000;
const PICTURE = 'https://img.example/1.png';

describe('a file that was torn off', () => {
  it('is deleted by its own device, which writes its content again', async () => {
    const { a, b, place } = await twoDevices();
    await saveQuay(a.db, 1, 1);
    let torn = '';
    const put = place.putNew.bind(place);
    place.putNew = async (name, bytes) => {
      if (torn !== '') return put(name, bytes);
      torn = name;
      await put(name, (new Blob([await bytes]) as Blob).slice(0, 300));
      throw new Error('the line is down');
    };
    await expect(a.sync()).rejects.toThrow('the line is down');
    expect(place.files.has(torn)).toBe(true);
    await settle([a, b]);
    expect(place.files.has(torn)).toBe(false);
    expect(await b.seen()).toEqual(await a.seen());
    expect(await b.db.articles.count()).toBe(1);
  });

  it('leaves its article without text until it arrives', async () => {
    const { a, b, place } = await twoDevices();
    await saveQuay(a.db, 1, 1);
    await a.sync();
    const name = [...place.files.keys()].find((one) => one.startsWith('files/')) ?? '';
    const whole = place.files.get(name) as Blob;
    place.files.delete(name);
    await b.sync();
    expect(await b.db.articles.toArray()).toMatchObject([{ title: 'Quay 1', hasText: false }]);
    // It does not tell the others that there is no text.
    await changeTags(await b.db.articles.toCollection().primaryKeys(), { tagsToAdd: ['late'] }, b.db);
    await b.sync();
    place.files.set(name, whole);
    await inStep([a, b]);
    expect(await b.db.articles.toArray()).toMatchObject([{ hasText: true, tags: ['late'] }]);
  });
});

describe('pictures', () => {
  it('wait for Wi-Fi or are not synced, as the user chose', async () => {
    const place = new SharedPlace();
    const [a] = (await someDevices(1, place)) as [TestDevice];
    const b = await new TestDevice(place).setUp('join', { pictures: 'wifi' });
    const c = await new TestDevice(place).setUp('join', { pictures: 'none' });
    b.mayTransferPictures = false;
    await saveQuay(a.db, 1, 1);
    await fetchPictures(a, 'ebb');
    await settle([a, b, c]);
    expect((await b.db.images.toArray())[0]?.state).toBe('waiting');
    // That one asks the site, as for any article of its own.
    expect(await c.db.jobs.count()).toBe(1);
    b.mayTransferPictures = true;
    await b.sync();
    // It comes from the place, not from its site.
    const [image] = await b.db.images.toArray();
    expect(image).toMatchObject({ url: PICTURE, state: 'saved', type: 'image/png', bytes: 3 });
    expect(await image?.blob?.text()).toBe('ebb');
    expect(await b.db.jobs.count()).toBe(0);
    expect(await b.db.articles.toArray()).toMatchObject([{ imagesSaved: 1, imagesFailed: 0 }]);
  });
});

describe('a device', () => {
  it.runIf(LONG)(
    'that was away for a year catches up, though the logs were put together meanwhile',
    async () => {
      const { a, b, place } = await twoDevices();
      const c = await new TestDevice(place).setUp('join');
      await saveQuay(c.db, 3, 1);
      for (let n = 0; n < 40; n += 1) {
        await saveQuay(a.db, n % 4, n);
        await a.sync();
        if (n % 8 === 0) await b.sync();
      }
      const logs = [...place.files.keys()].filter((name) => name.startsWith('log/')).length;
      expect(logs).toBeLessThan(20);
      await inStep([a, b, c]);
      const fresh = await new TestDevice(place).setUp('join');
      await fresh.sync();
      expect(await fresh.seen()).toEqual(await a.seen());
    },
  );

  it('whose clock is a year ahead does not override later changes', async () => {
    const place = new SharedPlace();
    const [a] = (await someDevices(1, place)) as [TestDevice];
    const wrong = new TestDevice(place);
    wrong.now = () => Date.now() + YEAR;
    await wrong.setUp('join');
    await wrong.sync();
    const list = await createList('From the future', null, wrong.db);
    await wrong.sync();
    await a.sync();
    await a.db.lists.update(list.id, { name: 'Put right' });
    await inStep([a, wrong]);
    expect((await wrong.db.lists.get(list.id))?.name).toBe('Put right');
  });

  it('that was removed leaves its articles, and writes nothing more', async () => {
    const { a, b, place } = await twoDevices();
    await saveQuay(b.db, 2, 1);
    await settle([a, b]);
    const { device } = (await b.open()).config;
    await removeDevice(await a.open(), device);
    expect([...place.files.keys()].some((name) => name.includes(device))).toBe(false);
    await createList('Late', null, b.db);
    await expect(b.sync()).rejects.toMatchObject({ code: 'removedDevice' });
    expect([...place.files.keys()].some((name) => name.includes(device))).toBe(false);
    const fresh = await new TestDevice(place).setUp('join');
    await fresh.sync();
    expect(await fresh.db.articles.count()).toBe(1);
    expect(await b.db.lists.count()).toBe(1);
  });
});

describe('setting up', () => {
  it('is refused with a reason, and writes nothing', async () => {
    const place = new SharedPlace();
    await someDevices(1, place);
    const before = [...place.files.keys()];
    const wrong = new TestDevice(place);
    await expect(wrong.setUp('join', { passphrase: 'flood' })).rejects.toBeInstanceOf(WrongPassphraseError);
    await expect(wrong.setUp('begin')).rejects.toMatchObject({ code: 'hasLibrary' });
    expect(await inspectRemote(place)).toEqual({ holds: 'library' });
    expect([...place.files.keys()]).toEqual(before);
    expect(await wrong.db.syncState.count()).toBe(0);

    const foreign = new SharedPlace();
    expect(await inspectRemote(foreign)).toEqual({ holds: 'nothing' });
    await foreign.put('holiday.jpg', new Blob(['x']));
    expect(await inspectRemote(foreign)).toEqual({ holds: 'other' });
    await expect(new TestDevice(foreign).setUp('begin')).rejects.toBeInstanceOf(ForeignFolderError);
    await expect(new TestDevice(foreign).setUp('join')).rejects.toMatchObject({ code: 'noLibrary' });
    expect([...foreign.files.keys()]).toEqual(['holiday.jpg']);

    const newer = new SharedPlace();
    await newer.put('offprint-sync.json', new Blob(['{"format":"offprint-sync","version":2}']));
    await expect(new TestDevice(newer).setUp('join')).rejects.toBeInstanceOf(NewerFormatError);
    expect(newer.files.size).toBe(1);
  });

  it('notices another library at the place, and writes nothing into it', async () => {
    const place = new SharedPlace();
    const [a] = (await someDevices(1, place)) as [TestDevice];
    place.files.clear();
    await saveArticle(makeSave(), a.db);
    await expect(a.sync()).rejects.toMatchObject({ code: 'noLibrary' });
    expect(place.files.size).toBe(0);
    await someDevices(1, place);
    const before = [...place.files.keys()];
    await expect(a.sync()).rejects.toMatchObject({ code: 'begunTwice' });
    expect([...place.files.keys()]).toEqual(before);
  });
});
