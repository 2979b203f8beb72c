/** What the screen asks of sync. */
import { library } from '../../../utils/library/db.ts';
import type { BackgroundMessages } from '../../../utils/messaging/protocol.ts';
import { removeDevice } from '../../../utils/sync/engine/remove-device.ts';
import {
  changePassphrase,
  inspectRemote,
  makeRecoverySheet,
  setUp,
} from '../../../utils/sync/engine/set-up.ts';
import {
  clearSyncState,
  NO_STATUS,
  readState,
  type SyncConfig,
  writeState,
} from '../../../utils/sync/engine/sync-state.ts';
import { countUnsent } from '../../../utils/sync/engine/write-own.ts';
import { testRemote } from '../../../utils/sync/remote/remote-kinds.ts';
import type { SyncDevice, SyncOutcome, SyncState } from '../../../utils/sync/sync-types.ts';
import { stayAwake } from '../jobs/stay-awake.ts';
import { openAllowedRemote } from './open-allowed-remote.ts';
import {
  alone,
  openHere,
  sayChanged,
  startSync,
  stopSync,
  syncProgress,
  wakeSync,
  wakeSyncForNews,
} from './sync-runner.ts';
import { troubleOf } from './sync-trouble.ts';

/** What may fail in a way that the user can do something about. */
async function tried<T extends object>(work: () => Promise<T>): Promise<SyncOutcome<T>> {
  try {
    return { ok: true, ...(await stayAwake(work)) };
  } catch (error) {
    console.warn('offprint: sync', error);
    return { ok: false, trouble: { ...troubleOf(error, 1, Date.now()), nextTryAt: null } };
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
  const { syncedAt, trouble, unreadable, missing } = (await readState(library, 'status')) ?? NO_STATUS;
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
  sayChanged();
}

async function requireConfig(): Promise<SyncConfig> {
  const config = await readState(library, 'config');
  if (config === null) throw new Error('sync is not set up');
  return config;
}

type SyncMessage = Extract<keyof BackgroundMessages, `sync/${string}`>;
type Handlers = {
  [T in SyncMessage]: {
    fromTab: false;
    handle: (request: BackgroundMessages[T]['request']) => Promise<BackgroundMessages[T]['response']>;
  };
};

export const SYNC_HANDLERS: Handlers = {
  'sync/state': { fromTab: false, handle: readSyncState },
  'sync/look': {
    fromTab: false,
    handle: ({ place }) =>
      tried(async () => {
        const opened = await openAllowedRemote(place);
        await opened.prepare();
        const contents = await inspectRemote(opened);
        // Where something else lies, nothing is written, not even to try whether that can be done.
        if (contents.holds !== 'other') await testRemote(opened);
        return contents;
      }),
  },
  'sync/setUp': {
    fromTab: false,
    handle: async (asked) => {
      const outcome = await tried(() =>
        alone(async () => {
          const place = await openAllowedRemote(asked.place);
          await place.prepare();
          return { sheet: await setUp(library, place, asked) };
        }),
      );
      if (outcome.ok) {
        await startSync();
        wakeSync();
      }
      sayChanged();
      return outcome;
    },
  },
  'sync/now': {
    fromTab: false,
    handle: async () => {
      wakeSync();
      return null;
    },
  },
  'sync/wake': {
    fromTab: false,
    handle: async () => {
      wakeSyncForNews();
      return null;
    },
  },
  'sync/pause': {
    fromTab: false,
    handle: async ({ paused }) => {
      await changeConfig({ isPaused: paused });
      if (paused) stopSync();
      await startSync();
      if (!paused) wakeSync();
      return null;
    },
  },
  'sync/pictures': {
    fromTab: false,
    handle: async ({ pictures }) => {
      await changeConfig({ pictures });
      // What was left out before is looked at once more.
      await writeState(library, 'skipped', true);
      wakeSync();
      return null;
    },
  },
  'sync/leave': {
    fromTab: false,
    handle: async () => {
      stopSync();
      await alone(() => clearSyncState(library));
      sayChanged();
      return null;
    },
  },
  'sync/removeDevice': {
    fromTab: false,
    handle: async ({ id }) => {
      const outcome = await tried(() =>
        alone(async () => {
          const engine = await openHere(new AbortController().signal, true);
          if (engine !== null) await removeDevice(engine, id);
          return {};
        }),
      );
      sayChanged();
      return outcome;
    },
  },
  'sync/changePassphrase': {
    fromTab: false,
    handle: (asked) =>
      tried(async () => {
        const config = await requireConfig();
        await changePassphrase(library, await openAllowedRemote(config.place), config, asked);
        return {};
      }),
  },
  'sync/sheet': {
    fromTab: false,
    handle: ({ passphrase }) =>
      tried(async () => {
        const config = await requireConfig();
        return { sheet: await makeRecoverySheet(await openAllowedRemote(config.place), config, passphrase) };
      }),
  },
};
