// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { usePrefs } from '../../../entrypoints/shared/use-prefs.ts';
import { readSettings } from '../../../utils/settings/read-settings.ts';
import { DEFAULT_PREFS, type ReaderPrefs } from '../../../utils/settings/reader-prefs.ts';
import { show } from './render.tsx';

const store = vi.hoisted(() => ({
  settings: { reader: null } as { reader: unknown },
  listeners: [] as ((settings: unknown) => void)[],
}));

vi.mock('../../../utils/platform/settings-storage.ts', () => ({
  updateSettings: async (change: (settings: unknown) => void) => {
    change(store.settings);
    for (const listener of store.listeners) listener(structuredClone(store.settings));
    return store.settings;
  },
  followSettings: async (listener: (settings: unknown) => void) => {
    store.listeners.push(listener);
    listener(structuredClone(store.settings));
  },
}));

vi.mock('../../../entrypoints/shared/mount.tsx', () => ({ showTheme: () => undefined }));

let prefs: ReaderPrefs;
let choose: (prefs: ReaderPrefs) => void;

function Screen() {
  [prefs, choose] = usePrefs();
  return null;
}

const large: ReaderPrefs = { ...DEFAULT_PREFS, size: 22 };

beforeEach(() => {
  localStorage.clear();
  store.settings = readSettings(undefined);
  store.listeners = [];
});

it('keeps what was chosen in the settings, from where a backup takes it', async () => {
  await show(<Screen />);
  expect(prefs).toEqual(DEFAULT_PREFS);
  await act(async () => choose(large));
  expect(prefs.size).toBe(22);
  expect(readSettings(JSON.parse(JSON.stringify(store.settings))).reader).toEqual(large);
});

it('shows what a backup brought, and what was chosen in another window', async () => {
  localStorage.setItem('reader', JSON.stringify(large));
  store.settings.reader = { ...large, theme: 'sepia' };
  await show(<Screen />);
  expect(prefs).toMatchObject({ size: 22, theme: 'sepia' });
  store.settings.reader = { ...large, size: 15 };
  await act(async () => store.listeners[0]?.(store.settings));
  expect(prefs).toMatchObject({ size: 15, theme: 'system' });
  expect(JSON.parse(localStorage.getItem('reader') ?? '')).toMatchObject({ size: 15 });
});

it('has its defaults where the page’s own storage holds nonsense', async () => {
  localStorage.setItem('reader', 'not json');
  await show(<Screen />);
  expect(prefs).toEqual(DEFAULT_PREFS);
  expect(store.settings.reader).toBe(null);
});
