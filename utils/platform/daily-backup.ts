/** What is known of the daily backup, where the browser keeps it. It is of this device: no backup and no sync has it. */
import { browser } from './browser.ts';

const KEY = 'daily-backup';

/**
 * Why the last try failed; `shrunken`: it was written, with so much less in it that older ones are kept until the user has
 * said that this is right. Each has a sentence `dailyError_<code>` in `locales`.
 */
export type DailyTrouble = 'noAccess' | 'notFound' | 'full' | 'failed' | 'shrunken';

export interface DailyBackup {
  /** The folder: its id in `sync/remote/folder.ts`, and its name for the user. */
  folder: { id: string; name: string };
  /** When the last one was written, in ms since 1970; null where none was. */
  wroteAt: number | null;
  /** Articles in it, and its bytes. */
  articles: number;
  bytes: number;
  /** The most articles that one had since the user said that fewer are right. */
  most: number;
  /** Names of the files that were written from here. No other file of the folder is ever taken away. */
  names: readonly string[];
  trouble: DailyTrouble | null;
  /** When a folder was chosen, and when it was tried last, in ms since 1970. */
  setUpAt: number;
  triedAt: number;
  /** How often since one was written: a try that the browser ended says nothing else. */
  tries: number;
}

function readDaily(value: unknown): DailyBackup | null {
  if (typeof value !== 'object' || value === null || !('folder' in value && 'wroteAt' in value)) return null;
  const stored = value as Pick<
    DailyBackup,
    'folder' | 'wroteAt' | 'articles' | 'bytes' | 'trouble' | 'triedAt'
  >;
  // Of a version that knew less.
  const { articles, wroteAt, triedAt } = stored;
  return { most: articles, names: [], setUpAt: wroteAt ?? triedAt, tries: 0, ...stored };
}

/** Null where none is set up. */
export async function loadDailyBackup(): Promise<DailyBackup | null> {
  const { [KEY]: value } = await browser.storage.local.get(KEY);
  return readDaily(value);
}

/** @param daily null ends it */
export async function storeDailyBackup(daily: DailyBackup | null): Promise<void> {
  if (daily === null) await browser.storage.local.remove(KEY);
  else await browser.storage.local.set({ [KEY]: daily });
}

export function watchDailyBackup(onChange: (daily: DailyBackup | null) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[KEY];
    if (change !== undefined) onChange(readDaily(change.newValue));
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener));
}
