import { describe, expect, it } from 'vitest';
import { setInList } from '../../../utils/library/articles/change-articles.ts';
import { deleteArticles, purgeArticles } from '../../../utils/library/articles/delete-articles.ts';
import { cleanDatabase } from '../../../utils/library/deletion/clean-database.ts';
import { createList, removeList } from '../../../utils/library/lists/lists.ts';
import { bringLogUpToDate } from '../../../utils/library/log/keep-log.ts';
import { freshLibrary } from '../library/fresh-library.ts';
import { MemoryPlace } from '../library/memory-place.ts';
import { articleOn, saveHarbour } from './harbour.ts';
import { SharedPlace, settle, TestDevice } from './sync-devices.ts';

/** A device whose change log is kept as the background keeps it. */
class LoggedDevice extends TestDevice {
  readonly log: MemoryPlace;

  constructor(place: SharedPlace, log = new MemoryPlace()) {
    super(place, freshLibrary(log));
    this.log = log;
  }

  async keepLog(): Promise<void> {
    await bringLogUpToDate(this.db, this.log);
  }

  /** Deletes what is there for good, and shreds what the log has of it, at once. */
  async purge(): Promise<void> {
    const ids = await this.db.articles.toCollection().primaryKeys();
    await deleteArticles(ids, this.db);
    await purgeArticles(ids, this.db);
    const cleaned = await cleanDatabase(this.db);
    await bringLogUpToDate(this.db, this.log, async () => undefined, cleaned);
  }
}

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
    await a.purge();
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
      await a.purge();
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
    await a.purge();
    await a.sync();
    await b.purge();
    await settle([a, b]);
    await saveHarbour(a);
    await a.keepLog();
    await settle([a, b]);
    for (const device of [a, b]) expect(await articleOn(device)).toMatchObject({ deletedAt: null });
  });
});
