import { describe, expect, it } from 'vitest';
import { shownDetails } from '../../../utils/library/articles/article-details.ts';
import { changeTags, setProgress } from '../../../utils/library/articles/change-articles.ts';
import { changeDetails } from '../../../utils/library/articles/change-details.ts';
import { addHighlight } from '../../../utils/library/articles/change-highlights.ts';
import { deleteArticles, purgeArticles } from '../../../utils/library/articles/delete-articles.ts';
import { createList, removeList, renameList } from '../../../utils/library/lists/lists.ts';
import { clearSyncState } from '../../../utils/sync/engine/sync-state.ts';
import { articleOn, HARBOUR_TEXT, moment, saveHarbour, twoDevices } from './harbour.ts';
import { settle, someDevices, TestDevice } from './sync-devices.ts';

async function deletePermanently({ db }: TestDevice, id: string): Promise<void> {
  await deleteArticles([id], db);
  await purgeArticles([id], db);
}

describe('a library that joins', () => {
  it('does not replace a newer text with an older one', async () => {
    const [a] = (await someDevices(1)) as [TestDevice];
    const c = new TestDevice(a.place);
    await saveHarbour(c);
    await moment();
    await saveHarbour(a, { text: `${HARBOUR_TEXT}\n\nCorrected later.` });
    await a.sync();
    await moment();
    await c.setUp('join');
    await settle([a, c]);
    for (const device of [a, c])
      expect((await device.db.contents.toArray())[0]?.text).toContain('Corrected later');
  });

  it('is merged with the others’ library', async () => {
    const [a] = (await someDevices(1)) as [TestDevice];
    await changeTags([await saveHarbour(a)], { tagsToAdd: ['sea'] }, a.db);
    a.settings.sites['paper.example'] = { clutterOff: true };
    a.settings.clutter.comments = true;
    await a.sync();
    const c = new TestDevice(a.place);
    await changeTags([await saveHarbour(c)], { tagsToAdd: ['work'] }, c.db);
    await createList('Ports', null, c.db);
    c.settings.sites['paper.example'] = { off: true };
    await moment();
    await c.setUp('join');
    await settle([c, a]);
    for (const device of [a, c]) {
      expect((await articleOn(device)).tags.toSorted()).toEqual(['sea', 'work']);
      expect(await device.db.lists.count()).toBe(1);
      expect(device.settings.sites['paper.example']).toEqual({ clutterOff: true });
      expect(device.settings.clutter.comments).toBe(true);
    }
  });
});

describe('a device that left and joins again', () => {
  it('keeps what the others changed meanwhile', async () => {
    const { a, b } = await twoDevices();
    const id = await saveHarbour(a);
    const list = await createList('Ports', null, a.db);
    await changeTags([id], { tagsToAdd: ['sea'] }, a.db);
    await settle([a, b]);
    await clearSyncState(b.db);
    await moment();
    await changeDetails(id, { ...shownDetails(await articleOn(a)), title: 'My own title' }, a.db);
    await changeTags([id], { keysToRemove: ['sea'] }, a.db);
    await setProgress(id, 0.8, a.db);
    await renameList(list.id, 'Harbours', a.db);
    await a.sync();
    await moment();
    await b.setUp('join');
    await settle([b, a]);
    for (const device of [a, b]) {
      expect(await articleOn(device)).toMatchObject({ title: 'My own title', tags: [], progress: 0.8 });
      expect((await device.db.lists.get(list.id))?.name).toBe('Harbours');
    }
  });

  it('does not bring back what was deleted', async () => {
    const { a, b } = await twoDevices();
    const id = await saveHarbour(a);
    const list = await createList('Ports', null, a.db);
    await settle([a, b]);
    await clearSyncState(b.db);
    await moment();
    await deletePermanently(a, id);
    await removeList(list.id, a.db);
    await a.sync();
    await moment();
    await b.setUp('join');
    await settle([b, a]);
    for (const { db } of [a, b]) {
      expect(await db.articles.count()).toBe(0);
      expect(await db.lists.count()).toBe(0);
    }
  });

  it('leaves in the trash what was annotated before with stamps later than the deletion', async () => {
    const { a, b } = await twoDevices();
    b.now = () => Date.now() + 60_000;
    await createList('Ports', null, b.db);
    await settle([b, a]);
    b.now = Date.now;
    // Device `a` has seen times from the future, so that its stamps are later than the moment of the deletion.
    const id = await saveHarbour(a);
    await changeTags([id], { tagsToAdd: ['sea'] }, a.db);
    await addHighlight(id, { start: 4, end: 11 }, { note: 'told' }, a.db);
    await settle([a, b]);
    await deleteArticles([id], a.db);
    await settle([a, b]);
    await clearSyncState(b.db);
    await moment();
    await b.setUp('join');
    await b.takeIn();
    expect((await articleOn(b)).deletedAt).not.toBeNull();
    await settle([b, a]);
    for (const device of [a, b]) expect((await articleOn(device)).deletedAt).not.toBeNull();
  });

  it('restores a deleted article that its user changed later', async () => {
    const { a, b } = await twoDevices();
    const id = await saveHarbour(a);
    await settle([a, b]);
    await clearSyncState(b.db);
    await moment();
    await deletePermanently(a, id);
    await a.sync();
    await moment();
    await addHighlight((await articleOn(b)).id, { start: 4, end: 11 }, { note: 'not to be lost' }, b.db);
    await b.setUp('join');
    await settle([b, a]);
    expect(await articleOn(a)).toMatchObject({ hasText: true, noteCount: 1, title: 'Harbour opens again' });
  });
});
