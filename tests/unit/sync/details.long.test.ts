import { describe, expect, it } from 'vitest';
import { shownDetails } from '../../../utils/library/articles/article-details.ts';
import { changeDetails } from '../../../utils/library/articles/change-details.ts';
import { deleteArticles } from '../../../utils/library/articles/delete-articles.ts';
import type { ArticleDetails } from '../../../utils/library/types.ts';
import { search } from '../library/find-articles.ts';
import { articleOn, HARBOUR_TEXT, moment, saveHarbour, twoDevices } from './harbour.ts';
import { settle, type TestDevice } from './sync-devices.ts';

async function edit(device: TestDevice, changes: Partial<ArticleDetails>): Promise<void> {
  const row = await articleOn(device);
  await changeDetails(row.id, { ...shownDetails(row), ...changes }, device.db);
}

describe('title, author, site, date and language that the user has put right', () => {
  it('are so on every device, with what the page states', async () => {
    const { a, b } = await twoDevices();
    await saveHarbour(a);
    await settle([a, b]);
    const changes = { title: 'My own title', siteName: null, publishedAt: '2026-02-03', lang: 'nl' };
    await edit(a, changes);
    await settle([a, b]);
    const row = await articleOn(b);
    expect(row).toMatchObject({ ...changes, byline: 'Ina Holm', publishedTime: Date.UTC(2026, 1, 3) });
    expect(row.stated).toEqual((await articleOn(a)).stated);
    expect((await search('own title', {}, b.db)).hits).toHaveLength(1);
    await edit(b, { title: 'Harbour opens again', siteName: 'The Paper', byline: 'Bo Arnholt' });
    await settle([a, b]);
    expect(await articleOn(a)).toMatchObject({ title: 'Harbour opens again', byline: 'Bo Arnholt' });
    expect((await articleOn(a)).stated).toEqual((await articleOn(b)).stated);
  });

  it('of an article without a text, too', async () => {
    const { a, b } = await twoDevices();
    await saveHarbour(a, { text: '', html: '' }, { linkOnly: true, quotes: [] });
    await settle([a, b]);
    await edit(a, { title: 'My own title' });
    await settle([a, b]);
    expect(await articleOn(b)).toMatchObject({ title: 'My own title', hasText: false });
  });

  it('stay when another device saves the page again, under its headline of today', async () => {
    const { a, b } = await twoDevices();
    await saveHarbour(a);
    await settle([a, b]);
    await edit(a, { title: 'My own title' });
    await saveHarbour(b, { title: 'Harbour opens again in June', text: `${HARBOUR_TEXT}\n\nIn June.` });
    await settle([a, b]);
    for (const device of [a, b])
      expect(await articleOn(device)).toMatchObject({
        title: 'My own title',
        stated: { title: 'Harbour opens again in June' },
      });
  });

  it('travel once, and do not keep the article from being deleted', async () => {
    const { a, b, place } = await twoDevices();
    const id = await saveHarbour(a);
    await settle([a, b]);
    await edit(a, { title: 'My own title' });
    await settle([a, b]);
    const before = place.files.size;
    await settle([a, b]);
    expect(place.files.size).toBe(before);
    await moment();
    await deleteArticles([id], a.db);
    await settle([a, b]);
    for (const device of [a, b]) expect((await articleOn(device)).deletedAt).not.toBeNull();
  });

  it('and so does a save of the same text', async () => {
    const { a, b, place } = await twoDevices();
    await saveHarbour(a);
    await settle([a, b]);
    await moment();
    await saveHarbour(a, { excerpt: 'From May on.' });
    await settle([a, b]);
    expect(await articleOn(b)).toMatchObject({
      excerpt: 'From May on.',
      updatedAt: (await articleOn(a)).updatedAt,
    });
    const before = place.files.size;
    await settle([a, b]);
    expect(place.files.size).toBe(before);
  });
});
