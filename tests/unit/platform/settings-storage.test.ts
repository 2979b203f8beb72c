import { beforeEach, expect, it, vi } from 'vitest';
import { eventually } from '../eventually.ts';

type Listener = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>, area: string) => void;

const browser = vi.hoisted(() => {
  const state = {
    stored: {} as Record<string, unknown>,
    listeners: new Set<unknown>(),
  };
  const events = (listeners: Set<unknown>) => ({
    addListener: (listener: unknown) => listeners.add(listener),
    removeListener: (listener: unknown) => listeners.delete(listener),
  });
  const local = {
    get: async () => structuredClone(state.stored),
    set: async (items: Record<string, unknown>) => void Object.assign(state.stored, structuredClone(items)),
    onChanged: events(state.listeners),
  };
  return { state, storage: { local } };
});
vi.mock('../../../utils/platform/browser.ts', () => ({ browser: { storage: browser.storage } }));

const { state } = browser;

/** The modules anew, as in a browser that has just started. */
async function start() {
  vi.resetModules();
  return import('../../../utils/platform/settings-storage.ts');
}

const tell = (listeners: Set<unknown>, changes: Parameters<Listener>[0], area: string): void => {
  for (const listener of listeners) (listener as Listener)(changes, area);
};

beforeEach(() => {
  vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => Promise<unknown>) => work() } });
  state.stored = { settings: { version: 1, reading: 'all', theme: 'dark' } };
  state.listeners.clear();
});

it('stores a change of the settings', async () => {
  const { loadSettings, updateSettings } = await start();
  const now = await updateSettings((settings) => {
    settings.theme = 'light';
  });
  expect(now).toMatchObject({ reading: 'all', theme: 'light' });
  expect(await loadSettings()).toEqual(now);
});

it('reports changes of the settings', async () => {
  const { watchSettings } = await start();
  const heard = vi.fn();
  const life = new AbortController();
  watchSettings(heard, life.signal);
  const changed = { settings: { oldValue: state.stored.settings, newValue: { version: 1, theme: 'light' } } };
  tell(state.listeners, changed, 'local');
  await eventually(() => expect(heard).toHaveBeenCalledOnce());
  expect(heard.mock.calls[0]).toMatchObject([{ theme: 'light' }, { theme: 'dark' }]);
  life.abort();
  expect(state.listeners.size).toBe(0);
});

it('never reports outdated settings after a change while the settings are being read', async () => {
  const { followSettings } = await start();
  const told: string[] = [];
  const { get } = browser.storage.local;
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  browser.storage.local.get = async () => {
    const before = await get();
    await held;
    return before;
  };
  const following = followSettings(({ theme }) => told.push(theme), new AbortController().signal);
  const newValue = { version: 1, theme: 'light' };
  tell(state.listeners, { settings: { newValue, oldValue: state.stored.settings } }, 'local');
  await new Promise((resolve) => setTimeout(resolve));
  expect(told).toEqual(['light']);
  release();
  await following;
  browser.storage.local.get = get;
  expect(told).toEqual(['light']);
});
