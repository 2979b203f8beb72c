import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EMPTY_MEMORY, type SiteMemory } from '../../../utils/clutter/site-memory.ts';
import {
  clearMemory,
  listSeenSites,
  loadMemory,
  storeMemory,
} from '../../../utils/platform/memory-storage.ts';

const SITE = 'courier.example';
const MEMORY: SiteMemory = { pages: [1, 2], blocks: [7, 2], names: [] };
let stored: Record<string, unknown>;
/** Called before something is written. */
let beforeSet: (items: Record<string, unknown>) => Promise<void>;

beforeEach(() => {
  stored = {};
  beforeSet = async () => undefined;
  vi.stubGlobal('browser', {
    runtime: {},
    storage: {
      local: {
        get: async (keys: string | string[]) =>
          Object.fromEntries([keys].flat().flatMap((key) => (key in stored ? [[key, stored[key]]] : []))),
        set: async (items: Record<string, unknown>) => {
          await beforeSet(items);
          Object.assign(stored, items);
        },
        remove: async (keys: string[]) => {
          for (const key of keys) delete stored[key];
        },
      },
    },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
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
  beforeSet = async () => {
    beforeSet = async () => undefined;
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
