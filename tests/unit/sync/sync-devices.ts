/** Devices with a library each, and the place they share, for tests. */
import type { LibraryDb } from '../../../utils/library/schema/library-db.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/settings/schema.ts';
import { type Engine, type EngineStore, openEngine } from '../../../utils/sync/engine/engine.ts';
import { recordLocalChanges } from '../../../utils/sync/engine/record-local-changes.ts';
import { runSync } from '../../../utils/sync/engine/run-sync.ts';
import { setUp } from '../../../utils/sync/engine/set-up.ts';
import { replaceSettings, toSettingValues } from '../../../utils/sync/engine/synced-settings.ts';
import type { SyncSetUp } from '../../../utils/sync/sync-types.ts';
import { freshLibrary } from '../library/fresh-library.ts';
import { MemoryPlace } from '../library/memory-place.ts';
import { type SeenLibrary, seeLibrary } from './see-library.ts';

const PASSPHRASE = 'ebb and flood';

/**
 * A number as a draw of lots: the end of MurmurHash 3. The multiples of one number lie too evenly, so that a run of more
 * than six requests would never get through.
 */
export function scatter(number: number): number {
  let bits = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** A place in memory, whose requests are counted and may fail. */
export class SharedPlace extends MemoryPlace implements EngineStore {
  requests = 0;
  /** One of so many requests fails, no two runs the same; 0: none. Those that write may have written by then. */
  failsEvery = 0;

  async #ask<T>(work: () => Promise<T>): Promise<T> {
    this.requests += 1;
    const draw = scatter(this.requests);
    const fails = this.failsEvery > 0 && draw % this.failsEvery === 0;
    // Half of them fail before, and half after it was done: the answer got lost.
    if (fails && this.requests % 2 === 0) throw new Error('the line is down');
    const answer = await work();
    if (fails) throw new Error('the answer got lost');
    return answer;
  }

  override list(folder?: string): Promise<string[]> {
    return this.#ask(async () => {
      const names = [...this.files.keys()];
      return folder === undefined ? names : names.filter((name) => name.startsWith(`${folder}/`));
    });
  }

  override get(name: string): Promise<Blob | null> {
    return this.#ask(() => super.get(name));
  }

  override put(name: string, bytes: Parameters<MemoryPlace['put']>[1]): Promise<void> {
    return this.#ask(() => super.put(name, bytes));
  }

  putNew(name: string, bytes: Parameters<MemoryPlace['put']>[1]): Promise<boolean> {
    return this.#ask(async () => {
      if (this.files.has(name)) return false;
      await super.put(name, bytes);
      return true;
    });
  }

  override delete(name: string): Promise<void> {
    return this.#ask(() => super.delete(name));
  }

  async isEmpty(): Promise<boolean> {
    return this.files.size === 0;
  }
}

export class TestDevice {
  readonly db: LibraryDb;
  readonly place: EngineStore;
  mayTransferPictures = true;
  cleanPicture: (picture: Blob) => Promise<Blob | null> = async (picture) => picture;
  /** The user asks for each run. */
  ignoresRetryDelays = false;
  readonly settings: Settings = structuredClone(DEFAULT_SETTINGS);
  now: () => number = Date.now;

  constructor(place: EngineStore, db: LibraryDb = freshLibrary()) {
    this.place = place;
    this.db = db;
    db.now = () => this.now();
  }

  async setUp(how: SyncSetUp['how'], changes: Partial<SyncSetUp> = {}): Promise<this> {
    const asked: SyncSetUp = {
      ...{ how, place: { kind: 'memory' }, placeLabel: 'memory', passphrase: PASSPHRASE },
      ...{ deviceName: 'Desk', pictures: 'all', ...changes },
    };
    await setUp(this.db, this.place, asked, this.now(), { workFactor: 4 });
    return this;
  }

  async open(place: () => Promise<EngineStore> = async () => this.place): Promise<Engine> {
    const engine = await openEngine(this.db, place, {
      settings: {
        read: async () => toSettingValues(this.settings),
        write: async (values, before) => replaceSettings(this.settings, values, before),
      },
      now: () => this.now(),
      yieldTurn: async () => undefined,
      ignoresRetryDelays: this.ignoresRetryDelays,
      cleanPicture: this.cleanPicture,
      mayTransferPictures: () => this.mayTransferPictures,
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
    if (engine === null) throw new Error('not set up');
    return engine;
  }

  /** Notes what the user did, and asks the place for nothing: as while sync is paused. */
  async takeIn(): Promise<void> {
    await recordLocalChanges(await this.open());
  }

  async sync(place?: () => Promise<EngineStore>): Promise<void> {
    if ((await runSync(await this.open(place))).mustReopen) await runSync(await this.open(place));
  }

  /** Until it succeeds, or so often. @returns how often it failed */
  async syncUntilDone(most = 500): Promise<number> {
    for (let failures = 0; ; failures += 1) {
      try {
        await this.sync();
        return failures;
      } catch (error) {
        const isOurs = (error as Error).message.startsWith('the ');
        if (!isOurs || failures >= most) throw error;
      }
    }
  }

  /** What a user sees of the library: the same on every device that is in step. */
  seen(): Promise<SeenLibrary> {
    return seeLibrary(this.db);
  }
}

/** The same profile once more, at the same place or another one. */
export async function copyOf({ db, place }: TestDevice, at: EngineStore = place): Promise<TestDevice> {
  const copy = new TestDevice(at);
  for (const { name } of db.tables) {
    const rows = await db.table(name).toArray();
    if (rows.length > 0) await copy.db.table(name).bulkPut(rows);
  }
  return copy;
}

/** Devices of one library, all in step with the empty place. */
export async function someDevices(count: number, place = new SharedPlace()): Promise<TestDevice[]> {
  const devices: TestDevice[] = [];
  for (let at = 0; at < count; at += 1) {
    const device = new TestDevice(place);
    devices.push(await device.setUp(at === 0 ? 'begin' : 'join', { deviceName: `Device ${at}` }));
    await device.sync();
  }
  return devices;
}

/** Everybody syncs until nobody has anything new. */
export async function settle(devices: readonly TestDevice[]): Promise<void> {
  for (let round = 0; round < 3; round += 1) for (const device of devices) await device.syncUntilDone();
}
