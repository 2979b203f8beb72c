import { describe, expect, it } from 'vitest';
import {
  changeTags,
  setArchived,
  setFavourite,
  setInList,
  setProgress,
} from '../../../utils/library/articles/change-articles.ts';
import { addHighlight } from '../../../utils/library/articles/change-highlights.ts';
import { deleteArticles, purgeArticles } from '../../../utils/library/articles/delete-articles.ts';
import { saveArticle } from '../../../utils/library/articles/save-article.ts';
import {
  createList,
  listTree,
  moveList,
  removeList,
  renameList,
} from '../../../utils/library/lists/lists.ts';
import { renameTag } from '../../../utils/library/lists/manage-tags.ts';
import { createSmartList } from '../../../utils/library/lists/smart-lists.ts';
import { runSync } from '../../../utils/sync/engine/run-sync.ts';
import { search } from '../library/find-articles.ts';
import { makeSave } from '../library/make-article.ts';
import { articleOn, inStep, saveHarbour, twoDevices } from './harbour.ts';
import { SharedPlace, settle, someDevices, type TestDevice } from './sync-devices.ts';

async function noteOn(device: TestDevice, note: string): Promise<string> {
  const row = await addHighlight((await articleOn(device)).id, { start: 4, end: 11 }, { note }, device.db);
  if (row === null) throw new Error('not there');
  return row.id;
}

describe('an article', () => {
  it('comes with text, quotes, marks and search', async () => {
    const { a, b } = await twoDevices();
    const id = await saveHarbour(a);
    const list = await createList('Ports', null, a.db);
    await createSmartList('Pilots', 'pilot', undefined, a.db);
    await setInList([id], list.id, true, a.db);
    await changeTags([id], { tagsToAdd: ['Sea', 'Work'] }, a.db);
    await setFavourite([id], true, a.db);
    await setProgress(id, 0.4, a.db);
    await noteOn(a, 'ask the pilot');
    await inStep([a, b]);
    const there = await articleOn(b);
    expect(there).toMatchObject({ title: 'Harbour opens again', favourite: true, progress: 0.4 });
    expect(there.tags.toSorted()).toEqual(['Sea', 'Work']);
    expect((await search('pilot', {}, b.db)).hits).toHaveLength(1);
    expect((await search('"ask the pilot"', {}, b.db)).hits).toHaveLength(1);
    expect((await b.db.counts.get(`list:${list.id}`))?.count).toBe(1);
    expect((await b.db.counts.get('voice:ina holm'))?.count).toBe(1);
  });

  it('keeps changes of different devices to different fields', async () => {
    const devices = await someDevices(3);
    const [a, b, c] = devices as [TestDevice, TestDevice, TestDevice];
    await saveHarbour(a);
    await inStep(devices);
    await setArchived([(await articleOn(a)).id], true, a.db);
    await changeTags([(await articleOn(b)).id], { tagsToAdd: ['sea'] }, b.db);
    await noteOn(c, 'call back');
    await inStep(devices);
    const row = await articleOn(a);
    expect(row).toMatchObject({ tags: ['sea'], noteCount: 1 });
    expect(row.archivedAt).not.toBeNull();
  });

  it('has the text that was saved last, and the other one as an earlier version', async () => {
    const { a, b } = await twoDevices();
    await saveHarbour(a);
    await inStep([a, b]);
    const text = 'The harbour opens again in June, not in May.\n\n“We waited long enough,” the pilot said.';
    await saveArticle(makeSave({ text }), b.db);
    await inStep([a, b]);
    expect((await a.db.contents.get((await articleOn(a)).id))?.text).toBe(text);
    expect(await a.db.versions.toArray()).toHaveLength(1);
    expect((await search('June', {}, a.db)).hits).toHaveLength(1);
  });
});

describe('what is deleted', () => {
  it('is removed everywhere, with its files at the place', async () => {
    const { a, b, place } = await twoDevices();
    const id = await saveHarbour(a);
    await inStep([a, b]);
    const files = (): number => [...place.files.keys()].filter((name) => name.startsWith('files/')).length;
    expect(files()).toBe(1);
    await deleteArticles([id], a.db);
    await purgeArticles([id], a.db);
    await a.sync();
    // The other one does not know yet.
    expect(files()).toBe(1);
    await inStep([a, b]);
    expect(await b.db.articles.count()).toBe(0);
    expect(await b.db.contents.count()).toBe(0);
    // It says that it has read that with the next thing it has to say, or after a day.
    await createList('Ports', null, b.db);
    await settle([a, b]);
    expect(files()).toBe(0);
    const known = JSON.stringify(await b.db.syncRecords.toArray());
    expect(known).not.toContain('harbour');
  });

  it('comes back whole when another device changes it later', async () => {
    const { a, b } = await twoDevices();
    const id = await saveHarbour(a);
    await changeTags([id], { tagsToAdd: ['sea'] }, a.db);
    await inStep([a, b]);
    await deleteArticles([id], a.db);
    await purgeArticles([id], a.db);
    await a.sync();
    await noteOn(b, 'not to be lost');
    await inStep([a, b]);
    expect(await articleOn(a)).toMatchObject({
      tags: ['sea'],
      noteCount: 1,
      hasText: true,
    });
    expect((await search('pilot', {}, a.db)).hits).toHaveLength(1);
  });

  it('takes a removed list off every article', async () => {
    const { a, b } = await twoDevices();
    const list = await createList('Ports', null, a.db);
    await setInList([await saveHarbour(a)], list.id, true, a.db);
    await inStep([a, b]);
    await removeList(list.id, b.db);
    await inStep([a, b]);
    expect(await a.db.lists.count()).toBe(0);
    expect((await articleOn(a)).listIds).toEqual([]);
  });
});

describe('a change that sync records only days later', () => {
  const HOUR = 3_600_000;

  it('has the time of the action: what the user did elsewhere since stays', async () => {
    const { a, b } = await twoDevices();
    const id = await saveHarbour(a);
    const list = await createList('Ports', null, a.db);
    await inStep([a, b]);
    const start = Date.now();
    // The browser is closed before sync runs.
    a.now = () => start + HOUR;
    await setFavourite([id], true, a.db);
    await renameList(list.id, 'Harbours', a.db);
    const there = (await articleOn(b)).id;
    b.now = () => start + 2 * HOUR;
    await setFavourite([there], true, b.db);
    await b.sync();
    await setFavourite([there], false, b.db);
    await renameList(list.id, 'Quays', b.db);
    await b.sync();
    for (const device of [a, b]) device.now = () => start + 50 * HOUR;
    await inStep([a, b]);
    expect(await articleOn(a)).toMatchObject({ favourite: false });
    expect((await b.db.lists.get(list.id))?.name).toBe('Quays');
  });

  it('is a deletion, too: what was written into the article since brings it back', async () => {
    const { a, b } = await twoDevices();
    const id = await saveHarbour(a);
    await inStep([a, b]);
    const start = Date.now();
    a.now = () => start + HOUR;
    await deleteArticles([id], a.db);
    await purgeArticles([id], a.db);
    b.now = () => start + 2 * HOUR;
    await noteOn(b, 'not to be lost');
    for (const device of [a, b]) device.now = () => start + 50 * HOUR;
    await inStep([a, b]);
    expect(await articleOn(a)).toMatchObject({ noteCount: 1, hasText: true });
  });
});

describe('two users at once', () => {
  it('move two lists into each other and end with the same tree', async () => {
    const { a, b } = await twoDevices();
    const [sea, harbour] = [await createList('Sea', null, a.db), await createList('Harbour', null, a.db)];
    await inStep([a, b]);
    await moveList(sea.id, harbour.id, a.db);
    await moveList(harbour.id, sea.id, b.db);
    await inStep([a, b]);
    const top = sea.id < harbour.id ? 'Sea' : 'Harbour';
    for (const { db } of [a, b]) {
      const tree = (await listTree(db)).map(({ list, depth }) => [list.name, depth]);
      expect(tree).toEqual([
        [top, 0],
        [top === 'Sea' ? 'Harbour' : 'Sea', 1],
      ]);
    }
    await moveList(harbour.id, null, b.db);
    await inStep([a, b]);
    expect((await listTree(a.db)).filter(({ depth }) => depth === 0).map(({ list }) => list.name)).toContain(
      'Harbour',
    );
  });

  it('rename tags and lists', async () => {
    const { a, b } = await twoDevices();
    const list = await createList('Ports', null, a.db);
    await changeTags([await saveHarbour(a)], { tagsToAdd: ['sea'] }, a.db);
    await inStep([a, b]);
    await renameTag('sea', 'Sea', a.db);
    await renameList(list.id, 'Harbours', b.db);
    await inStep([a, b]);
    expect((await articleOn(b)).tags).toEqual(['Sea']);
    expect((await a.db.lists.get(list.id))?.name).toBe('Harbours');
    await renameTag('Sea', 'Ocean', b.db);
    await inStep([a, b]);
    expect((await articleOn(a)).tags).toEqual(['Ocean']);
  });
});

describe('the place', () => {
  it('gets no request from a device that synced a moment ago and has no changes', async () => {
    const place = new SharedPlace();
    const [a] = (await someDevices(1, place)) as [TestDevice];
    const before = place.requests;
    await runSync(await a.open(), 30_000);
    expect(place.requests).toBe(before);
    await createList('Ports', null, a.db);
    await runSync(await a.open(), 30_000);
    expect(place.requests).toBeGreaterThan(before);
  });

  it('gets one request from a device without changes, and no readable word', async () => {
    const { a, b, place } = await twoDevices();
    await saveHarbour(a);
    await noteOn(a, 'the pilot’s telephone');
    await inStep([a, b]);
    const before = place.requests;
    await b.sync();
    expect(place.requests - before).toBeLessThanOrEqual(2);
    for (const [name, file] of place.files) {
      const text = new TextDecoder('latin1').decode(await file.arrayBuffer());
      expect(`${name} ${text}`).not.toMatch(/harbour|pilot|paper\.example|Device \d/i);
    }
  });
});

describe('settings', () => {
  it('are synced one by one, except those of a single device', async () => {
    const { a, b } = await twoDevices();
    a.settings.clutter.comments = true;
    a.settings.sites['paper.example'] = { clutterOff: true };
    a.settings.theme = 'dark';
    b.settings.pages.push({ url: 'https://paper.example/x', treatAs: 'article' });
    await settle([a, b]);
    for (const { settings } of [a, b]) {
      expect(settings.clutter).toMatchObject({ comments: true, overlay: true });
      expect(settings.sites).toEqual({ 'paper.example': { clutterOff: true } });
      expect(settings.pages).toEqual([{ url: 'https://paper.example/x', treatAs: 'article' }]);
    }
    expect(b.settings.theme).toBe('system');
    b.settings.clutter.comments = false;
    delete b.settings.sites['paper.example'];
    await settle([a, b]);
    expect(a.settings.clutter.comments).toBe(false);
    expect(a.settings.sites).toEqual({});
  });

  it('bring no address that runs code or is on a local network', async () => {
    const { a, b } = await twoDevices();
    const router = { url: 'http://192.168.0.1/restart', treatAs: 'article' as const };
    const page = { url: 'https://paper.example/x', treatAs: 'article' as const };
    a.settings.pages = [{ url: 'javascript:alert(1)', treatAs: 'article' }, router, page];
    await settle([a, b]);
    expect(b.settings.pages).toEqual([page]);
    // It stays where it was chosen.
    b.settings.clutter.comments = true;
    await settle([b, a]);
    expect(a.settings.pages).toContainEqual(router);
  });
});
