import { beforeEach, expect, it, vi } from 'vitest';

const SITE = 'courier.example';

const world = vi.hoisted(() => ({
  remembered: new Set<string>(),
  scripts: new Map<string, { id: string; matches: string[] }>(),
}));

vi.mock('../../../utils/platform/browser.ts', () => ({
  browser: {
    scripting: {
      getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
        ids.flatMap((id) => world.scripts.get(id) ?? []),
      registerContentScripts: async (scripts: { id: string; matches: string[] }[]) => {
        for (const script of scripts) world.scripts.set(script.id, script);
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids) world.scripts.delete(id);
      },
    },
  },
}));
vi.mock('../../../utils/platform/memory-storage.ts', () => ({
  SEEN_SITES: 'seenSites',
  isRemembered: async (host: string) => world.remembered.has(host),
}));
vi.mock('../../../utils/platform/settings-storage.ts', async () => {
  const { readSettings } = await import('../../../utils/settings/read-settings.ts');
  return { loadSettings: async () => readSettings({}), watchSettings: () => undefined };
});

const { registerVisitedSite } = await import('../../../entrypoints/background/page-scripts.ts');

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

beforeEach(() => {
  world.remembered.clear();
  world.scripts.clear();
});

it('has the next pages of a site cleared early that something is remembered of', async () => {
  world.remembered.add(SITE);
  registerVisitedSite(SITE);
  await settle();
  expect(world.scripts.get('site-passing')?.matches).toContain(`*://${SITE}/*`);
});

it('keeps no name of a site that the user had forgotten while its page was answered', async () => {
  world.remembered.add(SITE);
  registerVisitedSite(SITE);
  world.remembered.clear();
  await settle();
  expect([...world.scripts.keys()]).toEqual([]);
});
