import { describe, expect, it } from 'vitest';
import { readState } from '../../../utils/sync/engine/sync-state.ts';
import { RemoteError } from '../../../utils/sync/remote/remote-store.ts';
import { fetchPictures, HARBOUR_TEXT, saveHarbour, twoDevices } from './harbour.ts';
import { breakFiles, leaveLoose, saveMany, syncAt } from './refusing-place.ts';

const bodyIn = (text: unknown): unknown => ((text ?? {}) as { body?: unknown }).body;

describe('a segment of another device that the server can’t give', () => {
  it('is tried again after an hour, while everything else is synced', async () => {
    const { a, b, place } = await twoDevices();
    const [first] = await saveMany(a, place, 3);
    let isMended = false;
    const asked = breakFiles(place, (name) => !isMended && name === first);
    await saveHarbour(b);
    const at = syncAt(b);
    await at(0);
    expect(await b.db.articles.count()).toBe(3);
    expect(await readState(b.db, 'status')).toMatchObject({ unreadable: 1, trouble: null });
    await a.sync();
    expect(await a.db.articles.count()).toBe(4);
    for (const minutes of [1, 5, 30, 59]) await at(minutes);
    expect(asked.gets).toBe(2);
    await at(62);
    expect(asked.gets).toBe(3);
    isMended = true;
    await at(26 * 60);
    expect(await b.db.articles.count()).toBe(4);
    expect(await readState(b.db, 'status')).toMatchObject({ unreadable: 0 });
  });

  it.each(['locked', 'forbidden', 'busy'] as const)(
    'stops nothing where the server says: %s',
    async (code) => {
      const { a, b, place } = await twoDevices();
      const [first] = await saveMany(a, place, 2);
      breakFiles(place, (name) => name === first, code);
      await b.sync();
      expect(await b.db.articles.count()).toBe(1);
    },
  );

  it('ends the run when the server asks to wait', async () => {
    const { a, b, place } = await twoDevices();
    await saveHarbour(a);
    await a.sync();
    const get = place.get.bind(place);
    place.get = async (name) => {
      if (name.startsWith('log/')) throw new RemoteError('busy', 'a rest was asked for', { wait: 60_000 });
      return get(name);
    };
    await expect(b.sync()).rejects.toMatchObject({ code: 'busy' });
  });

  it('ends the reading when several fail, and the next run begins with the others', async () => {
    const { a, b, place } = await twoDevices();
    const names = await saveMany(a, place, 6);
    const broken = new Set(names.slice(0, 4));
    breakFiles(place, (name) => broken.has(name));
    const at = syncAt(b);
    await at(0);
    expect(await readState(b.db, 'status')).toMatchObject({ unreadable: 3 });
    expect(await b.db.articles.count()).toBe(0);
    await at(2);
    expect(await b.db.articles.count()).toBe(2);
  });
});

it('downloads a picture later when the server can’t return it', async () => {
  const { a, b, place } = await twoDevices();
  await saveHarbour(a, {}, { images: ['https://img.example/wreck.png'] });
  await fetchPictures(a);
  await a.sync();
  const [picture] = (await a.db.syncRecords.toArray()).flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([name, [, value]]) =>
      name.startsWith('picture:') ? [(value as { file: string }).file] : [],
    ),
  );
  let isMended = false;
  breakFiles(place, (name) => !isMended && name.includes(picture ?? '?'));
  await b.sync();
  expect(await readState(b.db, 'status')).toMatchObject({ trouble: null });
  expect((await b.db.images.toArray())[0]?.state).toBe('waiting');
  isMended = true;
  await b.sync();
  expect((await b.db.images.toArray())[0]).toMatchObject({ state: 'saved', bytes: 5 });
});

describe('several texts or pictures that the server can’t give', () => {
  it('do not stop the run: all articles and all other texts arrive', async () => {
    const { a, b, place } = await twoDevices();
    await saveMany(a, place, 5);
    const texts = [...place.files.keys()].filter((name) => name.startsWith('files/'));
    const broken = new Set(texts.slice(0, 4));
    const asked = breakFiles(place, (name) => broken.has(name));
    await saveHarbour(b);
    await b.sync();
    expect(await b.db.articles.count()).toBe(6);
    expect(await b.db.articles.filter(({ hasText }) => hasText).count()).toBe(2);
    await a.sync();
    expect(await a.db.articles.count()).toBe(6);
    const at = syncAt(b);
    await at(2);
    const before = asked.gets;
    for (const minutes of [5, 30, 59]) await at(minutes);
    expect(asked.gets).toBe(before);
    await at(63);
    expect(asked.gets).toBe(before + 4);
    broken.clear();
    await at(26 * 60);
    expect(await b.db.articles.filter(({ hasText }) => hasText).count()).toBe(6);
  });

  it('are no longer requested after several failures, and the next runs reach the rest', async () => {
    const { a, b, place } = await twoDevices();
    for (let n = 0; n < 30; n += 1)
      await saveHarbour(a, { url: `https://harbour.example/${n}`, text: `${HARBOUR_TEXT} ${n}` });
    await a.sync();
    const texts = [...place.files.keys()].filter((name) => name.startsWith('files/'));
    const broken = new Set(texts.slice(0, 29));
    const asked = breakFiles(place, (name) => broken.has(name));
    await b.sync();
    expect(asked.gets).toBeLessThan(20);
    const at = syncAt(b);
    for (const minutes of [2, 4, 6, 8, 10, 12]) await at(minutes);
    expect(await b.db.articles.filter(({ hasText }) => hasText).count()).toBe(1);
  });
});

it('requests pictures that no run has reached in the next run', async () => {
  const { a, b, place } = await twoDevices();
  for (let n = 0; n < 4; n += 1) {
    const images = Array.from({ length: 12 }, (_, at) => `https://img.example/${n}-${at}.png`);
    await saveHarbour(a, { url: `https://harbour.example/${n}`, text: `${HARBOUR_TEXT} ${n}` }, { images });
  }
  await a.db.images.toCollection().modify((image) => {
    const blob = new Blob([image.url], { type: 'image/png' });
    Object.assign(image, { state: 'saved', blob, type: 'image/png', bytes: blob.size });
  });
  await a.sync();
  const texts = new Set((await a.db.syncRecords.toArray()).map(({ fields }) => bodyIn(fields.text?.[1])));
  let isMended = false;
  breakFiles(place, (name) => !isMended && name.startsWith('files/') && !texts.has(name.slice(9, -4)));
  const at = syncAt(b);
  for (const minutes of [0, 2]) await at(minutes);
  isMended = true;
  await at(5);
  expect(await b.db.images.filter(({ state }) => state === 'saved').count()).toBe(36);
});

describe('a segment of this device that is not needed any more', () => {
  it('is deleted even when the server can’t return it', async () => {
    const { a, b, place } = await twoDevices();
    const loose = await leaveLoose(a, place);
    breakFiles(place, (name) => name === loose);
    await a.sync();
    await b.sync();
    expect(await b.db.articles.count()).toBe(1);
    expect(place.files.has(loose)).toBe(false);
  });
});

it('does not report a text as missing while the server refuses it', async () => {
  const { a, b, place } = await twoDevices();
  await saveHarbour(a);
  await a.sync();
  breakFiles(place, (name) => name.startsWith('files/'), 'locked');
  const at = syncAt(b);
  for (const hours of [0, 25, 50]) await at(hours * 60);
  const [row] = await b.db.syncRecords.filter(({ kind }) => kind === 'article').toArray();
  expect(row?.lacksText).toBe(1);
  expect(row?.fields.missing).toBeUndefined();
});
