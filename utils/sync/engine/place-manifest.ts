/** The two files that say which library is at a place and hold its key. A device that finds one missing writes it again. */
import { LibraryKey } from '../format/library-key.ts';
import { type Manifest, readManifest, writeManifest } from '../format/manifest.ts';
import { KEY_FILE, MANIFEST } from '../format/place-layout.ts';
import {
  BegunTwiceError,
  CutShortError,
  ForeignFolderError,
  SyncError,
  UnreadableFileError,
  WrongPassphraseError,
} from '../format/sync-errors.ts';
import type { Engine, EnginePlace } from './engine-types.ts';
import { getFile, MOST_BYTES } from './file-limits.ts';
import { type Listing, NO_LOG } from './read-others.ts';
import { EMPTY_LOG, readState, writeState } from './sync-state.ts';

/** A name that only who has the key can make: that of the manifest under it. */
export const manifestMac = (key: LibraryKey, library: string): string =>
  key.nameOf('record', `manifest\n${library}`);

/**
 * Is it the key of that library? Two devices that began one at once may have left the key of one and the manifest of the
 * other.
 */
const isKeyOf = (key: LibraryKey, { library, mac }: Manifest): boolean => mac === manifestMac(key, library);

/**
 * What says that a library is at the place; null where nothing does.
 *
 * @throws ForeignFolderError, CutShortError, NewerFormatError, and what the place throws
 */
export async function readManifestAt(place: EnginePlace): Promise<Manifest | null> {
  try {
    const bytes = await getFile(place, MANIFEST, MOST_BYTES.manifest);
    return bytes === null ? null : readManifest(new TextDecoder().decode(bytes));
  } catch (error) {
    throw error instanceof UnreadableFileError ? new ForeignFolderError() : error;
  }
}

/** Is anything at the place that this device wrote or has read? */
async function knowsSome({ db, config }: Engine, listing: Listing): Promise<boolean> {
  const { sent } = (await readState(db, 'own')) ?? EMPTY_LOG;
  const others = (await readState(db, 'others')) ?? {};
  return [...listing].some(([device, numbers]) => {
    const known =
      device === config.device ? sent.map(({ number }) => number) : (others[device] ?? NO_LOG).read;
    return known.some((number) => numbers.includes(number));
  });
}

/**
 * Makes sure that the place is that of this device's library. A manifest that is gone or torn is written again where the
 * library itself is still there.
 *
 * @throws SyncError where the place is not the library's: nothing is read from it and nothing written then
 */
export async function checkManifest(engine: Engine, listing: Listing): Promise<void> {
  const { place, key, config } = engine;
  const { library, begunAt } = config;
  const manifest = await readManifestAt(place).catch((error: unknown) => {
    if (error instanceof CutShortError) return null;
    throw error;
  });
  if (manifest === null) {
    if (!(await knowsSome(engine, listing)))
      throw new SyncError('noLibrary', 'the library is not at its place any more');
    const mac = manifestMac(key, library);
    await place.put(MANIFEST, new Blob([writeManifest({ library, begunAt, mac })]));
    return;
  }
  if (manifest.library === library && isKeyOf(key, manifest)) return;
  throw manifest.library === library || manifest.begunAt === begunAt
    ? new BegunTwiceError()
    : new ForeignFolderError();
}

/** The library's key as it lies at the place, sealed; null where it is missing, or is no sealed key. */
export async function readSealedKey(place: EnginePlace): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = await getFile(place, KEY_FILE, MOST_BYTES.identity);
  const head = new TextDecoder().decode(bytes?.subarray(0, 40));
  return head.startsWith('age-encryption.org/v1\n-> scrypt ') ? bytes : null;
}

/** What a recovery sheet says, as it is typed: in any case, with blanks anywhere. */
const SHEET_KEY = /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/;

/**
 * The key of a library.
 *
 * @param secret the passphrase, or the key on the recovery sheet
 * @throws WrongPassphraseError where it opens nothing; SyncError where the sealed key is missing
 */
export async function openKey(place: EnginePlace, manifest: Manifest, secret: string): Promise<LibraryKey> {
  const typed = secret.replace(/\s+/g, '').toUpperCase();
  if (SHEET_KEY.test(typed)) {
    const key = await LibraryKey.of(typed).catch((cause: unknown) => {
      throw new WrongPassphraseError({ cause });
    });
    if (!isKeyOf(key, manifest)) throw new WrongPassphraseError();
    return key;
  }
  const sealed = await readSealedKey(place);
  if (sealed === null) throw new SyncError('keyGone', 'the library’s key is not at the place');
  const key = await LibraryKey.unseal(sealed, secret);
  if (!isKeyOf(key, manifest)) throw new BegunTwiceError();
  return key;
}

/** The two files are looked at so often (ms). */
const CHECK_EVERY = 24 * 3_600_000;

/**
 * Looks once a day whether both files are there. Each device keeps the sealed key, which opens with the passphrase alone,
 * and puts it back where it is missing or cut short.
 */
export async function checkHead(engine: Engine, listing: Listing): Promise<void> {
  const { db, place, now } = engine;
  const kept = await readState(db, 'sealed');
  if (kept !== null && Math.abs(now() - kept.at) < CHECK_EVERY) return;
  await checkManifest(engine, listing);
  const there = await readSealedKey(place);
  const isWhole = there !== null && there.length >= (kept?.file.length ?? 0) - MAX_SHORTER;
  if (!isWhole && kept !== null) await place.put(KEY_FILE, kept.file);
  const file = isWhole ? there : (kept?.file ?? null);
  if (file !== null) await writeState(db, 'sealed', { file, at: now() });
}

/** Sealed keys differ in length by the digits of their work factor alone. */
const MAX_SHORTER = 2;
