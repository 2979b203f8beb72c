/**
 * What is due in the second copy, one row each, or many in one: a row each for what a restored backup or a thousand tags
 * change took a tenth of the time in which they were written. A batch belongs to one transaction. It goes when that is
 * in the copy; where that did not come about, the background makes single rows of it.
 */
import type { Collection } from 'dexie';
import type { LibraryDb } from '../db.ts';
import type { JournalDueRow } from './log-types.ts';

/** Begins the keys of batches: no table is called that, and it comes before all that are. */
const BATCH = '* ';

/** Keys that make a batch. */
const MANY = 4;

/**
 * Rows that say that keys are due.
 *
 * @param batch number of the batch within its transaction
 */
export function dueRows(keys: readonly string[], token: string, batch: number): JournalDueRow[] {
  if (keys.length < MANY) return keys.map((key) => ({ key, token }));
  return [{ key: `${BATCH}${token} ${batch}`, token, keys }];
}

/** What is due by rows of its own. */
export function singlesDue(db: LibraryDb): Collection<JournalDueRow, string> {
  return db.journalDue.where('key').above(`${BATCH}\uffff`);
}

/**
 * Makes single rows of a batch. What is due by itself as well stays due whatever is being written of it now: nobody
 * can tell which of the two changes was the later one.
 *
 * @returns whether there was a batch
 */
export function unfoldBatch(db: LibraryDb): Promise<boolean> {
  const { journalDue } = db;
  return db.transaction('rw', journalDue, async () => {
    const batch = await journalDue.where('key').startsWith(BATCH).first();
    if (batch === undefined) return false;
    const { keys = [], token } = batch;
    const there = await journalDue.bulkGet([...keys]);
    await journalDue.bulkPut(
      keys.map((key, i) => ({ key, token: there[i] === undefined ? token : `${token} again` })),
    );
    await journalDue.delete(batch.key);
    return true;
  });
}
