/** Keeping the journal small, and its files few; see `journal-types.ts`. */
import type { LibraryDb } from '../db.ts';
import type { JournalSegmentRow } from './log-types.ts';
import { dropSegments } from './segment-index.ts';
import { KEYS_AT_ONCE, type OpenJournal, writeSegment } from './write-segment.ts';

/** Segments of fewer bytes are put together once there are so many of them: every save makes one. */
const SMALL_BYTES = 128 * 1024;
const SMALL_SEGMENTS = 24;

/** Bytes below which nothing is thrown out, and bytes rewritten at once. */
const COMPACT_FROM = 2 * 2 ** 20;
const COMPACT_AT_ONCE = 4 * 2 ** 20;

/** Is there anything to put together or to throw out? */
export async function isCompactionDue(db: LibraryDb): Promise<boolean> {
  return chooseVictims(await db.journalSegments.toArray()).length > 0;
}

/**
 * Puts small segments together, and throws out what is stale once that is more than half.
 *
 * @returns whether there was anything to do
 */
export async function compactJournal(journal: OpenJournal): Promise<boolean> {
  const { db } = journal;
  const victims = chooseVictims(await db.journalSegments.toArray());
  if (victims.length === 0) return false;
  await rewriteSegments(journal, victims);
  return true;
}

/** Writes what some segments hold and is still so into new ones, and removes them. Whoever is killed may begin again. */
export async function rewriteSegments(journal: OpenJournal, victims: readonly number[]): Promise<void> {
  const { db, files } = journal;
  const keys = await db.journalKeys
    .where('segment')
    .anyOf([...victims])
    .primaryKeys();
  for (let from = 0; from < keys.length; ) {
    from += await writeSegment(journal, keys.slice(from, from + KEYS_AT_ONCE), victims);
  }
  await dropSegments(db, files, victims);
}

/** Segments to be rewritten; none where all is well. */
function chooseVictims(segments: readonly JournalSegmentRow[]): number[] {
  const small = segments.filter(({ bytes }) => bytes < SMALL_BYTES);
  if (small.length >= SMALL_SEGMENTS) return small.map(({ id }) => id);
  const bytes = segments.reduce((sum, segment) => sum + segment.bytes, 0);
  const live = segments.reduce((sum, segment) => sum + segment.live, 0);
  if (bytes < COMPACT_FROM || live * 2 > bytes) return [];
  const victims: number[] = [];
  let rewritten = 0;
  for (const segment of segments.toSorted((a, b) => a.live / a.bytes - b.live / b.bytes)) {
    if (victims.length > 0 && rewritten + segment.live > COMPACT_AT_ONCE) break;
    victims.push(segment.id);
    rewritten += segment.live;
  }
  return victims;
}
