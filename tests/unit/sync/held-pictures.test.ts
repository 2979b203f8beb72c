import { expect, it } from 'vitest';
import { setFavourite } from '../../../utils/library/articles/change-articles.ts';
import { readState, writeState } from '../../../utils/sync/engine/sync-state.ts';
import { articleOn, saveHarbour, twoDevices } from './harbour.ts';

const PICTURE = 'https://img.example/wreck.png';

it('pictures that are said again after a loss wait until they may travel, and all else does not', async () => {
  const { a, b, place } = await twoDevices();
  const id = await saveHarbour(a, {}, { images: [PICTURE] });
  const blob = new Blob(['wreck'], { type: 'image/png' });
  await a.db.images.toCollection().modify({ state: 'saved', blob, type: 'image/png', bytes: blob.size });
  const config = await readState(a.db, 'config');
  if (config !== null) await writeState(a.db, 'config', { ...config, pictures: 'wifi' });
  await a.sync();
  expect([...place.files.keys()].filter((name) => name.startsWith('files/'))).toHaveLength(2);
  // All that was there is lost, and the device is where data costs money.
  for (const name of [...place.files.keys()])
    if (name.startsWith('log/') || name.startsWith('files/')) place.files.delete(name);
  a.mayTransferPictures = false;
  await a.sync();
  await b.sync();
  expect([...place.files.keys()].filter((name) => name.startsWith('files/'))).toHaveLength(1);
  expect(await articleOn(b)).toMatchObject({ hasText: true });
  expect((await b.db.images.toArray())[0]?.state).not.toBe('saved');
  await setFavourite([id], true, a.db);
  await a.sync();
  expect(await a.db.syncRecords.where('dirty').equals(1).count()).toBe(0);
  a.mayTransferPictures = true;
  await a.sync();
  await b.sync();
  expect((await b.db.images.toArray())[0]).toMatchObject({ url: PICTURE, state: 'saved', bytes: 5 });
  expect(await articleOn(b)).toMatchObject({ favourite: true });
});
