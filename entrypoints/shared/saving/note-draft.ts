/**
 * Drafts of notes. A popup is closed by a click outside it, before an asynchronous write to the library completes. So drafts
 * are stored synchronously in localStorage, and moved to the library later, at the latest when one of our pages is opened.
 */

/** Prefix of the storage key, which ends with the article's id. */
const KEY_PREFIX = 'noteDraft:';

interface NoteDraft {
  note: string;
  /** The stored note on which the draft is based. */
  base: string;
}

export function storeDraft(articleId: string, draft: NoteDraft): void {
  localStorage.setItem(KEY_PREFIX + articleId, JSON.stringify(draft));
}

function readDraft(articleId: string): NoteDraft | null {
  const stored = localStorage.getItem(KEY_PREFIX + articleId);
  return stored === null ? null : JSON.parse(stored);
}

/** Drafts are moved in sequence, because each may be based on the result of the previous one. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Moves the draft of an article's note to the library, merging it with changes by others.
 *
 * @returns the stored note, on which further drafts must be based; null if there was no draft
 * @throws LibraryFullError if the disk is full; the draft is kept then
 */
export function flushDraft(articleId: string): Promise<string | null> {
  const work = async (): Promise<string | null> => {
    const draft = readDraft(articleId);
    if (draft === null) return null;
    const { filing } = await import('./file-article.ts');
    const note = draft.note.trim();
    await filing.mergeNote(articleId, note, draft.base);
    const latest = readDraft(articleId);
    if (latest?.note === draft.note) localStorage.removeItem(KEY_PREFIX + articleId);
    // The user has continued typing.
    else if (latest !== null) storeDraft(articleId, { ...latest, base: note });
    return note;
  };
  const result = queue.then(work);
  queue = result.catch(() => undefined);
  return result;
}

/** Moves the drafts of all articles to the library. */
export async function flushDrafts(): Promise<void> {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(KEY_PREFIX));
  for (const key of keys) await flushDraft(key.slice(KEY_PREFIX.length));
}
