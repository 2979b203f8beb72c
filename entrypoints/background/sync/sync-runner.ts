/**
 * When this device syncs: at its start, some seconds after a change, on the hour, when the user comes back to the
 * browser, to the library or to the reader, and when they ask for it. Where no place is set up, nothing here listens to
 * anything.
 */
import { library } from '../../../utils/library/db.ts';
import { explainFailure } from '../../../utils/library/schema/errors.ts';
import { watchChanges } from '../../../utils/library/schema/watch-library.ts';
import { announce } from '../../../utils/messaging/tab-side.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { isMetered, isOnWifi } from '../../../utils/platform/metered.ts';
import { windowsApi } from '../../../utils/platform/optional-apis.ts';
import { loadOwnSettings, updateSettings, watchSettings } from '../../../utils/platform/settings-storage.ts';
import { type Engine, openEngine } from '../../../utils/sync/engine/engine.ts';
import { runSync } from '../../../utils/sync/engine/run-sync.ts';
import { NO_STATUS, readState, writeState } from '../../../utils/sync/engine/sync-state.ts';
import { replaceSettings, settingValues } from '../../../utils/sync/engine/synced-settings.ts';
import { MAX_WAIT_MS, QUIET_MS } from '../../../utils/sync/sync-pace.ts';
import type { SyncProgress } from '../../../utils/sync/sync-types.ts';
import { oneAtATime } from '../jobs/one-at-a-time.ts';
import { stayAwake } from '../jobs/stay-awake.ts';
import { wakeImageQueue } from '../queues/image-queue.ts';
import { wakeReread } from '../reread-quotes.ts';
import { cleanPicture } from '../save/keep-image.ts';
import { openAllowedRemote } from './open-allowed-remote.ts';
import { mustRest, troubleOf } from './sync-trouble.ts';

const ALARM = 'sync';
const ALARM_MINUTES = 60;
/** For what failed and may be tried before the hour is over. */
const AGAIN = 'sync-again';

/** After a change here that has turned out to be none, the place is not asked for others more often than that, in ms. */
const FRESH = 30_000;

/**
 * The user came back to the browser or to a page: what they did elsewhere is asked for, but not more often than that, in
 * ms. Less than what `use-news.ts` lets pass between two questions.
 */
const FRESH_FOR_NEWS = 8_000;
/** The same where data may cost money. */
const FRESH_ON_METERED = 60_000;

/**
 * The background has started once more, as it does many times an hour, often for a page that was opened: a place that was
 * asked each time would know when its user reads. In ms.
 */
const FRESH_AT_START = 15 * 60_000;

/** Between two small steps the library is left to others, in ms. */
const BREATH = 10;

/** Progress is told not more often than that, in ms. */
const TELL = 500;

let progress: SyncProgress | null = null;
let told = 0;
let failures = 0;
/** How old what was last heard of the place may be, in ms. */
let fresh = Number.POSITIVE_INFINITY;
let isByHand = false;
let running = new AbortController();

export const syncProgress = (): SyncProgress | null => progress;

export function sayChanged(): void {
  told = Date.now();
  announce('sync/changed', { tabId: null });
}

/**
 * The engine as it is set up; null where it is not, or paused.
 *
 * @param triesAll the user has requested this run
 */
export async function openHere(signal: AbortSignal, ignoresRetryDelays: boolean): Promise<Engine | null> {
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
    yieldTurn: () => new Promise((resolve) => setTimeout(resolve, BREATH)),
    ignoresRetryDelays,
    cleanPicture,
    mayTransferPictures: () => config.pictures === 'all' || (config.pictures === 'wifi' && isOnWifi()),
    onProgress: (now) => {
      progress = now;
      if (Date.now() - told > TELL) sayChanged();
    },
    signal,
  });
}

async function noteTrouble(error: unknown): Promise<void> {
  failures += 1;
  const found = troubleOf(explainFailure(error), failures, Date.now());
  // It was there: what is said while one is set up would be of no help.
  const trouble = found.code === 'noLibrary' ? { ...found, code: 'libraryGone' } : found;
  const status = (await readState(library, 'status')) ?? NO_STATUS;
  await writeState(library, 'status', { ...status, trouble });
  if (trouble.nextTryAt !== null) await browser.alarms.create(AGAIN, { when: trouble.nextTryAt });
  console.warn('offprint: not in step with its place', error);
}

async function run(): Promise<void> {
  const config = await readState(library, 'config');
  if (config === null) return;
  const [mayBeOld, mayAsk] = [fresh, isByHand];
  fresh = Number.POSITIVE_INFINITY;
  isByHand = false;
  const { trouble } = (await readState(library, 'status')) ?? NO_STATUS;
  // What the user does meanwhile is noted with its time, as where sync is paused.
  const mayMeet = mayAsk || !mustRest(trouble, Date.now());
  running = new AbortController();
  try {
    await stayAwake(async () => {
      let engine = await openHere(running.signal, mayAsk);
      if (engine === null) return;
      if ((await runSync(engine, mayBeOld, mayMeet)).mustReopen) {
        engine = await openHere(running.signal, mayAsk);
        if (engine !== null) await runSync(engine);
      }
    });
    // What went wrong is as it was.
    if (!mayMeet) return;
    failures = 0;
    await browser.alarms.clear(AGAIN);
    // Articles may have come that have pictures to be fetched, or quotes to be found.
    wakeImageQueue();
    wakeReread();
  } catch (error) {
    if (!mayMeet) console.warn('offprint: not noted what was changed', error);
    else if (!running.signal.aborted) await noteTrouble(error);
  } finally {
    progress = null;
    sayChanged();
  }
}

const syncing = oneAtATime('sync', () => navigator.locks.request('offprint-sync', run));

/** Says that the user wants the place to be asked, whatever went wrong before. Returns at once. */
export function wakeSync(): void {
  isByHand = true;
  wakeIfStale(0);
}

/**
 * Says that there may be something to sync. Returns at once.
 *
 * @param mayBeOld how old what was last heard of the place may be, in ms
 */
function wakeIfStale(mayBeOld: number): void {
  fresh = Math.min(fresh, mayBeOld);
  clearTimeout(timer);
  timer = undefined;
  waitingSince = null;
  syncing.wake();
}

let timer: ReturnType<typeof setTimeout> | undefined;
let waitingSince: number | null = null;

/** Says that the user has come to where they would see what other devices did. Returns at once. */
export function wakeSyncForNews(): void {
  wakeIfStale(isMetered() ? FRESH_ON_METERED : FRESH_FOR_NEWS);
}

/**
 * Says that something here was changed, which goes to the place once things have settled. What sync itself has written
 * comes here, too: by then all is in step, and the place is not asked.
 */
export function wakeSyncAfterChange(now = Date.now()): void {
  // Where no place is set up there is nobody to tell; a background that has just started looks for changes by itself.
  if (watching === null) return;
  waitingSince ??= now;
  clearTimeout(timer);
  timer = setTimeout(
    () => wakeIfStale(FRESH),
    Math.max(0, Math.min(QUIET_MS, waitingSince + MAX_WAIT_MS - now)),
  );
}

let watching: AbortController | null = null;

function onFocus(windowId: number): void {
  if (windowId >= 0) wakeSyncForNews();
}

/** Ends a run at its next step. What it has done stays done. */
export function stopSync(): void {
  watching?.abort();
  windowsApi()?.onFocusChanged.removeListener(onFocus);
  watching = null;
  clearTimeout(timer);
  timer = undefined;
  running.abort(new DOMException('stopped', 'AbortError'));
  for (const name of [ALARM, AGAIN])
    browser.alarms.clear(name).catch((error: unknown) => console.warn('offprint: sync alarm', error));
}

/** Does work that needs the place to itself. */
export function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('offprint-sync', work) as Promise<T>;
}

/** Listens from now on, where a place is set up, and syncs at once. */
export async function startSync(): Promise<void> {
  const config = await readState(library, 'config');
  if (config === null) return;
  if (watching === null) {
    watching = new AbortController();
    watchChanges(() => wakeSyncAfterChange(), watching.signal);
    // Some of them travel.
    watchSettings(() => wakeSyncAfterChange(), watching.signal);
    windowsApi()?.onFocusChanged.addListener(onFocus);
  }
  // What the user does meanwhile is noted with its time. The place is not asked.
  if (config.isPaused) return wakeIfStale(FRESH_AT_START);
  // One that is there keeps its time: the background starts more often than once an hour.
  if ((await browser.alarms.get(ALARM)) === undefined)
    await browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
  wakeIfStale(FRESH_AT_START);
}

/** At every start of the background. The listeners cost nothing where no place is set up. */
export function setUpSync(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM || name === AGAIN) wakeIfStale(0);
  });
  startSync().catch((error: unknown) => console.error('offprint: sync not started', error));
}
