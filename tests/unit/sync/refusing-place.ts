/** Servers and folders that fail in some way, for tests. */
import { expect } from 'vitest';
import type { EngineStore } from '../../../utils/sync/engine/engine.ts';
import { readState } from '../../../utils/sync/engine/sync-state.ts';
import { RemoteError, type RemoteErrorCode } from '../../../utils/sync/remote/remote-store.ts';
import { HARBOUR_TEXT, saveHarbour } from './harbour.ts';
import type { SharedPlace, TestDevice } from './sync-devices.ts';

/** The server can't give these files. @returns how often one was asked for */
export function breakFiles(
  place: SharedPlace,
  isBroken: (name: string) => boolean,
  code: RemoteErrorCode = 'serverFault',
): { gets: number } {
  const asked = { gets: 0 };
  const get = place.get.bind(place);
  place.get = async (name) => {
    if (!isBroken(name)) return get(name);
    asked.gets += 1;
    throw new RemoteError(code, 'the disk is broken');
  };
  return asked;
}

/** So many articles, with a segment and a text each. @returns the names of the segments, in order */
export async function saveMany(device: TestDevice, place: SharedPlace, count: number): Promise<string[]> {
  const before = new Set(place.files.keys());
  for (let n = 0; n < count; n += 1) {
    await saveHarbour(device, { url: `https://harbour.example/${n}`, text: `${HARBOUR_TEXT} ${n}` });
    await device.sync();
  }
  return [...place.files.keys()].filter((name) => name.startsWith('log/') && !before.has(name)).sort();
}

/** The server won't delete these files. @returns how often it was asked to */
export function keepFiles(
  place: SharedPlace,
  isKept: (name: string) => boolean,
  code: RemoteErrorCode = 'locked',
): { deletes: number } {
  const asked = { deletes: 0 };
  const remove = place.delete.bind(place);
  place.delete = async (name) => {
    if (!isKept(name)) return remove(name);
    asked.deletes += 1;
    throw new RemoteError(code, 'somebody has it open');
  };
  return asked;
}

/** What the browser was stopped before noting: `a` has it at the place and does not know. */
export async function leaveLoose(a: TestDevice, place: SharedPlace): Promise<string> {
  const before = new Set(place.files.keys());
  const put = place.putNew.bind(place);
  place.putNew = async (name, bytes) => {
    await put(name, bytes);
    throw new Error('the browser was stopped');
  };
  await saveHarbour(a);
  await expect(a.sync()).rejects.toThrow('stopped');
  place.putNew = put;
  return [...place.files.keys()].find((name) => name.startsWith('log/') && !before.has(name)) ?? '';
}

/** The segment that a device wrote last. */
export async function lastSegment({ db, place }: TestDevice): Promise<string> {
  const device = (await readState(db, 'config'))?.device ?? '';
  const names = (await place.list('log')).filter((name) => name.includes(device)).sort();
  return names.at(-1) ?? '';
}

/** Leaves only the beginning of a file. @returns how to mend it */
export function tear(place: SharedPlace, name: string): () => void {
  const whole = place.files.get(name) as Blob;
  place.files.set(name, whole.slice(0, 200));
  return () => place.files.set(name, whole);
}

/** Does something once, right after the next listing. If it returns names, these are listed instead. */
export function afterNextList(place: EngineStore, work: (names: string[]) => Promise<unknown>): void {
  const list = place.list.bind(place);
  place.list = async (folder) => {
    place.list = list;
    const names = await list(folder);
    const answer = await work(names);
    return Array.isArray(answer) ? (answer as string[]) : names;
  };
}

/** Syncs a device so many minutes after now. */
export function syncAt(device: TestDevice): (minutes: number) => Promise<void> {
  const start = Date.now();
  return async (minutes) => {
    device.now = () => start + minutes * 60_000;
    await device.sync();
  };
}
