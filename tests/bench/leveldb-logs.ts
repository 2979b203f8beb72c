/** The write-ahead logs of Chromium's databases, in the profile of a browser that does not run. */
import { readdirSync, readFileSync, truncateSync } from 'node:fs';
import path from 'node:path';

/** LevelDB's log format: blocks, in which no record's head of checksum, length and type crosses a boundary. */
const BLOCK = 32_768;
const RECORD_HEAD = 7;

/** Where the last record of a log begins that has something in it, and whether the log has all of it. */
export function lastRecord(log: Buffer): { at: number; isWhole: boolean } {
  let last = 0;
  let at = 0;
  while (at + RECORD_HEAD <= log.length) {
    const left = BLOCK - (at % BLOCK);
    const length = log.readUInt16LE(at + 4);
    if (left >= RECORD_HEAD && length > 0) last = at;
    at += left < RECORD_HEAD ? left : RECORD_HEAD + length;
  }
  return { at: last, isWhole: at === log.length };
}

/** The folder of the extension's databases in a profile. */
function databaseOf(profile: string): string {
  const folder = path.join(profile, 'Default', 'IndexedDB');
  const database = readdirSync(folder).find((name) => name.endsWith('.indexeddb.leveldb'));
  if (database === undefined) throw new Error('no database in the profile');
  return path.join(folder, database);
}

/** The logs of the extension's databases in a profile, by name. */
export function logsOf(profile: string): Map<string, Buffer> {
  const folder = databaseOf(profile);
  const logs = readdirSync(folder).filter((name) => name.endsWith('.log'));
  return new Map(logs.map((name) => [name, readFileSync(path.join(folder, name))]));
}

/**
 * Cuts every log in the middle of its last record, as a kill can leave it.
 *
 * @returns how long they are now, by name
 */
export function tearLogs(profile: string): Map<string, number> {
  const torn = new Map<string, number>();
  for (const [name, log] of logsOf(profile)) {
    const length = lastRecord(log).at + RECORD_HEAD;
    truncateSync(path.join(databaseOf(profile), name), length);
    torn.set(name, length);
  }
  return torn;
}
