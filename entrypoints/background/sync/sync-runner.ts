import { library } from '../../../utils/library/db.ts';
import { toLibraryError } from '../../../utils/library/schema/errors.ts';
import { watchChanges } from '../../../utils/library/schema/watch-library.ts';
import { announce } from '../../../utils/messaging/tab-side.ts';
import { allowRemoteStore } from '../../../utils/platform/allow-remote-store.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { guardRedirects } from '../../../utils/platform/fetch-public-url.ts';
import { requirePolicy } from '../../../utils/platform/managed-storage.ts';
import { isMetered, isOnWifi } from '../../../utils/platform/metered.ts';
import { windowsApi } from '../../../utils/platform/optional-apis.ts';
import { loadOwnSettings, updateSettings, watchSettings } from '../../../utils/platform/settings-storage.ts';
import { hasAccessToUrl } from '../../../utils/platform/site-access.ts';
import { type Engine, openEngine } from '../../../utils/sync/engine/engine.ts';
import { runSync } from '../../../utils/sync/engine/run-sync.ts';
import { INITIAL_STATUS, readState, writeState } from '../../../utils/sync/engine/sync-state.ts';
import { replaceSettings, settingValues } from '../../../utils/sync/engine/synced-settings.ts';
import { isRemoteAllowed, openRemote, remoteKindOf } from '../../../utils/sync/remote/remote-kinds.ts';
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
 * When this device syncs: at its start, some seconds after a change, on the hour, when the user comes back to the
 * browser, to the library or to the reader, and when they ask for it. Nothing listens while sync is off.
 */

const ALARM = 'sync';
const ALARM_MINUTES = 60;
/** Retries a failure before the hour is over. */
const RETRY_ALARM = 'sync-again';

/** After a local change that needs no upload, the remote is contacted only if the last contact is older than this. */
const MAX_AGE_AFTER_CHANGE_MS = 30_000;

/**
 * When the user returns to the browser or to a page, the remote is asked for changes if the last contact is older than
 * this. Shorter than the interval of `use-news.ts`.
 */
const MAX_AGE_ON_FOCUS_MS = 8_000;
/** The same on a metered connection. */
const MAX_AGE_METERED_MS = 60_000;

/**
 * The same at a start of the background. It starts many times an hour, often because a page was opened: a remote that is
 * contacted each time would learn when its user reads.
 */
const MAX_AGE_AT_START_MS = 15 * 60_000;

/** Pause between two steps, for other users of the library. */
const STEP_PAUSE_MS = 10;

/** Minimum interval between progress events. */
const PROGRESS_INTERVAL_MS = 500;

let progress: SyncProgress | null = null;
let progressSentAt = 0;
let failures = 0;
/** Maximum age of the last contact that makes the next run skip the remote, in ms. */
let maxAgeMs = Number.POSITIVE_INFINITY;
let isRunRequested = false;
let running = new AbortController();

export const syncProgress = (): SyncProgress | null => progress;

export function announceSyncChange(): void {
  progressSentAt = Date.now();
  announce('sync/changed', null);
}

/**
 * Opens the engine as it is configured; null if sync is off.
 *
 * @param ignoresRetryDelays the user requested this run
 */
export async function openLocalEngine(
  signal: AbortSignal,
  ignoresRetryDelays: boolean,
): Promise<Engine | null> {
  const config = await readState(library, 'config');
  if (config === null) return null;
  return openEngine(library, () => openAllowedRemote(config.place), {
    settings: {
      read: async () => settingValues(await loadOwnSettings()),
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
    onProgress: (now) => {
      progress = now;
      if (Date.now() - progressSentAt > PROGRESS_INTERVAL_MS) announceSyncChange();
    },
    signal,
  });
}

async function recordFailure(error: unknown): Promise<void> {
  failures += 1;
  const found = describeFailure(toLibraryError(error), failures, Date.now());
  // A library that is missing during sync was there at setup, so the advice for setup would not help.
  const trouble = found.code === 'noLibrary' ? { ...found, code: 'libraryGone' } : found;
  const status = (await readState(library, 'status')) ?? INITIAL_STATUS;
  await writeState(library, 'status', { ...status, trouble });
  if (trouble.nextTryAt !== null) await browser.alarms.create(RETRY_ALARM, { when: trouble.nextTryAt });
  console.warn('offprint: not in step with its place', error);
}

async function run(): Promise<void> {
  const config = await readState(library, 'config');
  if (config === null) return;
  const [runMaxAgeMs, isRequested] = [maxAgeMs, isRunRequested];
  maxAgeMs = Number.POSITIVE_INFINITY;
  isRunRequested = false;
  const { trouble } = (await readState(library, 'status')) ?? INITIAL_STATUS;
  // While the remote is left alone, local changes are still recorded with their time, as when sync is paused.
  const mayContactRemote = isRequested || !mustWait(trouble, Date.now());
  running = new AbortController();
  try {
    await stayAwake(async () => {
      let engine = await openLocalEngine(running.signal, isRequested);
      if (engine === null) return;
      if ((await runSync(engine, runMaxAgeMs, mayContactRemote)).mustReopen) {
        engine = await openLocalEngine(running.signal, isRequested);
        if (engine !== null) await runSync(engine);
      }
    });
    // An earlier failure remains, because nothing was tried.
    if (!mayContactRemote) return;
    failures = 0;
    await browser.alarms.clear(RETRY_ALARM);
    // Articles may have arrived whose images have to be fetched or whose quotes have to be found.
    wakeImageQueue();
    wakeReread();
  } catch (error) {
    if (!mayContactRemote) console.warn('offprint: not noted what was changed', error);
    else if (!running.signal.aborted) await recordFailure(error);
  } finally {
    progress = null;
    announceSyncChange();
  }
}

const syncing = oneAtATime('sync', () => navigator.locks.request('offprint-sync', run));

/** Syncs at the user's request, whatever failed before. Returns at once. */
export function wakeSync(): void {
  isRunRequested = true;
  wakeIfStale(0);
}

/**
 * Syncs if necessary. Returns at once.
 *
 * @param runMaxAgeMs the remote is contacted if the last contact is older than this, in ms
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

/** Syncs when the user returns to a page that shows changes of other devices. Returns at once. */
export function wakeSyncOnFocus(): void {
  wakeIfStale(isMetered() ? MAX_AGE_METERED_MS : MAX_AGE_ON_FOCUS_MS);
}

/**
 * Syncs local changes once they have settled. Changes that sync itself wrote also call this, but leave nothing to send, so
 * that the remote is not contacted.
 */
export function wakeSyncAfterChange(now = Date.now()): void {
  // Not while sync is off. A background that has just started looks for changes itself.
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

/** Stops a run at its next step. Completed steps are kept. */
export function stopSync(): void {
  watching?.abort();
  windowsApi()?.onFocusChanged.removeListener(onFocus);
  watching = null;
  clearTimeout(timer);
  timer = undefined;
  running.abort(new DOMException('stopped', 'AbortError'));
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
  // An existing alarm keeps its time: the background starts more often than once an hour.
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
 * @throws RemoteError `byPolicy` if an organisation does not allow it, `noAccess` if the user has withdrawn the browser's
 *   access, before anything is sent; Error if the policy can't be read
 */
export async function openAllowedRemote(stored: RemoteConfig): Promise<RemoteStore> {
  if (!isRemoteAllowed(stored, await requirePolicy())) throw new RemoteError('byPolicy', 'not by policy');
  const address = remoteKindOf(stored).address(stored);
  if (address !== null) {
    if (!(await hasAccessToUrl(address))) throw new RemoteError('noAccess', 'no access to the host');
    await guardRedirects();
    await allowRemoteStore(address);
  }
  return openRemote(stored);
}
