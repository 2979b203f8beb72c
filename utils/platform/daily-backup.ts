/** The state of the daily backup, in the browser's storage. It is specific to this device, and never backed up or synced. */
import { browser } from './browser.ts';

const KEY = 'daily-backup';

/**
 * Why the last attempt failed. `shrunken`: the backup was written, but has far fewer articles than an earlier one, so
 * older backups are kept until the user confirms. Each code has a message `dailyError_<code>` in `locales`.
 */
export type DailyBackupError = 'noAccess' | 'notFound' | 'full' | 'failed' | 'shrunken';

export interface DailyBackup {
  /** The folder: its id in `sync/remote/folder.ts`, and its name for the user. */
  folder: { id: string; name: string };
  /** When the last backup was written, in ms since 1970; null if there is none. */
  wroteAt: number | null;
  /** Number of articles in the last backup. */
  articles: number;
  /** Size of the last backup in bytes. */
  bytes: number;
  /** Highest number of articles in any backup so far; reset when the user confirms a smaller one. */
  most: number;
  /** Names of the files that this device has written. No other file in the folder is ever deleted. */
  names: readonly string[];
  /** The error of the last attempt; null if it succeeded. */
  trouble: DailyBackupError | null;
  /** When the folder was chosen, in ms since 1970. */
  setUpAt: number;
  /** When the last attempt was made, in ms since 1970. */
  triedAt: number;
  /** Number of attempts since the last backup. Reveals attempts that were interrupted and so left no error. */
  tries: number;
}

/** Loads the state; null if no daily backup is set up. */
export async function loadDailyBackup(): Promise<DailyBackup | null> {
  return ((await browser.storage.local.get(KEY))[KEY] as DailyBackup | undefined) ?? null;
}

/** Stores the state. @param daily null turns off the daily backup */
export async function storeDailyBackup(daily: DailyBackup | null): Promise<void> {
  if (daily === null) await browser.storage.local.remove(KEY);
  else await browser.storage.local.set({ [KEY]: daily });
}

/** Calls `onChange` when the state changes, until the signal aborts. */
export function watchDailyBackup(onChange: (daily: DailyBackup | null) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[KEY];
    if (change !== undefined) onChange((change.newValue as DailyBackup | undefined) ?? null);
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener));
}
