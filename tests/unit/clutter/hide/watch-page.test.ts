// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ClearedPage } from '../../../../utils/clutter/hide/cleared-page.ts';
import { watchPage } from '../../../../utils/clutter/hide/watch-page.ts';

let life: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

const CLEARED = {
  hide: () => false,
  recheck: () => undefined,
  recheckLock: () => undefined,
  reconsider: () => undefined,
  showArticleText: () => undefined,
  contains: () => false,
} satisfies Partial<ClearedPage> as unknown as ClearedPage;

it('looks ever less often at a page that never rests and gets nothing that begs', async () => {
  document.body.innerHTML = '<main></main><div id="feed"></div>';
  const looks: number[] = [];
  const start = Date.now();
  watchPage(document, {
    cleared: CLEARED,
    findInSubtree: () => [],
    findByUser: async () => [],
    findAll: async () => {
      looks.push(Date.now() - start);
      return [];
    },
    shadowRoots: new Set(),
    isOutdated: false,
    signal: life.signal,
    now: () => Date.now() - start,
  });
  const feed = document.querySelector('#feed');
  for (let change = 0; change < 1200; change++) {
    const line = document.createElement('p');
    line.textContent = `Boat ${change} is in`;
    feed?.append(line);
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(looks[0]).toBeLessThan(500);
  expect(looks.length).toBeGreaterThan(3);
  expect(looks.length).toBeLessThan(12);
  const pauses = looks.slice(1).map((at, i) => at - (looks[i] ?? 0));
  expect(pauses.toSorted((a, b) => a - b)).toEqual(pauses);
});

/** What is looked at of a box that is put into a shadow root while the rest of the page is still being read. */
async function lookWhileReading(meanwhile: () => void = () => undefined): Promise<string[]> {
  document.body.innerHTML = '<main></main><pier-island></pier-island>';
  const root = document.querySelector('pier-island')?.attachShadow({ mode: 'open' });
  if (root === undefined) throw new Error('no root');
  const shadowRoots = new Set<ShadowRoot>();
  const looked: string[] = [];
  watchPage(document, {
    cleared: CLEARED,
    findInSubtree: (element) => {
      looked.push(element.className);
      return [];
    },
    findByUser: async () => [],
    findAll: async (onSlice) => {
      shadowRoots.add(root);
      meanwhile();
      onSlice(16);
      root.innerHTML = '<div class="letter"></div>';
      return [];
    },
    shadowRoots,
    isOutdated: true,
    signal: life.signal,
    now: () => Date.now(),
  });
  await vi.advanceTimersByTimeAsync(300);
  return looked;
}

it('sees what is put into a shadow root while the rest of the page is still being read', async () => {
  expect(await lookWhileReading()).toEqual(['letter']);
});

it('sees nothing more once it is ended, also in the middle of a look', async () => {
  expect(await lookWhileReading(() => life.abort())).toEqual([]);
});
