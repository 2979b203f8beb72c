/** The second copy as a whole: brought up to date, looked after, and put back where the library was lost. */
import type { LibraryDb } from '../db.ts';
import { clearPurgeNote, readPurgeNote } from '../deletion/purge-note.ts';
import { areSegmentsMarked, shredJournal } from '../deletion/shred-log.ts';
import type { CopyTrouble, CopyUse } from '../view-types.ts';
import { compactJournal, isCompactionDue } from './compact-log.ts';
import { fillJournal } from './fill-log.ts';
import {
  JOURNAL_FILL_KEY,
  JOURNAL_ID_KEY,
  JOURNAL_TROUBLE_KEY,
  restoredKey,
  writePutBack,
} from './log-facts.ts';
import type { JournalDisk, JournalFiles } from './log-types.ts';
import { type JournalRestored, restoreJournal } from './restore-log.ts';
import { dropUnknown, JOURNAL_BUDGET, type OpenJournal, openJournal, writeDue } from './write-segment.ts';

async function othersThan(db: LibraryDb, disk: JournalDisk): Promise<string[]> {
  const ours = (await db.meta.get(JOURNAL_ID_KEY))?.value;
  return (await disk.list()).filter((id) => id !== ours);
}

/** Is there anything that a library could be made anew from? */
export async function isAnyJournalThere(disk: JournalDisk): Promise<boolean> {
  for (const id of await disk.list()) if ((await (await disk.open(id)).list()).length > 0) return true;
  return false;
}

/** Does the disk have a journal of a lost database that is not put back yet, or not wholly? */
export async function isPutBackDue(db: LibraryDb, disk: JournalDisk): Promise<boolean> {
  const others = await othersThan(db, disk);
  const known = await db.meta.bulkGet(others.map(restoredKey));
  return known.includes(undefined);
}

/** Journals of lost databases that are not put back yet, the newest first: what it says of an article holds. */
async function lostJournals(
  db: LibraryDb,
  disk: JournalDisk,
): Promise<{ id: string; files: JournalFiles }[]> {
  const found: { id: string; files: JournalFiles; newest: number }[] = [];
  for (const id of await othersThan(db, disk)) {
    if ((await db.meta.get(restoredKey(id))) !== undefined) continue;
    const files = await disk.open(id);
    // Numbers of segments begin with the time at which their database was made.
    found.push({ id, files, newest: (await files.list()).at(-1) ?? 0 });
  }
  return found.sort((a, b) => b.newest - a.newest);
}

/**
 * Where the disk has a journal of another database than this one, that one is lost: what it held is put back. There may
 * be several, where the database that one of them was being put back into was lost, too.
 *
 * @returns what was put back; no articles where nothing was lost
 */
export async function putBackWhatWasLost(db: LibraryDb, disk: JournalDisk): Promise<JournalRestored> {
  const sum: JournalRestored = { articles: 0, damaged: 0 };
  for (const { id, files } of await lostJournals(db, disk)) {
    const before = sum.articles;
    const restored = await restoreJournal(db, files, async (done, total) => {
      if (total > 0) await writePutBack(db, { done: before + done, total: before + total, isOver: false });
    });
    await db.meta.put({ key: restoredKey(id), value: true });
    sum.articles += restored.articles;
    sum.damaged += restored.damaged;
  }
  const { articles } = sum;
  if (articles > 0) await writePutBack(db, { done: articles, total: articles, isOver: true });
  return sum;
}

/** Journals that were put back may go once all of it is in our own. */
async function removeOthers(db: LibraryDb, disk: JournalDisk): Promise<void> {
  for (const id of await othersThan(db, disk)) {
    if ((await db.meta.get(restoredKey(id))) === undefined) continue;
    await disk.remove(id);
    await db.meta.delete(restoredKey(id));
  }
}

/** Is there anything to do for the second copy? */
export async function isCopyToBeSeenTo(db: LibraryDb, disk: JournalDisk): Promise<boolean> {
  return (
    (await isCopyBehind(db)) ||
    (await readPurgeNote(db)) !== null ||
    (await areSegmentsMarked(db)) ||
    (await areFilesUnknown(db, disk)) ||
    (await isCompactionDue(db)) ||
    (await othersThan(db, disk)).length > 0
  );
}

/** Files that a window wrote and did not live to note. */
async function areFilesUnknown(db: LibraryDb, disk: JournalDisk): Promise<boolean> {
  const id = (await db.meta.get(JOURNAL_ID_KEY))?.value;
  if (typeof id !== 'string') return false;
  const known = new Set(await db.journalSegments.toCollection().primaryKeys());
  return (await (await disk.open(id)).list()).some((segment) => !known.has(segment));
}

/** Is there anything to write into the second copy? */
async function isCopyBehind(db: LibraryDb): Promise<boolean> {
  return (await db.journalDue.count()) > 0 || (await db.meta.get(JOURNAL_FILL_KEY)) !== undefined;
}

async function sizeOf(db: LibraryDb): Promise<number> {
  let bytes = 0;
  await db.journalSegments.each((segment) => {
    bytes += segment.bytes;
  });
  return bytes;
}

async function noteTrouble(db: LibraryDb, trouble: CopyTrouble | null): Promise<void> {
  const known = (await db.meta.get(JOURNAL_TROUBLE_KEY))?.value ?? null;
  if (known === trouble) return;
  if (trouble === null) await db.meta.delete(JOURNAL_TROUBLE_KEY);
  else await db.meta.put({ key: JOURNAL_TROUBLE_KEY, value: trouble });
}

function troubleOf(error: unknown): CopyTrouble {
  return (error as { name?: unknown }).name === 'QuotaExceededError' ? 'full' : 'failed';
}

async function isTooBig(db: LibraryDb): Promise<boolean> {
  return (await sizeOf(db)) > JOURNAL_BUDGET;
}

/**
 * Writes what is due, and takes out what was deleted for good, which never waits for more than one step of the rest.
 *
 * @returns whether there is no room for all of it, and which purge is done
 */
async function writeAllDue(journal: OpenJournal): Promise<{ isFull: boolean; purge: string | null }> {
  const { db } = journal;
  let purge: string | null = null;
  for (;;) {
    const note = await readPurgeNote(db);
    if (note !== purge || (await areSegmentsMarked(db))) await shredJournal(journal);
    purge = note;
    if (await isTooBig(db)) return { isFull: true, purge };
    if (!(await writeDue(journal)) && !(await fillJournal(db))) return { isFull: false, purge };
  }
}

/** What was deleted for good is nowhere any more: said once no file is left that may hold it. */
async function finishPurge(
  db: LibraryDb,
  disk: JournalDisk,
  purge: string | null,
  cleaned: string | null | undefined,
): Promise<void> {
  // Noted while this run was under way: the database has not been cleaned for it. The next run does both.
  if (purge === null || (cleaned !== undefined && cleaned !== purge)) return;
  if ((await othersThan(db, disk)).length === 0) await clearPurgeNote(db, purge);
}

/**
 * Writes everything that is due into the second copy. One at a time; the caller sees to that. The library itself is
 * never touched by a failure here: it is noted for the storage page, what is due stays due, and the next call tries
 * again.
 *
 * @param breathe is waited for between small steps, so that a save has its turn
 * @param cleaned the purge that the database was cleaned for before; only that one is then done. Left out where the
 *   database needs no cleaning
 * @throws what the file system threw, after it was noted
 */
export async function bringCopyUpToDate(
  db: LibraryDb,
  disk: JournalDisk,
  breathe: () => Promise<void> = async () => undefined,
  cleaned?: string | null,
): Promise<void> {
  try {
    const journal = await openJournal(db, disk, breathe);
    const { isFull, purge } = await writeAllDue(journal);
    if (!isFull) {
      await dropUnknown(journal);
      await removeOthers(db, disk);
      await finishPurge(db, disk, purge, cleaned);
    }
    while (await compactJournal(journal)) await breathe();
    await noteTrouble(db, isFull && (await isTooBig(db)) ? 'budget' : null);
  } catch (error) {
    await noteTrouble(db, troubleOf(error)).catch((second: unknown) =>
      console.warn('offprint: trouble not noted', second),
    );
    throw error;
  }
}

/** The first copy is made a moment after the first save. */
function hasPlaceForCopy(): boolean {
  return typeof navigator.storage?.getDirectory === 'function';
}

/** For the storage page. */
export async function measureCopy(db: LibraryDb): Promise<CopyUse> {
  const [id, trouble, behind] = await Promise.all([
    db.meta.get(JOURNAL_ID_KEY),
    db.meta.get(JOURNAL_TROUBLE_KEY),
    isCopyBehind(db),
  ]);
  return {
    isThere: id !== undefined || hasPlaceForCopy(),
    bytes: await sizeOf(db),
    budget: JOURNAL_BUDGET,
    articles: await db.journalKeys.where('key').startsWith('articles ').count(),
    behind,
    trouble: (trouble?.value as CopyTrouble | undefined) ?? null,
  };
}
