/** The change log as a whole: brought up to date, and looked after. */

import { clearPurgeNote } from '../deletion/purge-note.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { LogTrouble, LogUse } from '../view-types.ts';
import { compactLog, shredLog } from './compact-log.ts';
import { type FileStore, listSegments } from './file-store.ts';
import { LOG_ID_KEY, LOG_TROUBLE_KEY } from './log-schema.ts';
import { removeRestored } from './restore-lost.ts';
import { dropSegments, noteMissing } from './segment-index.ts';
import { writeNotes } from './write-notes.ts';
import type { OpenLog } from './write-segment.ts';

/** Bytes the log may take: about 150,000 articles without their pictures. */
const BUDGET = 1e9;

async function sizeOf(db: LibraryDb): Promise<number> {
  let bytes = 0;
  await db.logSegments.each((segment) => {
    bytes += segment.bytes;
  });
  return bytes;
}

/** Opens this database's log; brings what the database knows of it in line with the files. */
async function openLog(db: LibraryDb, store: FileStore, yieldTurn: () => Promise<void>): Promise<OpenLog> {
  const id = String((await db.meta.get(LOG_ID_KEY))?.value);
  // In this order: a file comes before what is known of it, and goes before it.
  const known = await db.logSegments.toCollection().primaryKeys();
  const there = (await listSegments(store)).get(id) ?? [];
  await noteMissing(
    db,
    known.filter((segment) => !there.includes(segment)),
  );
  return { db, store, id, yieldTurn, strays: there.filter((segment) => !known.includes(segment)) };
}

/** @returns whether there was room for all of it */
async function writeAllNotes(log: OpenLog): Promise<boolean> {
  do if ((await sizeOf(log.db)) > BUDGET) return false;
  while (await writeNotes(log));
  return true;
}

/** Removes what nobody registered, now that all of it is elsewhere. */
async function dropStrays(log: OpenLog): Promise<void> {
  const known = await log.db.logSegments.bulkGet([...log.strays]);
  await dropSegments(
    log,
    log.strays.filter((_, i) => known[i] === undefined),
  );
}

async function noteTrouble(db: LibraryDb, trouble: LogTrouble | null): Promise<void> {
  const known = (await db.meta.get(LOG_TROUBLE_KEY))?.value ?? null;
  if (known === trouble) return;
  if (trouble === null) await db.meta.delete(LOG_TROUBLE_KEY);
  else await db.meta.put({ key: LOG_TROUBLE_KEY, value: trouble });
}

function troubleOf(error: unknown): LogTrouble {
  return (error as { name?: unknown }).name === 'QuotaExceededError' ? 'full' : 'failed';
}

/**
 * Writes everything that is noted into the log, and takes out what the database was cleaned of. One at a time; the caller sees
 * to that. The library itself is never touched by a failure here: it is noted for the storage page, and the next call
 * tries again.
 *
 * @param breathe is waited for between small steps, so that a save has its turn
 * @param cleaned the purge that the database was cleaned for before (`cleanDatabase`): only that one is done at the end.
 *   Null where it was for none. A purge is never done before its names are out of the database: once they go they are
 *   written into the log as gone, and nobody would take that out any more
 * @throws what the place threw, after it was noted
 */
export async function bringLogUpToDate(
  db: LibraryDb,
  store: FileStore,
  yieldTurn: () => Promise<void> = async () => undefined,
  cleaned: string | null = null,
): Promise<void> {
  try {
    let log = await openLog(db, store, yieldTurn);
    const hasRoom = await writeAllNotes(log);
    if (hasRoom) {
      await dropStrays(log);
      log = { ...log, strays: [] };
    }
    if (cleaned !== null) await shredLog(log);
    // What was deleted for good is nowhere any more: said once no file is left that may hold it.
    if (hasRoom && (await removeRestored(db, store)) && cleaned !== null) await clearPurgeNote(db, cleaned);
    while (await compactLog(log)) await yieldTurn();
    await noteTrouble(db, !hasRoom && (await sizeOf(db)) > BUDGET ? 'budget' : null);
  } catch (error) {
    await noteTrouble(db, troubleOf(error)).catch((second: unknown) =>
      console.warn('offprint: trouble not noted', second),
    );
    throw error;
  }
}

/** For the storage page. */
export async function measureLog(db: LibraryDb): Promise<LogUse> {
  const [trouble, notes, records] = await Promise.all([
    db.meta.get(LOG_TROUBLE_KEY),
    db.logNotes.count(),
    db.logRecords.where('key').startsWith('articles ').primaryKeys(),
  ]);
  return {
    // The log is begun a moment after the first save.
    isThere: records.length > 0 || typeof navigator.storage?.getDirectory === 'function',
    bytes: await sizeOf(db),
    budget: BUDGET,
    articles: new Set(records.map(([key]) => key)).size,
    behind: notes > 0,
    trouble: (trouble?.value as LogTrouble | undefined) ?? null,
  };
}
