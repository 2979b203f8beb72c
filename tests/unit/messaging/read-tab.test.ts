import { beforeEach, expect, it, vi } from 'vitest';
import { makeReport as report } from './make-report.ts';

type Listener = (message: unknown, sender: object) => unknown;

/** A tab: where the browser says it is, and what its scripts answer, one answer after the other. */
const tab = vi.hoisted(() => ({
  url: 'https://paper.example/a' as string | undefined,
  answers: [] as unknown[],
  listeners: new Set<Listener>(),
}));
vi.mock('../../../utils/platform/browser.ts', () => ({
  browser: {
    runtime: {
      id: 'offprint',
      getURL: (path: string) => `chrome-extension://offprint/${path}`,
      onMessage: {
        addListener: (listener: Listener) => tab.listeners.add(listener),
        removeListener: (listener: Listener) => tab.listeners.delete(listener),
      },
    },
    tabs: {
      get: async () => ({ id: 7, url: tab.url, incognito: false }),
      sendMessage: async (_: number, message: { type: string }) => {
        if (message.type === 'gate/ask') throw new Error('Could not establish connection');
        const answer = tab.answers.length > 1 ? tab.answers.shift() : tab.answers[0];
        if (answer === undefined) throw new Error('Could not establish connection');
        return { ok: true, value: answer };
      },
    },
  },
}));

const { PageMovedError, readTab, StaleTextError } = await import(
  '../../../entrypoints/background/save/read-tab.ts'
);
const { NoReceiverError } = await import('../../../utils/messaging/envelope.ts');

const A = 'https://paper.example/a';
const B = 'https://paper.example/b';

beforeEach(() => {
  vi.useFakeTimers();
  tab.url = A;
});

/** The report, or what is thrown, however long it takes. */
async function read(): Promise<unknown> {
  const reading = readTab(7).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(12_000);
  return reading;
}

it('takes a report of the page that is in the tab, whatever its fragment', async () => {
  tab.url = `${A}#part-2`;
  tab.answers = [report(A)];
  expect(await read()).toMatchObject({ url: A });
});

it('refuses a report of another page, be it of the same site', async () => {
  for (const url of [B, 'https://other.example/a', `${A}?edition=2`, 'http://paper.example/a']) {
    tab.answers = [report(url)];
    expect(await read(), url).toBeInstanceOf(PageMovedError);
  }
});

it('asks again as soon as there is news from the page that the tab has gone to', async () => {
  tab.url = B;
  tab.answers = [report(A), report(B, { state: 'reading', article: null }), report(B)];
  const reading = readTab(7);
  for (const left of [2, 1]) {
    await vi.advanceTimersByTimeAsync(100);
    expect(tab.answers).toHaveLength(left);
    const sender = { id: 'offprint', url: B, frameId: 0, tab: { id: 7 } };
    const news = { offprint: 'event', type: 'page/changed', data: { url: B } };
    for (const listener of [...tab.listeners]) listener(news, sender);
  }
  expect(await reading).toMatchObject({ url: B, state: 'article' });
  expect(tab.listeners.size).toBe(0);
});

it('says so where the text has not followed the address', async () => {
  tab.answers = [report(A, { isStale: true })];
  expect(await read()).toBeInstanceOf(StaleTextError);
});

it('believes nobody where the browser does not say where the tab is', async () => {
  tab.url = undefined;
  tab.answers = [report(A)];
  expect(await read()).toBeInstanceOf(NoReceiverError);
});
