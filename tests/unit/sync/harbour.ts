/** One article that several devices have, for tests. */
import { expect } from 'vitest';
import type { ArticleToSave } from '../../../utils/library/articles/article-rows.ts';
import { saveArticle } from '../../../utils/library/articles/save-article.ts';
import type { ArticleRow } from '../../../utils/library/types.ts';
import { makeQuote, makeSave } from '../library/make-article.ts';
import { type SharedPlace, settle, someDevices, type TestDevice } from './sync-devices.ts';

export const HARBOUR = 'https://paper.example/2026/harbour';
export const HARBOUR_TEXT =
  'The harbour opens again in May. Harbour opens again.\n\n“We waited long enough,” the pilot said.';

/** @returns the article's id on that device */
export async function saveHarbour(
  { db }: TestDevice,
  changes: Partial<ArticleToSave['article']> = {},
  rest: Partial<ArticleToSave> = {},
): Promise<string> {
  const text = changes.text ?? HARBOUR_TEXT;
  const url = changes.url ?? HARBOUR;
  const quotes = [makeQuote('We waited long enough', 'Ina Holm', text.indexOf('We waited'))];
  const article = { url, canonicalUrl: url, title: 'Harbour opens again', text, ...changes };
  return (await saveArticle(makeSave(article, { quotes, ...rest }), db)).articleId;
}

/** The one article of a device. */
export async function articleOn({ db }: TestDevice): Promise<ArticleRow> {
  const [row, ...others] = await db.articles.toArray();
  if (row === undefined || others.length > 0) throw new Error('not one article');
  return row;
}

/** Lets the clock go on, so that what follows is later. */
export const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 15));

/** Two devices that are in step, with their place. */
export async function twoDevices(): Promise<{ a: TestDevice; b: TestDevice; place: SharedPlace }> {
  const [a, b] = (await someDevices(2)) as [TestDevice, TestDevice];
  return { a, b, place: a.place as SharedPlace };
}

/** All pictures of a device's articles are here, as the job that fetches them leaves them. */
export async function fetchPictures(
  { db }: TestDevice,
  content = 'wreck',
  type = 'image/png',
): Promise<void> {
  const blob = new Blob([content], { type });
  await db.transaction('rw', db.images, db.jobs, db.articles, async () => {
    await db.images.toCollection().modify({ state: 'saved', blob, type, bytes: blob.size });
    await db.jobs.clear();
    await db.articles.toCollection().modify({ imagesSaved: 1 });
  });
}

/** Everybody syncs until nobody has anything new, and then sees the same. */
export async function inStep(devices: readonly TestDevice[]): Promise<void> {
  await settle(devices);
  const first = await devices[0]?.seen();
  for (const device of devices) expect(await device.seen()).toEqual(first);
}
