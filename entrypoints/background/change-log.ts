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

/** Debounce of logging, because a save consists of many changes; and the maximum delay of a change. */
const SETTLE_MS = 1500;
const MAX_SETTLE_MS = 8000;

/**
 * Logging pauses after each step, which takes a few milliseconds. While the library is being changed, it pauses until
 * there has been no change for `QUIET_MS`, but no longer than `MAX_YIELD_MS`, so that saving does not wait for logging.
 */
const STEP_PAUSE_MS = 25;
const QUIET_MS = 500;
const MAX_YIELD_MS = 400;

/** Timeout and polling interval of a permanent deletion, which waits until the log has been cleaned. */
const PURGE_TIMEOUT_MS = 60_000;
const PURGE_POLL_MS = 50;

let changedAt = 0;

/** Called after rows were restored; set by `setUpChangeLog`. */
let onRestored = (): void => undefined;

async function yieldTurn(): Promise<void> {
  const since = Date.now();
  do await new Promise((resolve) => setTimeout(resolve, STEP_PAUSE_MS));
  while (Date.now() - changedAt < QUIET_MS && Date.now() - since < MAX_YIELD_MS);
}

/** Restores the library from the log if the browser has replaced a corrupt database with an empty one. */
async function restore(store: FileStore): Promise<void> {
  if (!(await isRestoreDue(library, store))) return;
  const { articles, damaged } = await restoreLostLogs(library, store);
  onRestored();
  if (articles > 0) console.warn(`offprint: ${articles} articles restored from the change log`);
  if (damaged > 0) console.warn(`offprint: ${damaged} parts of the change log were damaged`);
}

/**
 * Whether the next run compacts the log: at every start of the background, and when maintenance asks for it. Not after
 * every change, because rewriting what a series of saves has written takes longer than the saves.
 */
let isCompactionDue = true;

async function sealAndLog(): Promise<void> {
  const shouldCompact = isCompactionDue;
  isCompactionDue = false;
  // Must precede all other writes.
  await sealLibrary().catch((error: unknown) => console.warn('offprint: database not sealed', error));
  const store = await openLogStore();
  if (store !== null) await restore(store);
  const cleaned = await cleanDatabase();
  if (store !== null) await updateLog(library, store, yieldTurn, cleaned, shouldCompact);
  else if (cleaned !== null) await clearPendingPurge(library, cleaned);
}

let timer: ReturnType<typeof setTimeout> | undefined;
let waitingSince: number | null = null;

const logging = oneAtATime(
  'change log',
  () => navigator.locks.request('offprint-change-log', () => stayAwake(sealAndLog)),
  () => wakeChangeLogSoon(),
);

/** Logs changes, if there are any. Returns at once. */
function wake(): void {
  clearTimeout(timer);
  timer = undefined;
  waitingSince = null;
  logging.wake();
}

/** Compacts the log in the background. Returns at once. */
export function compactChangeLog(): void {
  isCompactionDue = true;
  wake();
}

/** Logs changes after a debounce. Returns at once. */
export function wakeChangeLogSoon(now = Date.now()): void {
  waitingSince ??= now;
  clearTimeout(timer);
  timer = setTimeout(wake, Math.max(0, Math.min(SETTLE_MS, waitingSince + MAX_SETTLE_MS - now)));
}

/**
 * Removes permanently deleted articles from the change log and everything else that holds a copy.
 *
 * @returns false after a timeout of one minute; the removal then continues in the background
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
 * Updates the change log of the library at every start of the background, and after changes while it is running.
 *
 * @param wakeJobs called after rows, which may include jobs, were restored
 */
export function setUpChangeLog(wakeJobs: () => void): void {
  onRestored = wakeJobs;
  watchChanges(() => {
    changedAt = Date.now();
    wakeChangeLogSoon();
  });
  wake();
}

/** Key in session storage, which is cleared when the browser is closed. */
const SEALED_KEY = 'logSealed';

async function sealOnce(): Promise<void> {
  if ((await browser.storage.session.get(SEALED_KEY))[SEALED_KEY] === true) return;
  await sealDatabase();
  await browser.storage.session.set({ [SEALED_KEY]: true });
}

/**
 * Makes remains of the database's own log after a crash harmless; see `seal-database.ts`. Runs once per browser session,
 * before anything is written. Not needed in Firefox, which stores databases differently.
 */
export async function sealLibrary(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  await navigator.locks.request('offprint-seal', sealOnce);
}
