import { library } from '../../../utils/library/db.ts';
import { toLibraryError } from '../../../utils/library/schema/errors.ts';
import { watchChanges } from '../../../utils/library/schema/watch-library.ts';
import { announce } from '../../../utils/messaging/tab-side.ts';
import { allowRemoteStore } from '../../../utils/platform/allow-remote-store.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { guardRedirects } from '../../../utils/platform/fetch-public-url.ts';
import { isMetered, isOnWifi } from '../../../utils/platform/metered.ts';
import { windowsApi } from '../../../utils/platform/optional-apis.ts';
import { loadSettings, updateSettings, watchSettings } from '../../../utils/platform/settings-storage.ts';
import { hasAccessToUrl } from '../../../utils/platform/site-access.ts';
import { type Engine, openEngine } from '../../../utils/sync/engine/engine.ts';
import { runSync } from '../../../utils/sync/engine/run-sync.ts';
import { INITIAL_STATUS, readState, writeState } from '../../../utils/sync/engine/sync-state.ts';
import { replaceSettings, toSettingValues } from '../../../utils/sync/engine/synced-settings.ts';
import { openRemote, remoteKindOf } from '../../../utils/sync/remote/remote-kinds.ts';
import { type RemoteConfig, RemoteError, type RemoteStore } from '../../../utils/sync/remote/remote-store.ts';
import { MAX_SEND_DELAY_MS, SEND_DEBOUNCE_MS } from '../../../utils/sync/sync-timing.ts';
import type { SyncProgress } from '../../../utils/sync/sync-types.ts';
import { wakeImageQueue } from '../jobs/image-queue.ts';
import { oneAtATime } from '../jobs/run-work.ts';
import { stayAwake } from '../jobs/stay-awake.ts';
import { wakeReread } from '../reread-quotes.ts';
import { sanitiseImage } from '../save/store-image.ts';
import { describeFailure, mustWait } from './sync-failure.ts';

/**
 * Runs sync:
 * - when the background starts, and every hour;
 * - a few seconds after a change;
 * - when the user returns to the browser, the library or the reader;
 * - at the user's request.
 *
 * While sync is off, there are no listeners for changes and focus.
 */

const ALARM = 'sync';
const ALARM_MINUTES = 60;
/** Retries after a failure, sooner than the hourly alarm. */
const RETRY_ALARM = 'sync-again';

/** After local changes that need no upload, the remote is contacted only if the last contact is older than this. */
const MAX_AGE_AFTER_CHANGE_MS = 30_000;

/**
 * When the user returns to the browser or to a page, the remote is asked for changes if the last contact is older than
 * this. Shorter than the polling interval of `use-sync-polling.ts`.
 */
const MAX_AGE_ON_FOCUS_MS = 8_000;
/** The same on a metered connection. */
const MAX_AGE_METERED_MS = 60_000;

/**
 * The same at a start of the background. It starts many times per hour, often because a page was opened, and a remote that
 * is contacted each time could learn when the user reads.
 */
const MAX_AGE_AT_START_MS = 15 * 60_000;

/** Pause between two steps, so that other contexts can access the library. */
const STEP_PAUSE_MS = 10;

/** Minimum interval between progress events. */
const PROGRESS_INTERVAL_MS = 500;

let progress: SyncProgress | null = null;
let progressSentAt = 0;
let failures = 0;
/** The next run contacts the remote if the last contact is older than this. */
let maxAgeMs = Number.POSITIVE_INFINITY;
let isRunRequested = false;
let running = new AbortController();

/** Returns the signal for work that starts now and that `stopSync` must stop, such as a run. */
export const syncSignal = (): AbortSignal => running.signal;

export const syncProgress = (): SyncProgress | null => progress;

export function announceSyncChange(): void {
  progressSentAt = Date.now();
  announce('sync/changed', null);
}

/**
 * Opens the engine as it is configured; null if sync is off.
 *
 * @param ignoresRetryDelays whether to retry at once what failed before, because the user requested this run
 */
export async function openLocalEngine(
  signal: AbortSignal,
  ignoresRetryDelays: boolean,
): Promise<Engine | null> {
  const config = await readState(library, 'config');
  if (config === null) return null;
  return openEngine(library, () => openAllowedRemote(config.place), {
    settings: {
      read: async () => toSettingValues(await loadSettings()),
      write: async (values, before) => {
        let written: ReturnType<typeof replaceSettings> = null;
        await updateSettings((settings) => {
          written = replaceSettings(settings, values, before);
        });
        return written;
      },
    },
    now: Date.now,
    yieldTurn: () => new Promise((resolve) => setTimeout(resolve, STEP_PAUSE_MS)),
    ignoresRetryDelays,
    cleanPicture: sanitiseImage,
    mayTransferPictures: () => config.pictures === 'all' || (config.pictures === 'wifi' && isOnWifi()),
    onProgress: (current) => {
      progress = current;
      if (Date.now() - progressSentAt > PROGRESS_INTERVAL_MS) announceSyncChange();
    },
    signal,
  });
}

async function recordFailure(error: unknown): Promise<void> {
  failures += 1;
  const failure = describeFailure(toLibraryError(error), failures, Date.now());
  // The remote library existed at setup, so the screen must not explain how to set it up.
  const trouble = failure.code === 'noLibrary' ? { ...failure, code: 'libraryGone' } : failure;
  const status = (await readState(library, 'status')) ?? INITIAL_STATUS;
  await writeState(library, 'status', { ...status, trouble });
  if (trouble.nextTryAt !== null) await browser.alarms.create(RETRY_ALARM, { when: trouble.nextTryAt });
  console.warn('offprint: sync failed', error);
}

async function run(): Promise<void> {
  const config = await readState(library, 'config');
  if (config === null) return;
  const [runMaxAgeMs, isRequested] = [maxAgeMs, isRunRequested];
  maxAgeMs = Number.POSITIVE_INFINITY;
  isRunRequested = false;
  const { trouble } = (await readState(library, 'status')) ?? INITIAL_STATUS;
  // Even if the remote must not be contacted, local changes are recorded with their time, as when sync is paused.
  const mayContactRemote = isRequested || !mustWait(trouble, Date.now());
  const signal = syncSignal();
  try {
    await stayAwake(async () => {
      let engine = await openLocalEngine(signal, isRequested);
      if (engine === null) return;
      if ((await runSync(engine, runMaxAgeMs, mayContactRemote)).mustReopen) {
        engine = await openLocalEngine(signal, isRequested);
        if (engine !== null) await runSync(engine);
      }
    });
    // Keeps the recorded failure, because the remote was not contacted.
    if (!mayContactRemote) return;
    failures = 0;
    await browser.alarms.clear(RETRY_ALARM);
    // Images of newly received articles may have to be fetched, and their quotes found.
    wakeImageQueue();
    wakeReread();
  } catch (error) {
    if (!mayContactRemote) console.warn('offprint: changes not recorded', error);
    else if (!signal.aborted) await recordFailure(error);
  } finally {
    progress = null;
    announceSyncChange();
  }
}

const syncing = oneAtATime('sync', () => navigator.locks.request('offprint-sync', run));

/** Syncs at the user's request, regardless of earlier failures. Returns at once. */
export function wakeSync(): void {
  isRunRequested = true;
  wakeIfStale(0);
}

/**
 * Records local changes and, if necessary, contacts the remote. Returns at once.
 *
 * @param runMaxAgeMs the remote is contacted if the last contact is older than this
 */
function wakeIfStale(runMaxAgeMs: number): void {
  maxAgeMs = Math.min(maxAgeMs, runMaxAgeMs);
  clearTimeout(timer);
  timer = undefined;
  waitingSince = null;
  syncing.wake();
}

let timer: ReturnType<typeof setTimeout> | undefined;
let waitingSince: number | null = null;

/** Syncs when the user returns to the browser or to a page of the library. Returns at once. */
export function wakeSyncOnFocus(): void {
  wakeIfStale(isMetered() ? MAX_AGE_METERED_MS : MAX_AGE_ON_FOCUS_MS);
}

/**
 * Syncs local changes after a debounce. Also called for changes that sync itself has written. They need no upload, so the
 * remote is usually not contacted.
 */
export function wakeSyncAfterChange(now = Date.now()): void {
  // Sync is off, or the background has just started and will look for changes itself.
  if (watching === null) return;
  waitingSince ??= now;
  clearTimeout(timer);
  timer = setTimeout(
    () => wakeIfStale(MAX_AGE_AFTER_CHANGE_MS),
    Math.max(0, Math.min(SEND_DEBOUNCE_MS, waitingSince + MAX_SEND_DELAY_MS - now)),
  );
}

let watching: AbortController | null = null;

function onFocus(windowId: number): void {
  if (windowId >= 0) wakeSyncOnFocus();
}

/** Stops a run, or the removal of a device, at its next step. Completed steps are kept. */
export function stopSync(): void {
  watching?.abort();
  windowsApi()?.onFocusChanged.removeListener(onFocus);
  watching = null;
  clearTimeout(timer);
  timer = undefined;
  running.abort(new DOMException('stopped', 'AbortError'));
  running = new AbortController();
  for (const name of [ALARM, RETRY_ALARM])
    browser.alarms.clear(name).catch((error: unknown) => console.warn('offprint: sync alarm', error));
}

/** Runs work that needs exclusive access to the remote. */
export function withSyncLock<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('offprint-sync', work) as Promise<T>;
}

/** Starts listening and syncs at once, if sync is set up. */
export async function startSync(): Promise<void> {
  const config = await readState(library, 'config');
  if (config === null) return;
  if (watching === null) {
    watching = new AbortController();
    watchChanges(() => wakeSyncAfterChange(), watching.signal);
    // Some settings are synced.
    watchSettings(() => wakeSyncAfterChange(), watching.signal);
    windowsApi()?.onFocusChanged.addListener(onFocus);
  }
  // Records local changes with their time without contacting the remote.
  if (config.isPaused) return wakeIfStale(MAX_AGE_AT_START_MS);
  // An existing alarm is kept, because the background starts more than once per hour and would postpone it.
  if ((await browser.alarms.get(ALARM)) === undefined)
    await browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
  wakeIfStale(MAX_AGE_AT_START_MS);
}

/** Sets up sync at every start of the background. The listeners cost nothing if sync is off. */
export function setUpSync(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM || name === RETRY_ALARM) wakeIfStale(0);
  });
  startSync().catch((error: unknown) => console.error('offprint: sync not started', error));
}

/**
 * Opens a remote store, and lets requests to it pass the browser's request rules.
 *
 * @throws RemoteError `noAccess` if the user has withdrawn the browser's access, before anything is sent
 */
export async function openAllowedRemote(stored: RemoteConfig): Promise<RemoteStore> {
  const address = remoteKindOf(stored).address(stored);
  if (address !== null) {
    if (!(await hasAccessToUrl(address))) throw new RemoteError('noAccess', 'no access to the host');
    await guardRedirects();
    await allowRemoteStore(address);
  }
  return openRemote(stored);
}
