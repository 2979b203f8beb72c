import { describe, expect, it } from 'vitest';
import { normaliseAddress } from '../../../utils/library/articles/article-identity.ts';
import { changeTags } from '../../../utils/library/articles/change-articles.ts';
import { addHighlight } from '../../../utils/library/articles/change-highlights.ts';
import { deleteArticles, purgeArticles } from '../../../utils/library/articles/delete-articles.ts';
import { cleanDatabase } from '../../../utils/library/deletion/clean-database.ts';
import { removeTag, renameTag } from '../../../utils/library/lists/manage-tags.ts';
import { mergePeople, renamePerson } from '../../../utils/library/people/decide-people.ts';
import { makeQuote } from '../library/make-article.ts';
import { articleOn, HARBOUR, HARBOUR_TEXT, moment, saveHarbour, twoDevices } from './harbour.ts';
import { settle, someDevices, type TestDevice } from './sync-devices.ts';

const FERRY = 'https://paper.example/2026/ferry';

/** Deletes everything for good, and takes out the names that nothing has any more. */
async function purgeAll({ db }: TestDevice): Promise<void> {
  const ids = await db.articles.toCollection().primaryKeys();
  await deleteArticles(ids, db);
  await purgeArticles(ids, db);
  await cleanDatabase(db);
}

const tagsOn = async ({ db }: TestDevice): Promise<string[]> =>
  (await db.tags.toArray()).map((row) => row.name);

describe('a tag that was swept away on one device, as nothing had it there', () => {
  it('stays as it is written where another device has given it to an article meanwhile', async () => {
    const { a, b } = await twoDevices();
    await saveHarbour(a, {}, { tags: ['Sea'] });
    await settle([a, b]);
    await purgeAll(a);
    await moment();
    await saveHarbour(b, { url: FERRY }, { tags: ['sea'] });
    await settle([b, a]);
    for (const device of [a, b]) {
      expect((await articleOn(device)).tags).toEqual(['Sea']);
      expect(await tagsOn(device)).toEqual(['Sea']);
    }
  });

  it('keeps the name that the user gave it elsewhere before that', async () => {
    const { a, b } = await twoDevices();
    await saveHarbour(a, {}, { tags: ['Sea'] });
    await saveHarbour(b, { url: FERRY }, { tags: ['Sea'] });
    await settle([a, b]);
    await renameTag('Sea', 'SEA', b.db);
    await b.takeIn();
    await moment();
    await purgeAll(a);
    await a.sync();
    await saveHarbour(b, { url: FERRY }, { tags: ['sea'] });
    await settle([b, a]);
    for (const device of [a, b]) expect((await articleOn(device)).tags).toEqual(['SEA']);
  });

  it('goes everywhere where nothing has it any more', async () => {
    const { a, b } = await twoDevices();
    await saveHarbour(a, {}, { tags: ['Sea'] });
    await settle([a, b]);
    await purgeAll(a);
    await settle([a, b]);
    expect(await tagsOn(a)).toEqual([]);
    expect(await tagsOn(b)).toEqual([]);
  });
});

it('a tag that the user removes goes, but for the article that got it on another device meanwhile', async () => {
  const { a, b } = await twoDevices();
  await saveHarbour(a, {}, { tags: ['Sea'] });
  await settle([a, b]);
  await removeTag('Sea', a.db);
  await saveHarbour(b, { url: FERRY });
  const ferry = await b.db.articles.get({ identity: normaliseAddress(FERRY) });
  await changeTags([ferry?.id ?? ''], { tagsToAdd: ['sea'] }, b.db);
  await settle([a, b]);
  for (const { db } of [a, b]) {
    const tags = new Map((await db.articles.toArray()).map((row) => [row.canonicalUrl, row.tags]));
    expect(tags).toEqual(
      new Map([
        [HARBOUR, []],
        [FERRY, ['Sea']],
      ]),
    );
  }
});

it('a tag that the user removed stays away where that is read before it is off its article', async () => {
  const devices = (await someDevices(3)) as [TestDevice, TestDevice, TestDevice];
  const [a, b, c] = devices;
  await saveHarbour(c, {}, { tags: ['Sea'] });
  await settle(devices);
  await changeTags([(await articleOn(c)).id], { keysToRemove: ['Sea'] }, c.db);
  await settle([c, a]);
  await removeTag('Sea', a.db);
  await a.sync();
  const { device } = (await a.open()).config;
  const list = b.place.list.bind(b.place);
  b.place.list = async (folder) =>
    (await list(folder)).sort((x, y) => Number(y.includes(device)) - Number(x.includes(device)));
  await b.sync();
  expect(await tagsOn(b)).toEqual([]);
  await settle(devices);
  for (const one of devices) expect(await tagsOn(one)).toEqual([]);
});

it('a person keeps the name that the user gave them, though another device has swept them away since', async () => {
  const { a, b } = await twoDevices();
  await saveHarbour(a);
  await renamePerson('ina holm', 'Ina H.', a.db);
  await settle([a, b]);
  const [person] = await b.db.people.toArray();
  await renamePerson(person?.id ?? '', 'Ina B. Holm', b.db);
  await b.takeIn();
  await moment();
  await purgeAll(a);
  await a.sync();
  await saveHarbour(b, { url: FERRY });
  await settle([b, a]);
  for (const { db } of [a, b]) {
    expect(await db.people.toArray()).toMatchObject([{ name: 'Ina B. Holm' }]);
  }
});

it('a person keeps the name that the user gave them, though nobody of the old one is met any more elsewhere', async () => {
  const { a, b } = await twoDevices();
  const quotes = [makeQuote('We waited long enough', 'Ina Holm', HARBOUR_TEXT.indexOf('We waited'))];
  const others = [makeQuote('We waited long enough', 'I. Holm', HARBOUR_TEXT.indexOf('We waited'))];
  const id = await saveHarbour(a, {}, { quotes });
  await saveHarbour(a, { url: FERRY }, { quotes: others });
  await mergePeople(['ina holm', 'i holm'], a.db);
  await settle([a, b]);
  const [person] = await b.db.people.toArray();
  expect(person?.name).toBe('Ina Holm');
  await renamePerson(person?.id ?? '', 'Ina B. Holm', b.db);
  await b.takeIn();
  await moment();
  await deleteArticles([id], a.db);
  await purgeArticles([id], a.db);
  await cleanDatabase(a.db);
  expect((await a.db.people.toArray())[0]?.name).toBe('I. Holm');
  await settle([a, b]);
  for (const { db } of [a, b]) expect(await db.people.toArray()).toMatchObject([{ name: 'Ina B. Holm' }]);
});

it('a name that the user gives a person is no sweep’s, where nobody of the old one is met here as a text is not here', async () => {
  const { a, b, place } = await twoDevices();
  await saveHarbour(a);
  await a.sync();
  const texts = new Set([...place.files.keys()].filter((name) => name.startsWith('files/')));
  const get = place.get.bind(place);
  place.get = async (name) => (texts.has(name) ? null : get(name));
  const others = [makeQuote('We waited long enough', 'I. Holm', HARBOUR_TEXT.indexOf('We waited'))];
  await saveHarbour(a, { url: FERRY }, { quotes: others });
  await mergePeople(['ina holm', 'i holm'], a.db);
  await settle([a, b]);
  const [person] = await b.db.people.toArray();
  expect(await b.db.speakers.get('ina holm')).toBeUndefined();
  await renamePerson(person?.id ?? '', 'Ina B. Holm', a.db);
  await a.takeIn();
  await moment();
  await renamePerson(person?.id ?? '', 'I. Holm', b.db);
  await settle([b, a]);
  for (const { db } of [a, b]) expect(await db.people.toArray()).toMatchObject([{ name: 'I. Holm' }]);
});

it('a highlight made in one text has its place in another one that came meanwhile', async () => {
  const { a, b } = await twoDevices();
  const id = await saveHarbour(a);
  await settle([a, b]);
  await addHighlight(id, { start: 4, end: 11 }, { note: '', colour: 'blue' }, a.db);
  await moment();
  const text = `A new first line.\n\n${'The harbour opens again in May. Harbour opens again.'}`;
  await saveHarbour(b, { text }, { quotes: [] });
  await settle([a, b]);
  for (const { db } of [a, b]) {
    const [row] = await db.highlights.toArray();
    expect(row).toMatchObject({ text: 'harbour', start: text.indexOf('harbour') });
  }
});
