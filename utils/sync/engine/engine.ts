/** The sync engine's dependencies. They are injected, so that the engine does not depend on the network or the browser. */
import type { LibraryDb } from '../../library/schema/library-db.ts';
import { LibraryKey } from '../format/library-key.ts';
import { Clock, type Json } from '../merge/stamp.ts';
import type { RemoteStore } from '../remote/remote-store.ts';
import type { SyncProgress } from '../sync-types.ts';
import { readState, type SyncConfig } from './sync-state.ts';

/** The part of a remote store that the engine uses. */
export type EngineStore = Omit<RemoteStore, 'prepare'>;

/** Reads and writes the synced settings, by field; see `synced-settings.ts`. */
export interface SettingsPort {
  read(): Promise<ReadonlyMap<string, Json>>;
  /**
   * Writes the settings, unless they have changed since they were read.
   *
   * @param before the settings as they were read
   * @returns the resulting settings; null if they have changed meanwhile and nothing was written
   */
  write(
    values: ReadonlyMap<string, Json>,
    before: ReadonlyMap<string, Json>,
  ): Promise<ReadonlyMap<string, Json> | null>;
}

export interface Engine {
  db: LibraryDb;
  remote: EngineStore;
  key: LibraryKey;
  config: SyncConfig;
  clock: Clock;
  /** Null if settings are not synced. */
  settings: SettingsPort | null;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Awaited between small steps, so that other tasks, such as a save, can run in between. */
  yieldTurn: () => Promise<void>;
  /** True if the user has requested this run: files that failed recently are retried immediately. */
  ignoresRetryDelays: boolean;
  /** Number of failures in this run; see `remote-files.ts`. */
  failures: Record<'segment' | 'content' | 'deletion', number>;
  /** Sanitises a received picture (SVG). Null if it must be discarded. */
  cleanPicture: (picture: Blob) => Promise<Blob | null>;
  /** Whether pictures may be sent and fetched on the current connection. */
  mayTransferPictures: () => boolean;
  onProgress: (progress: SyncProgress) => void;
  /** Aborted if the run must stop, for example because sync was paused. */
  signal: AbortSignal;
}

/** The part of the engine that its caller provides. */
export type EngineEnvironment = Omit<Engine, 'db' | 'remote' | 'key' | 'config' | 'clock' | 'failures'>;

/** Opens the remote store at its first use, so that local changes can be recorded even if it is unavailable. */
function openLazily(open: () => Promise<EngineStore>): EngineStore {
  let opening: Promise<EngineStore> | null = null;
  const remote = (): Promise<EngineStore> => {
    opening ??= open();
    return opening;
  };
  return {
    list: async (folder) => (await remote()).list(folder),
    get: async (name, maxBytes) => (await remote()).get(name, maxBytes),
    put: async (name, bytes) => (await remote()).put(name, bytes),
    putNew: async (name, bytes) => (await remote()).putNew(name, bytes),
    isEmpty: async () => (await remote()).isEmpty(),
    delete: async (name) => (await remote()).delete(name),
  };
}

/**
 * Opens the engine with the stored configuration.
 *
 * @param open opens the remote store; its errors are thrown by the calls that use the store
 * @returns null if sync is not set up
 */
export async function openEngine(
  db: LibraryDb,
  open: () => Promise<EngineStore>,
  environment: EngineEnvironment,
): Promise<Engine | null> {
  const config = await readState(db, 'config');
  if (config === null) return null;
  const key = await LibraryKey.fromIdentity(config.identity);
  const clock = new Clock(config.device, await readState(db, 'clock'), environment.now);
  const failures = { segment: 0, content: 0, deletion: 0 };
  return { ...environment, db, remote: openLazily(open), key, config, clock, failures };
}
