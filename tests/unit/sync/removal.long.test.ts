import { describe, expect, it } from 'vitest';
import { changeTags, setInList } from '../../../utils/library/articles/change-articles.ts';
import { deleteArticles, purgeArticles } from '../../../utils/library/articles/delete-articles.ts';
import { createList, removeList, restoreList } from '../../../utils/library/lists/lists.ts';
import { splitPerson } from '../../../utils/library/people/decide-people.ts';
import { putSegment } from '../../../utils/sync/engine/write-own-log.ts';
import { articleOn, moment, saveHarbour, twoDevices } from './harbour.ts';
import { LoggedDevice } from './random-devices.ts';
import { SharedPlace, settle, TestDevice } from './sync-devices.ts';

const purgeAll = async (device: LoggedDevice): Promise<void> =>
  device.purge(await device.db.articles.toCollection().primaryKeys());

async function twoLogged(): Promise<[LoggedDevice, LoggedDevice, SharedPlace]> {
  const place = new SharedPlace();
  const a = new LoggedDevice(place);
  const b = new LoggedDevice(place);
  await a.setUp('begin');
  await a.sync();
  await b.setUp('join');
  await b.sync();
  return [a, b, place];
}

describe('what was deleted for good, and shredded before the next run of sync', () => {
  it('is removed from the other devices and the place', async () => {
    const [a, b, place] = await twoLogged();
    const id = await saveHarbour(a);
    const list = await createList('Ports', null, a.db);
    await setInList([id], list.id, true, a.db);
    await a.keepLog();
    await settle([a, b]);
    await removeList(list.id, a.db);
    await purgeAll(a);
    await settle([a, b]);
    expect(await b.db.articles.count()).toBe(0);
    expect(await b.db.lists.count()).toBe(0);
    await createList('Quays', null, b.db);
    await settle([a, b]);
    expect([...place.files.keys()].filter((name) => name.startsWith('files/'))).toEqual([]);
  });

  it('comes back everywhere when it is saved again, before or after that run', async () => {
    for (const syncsBetween of [false, true]) {
      const [a, b] = await twoLogged();
      await saveHarbour(a);
      await a.keepLog();
      await settle([a, b]);
      await b.keepLog();
      await purgeAll(a);
      if (syncsBetween) await settle([a, b]);
      await saveHarbour(a);
      await a.keepLog();
      await settle([a, b]);
      for (const device of [a, b]) expect(await articleOn(device)).toMatchObject({ hasText: true });
    }
  });

  it('can be saved again after both devices deleted it', async () => {
    const [a, b] = await twoLogged();
    const id = await saveHarbour(a);
    await a.keepLog();
    await settle([a, b]);
    await b.keepLog();
    await deleteArticles([id], a.db);
    await settle([a, b]);
    await purgeAll(a);
    await a.sync();
    await purgeAll(b);
    await settle([a, b]);
    await saveHarbour(a);
    await a.keepLog();
    await settle([a, b]);
    for (const device of [a, b]) expect(await articleOn(device)).toMatchObject({ deletedAt: null });
  });
});

describe('a list that was removed', () => {
  it('has its articles and lists again after an undo', async () => {
    const { a, b } = await twoDevices();
    const id = await saveHarbour(a);
    const list = await createList('Ports', null, a.db);
    const child = await createList('Quays', list.id, a.db);
    await setInList([id], list.id, true, a.db);
    await settle([a, b]);
    const removed = await removeList(list.id, a.db);
    if (removed === null) throw new Error('no list');
    await a.sync();
    await restoreList(removed, a.db);
    await a.sync();
    await moment();
    await b.sync();
    await settle([a, b]);
    for (const device of [a, b]) {
      expect((await articleOn(device)).listIds).toEqual([list.id]);
      expect((await device.db.lists.get(child.id))?.parentId).toBe(list.id);
    }
  });
});

describe('an article that was deleted for good', () => {
  it('does not remove a split that was made after it was saved again', async () => {
    const { a, b } = await twoDevices();
    await splitPerson('ina holm', await saveHarbour(a), a.db);
    await settle([a, b]);
    const { id } = await articleOn(a);
    await deleteArticles([id], a.db);
    await purgeArticles([id], a.db);
    await a.sync();
    await splitPerson('ina holm', await saveHarbour(a), a.db);
    await a.takeIn();
    await moment();
    await b.sync();
    await settle([a, b]);
    for (const { db } of [a, b])
      expect((await db.aliases.toArray()).map(({ speakerKey }) => speakerKey)).toEqual(['ina holm']);
  });
});

it('accepts a tag that arrives before its article', async () => {
  const { a, b } = await twoDevices();
  const id = await saveHarbour(a);
  await settle([a, b]);
  await deleteArticles([id], a.db);
  await purgeArticles([id], a.db);
  await a.sync();
  await moment();
  // Written by one that does not know of the deletion yet; what it says again comes with its next run only.
  await changeTags([(await articleOn(b)).id], { tagsToAdd: ['late'] }, b.db);
  const c = await new TestDevice(b.place).setUp('join');
  const { key } = (await b.db.syncRecords.toArray()).find(({ kind }) => kind === 'article') ?? { key: '' };
  const engine = await b.open();
  const fields = { 'tag:late': [engine.clock.next(), 1] as const };
  await putSegment(engine, [{ key, kind: 'article', record: { fields, gone: null } }]);
  await c.sync();
  expect(await c.db.articles.count()).toBe(0);
  await settle([b, a, c]);
  for (const device of [a, b, c])
    expect(await articleOn(device)).toMatchObject({ hasText: true, tags: ['late'] });
});
