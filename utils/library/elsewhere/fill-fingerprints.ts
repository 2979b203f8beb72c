/** Makes the fingerprints that are missing: after a restore, or where the format has changed. */
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import {
  FINGERPRINT_FORMAT,
  FINGERPRINTS_KEY,
  forgetFingerprints,
  leaveFingerprints,
  writeFingerprints,
} from './quotes-changed.ts';

/** Articles of one transaction: a save waits no longer than for these. */
const STEP = 10;

const readState = async (db: LibraryDb): Promise<unknown> => (await db.meta.get(FINGERPRINTS_KEY))?.value;

/** Fingerprints of another format find nothing: they go. */
async function dropOtherFormat(db: LibraryDb): Promise<void> {
  await db.transaction('rw', db.meta, db.fingerprints, async () => {
    const state = await readState(db);
    if (state === -FINGERPRINT_FORMAT) return;
    if (state !== undefined) await db.fingerprints.clear();
    await leaveFingerprints(db);
  });
}

/** Articles with quotes that have no fingerprints yet. Those that are no longer there are dropped. */
async function findMissing(db: LibraryDb): Promise<string[]> {
  const ids = new Set(await db.quoteSets.toCollection().primaryKeys());
  const here = new Set((await db.fingerprints.orderBy('articleId').keys()) as string[]);
  const gone = [...here].filter((id) => !ids.has(id));
  if (gone.length > 0) await forgetFingerprints(db, gone);
  return [...ids].filter((id) => !here.has(id));
}

/** Notes that none is missing. @returns false where more articles have come meanwhile */
function noteWhole(db: LibraryDb): Promise<boolean> {
  return db.transaction('rw', db.meta, db.quoteSets, db.fingerprints, async () => {
    if ((await db.quoteSets.count()) !== (await db.fingerprints.count())) return false;
    await db.meta.put({ key: FINGERPRINTS_KEY, value: FINGERPRINT_FORMAT });
    return true;
  });
}

/**
 * Goes through the library in small steps; returns at once where nothing is missing. May be killed at any time, as
 * whoever begins again sees what is missing.
 *
 * @param rest waits between the steps, so that others get at the database
 * @returns articles done
 */
export async function fillFingerprints(rest: () => Promise<void>, db: LibraryDb = library): Promise<number> {
  if ((await readState(db)) === FINGERPRINT_FORMAT) return 0;
  await dropOtherFormat(db);
  let done = 0;
  do {
    const missing = await findMissing(db);
    for (let from = 0; from < missing.length; from += STEP) {
      const some = missing.slice(from, from + STEP);
      await db.transaction('rw', db.quoteSets, db.fingerprints, async () => {
        for (const set of await db.quoteSets.bulkGet(some)) {
          // Deleted meanwhile.
          if (set !== undefined) await writeFingerprints(db, set.articleId, set.quotes);
        }
      });
      await rest();
    }
    done += missing.length;
  } while (!(await noteWhole(db)));
  return done;
}
