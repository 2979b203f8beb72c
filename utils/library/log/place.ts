/**
 * Where a change log is kept: named files, each written whole and never changed. The log knows nothing else of it, so a
 * place may be this disk, or a server.
 */

export type FileBytes = Blob | Uint8Array<ArrayBuffer>;

export interface Place {
  /** Names of all files. */
  list(): Promise<string[]>;
  /** Null where there is no such file. */
  get(name: string): Promise<Blob | null>;
  /**
   * All of it or nothing; a file of that name is replaced.
   *
   * @param bytes may still be on their way: room for them is made meanwhile
   */
  put(name: string, bytes: FileBytes | PromiseLike<FileBytes>): Promise<void>;
  /** A file that is not there is no error. */
  delete(name: string): Promise<void>;
}

/** One log. */
export interface LogFiles {
  place: Place;
  /** Its name: each database has its own log, by which a lost one is restored. */
  id: string;
}

/** A file's name begins with that of its log. */
const SEGMENT = /^([^/]+)\/(\d{1,15})\.seg$/;

export const segmentName = (log: string, segment: number): string => `${log}/${segment}.seg`;

/** The file that an import reads from. */
export const importName = (log: string, importId: string): string => `${log}/${importId}.import`;

/** The segments of every log, in order. Files under other names were torn off while they were written. */
export async function listSegments(place: Place): Promise<Map<string, number[]>> {
  const logs = new Map<string, number[]>();
  for (const name of await place.list()) {
    const [, log, segment] = SEGMENT.exec(name) ?? [];
    if (log === undefined) continue;
    logs.set(log, [...(logs.get(log) ?? []), Number(segment)]);
  }
  for (const segments of logs.values()) segments.sort((a, b) => a - b);
  return logs;
}

/** Removes a log, the oldest files first: wherever this is cut short, the newest word holds. */
export async function removeLog(place: Place, log: string): Promise<void> {
  const names = (await place.list()).filter((name) => name.startsWith(`${log}/`));
  for (const name of names.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))) {
    await place.delete(name);
  }
}
