/** A server that refuses some files, for tests. */
import { expect } from 'vitest';
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
