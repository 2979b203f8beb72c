/**
 * Takes what was deleted for good out of the second copy. Its segments are never changed: those that hold such a record
 * are written anew without it, and removed. They are marked first, so that whoever is killed in between goes on.
 */
import type { LibraryDb } from '../db.ts';
import { rewriteSegments } from '../log/compact-log.ts';
import { singlesDue, unfoldBatch } from '../log/journal-due.ts';
import { areRecordsTracked, noteRecordsTracked } from '../log/log-facts.ts';
import { parseJournalKey } from '../log/record-keys.ts';
import { holdersOf } from '../log/segment-index.ts';
import { KEYS_AT_ONCE, type OpenJournal, writeSegment } from '../log/write-segment.ts';

/** Somebody waits for this: others have their turn, and no more. */
const yieldOnce = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function markedSegments(db: LibraryDb): Promise<number[]> {
  const segments = await db.journalSegments.toArray();
  return segments.filter(({ shred }) => shred === true).map(({ id }) => id);
}

/** Are there segments with something that has to go? */
export async function areSegmentsMarked(db: LibraryDb): Promise<boolean> {
  return (await markedSegments(db)).length > 0;
}

/** Which of these keys nothing in the library is behind any more. */
async function goneAmong(db: LibraryDb, keys: readonly string[]): Promise<string[]> {
  const byTable = Map.groupBy(keys, (key) => parseJournalKey(key)?.table ?? '');
  const gone: string[] = [];
  for (const [table, those] of byTable) {
    if (table === '') continue;
    const wanted = those.map((key) => parseJournalKey(key)?.key ?? '');
    const there = await db
      .table(table)
      .where(':id')
      .anyOf(wanted as string[])
      .primaryKeys();
    const here = new Set(there.map((key) => JSON.stringify(key)));
    gone.push(...those.filter((_, i) => !here.has(JSON.stringify(wanted[i]))));
  }
  return gone;
}

/** Writes first that what is gone is gone, whatever else is due. */
async function writeGone(journal: OpenJournal): Promise<void> {
  const { db } = journal;
  while (await unfoldBatch(db));
  const due = await singlesDue(db).primaryKeys();
  for (let from = 0; from < due.length; from += KEYS_AT_ONCE) {
    const gone = await goneAmong(db, due.slice(from, from + KEYS_AT_ONCE));
    if (gone.length > 0) await writeSegment(journal, gone, []);
  }
}

/** Marks every segment with a record of something that is gone. */
async function markHolders(db: LibraryDb): Promise<void> {
  const { journalKeys, journalSegments, meta } = db;
  await db.transaction('rw', journalKeys, journalSegments, meta, async () => {
    const segments = await journalSegments.toArray();
    const isTracked = await areRecordsTracked(db);
    const gone = isTracked ? (await journalKeys.toArray()).filter((row) => row.gone) : [];
    const holders = new Set(gone.flatMap(holdersOf));
    // Of a journal of a former release nobody knows what else is in its segments.
    const holding = segments.filter(({ id }) => !isTracked || holders.has(id));
    await journalSegments.bulkPut(holding.map((row) => ({ ...row, shred: true as const })));
  });
}

/** Rewrites, without what is gone, every segment that holds some of it. */
export async function shredJournal(open: OpenJournal): Promise<void> {
  const journal = { ...open, breathe: yieldOnce };
  const { db } = journal;
  const wasTracked = await areRecordsTracked(db);
  await writeGone(journal);
  await markHolders(db);
  const victims = await markedSegments(db);
  if (victims.length > 0) await rewriteSegments(journal, victims);
  if (!wasTracked) await noteRecordsTracked(db);
}
