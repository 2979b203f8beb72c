/** Creates a library in a remote store or joins an existing one, and changes the passphrase. */
import type { LibraryDb } from '../../library/schema/library-db.ts';
import { LibraryKey } from '../format/library-key.ts';
import { type Manifest, makeManifest, writeManifest } from '../format/manifest.ts';
import { KEY_FILE, MANIFEST } from '../format/remote-layout.ts';
import {
  ConcurrentSetupError,
  ForeignFolderError,
  SyncError,
  WrongPassphraseError,
} from '../format/sync-errors.ts';
import { newDeviceId } from '../merge/stamp.ts';
import { TEST_FOLDER } from '../remote/file-names.ts';
import type { RecoverySheet, RemoteContents, SyncSetUp } from '../sync-types.ts';
import type { EngineStore } from './engine.ts';
import { restartScan } from './find-changes.ts';
import { getFile, MAX_BYTES } from './remote-files.ts';
import { manifestMac, openKey, readRemoteManifest, readSealedKey } from './remote-manifest.ts';
import { clearSyncState, type SyncConfig, writeState } from './sync-state.ts';

/** The content of the remote store. @throws NewerFormatError if a later version wrote it; the remote store's errors */
export async function inspectRemote(remote: EngineStore): Promise<RemoteContents> {
  try {
    if ((await readRemoteManifest(remote)) !== null) return { holds: 'library' };
  } catch (error) {
    if (!(error instanceof ForeignFolderError)) throw error;
    return { holds: 'other' };
  }
  const names = await remote.list();
  if (names.some((name) => !isFromInterruptedSetup(name))) return { holds: 'other' };
  // The listing has only names that this extension may have written. After an interrupted setup, there are no other
  // files.
  const isEmpty = names.length > 0 || (await remote.isEmpty());
  return { holds: isEmpty ? 'nothing' : 'other' };
}

/**
 * Whether the file was left by a setup that was interrupted before it wrote the manifest, or by a test of the remote
 * store.
 */
const isFromInterruptedSetup = (name: string): boolean =>
  name === KEY_FILE || name.startsWith(`${TEST_FOLDER}/`);

/** `workFactor`: the base-2 logarithm of the cost of trying a passphrase (scrypt); lower in tests. */
interface SealingOptions {
  workFactor?: number;
}

async function createLibrary(
  remote: EngineStore,
  { passphrase }: SyncSetUp,
  now: number,
  { workFactor }: SealingOptions,
): Promise<OpenedLibrary> {
  const requireEmpty = async (): Promise<void> => {
    const { holds } = await inspectRemote(remote);
    if (holds === 'library') throw new SyncError('hasLibrary', 'the remote store already contains a library');
    if (holds === 'other') throw new ForeignFolderError();
  };
  await requireEmpty();
  const key = await LibraryKey.generate();
  const made = makeManifest(now);
  const manifest = { ...made, mac: manifestMac(key, made.library) };
  const sealed = await key.sealWithPassphrase(passphrase, workFactor);
  // Encrypting takes a while, in which another device may have created a library. An existing key is from a setup that
  // is running right now, or from an interrupted one.
  await requireEmpty();
  const existingKey = await getFile(remote, KEY_FILE, MAX_BYTES.identity);
  await remote.put(KEY_FILE, sealed);
  // Written last, because it marks the library as complete.
  await remote.putNew(MANIFEST, new Blob([writeManifest(manifest)]));
  // Our manifest is there even if only the answer to the upload was lost.
  if ((await readRemoteManifest(remote))?.library !== manifest.library) {
    if (existingKey !== null) await remote.put(KEY_FILE, existingKey);
    throw new SyncError('hasLibrary', 'another device has created a library meanwhile');
  }
  // A device that lost the race may have overwritten our key.
  const uploadedKey = await getFile(remote, KEY_FILE, MAX_BYTES.identity);
  if (uploadedKey === null || !isSameFile(uploadedKey, sealed)) await remote.put(KEY_FILE, sealed);
  return { manifest, key, sealed };
}

const isSameFile = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** A library's key, decrypted and as stored in the remote store. */
interface OpenedLibrary {
  manifest: Manifest;
  key: LibraryKey;
  sealed: Uint8Array<ArrayBuffer> | null;
}

async function joinLibrary(remote: EngineStore, { passphrase }: SyncSetUp): Promise<OpenedLibrary> {
  const manifest = await requireManifest(remote);
  const key = await openKey(remote, manifest, passphrase);
  return { manifest, key, sealed: await readSealedKey(remote) };
}

async function requireManifest(remote: EngineStore): Promise<Manifest> {
  const manifest = await readRemoteManifest(remote);
  if (manifest === null) throw new SyncError('noLibrary', 'there is no library in the remote store');
  return manifest;
}

/**
 * Opens this device's library key with the passphrase or the key on the recovery sheet.
 *
 * @throws WrongPassphraseError; ConcurrentSetupError if the remote store has another library by now
 */
async function openOwnKey(remote: EngineStore, config: SyncConfig, secret: string): Promise<LibraryKey> {
  const key = await openKey(remote, await requireManifest(remote), secret);
  if (key.identity !== config.identity) throw new ConcurrentSetupError();
  return key;
}

/**
 * Sets up sync on this device. The first run merges the local library with the remote one.
 *
 * @throws SyncError and the remote store's errors. Then nothing is set up, and nothing was written to a store that
 *   contains something else
 */
export async function setUp(
  db: LibraryDb,
  remote: EngineStore,
  asked: SyncSetUp,
  now = Date.now(),
  sealing: SealingOptions = {},
): Promise<RecoverySheet> {
  if (asked.passphrase === '') throw new WrongPassphraseError();
  const { manifest, key, sealed } =
    asked.how === 'begin'
      ? await createLibrary(remote, asked, now, sealing)
      : await joinLibrary(remote, asked);
  await clearSyncState(db);
  const { library, begunAt } = manifest;
  const config: SyncConfig = {
    ...{ library, begunAt },
    identity: key.identity,
    device: newDeviceId(),
    deviceName: asked.deviceName.slice(0, 100),
    place: asked.place,
    placeLabel: asked.placeLabel,
    pictures: asked.pictures,
    isPaused: false,
  };
  if (sealed !== null) await writeState(db, 'sealed', { file: sealed, at: now });
  await restartScan(db, asked.how);
  // Written last, because it marks sync as set up.
  await writeState(db, 'config', config);
  return { identity: key.identity, begunAt: manifest.begunAt };
}

/**
 * Returns the recovery sheet, which opens the library without its passphrase.
 *
 * @throws WrongPassphraseError, because it is shown only to users who know the passphrase
 */
export async function makeRecoverySheet(
  remote: EngineStore,
  config: SyncConfig,
  passphrase: string,
): Promise<RecoverySheet> {
  const key = await openOwnKey(remote, config, passphrase);
  return { identity: key.identity, begunAt: config.begunAt };
}

/**
 * Encrypts the library's key with another passphrase. The key itself does not change: a person who knew the old
 * passphrase may already have it.
 *
 * @param from the current passphrase or, if it was forgotten, the key on the recovery sheet
 * @throws WrongPassphraseError
 */
export async function changePassphrase(
  db: LibraryDb,
  remote: EngineStore,
  config: SyncConfig,
  { from, to }: { from: string; to: string },
  { workFactor }: SealingOptions = {},
): Promise<void> {
  if (to === '') throw new WrongPassphraseError();
  const key = await openOwnKey(remote, config, from);
  const file = await key.sealWithPassphrase(to, workFactor);
  await remote.put(KEY_FILE, file);
  await writeState(db, 'sealed', { file, at: Date.now() });
}
