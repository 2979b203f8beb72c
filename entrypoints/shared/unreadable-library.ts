/** Whether any query of this page has found the library unreadable: the page then says so once, at its top. */
let isUnread = false;
const listeners = new Set<() => void>();

/**
 * A query has failed.
 *
 * @param error as `watchLibrary` gave it; only what the database itself reports counts. Names by the IndexedDB
 *   standard: `UnknownError` is an error of the disk or of the file, `DataError` and `NotReadableError` what Chromium
 *   makes of a damaged one.
 */
export function noteUnread(error: unknown): void {
  const names = ['UnknownError', 'NotReadableError', 'DataError'];
  let current = error as { name?: unknown; inner?: unknown; cause?: unknown } | null | undefined;
  for (let depth = 0; depth < 8 && typeof current === 'object' && current !== null; depth += 1) {
    if (names.includes(String(current.name))) {
      isUnread = true;
      for (const listener of listeners) listener();
      return;
    }
    current = (current.inner ?? current.cause) as typeof current;
  }
}

/** Calls back when the library was found unreadable, at once if it was already. @returns how to end that */
export function onUnread(listener: () => void): () => void {
  listeners.add(listener);
  if (isUnread) listener();
  return () => listeners.delete(listener);
}
