/** What one of our pages leaves for the next one in the same tab, in session storage. */
const EXPORT_KEY = 'export-ids';
const DELETED_KEY = 'deletedInReader';
const REPLACED_KEY = 'replaced';
const LAST_READ_KEY = 'last-read';

/** Returns what was left, once. */
function take(key: string): string | null {
  const left = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return left;
}

/** Opens the export of these articles in this tab. */
export function exportSelection(ids: readonly string[]): void {
  sessionStorage.setItem(EXPORT_KEY, JSON.stringify(ids));
  location.assign('transfer.html?selection#export');
}

/** The articles for which the export was opened; still there after a reload. */
export function readSelection(): readonly string[] {
  if (!new URLSearchParams(location.search).has('selection')) return [];
  const stored: unknown = JSON.parse(sessionStorage.getItem(EXPORT_KEY) ?? '[]');
  return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
}

interface Deleted {
  id: string;
  title: string;
}

/** Tells the library, which the user sees next, what the reader has deleted, so that it can offer to undo it. */
export function leaveDeleted(deleted: Deleted): void {
  sessionStorage.setItem(DELETED_KEY, JSON.stringify(deleted));
}

/** Returns the deletion once; null if there was none. */
export function takeDeleted(): Deleted | null {
  const { id, title } = JSON.parse(take(DELETED_KEY) ?? '{}') as Partial<Deleted>;
  return typeof id === 'string' && typeof title === 'string' ? { id, title } : null;
}

interface Replaced {
  /** What has changed, as a sentence. */
  message: string;
  /** The token for `save/undo`. */
  undo: string;
}

/** Tells the reader of a saved article that its text has just replaced another, so that it can offer to undo that. */
export function leaveReplaced(replaced: Replaced): void {
  sessionStorage.setItem(REPLACED_KEY, JSON.stringify(replaced));
}

/** Returns the replacement once; null if there was none. */
export function takeReplaced(): Replaced | null {
  const { message, undo } = JSON.parse(take(REPLACED_KEY) ?? '{}') as Partial<Replaced>;
  return typeof message === 'string' && typeof undo === 'string' ? { message, undo } : null;
}

/** The row of the article read last gets the focus when the user returns to the list. */
export function keepLastRead(id: string): void {
  sessionStorage.setItem(LAST_READ_KEY, id);
}

/** @returns its id, once; null if nothing was read since */
export const takeLastRead = (): string | null => take(LAST_READ_KEY);
