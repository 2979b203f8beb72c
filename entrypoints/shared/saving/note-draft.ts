/**
 * Drafts of notes. A popup closes with the first click outside it, before the library can store anything. Drafts are stored
 * synchronously, and moved to the library when one of our pages opens.
 */
/** Followed by the article's id. */
const PREFIX = 'noteDraft:';

interface NoteDraft {
  note: string;
  /** The stored note when the user began to write. */
  base: string;
}

export function keepDraft(articleId: string, draft: NoteDraft): void {
  localStorage.setItem(PREFIX + articleId, JSON.stringify(draft));
}

/** Null if there is none. */
function readDraft(articleId: string): NoteDraft | null {
  const stored = localStorage.getItem(PREFIX + articleId);
  return stored === null ? null : JSON.parse(stored);
}

/** Drafts are moved in sequence, because each builds on the result of the previous one. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Moves the draft of an article's note to the library, merging it with changes made meanwhile.
 *
 * @returns the stored note, the base for further writing; null if there was no draft
 * @throws LibraryFullError if the disk is full; the draft is kept then
 */
export function putDraft(articleId: string): Promise<string | null> {
  const work = async (): Promise<string | null> => {
    const draft = readDraft(articleId);
    if (draft === null) return null;
    const { filing } = await import('./file-article.ts');
    const note = draft.note.trim();
    await filing.mergeNote(articleId, note, draft.base);
    const now = readDraft(articleId);
    if (now?.note === draft.note) localStorage.removeItem(PREFIX + articleId);
    // More was typed meanwhile.
    else if (now !== null) keepDraft(articleId, { ...now, base: note });
    return note;
  };
  const going = turn.then(work);
  turn = going.catch(() => undefined);
  return going;
}

/** Moves the drafts of all articles to the library. */
export async function putDrafts(): Promise<void> {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  for (const key of keys) await putDraft(key.slice(PREFIX.length));
}
