import { library } from '../../utils/library/db.ts';
import { cleanDatabase } from '../../utils/library/deletion/clean-database.ts';
import { clearPurgeNote, isPurgeUnfinished } from '../../utils/library/deletion/purge-note.ts';
import type { FileStore } from '../../utils/library/log/file-store.ts';
import { bringLogUpToDate } from '../../utils/library/log/keep-log.ts';
import { openLogStore } from '../../utils/library/log/open-store.ts';
import { isRestoreDue, restoreLost } from '../../utils/library/log/restore-lost.ts';
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

/** What goes on with restored rows; set by `setUpChangeLog`. */
let onRestored = (): void => undefined;

async function yieldTurn(): Promise<void> {
  const since = Date.now();
  do await new Promise((resolve) => setTimeout(resolve, BREATH));
  while (Date.now() - changedAt < QUIET && Date.now() - since < PATIENCE);
}

/** The browser may have replaced a broken database by an empty one, at start-up or later. */
async function restore(store: FileStore): Promise<void> {
  if (!(await isRestoreDue(library, store))) return;
  const { articles, damaged } = await restoreLost(library, store);
  onRestored();
  if (articles > 0) console.warn(`offprint: ${articles} articles restored from the change log`);
  if (damaged > 0) console.warn(`offprint: ${damaged} parts of the change log were damaged`);
}

async function run(): Promise<void> {
  // What a crash left is made harmless before anything else is written.
  await sealLibrary().catch((error: unknown) => console.warn('offprint: database not sealed', error));
  const store = await openLogStore();
  if (store !== null) await restore(store);
  const cleaned = await cleanDatabase();
  if (store !== null) await bringLogUpToDate(library, store, yieldTurn, cleaned);
  else if (cleaned !== null) await clearPurgeNote(library, cleaned);
}

let timer: ReturnType<typeof setTimeout> | undefined;
let waitingSince: number | null = null;

const logging = oneAtATime(
  'change log',
  () => navigator.locks.request('offprint-change-log', () => stayAwake(run)),
  () => wakeChangeLogSoon(),
);

/** Says that there may be something to log. Returns at once. */
function wake(): void {
  clearTimeout(timer);
  timer = undefined;
  waitingSince = null;
  logging.wake();
}

/** The same once things have settled. */
export function wakeChangeLogSoon(now = Date.now()): void {
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
 * Keeps the change log of the library: at every start of the background, and after every change while it is awake.
 *
 * @param wakeJobs called when rows were restored, jobs among them
 */
export function setUpChangeLog(wakeJobs: () => void): void {
  onRestored = wakeJobs;
  watchChanges(() => {
    changedAt = Date.now();
    wakeChangeLogSoon();
  }, new AbortController().signal);
  wake();
}
