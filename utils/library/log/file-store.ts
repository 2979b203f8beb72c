/**
 * A flat store of named files, each written as a whole, for the change log and sync. It is implemented by the browser's
 * private file system, a cache, a folder, and servers.
 */

export type FileBytes = Blob | Uint8Array<ArrayBuffer>;

export interface FileStore {
  /** Lists the names of all files. */
  list(): Promise<string[]>;
  /** Reads a file; null if it does not exist. */
  get(name: string): Promise<Blob | null>;
  /**
   * Writes a file atomically, replacing any file with that name.
   *
   * @param bytes may be a promise, so that the store can make room in the meantime
   */
  put(name: string, bytes: FileBytes | PromiseLike<FileBytes>): Promise<void>;
  /** Deletes a file. Not an error if it does not exist. */
  delete(name: string): Promise<void>;
}

/** A change log in a store. */
export interface LogFiles {
  store: FileStore;
  /** The log's name. Each database has its own log, from which it is restored if it is lost. */
  id: string;
}

/** A segment file. Names of files start with the name of their log. */
const SEGMENT_FILE = /^([^/]+)\/(\d{1,15})\.seg$/;

export const segmentFileName = (log: string, segment: number): string => `${log}/${segment}.seg`;

/** Name of the copy of an import's file. */
export const importFileName = (log: string, importId: string): string => `${log}/${importId}.import`;

/**
 * Lists the segment numbers of every log, in ascending order. Files with other names, such as partly written files, are
 * ignored.
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

/** Removes a log. The oldest files are removed first, so that an interruption leaves the newest changes. */
export async function removeLog(store: FileStore, log: string): Promise<void> {
  const names = (await store.list()).filter((name) => name.startsWith(`${log}/`));
  for (const name of names.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))) {
    await store.delete(name);
  }
}
