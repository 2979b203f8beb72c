/** Passes a deletion from the reader to the library, which the user sees next and which offers to undo it. */

/** In session storage, because it concerns this tab only. */
const KEY = 'deletedInReader';

export interface DeletedInReader {
  id: string;
  title: string;
}

export function leaveDeleted(deleted: DeletedInReader): void {
  sessionStorage.setItem(KEY, JSON.stringify(deleted));
}

/** Returns the deletion once; null if there was none. */
export function takeDeleted(): DeletedInReader | null {
  const stored = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (stored === null) return null;
  const { id, title } = JSON.parse(stored) as Partial<DeletedInReader>;
  return typeof id === 'string' && typeof title === 'string' ? { id, title } : null;
}
