/** Passes data from one of our pages to the next one in the same tab, in session storage. */
const EXPORT_KEY = 'export-ids';
const DELETED_KEY = 'deletedInReader';
const REPLACED_KEY = 'replaced';
const LAST_READ_KEY = 'last-read';

function store(key: string, value: unknown): void {
  sessionStorage.setItem(key, JSON.stringify(value));
}

/** Returns a stored value and removes it; null if there is none. */
function take<T>(key: string): T | null {
  const stored = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return stored === null ? null : JSON.parse(stored);
}

/** Opens the export page for these articles in this tab. */
export function exportSelection(ids: readonly string[]): void {
  store(EXPORT_KEY, ids);
  location.assign('transfer.html?selection#export');
}

/** Returns the ids of the articles for which the export page was opened. They survive a reload. */
export function readSelection(): readonly string[] {
  if (!new URLSearchParams(location.search).has('selection')) return [];
  return JSON.parse(sessionStorage.getItem(EXPORT_KEY) ?? '[]');
}

interface DeletedArticle {
  id: string;
  title: string;
}

/** The reader passes the deleted article to the library, which is shown next and offers to undo the deletion. */
export const handOverDeleted = (deleted: DeletedArticle): void => store(DELETED_KEY, deleted);
export const takeDeleted = (): DeletedArticle | null => take(DELETED_KEY);

interface ReplacedText {
  /** A sentence about what has changed. */
  message: string;
  /** The token for `save/undo`. */
  undo: string;
}

/** Passes a replacement to the reader that shows the saved article, which offers to undo it. */
export const handOverReplaced = (replaced: ReplacedText): void => store(REPLACED_KEY, replaced);
export const takeReplaced = (): ReplacedText | null => take(REPLACED_KEY);

/** The reader passes the article's id to the library, which focuses the article's row in the list. */
export const handOverLastRead = (id: string): void => store(LAST_READ_KEY, id);
export const takeLastRead = (): string | null => take(LAST_READ_KEY);
