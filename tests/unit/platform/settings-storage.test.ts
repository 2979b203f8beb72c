import { beforeEach, expect, it, vi } from 'vitest';
import { eventually } from '../eventually.ts';

type Listener = (changes: Record<string, { newValue?: unknown; oldValue?: unknown }>, area: string) => void;

const browser = vi.hoisted(() => {
  const state = {
    stored: {} as Record<string, unknown>,
    managed: {} as unknown,
    listeners: new Set<unknown>(),
    managedListeners: new Set<unknown>(),
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
  const managed = {
    get: async () => {
      if (state.managed instanceof Error) throw state.managed;
      return state.managed;
    },
  };
  return { state, storage: { local, managed, onChanged: events(state.managedListeners) } };
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
  state.managed = { reading: 'click', offFeatures: ['summaries'] };
  state.listeners.clear();
  state.managedListeners.clear();
});

it('loads the user’s settings with the policy applied', async () => {
  const { loadSettings, loadOwnSettings } = await start();
  expect(await loadSettings()).toMatchObject({ reading: 'click', theme: 'dark' });
  expect(await loadOwnSettings()).toMatchObject({ reading: 'all', theme: 'dark' });
});

it('stores the user’s changes, but no values of the policy', async () => {
  const { updateSettings } = await start();
  const now = await updateSettings((settings) => {
    settings.theme = 'light';
    settings.summaries = true;
  });
  expect(now).toMatchObject({ reading: 'click', theme: 'light', summaries: false });
  expect(state.stored.settings).toMatchObject({ reading: 'all', theme: 'light', summaries: true });
});

it('returns the user’s own settings if there is no policy or it can’t be read', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  state.managed = new Error('Managed storage manifest not found');
  expect(await (await start()).loadSettings()).toMatchObject({ reading: 'all' });
  expect(warn).not.toHaveBeenCalled();
  state.managed = new Error('the disk is on fire');
  expect(await (await start()).loadSettings()).toMatchObject({ reading: 'all' });
  expect(warn).toHaveBeenCalledOnce();
  warn.mockRestore();
});

it('retries reading the policy, and throws for actions that it might forbid', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  state.managed = new Error('the disk is on fire');
  const { loadSettings } = await start();
  const { requirePolicy } = await import('../../../utils/platform/managed-storage.ts');
  await expect(requirePolicy()).rejects.toThrow('could not be read');
  expect(await loadSettings()).toMatchObject({ reading: 'all' });
  state.managed = { reading: 'click' };
  expect(await requirePolicy()).toEqual({ reading: 'click' });
  expect(await loadSettings()).toMatchObject({ reading: 'click' });
  warn.mockRestore();
});

it('reports changes of the effective settings, by the user or by policy', async () => {
  const { watchSettings } = await start();
  const heard = vi.fn();
  const life = new AbortController();
  watchSettings(heard, life.signal);
  const changed = { settings: { oldValue: state.stored.settings, newValue: { version: 1, theme: 'light' } } };
  tell(state.listeners, changed, 'local');
  await eventually(() => expect(heard).toHaveBeenCalledOnce());
  expect(heard.mock.calls[0]).toMatchObject([
    { theme: 'light', reading: 'click' },
    { theme: 'dark', reading: 'click' },
  ]);
  state.managed = { reading: 'all' };
  tell(state.managedListeners, {}, 'managed');
  await eventually(() => expect(heard).toHaveBeenCalledTimes(2));
  expect(heard.mock.calls[1]).toMatchObject([{ reading: 'all' }, { reading: 'click' }]);
  life.abort();
  expect(state.listeners.size + state.managedListeners.size).toBe(0);
});

it('reports nothing of a change by policy to a screen that was closed while the settings were read', async () => {
  const { watchSettings } = await start();
  const heard = vi.fn();
  const life = new AbortController();
  watchSettings(heard, life.signal);
  const { get } = browser.storage.local;
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const read = vi.fn(() => held.then(get));
  browser.storage.local.get = read;
  state.managed = { reading: 'all' };
  tell(state.managedListeners, {}, 'managed');
  await eventually(() => expect(read).toHaveBeenCalled());
  life.abort();
  release();
  await new Promise((resolve) => setTimeout(resolve));
  browser.storage.local.get = get;
  expect(heard).not.toHaveBeenCalled();
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
