import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { getImages, getWholeArticle } from '../../../utils/library/articles.ts';
import { library } from '../../../utils/library/db.ts';
import { claimJob, countJobs } from '../../../utils/library/image-jobs.ts';
import { saveArticle } from '../../../utils/library/save-article.ts';
import { eventually } from '../eventually.ts';
import { makeSave } from './make-article.ts';

type Alarm = (alarm: { name: string }) => void;
const alarms = new Map<string, unknown>();
const onAlarm = new Set<Alarm>();

vi.mock('../../../utils/platform/browser.ts', () => ({
  browser: {
    alarms: {
      create: async (name: string, options: unknown) => alarms.set(name, options),
      clear: async (name: string) => alarms.delete(name),
      onAlarm: { addListener: (listener: Alarm) => onAlarm.add(listener) },
    },
  },
}));

/** A background that has just started: its globals are new, the database is not. */
async function startBackground(): Promise<void> {
  vi.resetModules();
  const { setUpImageQueue } = await import('../../../entrypoints/background/image-queue.ts');
  setUpImageQueue();
}

const picture = (): Response => new Response('picture', { headers: { 'content-type': 'image/png' } });
const url = (name: string, host = 'img'): string => `https://${host}.example/${name}.png`;

describe('fetching pictures', () => {
  beforeEach(async () => {
    alarms.clear();
    onAlarm.clear();
    await Promise.all(library.tables.map((table) => table.clear()));
  });

  it('says of each picture what became of it', async () => {
    const answers: Record<string, () => Response> = {
      [url('refused')]: () => new Response('', { status: 403 }),
      [url('gone')]: () => new Response('', { status: 404 }),
      [url('page')]: () => new Response('<p>', { headers: { 'content-type': 'text/html' } }),
      [url('huge')]: () => new Response('x', { headers: { 'content-length': '999999999' } }),
    };
    vi.stubGlobal('fetch', async (address: string) => (answers[address] ?? picture)());
    const images = [...Object.keys(answers), url('one'), url('two', 'other')];
    const { articleId } = await saveArticle(makeSave({}, { images }));
    await startBackground();
    await eventually(async () => expect(await countJobs()).toBe(0));
    const results = (await getImages(articleId)).map(({ url, state, error }) => [url, error ?? state]);
    expect(Object.fromEntries(results)).toEqual({
      [url('refused')]: 'refused',
      [url('gone')]: 'gone',
      [url('page')]: 'not-image',
      [url('huge')]: 'too-big',
      [url('one')]: 'saved',
      [url('two', 'other')]: 'saved',
    });
    expect((await getWholeArticle(articleId))?.article).toMatchObject({ imagesSaved: 2, imagesFailed: 4 });
  });

  it('asks one host for no more than two at a time', async () => {
    const open = new Map<string, number>();
    let most = 0;
    vi.stubGlobal('fetch', async (address: string) => {
      const { host } = new URL(address);
      open.set(host, (open.get(host) ?? 0) + 1);
      most = Math.max(most, open.get(host) ?? 0);
      await new Promise((resolve) => setTimeout(resolve, 5));
      open.set(host, (open.get(host) ?? 1) - 1);
      return picture();
    });
    const images = Array.from({ length: 12 }, (_, i) => url(`${i}`, i % 3 === 0 ? 'b' : 'a'));
    await saveArticle(makeSave({}, { images }));
    await startBackground();
    await eventually(async () => expect(await countJobs()).toBe(0));
    expect(most).toBe(2);
  });

  it('goes on after the background was killed while fetching', async () => {
    const { articleId } = await saveArticle(makeSave({}, { images: [url('a'), url('b'), url('c')] }));
    // The last life claimed two and finished none.
    await claimJob();
    await claimJob();
    vi.stubGlobal('fetch', async () => picture());
    await startBackground();
    await eventually(async () => expect((await getWholeArticle(articleId))?.article.imagesSaved).toBe(3));
  });

  it('gives no picture up while there is no network, however long', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    let tries = 0;
    vi.stubGlobal('fetch', () => {
      tries += 1;
      return Promise.reject(new TypeError('no network'));
    });
    const { articleId } = await saveArticle(makeSave({}, { images: [url('a')] }));
    await startBackground();
    for (let hour = 1; hour <= 8; hour += 1) {
      await eventually(() => expect(tries).toBe(hour));
      await eventually(async () => expect((await library.jobs.toArray())[0]?.state).toBe('waiting'));
      await library.jobs.toCollection().modify({ dueAt: 0 });
      for (const wake of onAlarm) wake({ name: 'image-queue' });
    }
    await eventually(() => expect(tries).toBe(9));
    expect(await getImages(articleId)).toMatchObject([{ state: 'waiting' }]);
    vi.unstubAllGlobals();
    vi.stubGlobal('fetch', async () => picture());
    await eventually(async () => expect((await library.jobs.toArray())[0]?.state).toBe('waiting'));
    await library.jobs.toCollection().modify({ dueAt: 0 });
    for (const wake of onAlarm) wake({ name: 'image-queue' });
    await eventually(async () => expect((await getWholeArticle(articleId))?.article.imagesSaved).toBe(1));
  });

  it('keeps an alarm while something waits, so that a sleeping background wakes, and no longer', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
    const { articleId } = await saveArticle(makeSave({}, { images: [url('a')] }));
    await startBackground();
    await eventually(() => expect(alarms.has('image-queue')).toBe(true));
    await eventually(async () =>
      expect((await library.jobs.toArray())[0]).toMatchObject({ state: 'waiting', attempts: 1 }),
    );
    // Later, with the network back.
    await library.jobs.toCollection().modify({ dueAt: 0 });
    vi.stubGlobal('fetch', async () => picture());
    for (const wake of onAlarm) wake({ name: 'image-queue' });
    await eventually(async () => expect((await getWholeArticle(articleId))?.article.imagesSaved).toBe(1));
    await eventually(() => expect(alarms.has('image-queue')).toBe(false));
  });
});
