import { describe, expect, it } from 'vitest';
import { setInList } from '../../../utils/library/articles/change-articles.ts';
import { deleteArticles } from '../../../utils/library/articles/delete-articles.ts';
import { createList, removeList } from '../../../utils/library/lists/lists.ts';
import { articleOn, saveHarbour } from './harbour.ts';
import { LoggedDevice } from './random-devices.ts';
import { SharedPlace, settle } from './sync-devices.ts';

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
  it('is gone on the other devices, too, and its files at the place', async () => {
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

  it('comes back everywhere when it is saved again, before that run or after it', async () => {
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

  it('on both devices leaves nothing that stands in the way of a new save', async () => {
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
