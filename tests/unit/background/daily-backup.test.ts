import { beforeEach, expect, it, vi } from 'vitest';
import { findFailureToShow } from '../../../entrypoints/library/use-backup-notice.ts';
import { type DailyBackup, loadDailyBackup, storeDailyBackup } from '../../../utils/platform/daily-backup.ts';
import { fakeFolder } from '../sync/remote/fake-folder.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = new Date(2026, 10, 14, 12).getTime();

const world = vi.hoisted(() => ({
  stored: {} as Record<string, unknown>,
  articles: 0,
  isKilled: false,
  settings: null as unknown,
}));
const files = new Map<string, number>();

vi.mock('../../../utils/platform/browser.ts', () => ({
  browser: {
    storage: {
      local: {
        get: async () => structuredClone(world.stored),
        set: async (items: Record<string, unknown>) =>
          void Object.assign(world.stored, structuredClone(items)),
      },
    },
    alarms: { get: async () => ({}), create: async () => undefined },
  },
}));
vi.mock('../../../utils/platform/settings-storage.ts', () => ({
  loadSettings: async () => ({ reading: 'all' }),
}));
vi.mock('../../../utils/sync/remote/folder.ts', async (original) => ({
  ...(await original<object>()),
  openChosenFolder: async () => fakeFolder(files),
}));
vi.mock('../../../entrypoints/background/jobs/stay-awake.ts', () => ({
  stayAwake: (work: () => Promise<unknown>) => work(),
}));
vi.mock('../../../utils/library/backup/backup-write.ts', () => ({
  writeBackup: async (sink: (part: Uint8Array) => Promise<void>, { settings }: { settings: unknown }) => {
    // A background that is ended says nothing any more.
    if (world.isKilled) await new Promise(() => undefined);
    await sink(new Uint8Array(10));
    world.settings = settings;
    return { articles: world.articles, bytes: 10 };
  },
}));

const { backUp } = await import('../../../entrypoints/background/daily-backup.ts');

const daily = async (): Promise<DailyBackup> => {
  const found = await loadDailyBackup();
  if (found === null) throw new Error('none is set up');
  return found;
};
/** The background at a time, as an alarm or its start wakes it. */
async function wakeAt(at: number): Promise<void> {
  vi.setSystemTime(at);
  await Promise.race([backUp(false), new Promise((resolve) => setImmediate(resolve))]);
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => Promise<unknown>) => work() } });
  Object.assign(world, { stored: {}, articles: 2000, isKilled: false, settings: null });
  files.clear();
  const at = NOON - DAY;
  const nothing = { wroteAt: null, articles: 0, bytes: 0, most: 0, names: [], trouble: null, tries: 0 };
  await storeDailyBackup({ folder: { id: 'f', name: 'Backups' }, ...nothing, setUpAt: at, triedAt: at });
});

it('keeps all that was written before a loss, until the user says that so few are right', async () => {
  for (let day = 0; day < 8; day += 1) await wakeAt(NOON + day * DAY);
  expect(files.size).toBe(7);
  world.articles = 3;
  for (let day = 8; day < 20; day += 1) await wakeAt(NOON + day * DAY);
  expect(files.size).toBe(7 + 12);
  expect(await daily()).toMatchObject({ trouble: 'shrunken', articles: 3, most: 2000 });
  expect(findFailureToShow(await daily(), Date.now())).toBe('shrunken');
  await storeDailyBackup({ ...(await daily()), most: 3, trouble: null });
  await wakeAt(NOON + 20 * DAY);
  expect(files.size).toBe(7);
});

it('takes nothing away that was in the folder when it was chosen', async () => {
  for (let day = 1; day < 9; day += 1) files.set(`Offprint backup 2026-10-0${day} 1200.zip`, 9);
  world.articles = 3;
  for (let day = 0; day < 9; day += 1) await wakeAt(NOON + day * DAY);
  expect(files.size).toBe(8 + 7);
});

it('does not begin anew at every start where one was ended in the middle, and says so in the library', async () => {
  await wakeAt(NOON);
  world.isKilled = true;
  await wakeAt(NOON + DAY);
  const { triedAt } = await daily();
  expect(triedAt).toBe(NOON + DAY);
  await wakeAt(NOON + DAY + HOUR / 2);
  expect((await daily()).triedAt).toBe(triedAt);
  await wakeAt(NOON + DAY + HOUR);
  expect(await daily()).toMatchObject({ triedAt: triedAt + HOUR, tries: 2, trouble: null });
  expect(findFailureToShow(await daily(), NOON + DAY + HOUR)).toBeNull();
  expect(findFailureToShow(await daily(), NOON + 4 * DAY)).toBe('failed');
});

it('says nothing of a computer that was off', async () => {
  await wakeAt(NOON);
  expect(findFailureToShow(await daily(), NOON + 30 * DAY)).toBeNull();
});

it('stores the settings of the user, and nothing of a policy', async () => {
  await wakeAt(NOON);
  expect(world.settings).toEqual({ reading: 'all' });
});
