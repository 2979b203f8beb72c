import { library } from '../../utils/library/db.ts';
import { cleanDatabase } from '../../utils/library/deletion/clean-database.ts';
import { clearPendingPurge, isPurgePending } from '../../utils/library/deletion/pending-purge.ts';
import type { FileStore } from '../../utils/library/log/file-store.ts';
import { updateLog } from '../../utils/library/log/maintain-log.ts';
import { openLogStore } from '../../utils/library/log/open-store.ts';
import { isRestoreDue, restoreLostLogs } from '../../utils/library/log/restore-lost.ts';
import { sealDatabase } from '../../utils/library/schema/seal-database.ts';
import { watchChanges } from '../../utils/library/schema/watch-library.ts';
import { browser } from '../../utils/platform/browser.ts';
import { oneAtATime } from './jobs/run-work.ts';
import { stayAwake } from './jobs/stay-awake.ts';

/** Changes are logged once none has come for this long, but no later than the maximum: a save is many changes. */
const SETTLE_MS = 1500;
const MAX_SETTLE_MS = 8000;

/**
 * Pause between two steps of a few milliseconds. While the library is being changed, the log waits until it has been
 * quiet for a moment, but not beyond the maximum, so that saving never waits for logging.
 */
const STEP_PAUSE_MS = 25;
const SEND_DEBOUNCE_MS = 500;
const MAX_YIELD_MS = 400;

/** How long a permanent deletion waits for the log to be cleaned, and how often it checks. */
const PURGE_TIMEOUT_MS = 60_000;
const PURGE_POLL_MS = 50;

let changedAt = 0;

/** Called after rows were restored; set by `setUpChangeLog`. */
let onRestored = (): void => undefined;

async function yieldTurn(): Promise<void> {
  const since = Date.now();
  do await new Promise((resolve) => setTimeout(resolve, STEP_PAUSE_MS));
  while (Date.now() - changedAt < SEND_DEBOUNCE_MS && Date.now() - since < MAX_YIELD_MS);
}

/** The browser may have replaced a broken database by an empty one, at start-up or later. */
async function restore(store: FileStore): Promise<void> {
  if (!(await isRestoreDue(library, store))) return;
  const { articles, damaged } = await restoreLostLogs(library, store);
  onRestored();
  if (articles > 0) console.warn(`offprint: ${articles} articles restored from the change log`);
  if (damaged > 0) console.warn(`offprint: ${damaged} parts of the change log were damaged`);
}

async function run(): Promise<void> {
  // Before anything else is written: makes what a crash left of the database's log harmless.
  await sealLibrary().catch((error: unknown) => console.warn('offprint: database not sealed', error));
  const store = await openLogStore();
  if (store !== null) await restore(store);
  const cleaned = await cleanDatabase();
  if (store !== null) await updateLog(library, store, yieldTurn, cleaned);
  else if (cleaned !== null) await clearPendingPurge(library, cleaned);
}

let timer: ReturnType<typeof setTimeout> | undefined;
let waitingSince: number | null = null;

const logging = oneAtATime(
  'change log',
  () => navigator.locks.request('offprint-change-log', () => stayAwake(run)),
  () => wakeChangeLogSoon(),
);

/** Logs changes, if there are any. Returns at once. */
function wake(): void {
  clearTimeout(timer);
  timer = undefined;
  waitingSince = null;
  logging.wake();
}

/** Logs changes once no more have come for a moment. Returns at once. */
export function wakeChangeLogSoon(now = Date.now()): void {
  waitingSince ??= now;
  clearTimeout(timer);
  timer = setTimeout(wake, Math.max(0, Math.min(SETTLE_MS, waitingSince + MAX_SETTLE_MS - now)));
}

/**
 * Removes permanently deleted articles from the change log and everything else that holds a copy.
 *
 * @returns false if this takes longer than a minute; it continues in the background then
 */
export async function finishPurge(): Promise<boolean> {
  const until = Date.now() + PURGE_TIMEOUT_MS;
  wake();
  while (await isPurgePending(library)) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, PURGE_POLL_MS));
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

/** In session storage, which ends with the browser session. */
const KEY = 'logSealed';

async function sealOnce(): Promise<void> {
  if ((await browser.storage.session.get(KEY))[KEY] === true) return;
  await sealDatabase();
  await browser.storage.session.set({ [KEY]: true });
}

/**
 * Once per browser session, before anything else of ours runs: makes what a crash left of the database's log harmless;
 * see `seal-database.ts`. Firefox stores its databases differently and does not need it.
 */
export async function sealLibrary(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  await navigator.locks.request('offprint-seal', sealOnce);
}
