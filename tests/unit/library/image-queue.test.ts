import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { getFullArticle, getImages } from '../../../utils/library/articles/articles.ts';
import { saveArticle } from '../../../utils/library/articles/save-article.ts';
import { library } from '../../../utils/library/db.ts';
import { countJobs } from '../../../utils/library/jobs/image-jobs.ts';
import {
  MAX_IMAGE_BYTES,
  MAX_IMAGE_TIME_MS,
  recordImageTime,
  remainingImageAllowance,
} from '../../../utils/library/jobs/image-limits.ts';
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
    runtime: { getURL: () => 'moz-extension://own-host/' },
    declarativeNetRequest: { getSessionRules: async () => [], updateSessionRules: async () => undefined },
    permissions: { contains: async ({ origins }: { origins: string[] }) => !origins[0]?.includes('closed') },
  },
}));

/** A background that has just started: its globals are new, the database is not. */
async function startBackground(): Promise<void> {
  vi.resetModules();
  const { setUpImageQueue } = await import('../../../entrypoints/background/jobs/image-queue.ts');
  setUpImageQueue();
}

async function retryImages(articleId: string): Promise<void> {
  const queue = await import('../../../entrypoints/background/jobs/image-queue.ts');
  await queue.retryImages(articleId);
}

const picture = (): Response => new Response('GIF89a', { headers: { 'content-type': 'image/gif' } });
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
    expect((await getFullArticle(articleId))?.article).toMatchObject({ imagesSaved: 2, imagesFailed: 4 });
  });

  it('asks for none that is on a local network, or whose site it has no access to', async () => {
    const fetch_ = vi.fn(async () => picture());
    vi.stubGlobal('fetch', fetch_);
    const images = ['http://192.168.1.1/a.png', 'http://printer.local/b.png', url('c', 'closed')];
    const { articleId } = await saveArticle(makeSave({}, { images }));
    await startBackground();
    await eventually(async () => expect(await countJobs()).toBe(0));
    const results = (await getImages(articleId)).map(({ url, error }) => [url, error]);
    expect(Object.fromEntries(results)).toEqual({
      [images[0] ?? '']: 'not-public',
      [images[1] ?? '']: 'not-public',
      [images[2] ?? '']: 'no-access',
    });
    expect(fetch_).not.toHaveBeenCalled();
    await retryImages(articleId);
    await eventually(async () => expect(await countJobs()).toBe(0));
    expect((await getImages(articleId)).map(({ error }) => error).sort()).toEqual([
      'no-access',
      'not-public',
      'not-public',
    ]);
  });

  it('stops where the pictures of one article come to too much, or take too long', async () => {
    vi.stubGlobal('fetch', async () => picture());
    const full = await saveArticle(makeSave({}, { images: [url('a'), url('b')] }));
    const [first] = await getImages(full.articleId);
    await library.images.update(first?.id ?? '', { bytes: MAX_IMAGE_BYTES });
    const slow = await saveArticle(
      makeSave({ url: 'https://slow.example/a' }, { images: [url('c'), url('d')] }),
    );
    await recordImageTime(slow.articleId, MAX_IMAGE_TIME_MS);
    await library.jobs.filter(({ imageId }) => imageId === first?.id).delete();
    await startBackground();
    await eventually(async () => expect(await countJobs()).toBe(0));
    expect((await getImages(full.articleId)).map(({ error }) => error)).toEqual([null, 'too-much']);
    expect((await getImages(slow.articleId)).map(({ error }) => error)).toEqual(['too-slow', 'too-slow']);
    // Asked for again, it has its time again.
    await retryImages(slow.articleId);
    await eventually(async () => expect((await getFullArticle(slow.articleId))?.article.imagesSaved).toBe(2));
    await eventually(async () =>
      expect((await remainingImageAllowance(slow.articleId)).time).toBe(MAX_IMAGE_TIME_MS),
    );
  });

  it('asks one host for no more than two at a time', async () => {
    const open = new Map<string, number>();
    let most = 0;
    const answers = Promise.withResolvers<void>();
    vi.stubGlobal('fetch', async (address: string) => {
      const { host } = new URL(address);
      open.set(host, (open.get(host) ?? 0) + 1);
      most = Math.max(most, open.get(host) ?? 0);
      await answers.promise;
      await new Promise((resolve) => setTimeout(resolve, 5));
      open.set(host, (open.get(host) ?? 1) - 1);
      return picture();
    });
    const images = Array.from({ length: 12 }, (_, i) => url(`${i}`, i % 3 === 0 ? 'b' : 'a'));
    await saveArticle(makeSave({}, { images }));
    await startBackground();
    // None is answered before: on a slow machine each would be before the next is asked for.
    await eventually(() => expect([...open.values()]).toEqual([2, 2]));
    answers.resolve();
    await eventually(async () => expect(await countJobs()).toBe(0));
    expect(most).toBe(2);
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
    for (let hour = 1; hour <= 3; hour += 1) {
      await eventually(() => expect(tries).toBe(hour));
      await eventually(async () => expect((await library.jobs.toArray())[0]?.state).toBe('waiting'));
      await library.jobs.toCollection().modify({ dueAt: 0 });
      for (const wake of onAlarm) wake({ name: 'image-queue' });
    }
    await eventually(() => expect(tries).toBe(4));
    expect(await getImages(articleId)).toMatchObject([{ state: 'waiting' }]);
    vi.unstubAllGlobals();
    vi.stubGlobal('fetch', async () => picture());
    await eventually(async () => expect((await library.jobs.toArray())[0]?.state).toBe('waiting'));
    await library.jobs.toCollection().modify({ dueAt: 0 });
    for (const wake of onAlarm) wake({ name: 'image-queue' });
    await eventually(async () => expect((await getFullArticle(articleId))?.article.imagesSaved).toBe(1));
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
    await eventually(async () => expect((await getFullArticle(articleId))?.article.imagesSaved).toBe(1));
    await eventually(() => expect(alarms.has('image-queue')).toBe(false));
  });
});
