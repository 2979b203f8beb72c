/** What one of our pages leaves for the next one in the same tab, in session storage. */
const EXPORT_KEY = 'export-ids';
const DELETED_KEY = 'deletedInReader';
const REPLACED_KEY = 'replaced';
const LAST_READ_KEY = 'last-read';

function leave(key: string, what: unknown): void {
  sessionStorage.setItem(key, JSON.stringify(what));
}

/** Returns what was left, once; null if there is nothing. */
function take<T>(key: string): T | null {
  const left = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return left === null ? null : JSON.parse(left);
}

/** Opens the export of these articles in this tab. */
export function exportSelection(ids: readonly string[]): void {
  leave(EXPORT_KEY, ids);
  location.assign('transfer.html?selection#export');
}

/** The articles for which the export was opened; still there after a reload. */
export function readSelection(): readonly string[] {
  if (!new URLSearchParams(location.search).has('selection')) return [];
  return JSON.parse(sessionStorage.getItem(EXPORT_KEY) ?? '[]');
}

interface Deleted {
  id: string;
  title: string;
}

/** Tells the library, which the user sees next, what the reader has deleted, so that it can offer to undo it. */
export const leaveDeleted = (deleted: Deleted): void => leave(DELETED_KEY, deleted);
export const takeDeleted = (): Deleted | null => take(DELETED_KEY);

interface Replaced {
  /** What has changed, as a sentence. */
  message: string;
  /** The token for `save/undo`. */
  undo: string;
}

/** Tells the reader of a saved article that its text has just replaced another, so that it can offer to undo that. */
export const leaveReplaced = (replaced: Replaced): void => leave(REPLACED_KEY, replaced);
export const takeReplaced = (): Replaced | null => take(REPLACED_KEY);

/** The row of the article read last gets the focus when the user returns to the list. */
export const keepLastRead = (id: string): void => leave(LAST_READ_KEY, id);
export const takeLastRead = (): string | null => take(LAST_READ_KEY);
