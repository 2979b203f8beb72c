import { describe, expect, it } from 'vitest';
import { setFavourite } from '../../../utils/library/articles/change-articles.ts';
import { createList } from '../../../utils/library/lists/lists.ts';
import { changePassphrase, inspectRemote, makeRecoverySheet } from '../../../utils/sync/engine/set-up.ts';
import { readState, writeState } from '../../../utils/sync/engine/sync-state.ts';
import { WrongPassphraseError } from '../../../utils/sync/format/sync-errors.ts';
import { articleOn, fetchPictures, saveHarbour, twoDevices } from './harbour.ts';
import { SharedPlace, settle, someDevices, TestDevice } from './sync-devices.ts';

const DAY = 25 * 3_600_000;
const KEY = 'identity.age';
const MANIFEST = 'offprint-sync.json';

async function namesOf({ db, place }: TestDevice): Promise<string[]> {
  const device = (await readState(db, 'config'))?.device ?? '';
  return (await place.list('log')).filter((name) => name.includes(device)).sort();
}

const sees = async ({ db }: TestDevice): Promise<number> => db.lists.count();

describe('a segment that is gone while its author is away', () => {
  /** `a` has made three lists, each in a segment of its own, and does not come back. */
  async function lose(
    which: 'last' | 'middle',
  ): Promise<{ place: SharedPlace; b: TestDevice; c: TestDevice }> {
    const place = new SharedPlace();
    const [a, b] = (await someDevices(2, place)) as [TestDevice, TestDevice];
    for (const name of ['Sea', 'Harbour', 'Quay']) {
      await createList(name, null, a.db);
      await a.sync();
    }
    await settle([b]);
    await createList('of b', null, b.db);
    await b.sync();
    place.files.delete((await namesOf(a)).at(which === 'last' ? -1 : -2) ?? '');
    await b.sync();
    const c = await new TestDevice(place).setUp('join');
    await c.sync();
    expect(await sees(c)).toBe(3);
    return { place, b, c };
  }

  it.each(['last', 'middle'] as const)(
    'is said again by a device that has read it (the %s one)',
    async (which) => {
      const { b, c } = await lose(which);
      // It may be on its way, for a day.
      expect((await readState(c.db, 'status'))?.missing).toBe(0);
      for (const device of [b, c]) device.now = () => Date.now() + DAY;
      await c.sync();
      expect((await readState(c.db, 'status'))?.missing).toBe(1);
      await b.sync();
      await c.sync();
      expect(await sees(c)).toBe(4);
      expect((await readState(c.db, 'status'))?.missing).toBe(0);
      const after = b.place as SharedPlace;
      const before = after.files.size;
      await settle([b, c]);
      expect(after.files.size - before).toBeLessThan(3);
    },
  );

  it('is not reported when its author has merged it with others', async () => {
    const { a, b } = await twoDevices();
    for (let n = 0; n < 34; n += 1) {
      await createList(`List ${n}`, null, a.db);
      await a.sync();
      if (n === 20) await b.sync();
    }
    await settle([a, b]);
    expect((await namesOf(a)).length).toBeLessThan(30);
    expect(await readState(b.db, 'gaps')).toBeNull();
    expect(await sees(b)).toBe(34);
  });
});

describe('a picture that is missing at the place', () => {
  it('is requested after a day, and uploaded again by a device that has it', async () => {
    const { a, b, place } = await twoDevices();
    await saveHarbour(a, {}, { images: ['https://img.example/quay.png'] });
    await fetchPictures(a);
    await a.sync();
    const texts = JSON.stringify(await a.db.syncRecords.toArray());
    const file = /"file":"([0-9a-f]{30})"/.exec(texts)?.[1] ?? 'none';
    const name = `files/${file.slice(0, 2)}/${file}.age`;
    expect(place.files.delete(name)).toBe(true);
    await b.sync();
    for (const device of [a, b]) device.now = () => Date.now() + DAY;
    await settle([b, a]);
    expect(place.files.has(name)).toBe(true);
    await settle([b]);
    for (const device of [a, b]) device.now = () => Date.now() + 2 * DAY;
    await settle([b]);
    expect((await articleOn(b)).imagesSaved).toBe(1);
  });

  it('is sanitised when it arrives', async () => {
    const { a, b } = await twoDevices();
    await saveHarbour(a, {}, { images: ['https://img.example/quay.svg'] });
    await fetchPictures(a, '<svg><script/></svg>', 'image/svg+xml');
    b.cleanPicture = async ({ type }) => new Blob(['<svg/>'], { type });
    await settle([a, b]);
    expect(await (await b.db.images.toCollection().first())?.blob?.text()).toBe('<svg/>');
  });
});

describe('the files that say which library it is', () => {
  it('are written again when one is missing or truncated', async () => {
    const { a, b, place } = await twoDevices();
    const [key, manifest] = [place.files.get(KEY) as Blob, place.files.get(MANIFEST) as Blob];
    const harm = [
      () => place.files.delete(KEY),
      () => place.files.set(KEY, key.slice(0, 60)),
      () => place.files.delete(MANIFEST),
      () => place.files.set(MANIFEST, manifest.slice(0, 40)),
    ];
    for (const [n, one] of harm.entries()) {
      one();
      b.now = () => Date.now() + (n + 1) * DAY;
      await b.sync();
      const c = await new TestDevice(place).setUp('join');
      expect((await c.open()).key.identity).toBe((await a.open()).key.identity);
    }
  });

  it('are not misread when an answer is truncated', async () => {
    const { a, place } = await twoDevices();
    const get = place.get.bind(place);
    place.get = async (name) => {
      const file = await get(name);
      return name === MANIFEST ? (file?.slice(0, 30) ?? null) : file;
    };
    await expect(inspectRemote(place)).rejects.toMatchObject({ code: 'cutShort' });
    await createList('Sea', null, a.db);
    await a.sync();
  });
});

describe('the recovery sheet', () => {
  it('joins the library and sets a new passphrase without the old one', async () => {
    const place = new SharedPlace();
    const [a] = (await someDevices(1, place)) as [TestDevice];
    const { identity } = await makeRecoverySheet(place, (await a.open()).config, 'ebb and flood');
    const typed = identity.toLowerCase().replace(/(.{6})/g, '$1 ');
    const b = await new TestDevice(place).setUp('join', { passphrase: typed });
    const { config } = await b.open();
    await changePassphrase(b.db, place, config, { from: typed, to: 'spring tide' }, { workFactor: 4 });
    await new TestDevice(place).setUp('join', { passphrase: 'spring tide' });
    const other = new SharedPlace();
    await someDevices(1, other);
    const wrong = new TestDevice(other).setUp('join', { passphrase: identity });
    await expect(wrong).rejects.toBeInstanceOf(WrongPassphraseError);
    const forgotten = makeRecoverySheet(place, config, 'ebb and flood');
    await expect(forgotten).rejects.toBeInstanceOf(WrongPassphraseError);
  });
});

describe('two devices that set up at the same time', () => {
  it('have one library: the slower one is told, and can join', async () => {
    const place = new SharedPlace();
    const [a, b] = [new TestDevice(place), new TestDevice(place)];
    const ends = await Promise.allSettled([a.setUp('begin'), b.setUp('begin')]);
    const [lost] = ends.filter((end) => end.status === 'rejected');
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(lost?.reason).toMatchObject({ code: 'hasLibrary' });
    const winner = ends[0]?.status === 'fulfilled' ? a : b;
    const joined = await new TestDevice(place).setUp('join');
    expect((await joined.open()).key.identity).toBe((await winner.open()).key.identity);
  });

  it('have that of the one that ends first, be it in the last moment of the other', async () => {
    const place = new SharedPlace();
    const putNew = place.putNew.bind(place);
    const winner = new TestDevice(place);
    place.putNew = async (name, bytes) => {
      place.putNew = putNew;
      await winner.setUp('begin');
      return putNew(name, bytes);
    };
    await expect(new TestDevice(place).setUp('begin')).rejects.toMatchObject({ code: 'hasLibrary' });
    const joined = await new TestDevice(place).setUp('join');
    expect((await joined.open()).key.identity).toBe((await winner.open()).key.identity);
  });
});

it('holds back pictures that were lost at the place until they may travel, and nothing else', async () => {
  const { a, b, place } = await twoDevices();
  const files = () => [...place.files.keys()].filter((name) => name.startsWith('files/'));
  const id = await saveHarbour(a, {}, { images: ['https://img.example/wreck.png'] });
  await fetchPictures(a);
  const config = await readState(a.db, 'config');
  if (config !== null) await writeState(a.db, 'config', { ...config, pictures: 'wifi' });
  await a.sync();
  expect(files()).toHaveLength(2);
  // The files are lost, and the device is where data costs money.
  for (const name of files()) place.files.delete(name);
  a.mayTransferPictures = false;
  await b.sync();
  b.now = () => Date.now() + 25 * 3_600_000;
  await b.sync();
  await a.sync();
  b.now = () => Date.now() + 50 * 3_600_000;
  await b.sync();
  expect(files()).toHaveLength(1);
  expect(await articleOn(b)).toMatchObject({ hasText: true });
  expect((await b.db.images.toArray())[0]?.state).not.toBe('saved');
  await setFavourite([id], true, a.db);
  await a.sync();
  expect(await a.db.syncRecords.where('dirty').equals(1).count()).toBe(0);
  a.mayTransferPictures = true;
  await a.sync();
  b.now = () => Date.now() + 75 * 3_600_000;
  await b.sync();
  expect((await b.db.images.toArray())[0]).toMatchObject({
    url: 'https://img.example/wreck.png',
    state: 'saved',
    bytes: 5,
  });
  expect(await articleOn(b)).toMatchObject({ favourite: true });
});
