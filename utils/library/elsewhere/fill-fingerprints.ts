/** Creates missing fingerprints, after a restore or a change of their format. */
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import {
  deferFingerprints,
  FINGERPRINT_FORMAT,
  FINGERPRINTS_KEY,
  removeFingerprints,
  writeFingerprints,
} from './quotes-changed.ts';

/** Articles per transaction, since a save has to wait for its end. */
const BATCH_SIZE = 10;

const readState = async (db: LibraryDb): Promise<unknown> => (await db.meta.get(FINGERPRINTS_KEY))?.value;

/** Deletes fingerprints of another format, which match nothing. */
async function deleteOtherFormats(db: LibraryDb): Promise<void> {
  await db.transaction('rw', db.meta, db.fingerprints, async () => {
    const state = await readState(db);
    if (state === -FINGERPRINT_FORMAT) return;
    if (state !== undefined) await db.fingerprints.clear();
    await deferFingerprints(db);
  });
}

/** Articles with quotes but without fingerprints. Also deletes fingerprints of deleted articles. */
async function findMissing(db: LibraryDb): Promise<string[]> {
  const ids = new Set(await db.quoteSets.toCollection().primaryKeys());
  const indexed = new Set((await db.fingerprints.orderBy('articleId').keys()) as string[]);
  const deletedIds = [...indexed].filter((id) => !ids.has(id));
  if (deletedIds.length > 0) await removeFingerprints(db, deletedIds);
  return [...ids].filter((id) => !indexed.has(id));
}

/** Records that none is missing. @returns false if articles were added meanwhile */
function recordComplete(db: LibraryDb): Promise<boolean> {
  return db.transaction('rw', db.meta, db.quoteSets, db.fingerprints, async () => {
    if ((await db.quoteSets.count()) !== (await db.fingerprints.count())) return false;
    await db.meta.put({ key: FINGERPRINTS_KEY, value: FINGERPRINT_FORMAT });
    return true;
  });
}

/**
 * Processes the library in small steps; returns at once if nothing is missing. May be interrupted at any time and
 * repeated.
 *
 * @param pause awaited between steps, so that other work can use the database
 * @returns number of processed articles
 */
export async function fillFingerprints(pause: () => Promise<void>, db: LibraryDb = library): Promise<number> {
  if ((await readState(db)) === FINGERPRINT_FORMAT) return 0;
  await deleteOtherFormats(db);
  let done = 0;
  do {
    const missing = await findMissing(db);
    for (let from = 0; from < missing.length; from += BATCH_SIZE) {
      const batch = missing.slice(from, from + BATCH_SIZE);
      await db.transaction('rw', db.quoteSets, db.fingerprints, async () => {
        for (const set of await db.quoteSets.bulkGet(batch)) {
          // Deleted meanwhile.
          if (set !== undefined) await writeFingerprints(db, set.articleId, set.quotes);
        }
      });
      await pause();
    }
    done += missing.length;
  } while (!(await recordComplete(db)));
  return done;
}
