import { library } from '../../utils/library/db.ts';
import { clearPurgeNote, isPurgeUnfinished, readPurgeNote } from '../../utils/library/deletion/purge-note.ts';
import { shredSearch } from '../../utils/library/deletion/shred-search.ts';
import { sweepNames } from '../../utils/library/deletion/sweep-names.ts';
import { openJournalDisk } from '../../utils/library/log/journal-disk.ts';
import {
  bringCopyUpToDate,
  isCopyToBeSeenTo,
  isPutBackDue,
  putBackWhatWasLost,
} from '../../utils/library/log/journal-keep.ts';
import type { JournalDisk } from '../../utils/library/log/journal-types.ts';
import { watchChanges } from '../../utils/library/schema/watch-library.ts';
import { oneAtATime } from './jobs/one-at-a-time.ts';
import { stayAwake } from './jobs/stay-awake.ts';
import { sealLibrary } from './seal-library.ts';

/** After a change it is waited this long for more, and no longer than that, in ms: a save is many changes. */
const SETTLED = 1500;
const LONGEST = 8000;

/**
 * Between two steps of a few milliseconds the library is left to others, in ms; while it is being changed, until it has
 * been left alone for a moment, but no longer than that: whoever saves waits for nobody.
 */
const BREATH = 25;
const QUIET = 500;
const PATIENCE = 400;

/** Whoever deleted for good waits this long for the last trace to be gone, and looks this often, in ms. */
const PURGE_PATIENCE = 60_000;
const PURGE_LOOK = 50;

let changedAt = 0;

/** What goes on with rows that were put back; set by `setUpSecondCopy`. */
let onPutBack = (): void => undefined;

async function breathe(): Promise<void> {
  const since = Date.now();
  do await new Promise((resolve) => setTimeout(resolve, BREATH));
  while (Date.now() - changedAt < QUIET && Date.now() - since < PATIENCE);
}

/** The browser may have put an empty database in the place of a broken one, at a start or while it runs. */
async function putBack(disk: JournalDisk): Promise<void> {
  if (!(await isPutBackDue(library, disk))) return;
  const { articles, damaged } = await putBackWhatWasLost(library, disk);
  onPutBack();
  if (articles > 0) console.warn(`offprint: ${articles} articles put back from the second copy`);
  if (damaged > 0) console.warn(`offprint: ${damaged} parts of the second copy were damaged`);
}

/**
 * What is left in the database of what was deleted for good: names, and words in the search index.
 *
 * @returns which purge it was cleaned for; null where there is none
 */
async function cleanDatabase(disk: JournalDisk | null): Promise<string | null> {
  const purge = await readPurgeNote(library);
  if (purge === null) return null;
  await sweepNames();
  await shredSearch();
  if (disk === null) await clearPurgeNote(library, purge);
  return purge;
}

async function run(): Promise<void> {
  // What a crash left is made harmless before anything else is written.
  await sealLibrary().catch((error: unknown) => console.warn('offprint: log not sealed', error));
  const disk = await openJournalDisk();
  if (disk !== null) await putBack(disk);
  const cleaned = await cleanDatabase(disk);
  if (disk === null) return;
  if (await isCopyToBeSeenTo(library, disk)) await bringCopyUpToDate(library, disk, breathe, cleaned);
}

let timer: ReturnType<typeof setTimeout> | undefined;
let waitingSince: number | null = null;

const copying = oneAtATime(
  'second copy',
  () => navigator.locks.request('offprint-journal', () => stayAwake(run)),
  () => wakeSecondCopySoon(),
);

/** Says that there may be something to copy. Returns at once. */
function wake(): void {
  clearTimeout(timer);
  timer = undefined;
  waitingSince = null;
  copying.wake();
}

/** The same once things have settled. */
export function wakeSecondCopySoon(now = Date.now()): void {
  waitingSince ??= now;
  clearTimeout(timer);
  timer = setTimeout(wake, Math.max(0, Math.min(SETTLED, waitingSince + LONGEST - now)));
}

/**
 * Takes what was deleted for good out of everything else that holds it.
 *
 * @returns whether that is done; it goes on where it takes longer than anybody would wait
 */
export async function finishPurge(): Promise<boolean> {
  const until = Date.now() + PURGE_PATIENCE;
  wake();
  while (await isPurgeUnfinished(library)) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, PURGE_LOOK));
  }
  return true;
}

/**
 * Keeps a second copy of the library: at every start of the background, and after every change while it is awake.
 *
 * @param wakeJobs called when rows were put back, jobs among them
 */
export function setUpSecondCopy(wakeJobs: () => void): void {
  onPutBack = wakeJobs;
  watchChanges(() => {
    changedAt = Date.now();
    wakeSecondCopySoon();
  }, new AbortController().signal);
  wake();
}
