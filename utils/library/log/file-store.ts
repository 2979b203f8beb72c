/**
 * A flat store of named files, each written as a whole, used by the change log and sync. Implementations: the browser's
 * private file system, a cache, a folder, or a server.
 */

export type FileBytes = Blob | Uint8Array<ArrayBuffer>;

export interface FileStore {
  /** Names of all files. */
  list(): Promise<string[]>;
  /** Null if the file does not exist. */
  get(name: string): Promise<Blob | null>;
  /**
   * Writes a file atomically, replacing any file of that name.
   *
   * @param bytes may be a promise, so that the store can make room meanwhile
   */
  put(name: string, bytes: FileBytes | PromiseLike<FileBytes>): Promise<void>;
  /** Deletes a file. Not an error if it does not exist. */
  delete(name: string): Promise<void>;
}

/** One change log. */
export interface LogFiles {
  store: FileStore;
  /** The log's name. Each database has its own log, by which a lost database is restored. */
  id: string;
}

/** File names start with the name of their log. */
const SEGMENT_FILE = /^([^/]+)\/(\d{1,15})\.seg$/;

export const segmentFileName = (log: string, segment: number): string => `${log}/${segment}.seg`;

/** The name of the file that an import reads from. */
export const importFileName = (log: string, importId: string): string => `${log}/${importId}.import`;

/**
 * The segments of every log, in ascending order. Files with other names are ignored, because they were only partly
 * written.
 */
export async function listSegments(store: FileStore): Promise<Map<string, number[]>> {
  const logs = new Map<string, number[]>();
  for (const name of await store.list()) {
    const [, log, segment] = SEGMENT_FILE.exec(name) ?? [];
    if (log === undefined) continue;
    logs.set(log, [...(logs.get(log) ?? []), Number(segment)]);
  }
  for (const segments of logs.values()) segments.sort((a, b) => a - b);
  return logs;
}

/** Removes a log, oldest files first: if interrupted, the newest changes are still there. */
export async function removeLog(store: FileStore, log: string): Promise<void> {
  const names = (await store.list()).filter((name) => name.startsWith(`${log}/`));
  for (const name of names.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))) {
    await store.delete(name);
  }
}
