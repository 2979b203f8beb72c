import { expect, it } from 'vitest';
import { changeTags, setArchived } from '../../../utils/library/articles/change-articles.ts';
import { addHighlight } from '../../../utils/library/articles/change-highlights.ts';
import { deleteArticles, purgeArticles } from '../../../utils/library/articles/delete-articles.ts';
import { createList } from '../../../utils/library/lists/lists.ts';
import type { EngineStore } from '../../../utils/sync/engine/engine.ts';
import { readState } from '../../../utils/sync/engine/sync-state.ts';
import { saveQuay } from '../library/random-users.ts';
import { settle, someDevices, type TestDevice } from './sync-devices.ts';

/** Every so many steps of a run a device is stopped: a number that no regular course of things goes along with. */
const STRIDE = 5;

class Stopped extends Error {
  override name = 'Stopped';
}

/** Counts the steps of a device, and stops it at one: from then on nothing that it does has any effect. */
class Mortal {
  steps = 0;
  readonly #device: TestDevice;
  readonly #end: number;
  readonly #transaction: TestDevice['db']['transaction'];

  constructor(device: TestDevice, end = Number.POSITIVE_INFINITY) {
    this.#device = device;
    this.#end = end;
    const { db } = device;
    this.#transaction = db.transaction.bind(db);
    const begin = this.#transaction as (...all: unknown[]) => PromiseLike<unknown>;
    const around = (...all: unknown[]): PromiseLike<unknown> => {
      this.#step();
      return begin(...all).then((answer) => {
        this.#step();
        return answer;
      });
    };
    db.transaction = around as unknown as typeof db.transaction;
  }

  #step(): void {
    this.steps += 1;
    if (this.steps >= this.#end) throw new Stopped('the device is stopped');
  }

  async #ask<T>(work: () => Promise<T>): Promise<T> {
    this.#step();
    const answer = await work();
    // It was done, and nobody lived to hear of it.
    this.#step();
    return answer;
  }

  /** Runs until the end, or until the device is stopped. @returns whether it was */
  async run(): Promise<boolean> {
    const { place } = this.#device;
    const asked: EngineStore = {
      list: (folder) => this.#ask(() => place.list(folder)),
      get: (name) => this.#ask(() => place.get(name)),
      put: (name, bytes) => this.#ask(() => place.put(name, bytes)),
      delete: (name) => this.#ask(() => place.delete(name)),
    };
    try {
      await this.#device.sync(async () => asked);
      return false;
    } catch (error) {
      if (this.steps < this.#end) throw error;
      return true;
    } finally {
      this.#device.db.transaction = this.#transaction;
    }
  }
}

const idOf = async ({ db }: TestDevice, quay: number): Promise<string> =>
  (await db.articles.get({ identity: `paper.example/quay-${quay}` }))?.id ?? '';

async function addPicture({ db }: TestDevice, quay: number): Promise<void> {
  const articleId = await idOf({ db } as TestDevice, quay);
  const blob = new Blob([`picture of quay ${quay}`], { type: 'image/png' });
  await db.transaction('rw', db.images, db.jobs, db.articles, async () => {
    const images = db.images.where('articleId').equals(articleId);
    await images.modify({ state: 'saved', blob, type: 'image/png', bytes: blob.size });
    await db.jobs.where('articleId').equals(articleId).delete();
    await db.articles.update(articleId, { imagesSaved: 1 });
  });
}

/** Two devices that are in step, and of which each has something that the other has not seen. */
async function twoApart(): Promise<[TestDevice, TestDevice]> {
  const [a, b] = (await someDevices(2)) as [TestDevice, TestDevice];
  for (const quay of [1, 2, 3]) await saveQuay(a.db, quay, 1);
  await settle([a, b]);
  await saveQuay(a.db, 4, 1);
  await addPicture(a, 4);
  await saveQuay(a.db, 1, 2);
  await addHighlight(await idOf(a, 2), { start: 0, end: 6 }, { note: 'of a' }, a.db);
  await deleteArticles([await idOf(a, 3)], a.db);
  await purgeArticles([await idOf(a, 3)], a.db);
  await createList('Of a', null, a.db);
  await saveQuay(b.db, 5, 1);
  await addPicture(b, 5);
  await changeTags([await idOf(b, 1), await idOf(b, 2)], { add: ['of b'] }, b.db);
  await b.sync();
  return [a, b];
}

/** What was done on either must be on both. */
async function expectAll(devices: readonly TestDevice[], late: string): Promise<void> {
  const [first, second] = await Promise.all(devices.map((device) => device.seen()));
  expect(second).toEqual(first);
  const articles = new Map((first?.articles ?? []).map((article) => [article.identity, article]));
  expect([...articles.keys()]).toEqual([1, 2, 4, 5].map((quay) => `paper.example/quay-${quay}`));
  for (const article of articles.values()) expect(article).toMatchObject({ hasText: true });
  expect(articles.get('paper.example/quay-1')).toMatchObject({ text: expect.stringContaining('2th time') });
  expect(articles.get('paper.example/quay-1')).toMatchObject({ tags: ['of b'] });
  expect(articles.get('paper.example/quay-2')).toMatchObject({ notesCounted: 1 });
  expect(articles.get('paper.example/quay-2')).toMatchObject({
    tags: expect.arrayContaining(['of b', late]),
  });
  for (const quay of [4, 5])
    expect(articles.get(`paper.example/quay-${quay}`)).toMatchObject({
      pictures: [[expect.anything(), 17, 'saved']],
    });
  expect(first?.lists).toMatchObject([{ name: 'Of a' }]);
  for (const { db } of devices) expect((await readState(db, 'status'))?.unreadable).toBe(0);
}

it('a device that is stopped at any step of a run goes on where it was, and nothing is lost', async () => {
  const [whole] = await twoApart();
  const counted = new Mortal(whole);
  await counted.run();
  expect(counted.steps).toBeGreaterThan(40);
  for (let end = 1; end <= counted.steps; end += STRIDE) {
    const [a, b] = await twoApart();
    expect(await new Mortal(a, end).run(), `stopped at step ${end}`).toBe(true);
    // The user goes on before the next run.
    await setArchived([await idOf(a, 1)], true, a.db);
    await changeTags([await idOf(a, 2)], { add: [`after ${end}`] }, a.db);
    // Stopped once more, while it catches up.
    await new Mortal(a, end + 7).run();
    await settle([b, a]);
    await expectAll([a, b], `after ${end}`);
  }
});
