import { beforeEach, expect, it, vi } from 'vitest';
import { EMPTY_MEMORY, type SiteMemory } from '../../../utils/clutter/site-memory.ts';

const SITE = 'courier.example';
const MEMORY: SiteMemory = { pages: [1, 2], blocks: [7, 2], names: [] };

const area = vi.hoisted(() => {
  const state = {
    stored: {} as Record<string, unknown>,
    /** Called before something is written. */
    beforeSet: async (_items: Record<string, unknown>): Promise<void> => undefined,
  };
  const local = {
    get: async (keys: string | string[]) =>
      Object.fromEntries(
        [keys].flat().flatMap((key) => (key in state.stored ? [[key, state.stored[key]]] : [])),
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

const { clearMemory, listSeenSites, loadMemory, storeMemory } = await import(
  '../../../utils/platform/memory-storage.ts'
);

beforeEach(() => {
  area.state.stored = {};
  area.state.beforeSet = async () => undefined;
});

it('keeps what was stored', async () => {
  await storeMemory(SITE, MEMORY, Date.now());
  expect(await loadMemory(SITE)).toEqual(MEMORY);
  expect(Object.keys(await listSeenSites())).toEqual([SITE]);
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
