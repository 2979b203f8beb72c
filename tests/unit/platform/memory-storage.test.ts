import { beforeEach, expect, it, vi } from 'vitest';
import { EMPTY_MEMORY, type SiteMemory } from '../../../utils/clutter/memory/site-memory.ts';

const SITE = 'courier.example';
const MEMORY: SiteMemory = { pages: [1, 2], blocks: [7, 2], names: [] };

const area = vi.hoisted(() => {
  const state = {
    stored: {} as Record<string, unknown>,
    /** Called before something is written. */
    beforeSet: async (_items: Record<string, unknown>): Promise<void> => undefined,
  };
  const local = {
    get: async (keys: string | string[] | null) =>
      Object.fromEntries(
        [keys ?? Object.keys(state.stored)]
          .flat()
          .flatMap((key) => (key in state.stored ? [[key, state.stored[key]]] : [])),
      ),
    set: async (items: Record<string, unknown>) => {
      await state.beforeSet(items);
      Object.assign(state.stored, items);
    },
    remove: async (keys: string[]) => {
      for (const key of keys) delete state.stored[key];
    },
  };
  return { state, local };
});
vi.mock('../../../utils/platform/browser.ts', () => ({ browser: { storage: { local: area.local } } }));

const { clearMemory, forgetSite, isRemembered, listSeenSites, loadMemory, storeMemory } = await import(
  '../../../utils/platform/memory-storage.ts'
);

beforeEach(() => {
  area.state.stored = {};
  area.state.beforeSet = async () => undefined;
});

it('keeps what was stored', async () => {
  await storeMemory(SITE, MEMORY, Date.now());
  expect(await loadMemory(SITE)).toEqual(MEMORY);
  expect(Object.keys(await listSeenSites())).toHaveLength(1);
});

it('keeps no name of a site, and numbers that say nothing without the secret of the profile', async () => {
  await storeMemory(SITE, MEMORY, Date.now());
  expect(JSON.stringify(area.state.stored)).not.toMatch(/courier|example/);
  const [here] = Object.keys(await listSeenSites());
  expect(here).toMatch(/^\d{1,7}$/);
  area.state.stored = {};
  await storeMemory(SITE, MEMORY, Date.now());
  expect(Object.keys(await listSeenSites())).not.toEqual([here]);
});

it('forgets one site and keeps the others', async () => {
  await storeMemory(SITE, MEMORY, Date.now());
  await storeMemory('other.example', MEMORY, Date.now());
  await forgetSite(SITE);
  expect([await isRemembered(SITE), await isRemembered('other.example')]).toEqual([false, true]);
  expect(await loadMemory(SITE)).toEqual(EMPTY_MEMORY);
});

it('has nothing left but the moment when all of it was forgotten', async () => {
  await storeMemory(SITE, MEMORY, Date.now());
  await clearMemory();
  expect(area.state.stored).toEqual({ seenForgotten: expect.any(Number) });
});

it('does not bring back what was forgotten while a page was open', async () => {
  const opened = Date.now();
  await storeMemory(SITE, MEMORY, opened);
  await clearMemory();
  await storeMemory(SITE, MEMORY, opened);
  expect(await loadMemory(SITE)).toEqual(EMPTY_MEMORY);
  expect(await listSeenSites()).toEqual({});
});

it('does not bring it back either where both are done at once', async () => {
  const opened = Date.now();
  await storeMemory(SITE, MEMORY, opened);
  area.state.beforeSet = async () => {
    area.state.beforeSet = async () => undefined;
    await clearMemory();
  };
  await storeMemory(SITE, MEMORY, opened);
  expect(await loadMemory(SITE)).toEqual(EMPTY_MEMORY);
  expect(await listSeenSites()).toEqual({});
});

it('remembers pages that are opened afterwards', async () => {
  await clearMemory();
  await storeMemory(SITE, MEMORY, Date.now() + 1);
  expect(await loadMemory(SITE)).toEqual(MEMORY);
});
