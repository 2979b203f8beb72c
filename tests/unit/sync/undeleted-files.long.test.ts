import { describe, expect, it } from 'vitest';
import { deleteArticles, purgeArticles } from '../../../utils/library/articles/delete-articles.ts';
import { removeDevice } from '../../../utils/sync/engine/remove-device.ts';
import { EMPTY_OWN_LOG, readState, writeState } from '../../../utils/sync/engine/sync-state.ts';
import { LONG } from '../../long.ts';
import { HARBOUR_TEXT, saveHarbour, twoDevices } from './harbour.ts';
import { breakFiles, keepFiles, leaveLoose, saveMany, syncAt } from './refusing-place.ts';
import { type SharedPlace, settle, type TestDevice } from './sync-devices.ts';

const isText = (name: string): boolean => name.startsWith('files/');

/** Texts that nobody needs any more, each of an article that was deleted for good. */
async function leaveTexts(a: TestDevice, b: TestDevice, count: number): Promise<void> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1)
    ids.push(await saveHarbour(a, { url: `https://harbour.example/${n}`, text: `${HARBOUR_TEXT} ${n}` }));
  await settle([a, b]);
  await deleteArticles(ids, a.db);
  await purgeArticles(ids, a.db);
  await a.sync();
  await b.sync();
  // It says how far it has read.
  await saveHarbour(b);
  await b.sync();
}

const textsAt = (place: SharedPlace): number => [...place.files.keys()].filter(isText).length;

describe('a segment of this device that the server won’t delete', () => {
  it('is tried again each hour until it is gone', async () => {
    const { a, place } = await twoDevices();
    const loose = await leaveLoose(a, place);
    let isKept = true;
    const asked = keepFiles(place, (name) => isKept && name === loose);
    const at = syncAt(a);
    await at(0);
    expect(asked.deletes).toBe(1);
    const before = place.requests;
    for (const minutes of [5, 30, 59]) await at(minutes);
    expect(asked.deletes).toBe(1);
    // Each run lists the logs, and looks whether it is the same library.
    expect(place.requests - before).toBe(6);
    await at(63);
    await at(90);
    expect(asked.deletes).toBe(2);
    isKept = false;
    await at(3 * 60);
    expect(place.files.has(loose)).toBe(false);
  });

  it('is recognised as our own, however many others were lost', async () => {
    const { a, place } = await twoDevices();
    const loose = await leaveLoose(a, place);
    keepFiles(place, (name) => name === loose);
    const at = syncAt(a);
    for (const minutes of [0, 2]) await at(minutes);
    const own = (await readState(a.db, 'own')) ?? EMPTY_OWN_LOG;
    const lost = Array.from({ length: 600 }, (_, n) => own.number + 1 + n);
    await writeState(a.db, 'own', { ...own, number: own.number + 600, loose: [...own.loose, ...lost] });
    await saveHarbour(a, { url: 'https://harbour.example/new' });
    const { device } = (await a.open()).config;
    for (const minutes of [5, 63]) await at(minutes);
    expect((await a.open()).config.device).toBe(device);
    expect(place.files.has(loose)).toBe(true);
  });

  it.runIf(LONG)('is one of three that a run tries where the server deletes none', async () => {
    const { a, place } = await twoDevices();
    const asked = keepFiles(place, () => true);
    await saveMany(a, place, 40);
    const at = syncAt(a);
    await at(2);
    const before = asked.deletes;
    await at(3);
    expect(asked.deletes - before).toBeLessThanOrEqual(3);
    const requests = place.requests;
    await at(4);
    expect(place.requests - requests).toBeLessThan(10);
  });
});

describe('a text that nobody needs and that the server won’t delete', () => {
  it('is tried again after an hour, and deleted when the server allows it', async () => {
    const { a, b, place } = await twoDevices();
    await leaveTexts(a, b, 2);
    let isKept = true;
    const asked = keepFiles(place, (name) => isKept && isText(name));
    const at = syncAt(a);
    await at(0);
    expect(asked.deletes).toBe(2);
    for (const minutes of [5, 30, 59]) await at(minutes);
    expect(asked.deletes).toBe(2);
    isKept = false;
    await at(63);
    expect(textsAt(place)).toBe(1);
    expect(await a.db.syncGarbage.count()).toBe(0);
  });

  it('is kept when it is needed again', async () => {
    const { a, b, place } = await twoDevices();
    await leaveTexts(a, b, 1);
    const asked = keepFiles(place, isText);
    const at = syncAt(a);
    await at(0);
    await saveHarbour(a, { url: 'https://harbour.example/0', text: `${HARBOUR_TEXT} 0` });
    await at(5);
    await at(63);
    await at(65);
    expect(asked.deletes).toBe(1);
    await b.sync();
    expect(await b.db.articles.filter(({ hasText }) => hasText).count()).toBe(2);
  });
});

describe('a run that the user asks for', () => {
  it('deletes at once what the server refused before', async () => {
    const { a, b, place } = await twoDevices();
    await leaveTexts(a, b, 2);
    const loose = await leaveLoose(a, place);
    let isKept = true;
    const asked = keepFiles(place, () => isKept);
    const at = syncAt(a);
    for (const minutes of [0, 2, 5]) await at(minutes);
    const before = asked.deletes;
    isKept = false;
    a.ignoresRetryDelays = true;
    await at(6);
    expect(asked.deletes).toBe(before);
    expect(place.files.has(loose)).toBe(false);
    expect(textsAt(place)).toBe(1);
  });

  it('downloads at once what the server could not return before', async () => {
    const { a, b, place } = await twoDevices();
    const [first] = await saveMany(a, place, 3);
    let isMended = false;
    breakFiles(place, (name) => !isMended && (name === first || isText(name)));
    const at = syncAt(b);
    for (const minutes of [0, 2, 5]) await at(minutes);
    isMended = true;
    await at(6);
    expect(await b.db.articles.filter(({ hasText }) => hasText).count()).toBe(0);
    b.ignoresRetryDelays = true;
    await at(7);
    expect(await b.db.articles.filter(({ hasText }) => hasText).count()).toBe(3);
  });

  it('uploads and downloads what is new while other files can’t be returned', async () => {
    const { a, b, place } = await twoDevices();
    const broken = new Set(await saveMany(a, place, 4));
    breakFiles(place, (name) => broken.has(name));
    const at = syncAt(b);
    // The server seems to have a fault, until those that it can't give rest.
    for (const minutes of [0, 1, 2, 4]) await at(minutes).catch(() => undefined);
    await saveHarbour(b, { url: 'https://harbour.example/mine' });
    await saveHarbour(a, { url: 'https://harbour.example/theirs' });
    await a.sync();
    b.ignoresRetryDelays = true;
    await at(10);
    await at(11);
    await a.sync();
    const has = (db: typeof a.db, url: string): Promise<number> =>
      db.articles.filter((article) => article.url === url).count();
    expect(await has(a.db, 'https://harbour.example/mine')).toBe(1);
    expect(await has(b.db, 'https://harbour.example/theirs')).toBe(1);
  });
});

it('deletes the rest of a removed device’s log when three files can’t be deleted', async () => {
  const { a, b, place } = await twoDevices();
  const names = await saveMany(b, place, 6);
  await a.sync();
  const { device } = (await b.open()).config;
  const stuck = new Set(names.slice(0, 3));
  keepFiles(place, (name) => stuck.has(name));
  await removeDevice(await a.open(), device);
  const at = syncAt(a);
  for (const minutes of [5, 30, 26 * 60, 52 * 60]) await at(minutes);
  expect([...place.files.keys()].filter((name) => name.includes(device)).sort()).toEqual([...stuck].sort());
});
