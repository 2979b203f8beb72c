import { expect, it } from 'vitest';
import { setArchived } from '../../../../utils/library/articles/change-articles.ts';
import { updateLog } from '../../../../utils/library/log/maintain-log.ts';
import { clearSyncState } from '../../../../utils/sync/engine/sync-state.ts';
import { LoggedDevice } from '../../sync/random-devices.ts';
import { SharedPlace } from '../../sync/sync-devices.ts';
import { freshLibrary } from '../fresh-library.ts';
import { MemoryPlace } from '../memory-place.ts';
import { saveQuay } from '../random-users.ts';

it('is emptied by the change log alone if sync is off', async () => {
  const db = freshLibrary();
  await saveQuay(db, 1, 1);
  expect(await db.outbox.count()).toBeGreaterThan(0);
  await updateLog(db, new MemoryPlace());
  expect(await db.outbox.count()).toBe(0);
});

it('keeps a change and its time until both the change log and sync have processed it, in either order', async () => {
  for (const isLogFirst of [true, false]) {
    const device = await new LoggedDevice(new SharedPlace()).setUp('begin');
    const { db } = device;
    await saveQuay(db, 1, 1);
    await device.keepLog();
    await device.takeIn();
    expect(await db.outbox.count()).toBe(0);
    // Nothing gets into the change log until the background writes it.
    device.log.room = 0;
    const at = Date.now() + 3_600_000;
    device.now = () => at;
    await setArchived(await db.articles.toCollection().primaryKeys(), true, db);
    device.log.room = Number.POSITIVE_INFINITY;
    const read = [() => device.keepLog(), () => device.takeIn()];
    if (!isLogFirst) read.reverse();
    await read[0]?.();
    const left = isLogFirst ? 'sync' : 'log';
    expect(await db.outbox.toArray()).toMatchObject([{ at, due: [left] }]);
    await read[1]?.();
    expect(await db.outbox.count()).toBe(0);
  }
});

it('contains nothing for sync once sync is turned off', async () => {
  const device = await new LoggedDevice(new SharedPlace()).setUp('begin');
  await saveQuay(device.db, 1, 1);
  await device.keepLog();
  expect(await device.db.outbox.count()).toBeGreaterThan(0);
  await clearSyncState(device.db);
  expect(await device.db.outbox.count()).toBe(0);
});
