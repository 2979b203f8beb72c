// @vitest-environment jsdom

import { beforeEach, expect, it, vi } from 'vitest';
import type { SiteView } from '../../../utils/settings/site-settings.ts';

const world = vi.hoisted(() => ({
  tell: async (): Promise<unknown> => null,
  answers: [] as ((theme: string | null) => void)[],
}));
vi.mock('../../../utils/messaging/tab-side.ts', () => ({
  askBackground: () =>
    new Promise((resolve, reject) => {
      world.answers.push((theme) =>
        theme === null ? reject(new Error('the background is gone')) : resolve({ settings: { theme } }),
      );
    }),
  receiveInTab: (handlers: { 'site/changed': () => Promise<unknown> }) => {
    world.tell = handlers['site/changed'];
  },
}));

const { watchSite } = await import('../../../entrypoints/assistant/watch-site.ts');

/** A page that watches its site. */
function watched() {
  const heard: string[] = [];
  const life = new AbortController();
  const begin = watchSite(
    () => null,
    ({ theme }: SiteView) => heard.push(theme),
    life.signal,
  );
  return { heard, begin, leave: () => life.abort() };
}

beforeEach(() => {
  world.answers = [];
});

it('tells of a change, and not once the page is left', async () => {
  const { heard, begin, leave } = watched();
  begin();
  const first = world.tell();
  world.answers[0]?.('dark');
  await first;
  const second = world.tell();
  leave();
  world.answers[1]?.('light');
  await second;
  expect(heard).toEqual(['dark']);
});

it('tells of what changed before it began, as it is by then', async () => {
  const { heard, begin } = watched();
  const first = world.tell();
  world.answers[0]?.('dark');
  await first;
  expect(heard).toEqual([]);
  begin();
  expect(heard).toEqual(['dark']);
});

it('does not take an older answer for the newer one that it comes after', async () => {
  const { heard, begin } = watched();
  begin();
  const told = [world.tell(), world.tell()];
  world.answers[1]?.('dark');
  world.answers[0]?.('light');
  await Promise.all(told);
  expect(heard).toEqual(['dark']);
});

it('takes an older answer where there is none to the newer question', async () => {
  const { heard, begin } = watched();
  begin();
  const told = [world.tell(), world.tell()];
  world.answers[1]?.(null);
  world.answers[0]?.('dark');
  await Promise.all(told);
  expect(heard).toEqual(['dark']);
});
