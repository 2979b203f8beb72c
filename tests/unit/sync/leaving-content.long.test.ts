import { describe, expect, it } from 'vitest';
import { addHighlight, deleteHighlight } from '../../../utils/library/articles/change-highlights.ts';
import { deleteArticles, purgeArticles } from '../../../utils/library/articles/delete-articles.ts';
import { createList } from '../../../utils/library/lists/lists.ts';
import { readState } from '../../../utils/sync/engine/sync-state.ts';
import { readSegment } from '../../../utils/sync/format/segment-file.ts';
import { fetchPictures, HARBOUR_TEXT, moment, saveHarbour, twoDevices } from './harbour.ts';
import { type SharedPlace, settle, type TestDevice } from './sync-devices.ts';

const MARKER = 'Wrackgut';
const PICTURE = 'https://img.example/wreck.png';

/** Nothing that gzip makes small. */
function noise(chars: number): string {
  const bytes = new Uint8Array(chars / 2);
  for (let at = 0; at < bytes.length; at += 60_000) crypto.getRandomValues(bytes.subarray(at, at + 60_000));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** All that who has the key reads in the logs at the place. */
async function readLogs(device: TestDevice, place: SharedPlace): Promise<string> {
  const { key } = await device.open();
  const texts: string[] = [];
  for (const [name, file] of place.files)
    if (name.startsWith('log/'))
      texts.push(JSON.stringify(await readSegment(key, name, new Uint8Array(await file.arrayBuffer()))));
  return texts.join(' ');
}

const filesAt = (place: SharedPlace): number =>
  [...place.files.keys()].filter((name) => name.startsWith('files/')).length;

/** Each device says something more, by which the others see what it has read. */
async function exchange(devices: readonly TestDevice[]): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await settle(devices);
    for (const { db } of devices) await createList('Ports', null, db);
  }
  await settle(devices);
}

describe('what is deleted for good', () => {
  it('leaves the place: the segments, also large ones, the text and the picture', async () => {
    const { a, b, place } = await twoDevices();
    const id = await saveHarbour(
      a,
      { title: `${MARKER} ashore`, byline: noise(400), excerpt: noise(500) },
      { images: [PICTURE] },
    );
    await fetchPictures(a);
    for (let n = 0; n < 60; n += 1)
      await addHighlight(id, { start: 0, end: 4 }, { note: noise(2400), colour: 'blue' }, a.db);
    await settle([a, b]);
    const sent = (await readState(a.db, 'own'))?.sent ?? [];
    expect(Math.max(...sent.map(({ bytes }) => bytes))).toBeGreaterThan(64 * 1024);
    expect(await readLogs(a, place)).toContain(MARKER);
    expect(filesAt(place)).toBe(2);
    await deleteArticles([id], a.db);
    await purgeArticles([id], a.db);
    await exchange([a, b]);
    expect(await readLogs(a, place)).not.toContain(MARKER);
    expect(await b.db.articles.count()).toBe(0);
    expect(filesAt(place)).toBe(0);
  });

  it('leaves the segments of every device that has said something of it', async () => {
    const { a, b, place } = await twoDevices();
    const id = await saveHarbour(a);
    await settle([a, b]);
    const copy = await b.db.articles.toCollection().first();
    await addHighlight(copy?.id ?? '', { start: 0, end: 4 }, { note: MARKER, colour: 'blue' }, b.db);
    await settle([a, b]);
    expect(await readLogs(a, place)).toContain(MARKER);
    await deleteArticles([id], a.db);
    await purgeArticles([id], a.db);
    await exchange([a, b]);
    expect(await readLogs(a, place)).not.toContain(MARKER);
  });

  it('leaves them as a note that goes with its highlight, together with others after an hour', async () => {
    const { a, b, place } = await twoDevices();
    const start = Date.now();
    const id = await saveHarbour(a);
    const note = await addHighlight(id, { start: 0, end: 4 }, { note: MARKER, colour: 'blue' }, a.db);
    await settle([a, b]);
    const last = await addHighlight(id, { start: 4, end: 9 }, { note: 'later', colour: 'blue' }, a.db);
    await a.sync();
    await deleteHighlight(note?.id ?? '', a.db);
    const logs = (): string[] => [...place.files.keys()].filter((name) => name.startsWith('log/'));
    const before = logs();
    await a.sync();
    // What was written before is not written anew for each highlight.
    expect(before.filter((name) => !place.files.has(name))).toEqual([]);
    a.now = () => start + 59 * 60_000;
    await deleteHighlight(last?.id ?? '', a.db);
    await a.sync();
    expect(before.filter((name) => !place.files.has(name))).toEqual([]);
    a.now = () => Date.now() + 61 * 60_000;
    await exchange([a, b]);
    expect(await readLogs(a, place)).not.toContain(MARKER);
    expect(before.filter((name) => place.files.has(name)).length).toBeLessThan(before.length);
    expect(await b.db.highlights.count()).toBe(0);
  });
});

describe('a picture that a later text does not have', () => {
  it('goes from the place, and comes back with a text that has it', async () => {
    const { a, b, place } = await twoDevices();
    await saveHarbour(a, {}, { images: [PICTURE] });
    await fetchPictures(a);
    await settle([a, b]);
    expect((await b.db.images.toArray())[0]?.state).toBe('saved');
    await moment();
    await saveHarbour(a, { text: `${HARBOUR_TEXT} And more.` });
    await exchange([a, b]);
    expect(filesAt(place)).toBe(1);
    await moment();
    await saveHarbour(b, {}, { images: [PICTURE] });
    await fetchPictures(b);
    await settle([a, b]);
    expect((await a.db.images.toArray())[0]).toMatchObject({ url: PICTURE, state: 'saved', bytes: 5 });
    expect(filesAt(place)).toBe(2);
  });
});
