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
import { restartScan } from './record-local-changes.ts';
import { getFile, MAX_BYTES } from './remote-files.ts';
import { computeManifestMac, openKey, readRemoteManifest, readSealedKey } from './remote-manifest.ts';
import { clearSyncState, type SyncConfig, writeState } from './sync-state.ts';

/** Determines what a remote store contains. @throws NewerFormatError if a later version wrote it; the remote store's errors */
export async function inspectRemote(remote: EngineStore): Promise<RemoteContents> {
  try {
    if ((await readRemoteManifest(remote)) !== null) return { holds: 'library' };
  } catch (error) {
    if (!(error instanceof ForeignFolderError)) throw error;
    return { holds: 'other' };
  }
  const names = await remote.list();
  if (names.some((name) => !isFromInterruptedSetup(name))) return { holds: 'other' };
  // The listing omits files that this extension can't have written. If there are files of an interrupted setup, the folder
  // was empty before.
  const isEmpty = names.length > 0 || (await remote.isEmpty());
  return { holds: isEmpty ? 'nothing' : 'other' };
}

/**
 * Whether a file may be left over from a setup that was interrupted before it wrote the manifest, or from a test of the
 * remote store.
 */
const isFromInterruptedSetup = (name: string): boolean =>
  name === KEY_FILE || name.startsWith(`${TEST_FOLDER}/`);

interface SealingOptions {
  /** Base-2 logarithm of scrypt's work factor; lower in tests. */
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
  const unsignedManifest = makeManifest(now);
  const manifest = { ...unsignedManifest, mac: computeManifestMac(key, unsignedManifest.library) };
  const sealed = await key.sealWithPassphrase(passphrase, workFactor);
  // Check again, because encrypting takes a while, in which another device may have created a library. An existing key is
  // from a setup that is still running or was interrupted.
  await requireEmpty();
  const existingKey = await getFile(remote, KEY_FILE, MAX_BYTES.identity);
  await remote.put(KEY_FILE, sealed);
  // Written last, because it marks the library as complete.
  await remote.putNew(MANIFEST, new Blob([writeManifest(manifest)]));
  // `putNew` does not report reliably whether our manifest was written, because a response may have been lost.
  if ((await readRemoteManifest(remote))?.library !== manifest.library) {
    if (existingKey !== null) await remote.put(KEY_FILE, existingKey);
    throw new SyncError('hasLibrary', 'another device has created a library meanwhile');
  }
  // A device that set up sync at the same time may have overwritten our key.
  const uploadedKey = await getFile(remote, KEY_FILE, MAX_BYTES.identity);
  if (uploadedKey === null || !isSameFile(uploadedKey, sealed)) await remote.put(KEY_FILE, sealed);
  return { manifest, key, sealed };
}

const isSameFile = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** A library's manifest and key. `sealed` is the encrypted key; null if its file is missing. */
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
 * Decrypts the key of this device's library with the passphrase, or parses it from the recovery sheet.
 *
 * @throws WrongPassphraseError; ConcurrentSetupError if the remote store now contains another library
 */
async function openOwnKey(remote: EngineStore, config: SyncConfig, secret: string): Promise<LibraryKey> {
  const key = await openKey(remote, await requireManifest(remote), secret);
  if (key.identity !== config.identity) throw new ConcurrentSetupError();
  return key;
}

/**
 * Sets up sync on this device. The first run merges the local library with the remote one.
 *
 * @throws SyncError and the remote store's errors, in which case sync is not set up. Nothing is written to a store that
 *   contains other files
 */
export async function setUp(
  db: LibraryDb,
  remote: EngineStore,
  request: SyncSetUp,
  now = Date.now(),
  sealingOptions: SealingOptions = {},
): Promise<RecoverySheet> {
  if (request.passphrase === '') throw new WrongPassphraseError();
  const { manifest, key, sealed } =
    request.how === 'begin'
      ? await createLibrary(remote, request, now, sealingOptions)
      : await joinLibrary(remote, request);
  await clearSyncState(db);
  const { library, begunAt } = manifest;
  const config: SyncConfig = {
    library,
    begunAt,
    identity: key.identity,
    device: newDeviceId(),
    deviceName: request.deviceName.slice(0, 100),
    place: request.place,
    placeLabel: request.placeLabel,
    pictures: request.pictures,
    isPaused: false,
  };
  if (sealed !== null) await writeState(db, 'sealed', { file: sealed, at: now });
  await restartScan(db, request.how);
  // Written last, because it marks sync as set up.
  await writeState(db, 'config', config);
  return { identity: key.identity, begunAt: manifest.begunAt };
}

/**
 * Returns the recovery sheet, with which the library can be joined without its passphrase. It is shown only to users who
 * know the passphrase.
 *
 * @throws WrongPassphraseError
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
 * Encrypts the library's key with another passphrase. The key itself does not change, so anybody who has already
 * decrypted it with the old passphrase keeps access.
 *
 * @param from the current passphrase, or the key on the recovery sheet
 * @param to the new passphrase
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
