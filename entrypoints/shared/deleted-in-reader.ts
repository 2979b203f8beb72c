/** What was deleted in the reader is told of in the library, where the reader goes then, with its way back. */

/** Of the tab's own storage: another tab has nothing to say of it. */
const KEY = 'deletedInReader';

export interface DeletedInReader {
  id: string;
  title: string;
}

export function leaveDeleted(deleted: DeletedInReader): void {
  sessionStorage.setItem(KEY, JSON.stringify(deleted));
}

/** Told once; null where nothing was deleted. */
export function takeDeleted(): DeletedInReader | null {
  const stored = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (stored === null) return null;
  const { id, title } = JSON.parse(stored) as Partial<DeletedInReader>;
  return typeof id === 'string' && typeof title === 'string' ? { id, title } : null;
}
