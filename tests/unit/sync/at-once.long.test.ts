import { expect, it } from 'vitest';
import { changeTags, setProgress } from '../../../utils/library/articles/change-articles.ts';
import {
  deleteArticles,
  purgeArticles,
  restoreArticles,
} from '../../../utils/library/articles/delete-articles.ts';
import { renameTag } from '../../../utils/library/lists/manage-tags.ts';
import { articleOn, moment, saveHarbour, twoDevices } from './harbour.ts';
import { settle, someDevices, type TestDevice } from './sync-devices.ts';

it('merges tags that three devices rename into each other in a ring', async () => {
  const devices = (await someDevices(3)) as [TestDevice, TestDevice, TestDevice];
  const [a, b, c] = devices;
  await renameTag('tide', 'wave', b.db);
  await renameTag('wind', 'tide', a.db);
  await moment();
  await renameTag('wave', 'wind', c.db);
  await saveHarbour(b, {}, { tags: ['wave'] });
  await settle(devices);
  await settle(devices);
  for (const device of devices) expect((await articleOn(device)).tags).toEqual(['tide']);
  // And what the user calls it after that, it is called.
  await renameTag('tide', 'weather', b.db);
  await settle(devices);
  for (const device of devices) expect((await articleOn(device)).tags).toEqual(['weather']);
});

it('gives a tag its last name when two devices rename it one after the other', async () => {
  const { a, b } = await twoDevices();
  await saveHarbour(a, {}, { tags: ['wave'] });
  await settle([a, b]);
  await renameTag('wave', 'tide', a.db);
  await renameTag('tide', 'wind', b.db);
  await settle([a, b]);
  await settle([a, b]);
  for (const device of [a, b]) {
    expect((await articleOn(device)).tags).toEqual(['wind']);
    await changeTags([(await articleOn(device)).id], { tagsToAdd: ['wave'] }, device.db);
    expect((await articleOn(device)).tags).toEqual(['wind']);
  }
});

it('leaves an article in the trash when its tag is merged elsewhere, and restores it with that tag', async () => {
  const devices = (await someDevices(3)) as [TestDevice, TestDevice, TestDevice];
  const [a, b, c] = devices;
  const id = await saveHarbour(a, {}, { tags: ['wave'] });
  await deleteArticles([id], a.db);
  await a.sync();
  await moment();
  await renameTag('wave', 'tide', b.db);
  await b.sync();
  await settle([c, b, a]);
  await settle(devices);
  for (const device of devices) expect((await articleOn(device)).deletedAt).not.toBeNull();
  await restoreArticles([(await articleOn(c)).id], c.db);
  expect((await articleOn(c)).tags).toEqual(['tide']);
  await settle(devices);
  for (const device of devices) expect((await articleOn(device)).tags).toEqual(['tide']);
});

it('keeps progress that was made in the trash when another device restores the article', async () => {
  const { a, b } = await twoDevices();
  const id = await saveHarbour(a);
  await settle([a, b]);
  await deleteArticles([id], a.db);
  await a.takeIn();
  await moment();
  await setProgress(id, 0.2, a.db);
  await a.sync();
  await moment();
  await purgeArticles([id], a.db);
  await a.sync();
  await changeTags([(await articleOn(b)).id], { tagsToAdd: ['sea'] }, b.db);
  await settle([b, a]);
  for (const device of [a, b])
    expect(await articleOn(device)).toMatchObject({ progress: 0.2, tags: ['sea'] });
});
