/** Handles the messages of the sync screen. */
import { library } from '../../../utils/library/db.ts';
import type { BackgroundMessages } from '../../../utils/messaging/protocol.ts';
import type { BackgroundHandlers } from '../../../utils/messaging/receive.ts';
import { removeDevice } from '../../../utils/sync/engine/remove-device.ts';
import {
  changePassphrase,
  inspectRemote,
  makeRecoverySheet,
  setUp,
} from '../../../utils/sync/engine/set-up.ts';
import {
  clearSyncState,
  INITIAL_STATUS,
  readState,
  type SyncConfig,
  writeState,
} from '../../../utils/sync/engine/sync-state.ts';
import { countUnsent } from '../../../utils/sync/engine/write-own-log.ts';
import { testRemote } from '../../../utils/sync/remote/remote-kinds.ts';
import type { SyncDevice, SyncOutcome, SyncState } from '../../../utils/sync/sync-types.ts';
import { stayAwake } from '../jobs/stay-awake.ts';
import { describeFailure } from './sync-failure.ts';
import {
  announceSyncChange,
  openAllowedRemote,
  openLocalEngine,
  startSync,
  stopSync,
  syncProgress,
  syncSignal,
  wakeSync,
  wakeSyncOnFocus,
  withSyncLock,
} from './sync-runner.ts';

/** Runs work. If it fails, returns the failure in a form that the screen can explain. */
async function runForOutcome<T extends object>(work: () => Promise<T>): Promise<SyncOutcome<T>> {
  try {
    return { ok: true, ...(await stayAwake(work)) };
  } catch (error) {
    console.warn('offprint: sync', error);
    return { ok: false, trouble: { ...describeFailure(error, 1, Date.now()), nextTryAt: null } };
  }
}

async function listDevices(config: SyncConfig): Promise<SyncDevice[]> {
  const own = await readState(library, 'own');
  const others = (await readState(library, 'others')) ?? {};
  const removed = (await readState(library, 'removed')) ?? [];
  const theirs = Object.entries(others).filter(([id]) => !removed.includes(id));
  return [
    { id: config.device, name: config.deviceName, isThis: true, seenAt: own?.wroteAt || null },
    ...theirs.map(([id, { name, at }]) => ({ id, name, isThis: false, seenAt: at || null })),
  ];
}

async function unreadableSince(): Promise<number | null> {
  const files = Object.values((await readState(library, 'unreadable')) ?? {});
  return files.length === 0 ? null : Math.min(...files.map(({ since }) => since));
}

async function readSyncState(): Promise<SyncState> {
  const config = await readState(library, 'config');
  if (config === null) return { state: 'off' };
  const { syncedAt, trouble, unreadable, missing } = (await readState(library, 'status')) ?? INITIAL_STATUS;
  return {
    state: config.isPaused ? 'paused' : 'on',
    place: { kind: config.place.kind, label: config.placeLabel },
    pictures: config.pictures,
    waiting: await countUnsent({ db: library }),
    devices: await listDevices(config),
    progress: syncProgress(),
    ...{ syncedAt, trouble, unreadable, missing, unreadableSince: await unreadableSince() },
  };
}

async function changeConfig(change: Partial<SyncConfig>): Promise<void> {
  await library.transaction('rw', library.syncState, async () => {
    const config = await readState(library, 'config');
    if (config !== null) await writeState(library, 'config', { ...config, ...change });
  });
  announceSyncChange();
}

async function requireConfig(): Promise<SyncConfig> {
  const config = await readState(library, 'config');
  if (config === null) throw new Error('sync is not set up');
  return config;
}

type SyncMessage = Extract<keyof BackgroundMessages, `sync/${string}`>;

export const SYNC_HANDLERS: Pick<BackgroundHandlers, SyncMessage> = {
  'sync/state': readSyncState,
  'sync/look': ({ place }) =>
    runForOutcome(async () => {
      const opened = await openAllowedRemote(place);
      await opened.prepare();
      const contents = await inspectRemote(opened);
      // If the folder holds something else, nothing is written, not even to test write access.
      if (contents.holds !== 'other') await testRemote(opened);
      return contents;
    }),
  'sync/setUp': async (options) => {
    const outcome = await runForOutcome(() =>
      withSyncLock(async () => {
        const place = await openAllowedRemote(options.place);
        await place.prepare();
        return { sheet: await setUp(library, place, options) };
      }),
    );
    if (outcome.ok) {
      await startSync();
      wakeSync();
    }
    announceSyncChange();
    return outcome;
  },
  'sync/now': async () => {
    wakeSync();
  },
  'sync/wake': async () => {
    wakeSyncOnFocus();
  },
  'sync/pause': ({ paused }) =>
    runForOutcome(async () => {
      await changeConfig({ isPaused: paused });
      if (paused) stopSync();
      await startSync();
      if (!paused) wakeSync();
      return {};
    }),
  'sync/pictures': ({ pictures }) =>
    runForOutcome(async () => {
      await changeConfig({ pictures });
      // Images that were skipped so far are considered again.
      await writeState(library, 'skipped', true);
      wakeSync();
      return {};
    }),
  'sync/leave': () =>
    runForOutcome(async () => {
      stopSync();
      await withSyncLock(() => clearSyncState(library));
      announceSyncChange();
      return {};
    }),
  'sync/removeDevice': async ({ id }) => {
    const signal = syncSignal();
    const outcome = await runForOutcome(() =>
      withSyncLock(async () => {
        const engine = await openLocalEngine(signal, true);
        if (engine !== null) await removeDevice(engine, id);
        return {};
      }),
    );
    announceSyncChange();
    return outcome;
  },
  'sync/changePassphrase': (options) =>
    runForOutcome(async () => {
      const config = await requireConfig();
      await changePassphrase(library, await openAllowedRemote(config.place), config, options);
      return {};
    }),
  'sync/sheet': ({ passphrase }) =>
    runForOutcome(async () => {
      const config = await requireConfig();
      return { sheet: await makeRecoverySheet(await openAllowedRemote(config.place), config, passphrase) };
    }),
};
