/** What is known of the daily backup, where the browser keeps it. It is of this device: no backup and no sync has it. */
import { browser } from './browser.ts';

const KEY = 'daily-backup';

/** Why the last try failed. Each has a sentence `dailyError_<code>` in `locales`. */
export type DailyTrouble = 'noAccess' | 'notFound' | 'full' | 'failed';

export interface DailyBackup {
  /** The folder, as `sync/places/folder-handles.ts` knows it, and as the user does. */
  folder: { id: string; name: string };
  /** When the last one was written, in ms since 1970; null where none was. */
  wroteAt: number | null;
  /** Articles in it, and its bytes. */
  articles: number;
  bytes: number;
  trouble: DailyTrouble | null;
  /** When it was tried last, in ms since 1970. */
  triedAt: number;
}

const isDaily = (value: unknown): value is DailyBackup =>
  typeof value === 'object' && value !== null && 'folder' in value && 'wroteAt' in value;

/** Null where none is set up. */
export async function loadDailyBackup(): Promise<DailyBackup | null> {
  const { [KEY]: value } = await browser.storage.local.get(KEY);
  return isDaily(value) ? value : null;
}

/** @param daily null ends it */
export async function storeDailyBackup(daily: DailyBackup | null): Promise<void> {
  if (daily === null) await browser.storage.local.remove(KEY);
  else await browser.storage.local.set({ [KEY]: daily });
}

export function watchDailyBackup(onChange: (daily: DailyBackup | null) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[KEY];
    if (change !== undefined) onChange(isDaily(change.newValue) ? change.newValue : null);
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener));
}
