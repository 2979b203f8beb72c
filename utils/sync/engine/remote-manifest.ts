/**
 * The two files that identify the library in the remote store and contain its encrypted key. If one is missing, any
 * device restores it.
 */
import { LibraryKey } from '../format/library-key.ts';
import { type Manifest, readManifest, writeManifest } from '../format/manifest.ts';
import { KEY_FILE, MANIFEST } from '../format/remote-layout.ts';
import {
  ConcurrentSetupError,
  ForeignFolderError,
  SyncError,
  TruncatedFileError,
  UnreadableFileError,
  WrongPassphraseError,
} from '../format/sync-errors.ts';
import type { Engine, EngineStore } from './engine.ts';
import { getFile, MAX_BYTES } from './remote-files.ts';
import { EMPTY_OTHER_LOG, type Listing } from './segment-listing.ts';
import { EMPTY_OWN_LOG, readState, writeState } from './sync-state.ts';

/** Computes the manifest's message authentication code, which requires the library's key. */
export const computeManifestMac = (key: LibraryKey, library: string): string =>
  key.computeName('record', `manifest\n${library}`);

/**
 * Whether a key belongs to a manifest's library. If two devices set up sync at the same time, the key of one and the
 * manifest of the other may remain.
 */
const belongsTo = (key: LibraryKey, { library, mac }: Manifest): boolean =>
  mac === computeManifestMac(key, library);

/**
 * Reads the manifest from the remote store; null if there is none.
 *
 * @throws ForeignFolderError, TruncatedFileError, NewerFormatError, and the remote store's errors
 */
export async function readRemoteManifest(remote: EngineStore): Promise<Manifest | null> {
  try {
    const bytes = await getFile(remote, MANIFEST, MAX_BYTES.manifest);
    return bytes === null ? null : readManifest(new TextDecoder().decode(bytes));
  } catch (error) {
    throw error instanceof UnreadableFileError ? new ForeignFolderError() : error;
  }
}

/** Whether the remote store contains any segment that this device has written or read. */
async function hasKnownSegments({ db, config }: Engine, listing: Listing): Promise<boolean> {
  const { sent } = (await readState(db, 'own')) ?? EMPTY_OWN_LOG;
  const others = (await readState(db, 'others')) ?? {};
  return [...listing].some(([device, numbers]) => {
    const known =
      device === config.device ? sent.map(({ number }) => number) : (others[device] ?? EMPTY_OTHER_LOG).read;
    return known.some((number) => numbers.includes(number));
  });
}

/**
 * Checks that the remote store contains this device's library. If the manifest is missing or truncated, but known segments
 * exist, it is written again.
 *
 * @throws SyncError if there is no library or another one; the caller must not read or write anything then
 */
export async function checkManifest(engine: Engine, listing: Listing): Promise<void> {
  const { remote, key, config } = engine;
  const { library, begunAt } = config;
  const manifest = await readRemoteManifest(remote).catch((error: unknown) => {
    if (error instanceof TruncatedFileError) return null;
    throw error;
  });
  if (manifest === null) {
    if (!(await hasKnownSegments(engine, listing)))
      throw new SyncError('noLibrary', 'the remote store no longer contains the library');
    const mac = computeManifestMac(key, library);
    await remote.put(MANIFEST, new Blob([writeManifest({ library, begunAt, mac })]));
    return;
  }
  if (manifest.library === library && belongsTo(key, manifest)) return;
  throw manifest.library === library || manifest.begunAt === begunAt
    ? new ConcurrentSetupError()
    : new ForeignFolderError();
}

/** Reads the encrypted key from the remote store; null if the file is missing or is not an encrypted key. */
export async function readSealedKey(remote: EngineStore): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = await getFile(remote, KEY_FILE, MAX_BYTES.identity);
  const head = new TextDecoder().decode(bytes?.subarray(0, 40));
  return head.startsWith('age-encryption.org/v1\n-> scrypt ') ? bytes : null;
}

/** The key on a recovery sheet, without whitespace and in upper case. */
const RECOVERY_KEY = /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/;

/**
 * Decrypts the key of a library, or parses it from the recovery sheet.
 *
 * @param secret the passphrase, or the key on the recovery sheet
 * @throws WrongPassphraseError if the secret is wrong; SyncError if the encrypted key is missing; ConcurrentSetupError if
 *   it belongs to another library
 */
export async function openKey(remote: EngineStore, manifest: Manifest, secret: string): Promise<LibraryKey> {
  const recoveryKey = secret.replace(/\s+/g, '').toUpperCase();
  if (RECOVERY_KEY.test(recoveryKey)) {
    const key = await LibraryKey.fromIdentity(recoveryKey).catch((cause: unknown) => {
      throw new WrongPassphraseError({ cause });
    });
    if (!belongsTo(key, manifest)) throw new WrongPassphraseError();
    return key;
  }
  const sealed = await readSealedKey(remote);
  if (sealed === null) throw new SyncError('keyGone', 'the remote store lacks the library’s key');
  const key = await LibraryKey.unsealWithPassphrase(sealed, secret);
  if (!belongsTo(key, manifest)) throw new ConcurrentSetupError();
  return key;
}

/** The interval at which the two files are checked. */
const CHECK_INTERVAL_MS = 24 * 3_600_000;

/**
 * Checks once a day that both files exist, and restores them. For this, each device stores a copy of the encrypted key,
 * which can only be decrypted with the passphrase.
 *
 * @throws the remote store's errors, and SyncError
 */
export async function checkKeyAndManifest(engine: Engine, listing: Listing): Promise<void> {
  const { db, remote, now } = engine;
  const stored = await readState(db, 'sealed');
  if (stored !== null && Math.abs(now() - stored.at) < CHECK_INTERVAL_MS) return;
  await checkManifest(engine, listing);
  const remoteKey = await readSealedKey(remote);
  const isComplete =
    remoteKey !== null && remoteKey.length >= (stored?.file.length ?? 0) - MAX_LENGTH_DIFFERENCE;
  if (!isComplete && stored !== null) await remote.put(KEY_FILE, stored.file);
  const file = isComplete ? remoteKey : (stored?.file ?? null);
  if (file !== null) await writeState(db, 'sealed', { file, at: now() });
}

/** Maximum difference in length between encrypted keys, due to the number of digits of the work factor. */
const MAX_LENGTH_DIFFERENCE = 2;
