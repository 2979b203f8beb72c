/** Beginning a library at a place, joining one that is there, leaving it, and what else the user decides about it. */
import type { LibraryDb } from '../../library/schema/library-db.ts';
import { LibraryKey } from '../format/library-key.ts';
import { type Manifest, makeManifest, writeManifest } from '../format/manifest.ts';
import { KEY_FILE, MANIFEST, segmentName } from '../format/place-layout.ts';
import type { KeyedRecord } from '../format/segment-file.ts';
import {
  BegunTwiceError,
  ForeignFolderError,
  SyncError,
  WrongPassphraseError,
} from '../format/sync-errors.ts';
import { deviceOf } from '../merge/stamp.ts';
import { TEST_FOLDER } from '../places/place-names.ts';
import type { PlaceContents, RecoverySheet, SyncSetUp } from '../sync-types.ts';
import { deviceIdNow } from './device-id.ts';
import type { Engine, EnginePlace } from './engine-types.ts';
import { deleteOneOfMany, deletesNone, getFile, MOST_BYTES } from './file-limits.ts';
import { walkAnew } from './find-changes.ts';
import { manifestMac, openKey, readManifestAt, readSealedKey } from './place-manifest.ts';
import { listSegments, readOthers, unreadSegments } from './read-others.ts';
import { reconcile } from './reconcile.ts';
import { forgetSync, readState, type SyncConfig, writeState } from './sync-state.ts';
import { putSegment, writeOwn } from './write-own.ts';

/** Records of one segment when those of a removed device are taken over. */
const AT_ONCE = 200;

/**
 * What is at a place.
 *
 * @throws NewerFormatError where a later version wrote it, and what the place throws
 */
export async function lookAt(place: EnginePlace): Promise<PlaceContents> {
  try {
    if ((await readManifestAt(place)) !== null) return { holds: 'library' };
  } catch (error) {
    if (!(error instanceof ForeignFolderError)) throw error;
    return { holds: 'other' };
  }
  const names = await place.list();
  if (names.some((name) => !isLeftOver(name))) return { holds: 'other' };
  // What is listed is only what may be ours. The rest of a beginning that was cut short is alone in its folder.
  const isEmpty = names.length > 0 || place.isEmpty === undefined || (await place.isEmpty());
  return { holds: isEmpty ? 'nothing' : 'other' };
}

/** Of a beginning that was cut short before it said that there is a library, or of a test of the place. */
const isLeftOver = (name: string): boolean => name === KEY_FILE || name.startsWith(`${TEST_FOLDER}/`);

/** How much work it is to try a passphrase: the base-2 logarithm of scrypt's factor; lower in tests. */
interface Sealing {
  workFactor?: number;
}

async function begin(
  place: EnginePlace,
  { passphrase }: SyncSetUp,
  now: number,
  { workFactor }: Sealing,
): Promise<Opened> {
  const requireNothing = async (): Promise<void> => {
    const { holds } = await lookAt(place);
    if (holds === 'library') throw new SyncError('hasLibrary', 'there is a library at the place already');
    if (holds === 'other') throw new ForeignFolderError();
  };
  await requireNothing();
  const key = await LibraryKey.generate();
  const made = makeManifest(now);
  const manifest = { ...made, mac: manifestMac(key, made.library) };
  const sealed = await key.sealWith(passphrase, workFactor);
  // Sealing takes a while, in which another device may have begun. What is there of a key is of one that is doing so now,
  // or of a beginning that was cut short.
  await requireNothing();
  const others = await getFile(place, KEY_FILE, MOST_BYTES.identity);
  await place.put(KEY_FILE, sealed);
  // Last: it says that the library is there.
  const file = new Blob([writeManifest(manifest)]);
  if (place.putNew === undefined) await place.put(MANIFEST, file);
  else await place.putNew(MANIFEST, file);
  // Ours is there also where only the answer was lost.
  if ((await readManifestAt(place))?.library !== manifest.library) {
    if (others !== null) await place.put(KEY_FILE, others);
    throw new SyncError('hasLibrary', 'another device has begun a library at the place meanwhile');
  }
  // One that has lost may have put its key over ours.
  const there = await getFile(place, KEY_FILE, MOST_BYTES.identity);
  if (there === null || !isSameFile(there, sealed)) await place.put(KEY_FILE, sealed);
  return { manifest, key, sealed };
}

const isSameFile = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** A library's key, and how it lies at the place. */
interface Opened {
  manifest: Manifest;
  key: LibraryKey;
  sealed: Uint8Array<ArrayBuffer> | null;
}

async function join(place: EnginePlace, { passphrase }: SyncSetUp): Promise<Opened> {
  const manifest = await requireManifest(place);
  const key = await openKey(place, manifest, passphrase);
  return { manifest, key, sealed: await readSealedKey(place) };
}

async function requireManifest(place: EnginePlace): Promise<Manifest> {
  const manifest = await readManifestAt(place);
  if (manifest === null) throw new SyncError('noLibrary', 'there is no library at the place');
  return manifest;
}

/**
 * The key of the library that this device syncs with, for who knows its passphrase or has its recovery sheet.
 *
 * @throws WrongPassphraseError, and BegunTwiceError where the place has another library by now
 */
async function openOwnKey(place: EnginePlace, config: SyncConfig, secret: string): Promise<LibraryKey> {
  const key = await openKey(place, await requireManifest(place), secret);
  if (key.identity !== config.identity) throw new BegunTwiceError();
  return key;
}

/**
 * Sets sync up on this device. What is in its library and what is at the place become one with the first run.
 *
 * @throws SyncError and what the place throws; nothing is set up then, and nothing was written to a place that holds
 *   something else
 */
export async function setUp(
  db: LibraryDb,
  place: EnginePlace,
  asked: SyncSetUp,
  now = Date.now(),
  sealing: Sealing = {},
): Promise<RecoverySheet> {
  if (asked.passphrase === '') throw new WrongPassphraseError();
  const { manifest, key, sealed } =
    asked.how === 'begin' ? await begin(place, asked, now, sealing) : await join(place, asked);
  await forgetSync(db);
  const { library, begunAt } = manifest;
  const config: SyncConfig = {
    ...{ library, begunAt },
    identity: key.identity,
    device: deviceIdNow(),
    deviceName: asked.deviceName.slice(0, 100),
    place: asked.place,
    placeLabel: asked.placeLabel,
    pictures: asked.pictures,
    isPaused: false,
  };
  if (sealed !== null) await writeState(db, 'sealed', { file: sealed, at: now });
  await walkAnew(db, asked.how);
  // Last: it says that sync is set up.
  await writeState(db, 'config', config);
  return { identity: key.identity, begunAt: manifest.begunAt };
}

/**
 * What opens the library without its passphrase.
 *
 * @throws WrongPassphraseError: it is shown only to who knows the passphrase
 */
export async function makeSheet(
  place: EnginePlace,
  config: SyncConfig,
  passphrase: string,
): Promise<RecoverySheet> {
  const key = await openOwnKey(place, config, passphrase);
  return { identity: key.identity, begunAt: config.begunAt };
}

/**
 * Seals the library's key with another passphrase. The key stays: who had it and the old passphrase had it.
 *
 * @param from the passphrase until now or, where it was forgotten, the key of the recovery sheet
 * @throws WrongPassphraseError
 */
export async function changePassphrase(
  db: LibraryDb,
  place: EnginePlace,
  config: SyncConfig,
  { from, to }: { from: string; to: string },
  { workFactor }: Sealing = {},
): Promise<void> {
  if (to === '') throw new WrongPassphraseError();
  const key = await openOwnKey(place, config, from);
  const file = await key.sealWith(to, workFactor);
  await place.put(KEY_FILE, file);
  await writeState(db, 'sealed', { file, at: Date.now() });
}

/**
 * Removes a device that is lost: what it wrote is taken over, and its log goes. It keeps what it has; if it comes back it
 * sees that it was removed, and writes nothing more.
 *
 * @throws what the place throws; it can be done again then. Where only files of the log are left nothing is thrown, and
 *   later runs delete them. SyncError `unreadFiles` where something that it wrote could not be read
 */
export async function removeDevice(engine: Engine, device: string): Promise<void> {
  const { db, key, config } = engine;
  if (device === config.device) throw new SyncError('failed', 'a device does not remove itself');
  const listing = await listSegments(engine);
  await readOthers(engine, listing, true);
  const known = (await readState(db, 'others')) ?? {};
  if (unreadSegments(listing, known, config.device).some((one) => one.device === device))
    throw new SyncError('unreadFiles', 'not all that the device wrote could be read');
  const name = key.nameOf('record', `device\n${device}`);
  const fields = { removed: [engine.clock.next(), device] as const };
  await reconcile(engine, [{ key: name, kind: 'device', local: null, coming: { fields, gone: null } }]);
  await db.syncRecords.update(name, { fresh: ['removed'], dirty: 1 });
  await writeOwn(engine);
  const others = (await readState(db, 'others')) ?? {};
  const removed = [...new Set([...((await readState(db, 'removed')) ?? []), device])];
  const left = new Set(Object.keys(others).filter((one) => !removed.includes(one)));
  left.add(config.device);
  const isTheirs = (stamp: string | null): boolean => stamp !== null && !left.has(deviceOf(stamp));
  const taken: KeyedRecord[] = [];
  await db.syncRecords.each(({ key, kind, fields, gone }) => {
    const theirs = Object.entries(fields).filter(([, [stamp]]) => isTheirs(stamp));
    const record = { fields: Object.fromEntries(theirs), gone: isTheirs(gone) ? gone : null };
    if (theirs.length > 0 || record.gone !== null)
      taken.push({ key, kind: kind as KeyedRecord['kind'], record });
  });
  for (let from = 0; from < taken.length; from += AT_ONCE)
    await putSegment(engine, taken.slice(from, from + AT_ONCE));
  // What it has written since is read by the next run, and stays.
  const numbers = [...(listing.get(device) ?? [])];
  // Until then it is listed, and can be removed once more where this was stopped; from then on its files only go.
  await db.transaction('rw', db.syncState, async () => {
    await writeState(db, 'removed', removed);
    const taken = (await readState(db, 'takenOver')) ?? {};
    await writeState(db, 'takenOver', { ...taken, [device]: { numbers, triedAt: 0 } });
  });
  try {
    await deleteTakenOver(engine);
  } catch (error) {
    engine.signal.throwIfAborted();
    console.warn('offprint: the next run deletes the log of a device that was removed', error);
  }
}

/** Files that the server would not delete are tried again so often (ms). */
const DELETED_EVERY = 24 * 3_600_000;

/**
 * Deletes what is left of the logs of removed devices that this one has taken over.
 *
 * @throws what the place throws; the next call goes on
 */
export async function deleteTakenOver(engine: Engine): Promise<void> {
  const { db, now, triesAll } = engine;
  for (const [device, { numbers, triedAt }] of Object.entries((await readState(db, 'takenOver')) ?? {})) {
    if (!triesAll && Math.abs(now() - triedAt) < DELETED_EVERY) continue;
    const left: number[] = [];
    const untried: number[] = [];
    for (const number of numbers)
      if (deletesNone(engine)) untried.push(number);
      else if (!(await deleteOneOfMany(engine, segmentName({ device, number })))) left.push(number);
    await db.transaction('rw', db.syncState, async () => {
      const { [device]: _, ...taken } = (await readState(db, 'takenOver')) ?? {};
      const { [device]: __, ...others } = (await readState(db, 'others')) ?? {};
      // The next run begins with what this one did not come to.
      const after = { numbers: [...untried, ...left], triedAt: untried.length > 0 ? 0 : now() };
      if (after.numbers.length === 0) await writeState(db, 'others', others);
      const rest = { ...taken, ...(after.numbers.length > 0 && { [device]: after }) };
      await writeState(db, 'takenOver', rest);
    });
  }
}
