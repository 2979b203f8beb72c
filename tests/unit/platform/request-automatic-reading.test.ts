import { beforeEach, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/settings/schema.ts';

const session = new Map<string, unknown>();
let settings: Settings;
let allowed: string[] = [];
/** Presses Allow, or refuses, in the browser's prompt. */
let answer: (isGiven: boolean) => void = () => undefined;

vi.mock('../../../utils/platform/browser.ts', () => ({
  browser: {
    storage: {
      session: {
        get: async (key: string) => ({ [key]: session.get(key) }),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) session.set(key, value);
        },
        remove: async (key: string) => void session.delete(key),
      },
    },
  },
}));
vi.mock('../../../utils/platform/settings-storage.ts', () => ({
  updateSettings: async (change: (settings: Settings) => void) => change(settings),
}));
vi.mock('../../../utils/platform/site-access.ts', () => ({
  requestSiteAccess: () => new Promise((resolve) => (answer = resolve)),
  hasSiteAccess: async (host: string) => allowed.includes(host),
}));
const { requestAutomaticReading, completePendingRequest } = await import(
  '../../../utils/platform/request-automatic-reading.ts'
);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 });
  session.clear();
  allowed = [];
  settings = { ...structuredClone(DEFAULT_SETTINGS), reading: 'click' };
});

it('chooses the site if the permission prompt has closed the popup', async () => {
  void requestAutomaticReading('courier.example');
  await completePendingRequest();
  expect(settings.chosen).toEqual([]);
  allowed = ['courier.example'];
  await completePendingRequest();
  expect(settings).toMatchObject({ reading: 'chosen', chosen: ['courier.example'] });
  expect(session.size).toBe(0);
});

it('chooses the site if the popup is still open, and removes the stored request', async () => {
  const asking = requestAutomaticReading('courier.example');
  answer(true);
  expect(await asking).toBe(true);
  expect(settings).toMatchObject({ reading: 'chosen', chosen: ['courier.example'] });
  expect(session.size).toBe(0);
});

it('does nothing if access is denied, or granted much later', async () => {
  const refused = requestAutomaticReading('courier.example');
  answer(false);
  expect(await refused).toBe(false);
  allowed = ['courier.example'];
  await completePendingRequest();
  void requestAutomaticReading('courier.example');
  vi.setSystemTime(3_600_000);
  await completePendingRequest();
  expect(settings).toMatchObject({ reading: 'click', chosen: [] });
});
