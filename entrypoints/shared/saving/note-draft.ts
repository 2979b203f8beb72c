/**
 * Notes that are being written. The popup is gone with the first click beside it, before the library could take
 * anything: what was typed is kept here at once, and goes into the library as one of our pages is opened.
 */
import * as v from 'valibot';

/** Before the article's id: each has a draft of its own. */
const PREFIX = 'noteDraft:';

const Draft = v.object({
  note: v.string(),
  /** The note as it was in the library when the user began to write. */
  base: v.string(),
});
type NoteDraft = v.InferOutput<typeof Draft>;

export function keepDraft(articleId: string, draft: NoteDraft): void {
  localStorage.setItem(PREFIX + articleId, JSON.stringify(draft));
}

/** Null where there is none. */
function readDraft(articleId: string): NoteDraft | null {
  const stored = localStorage.getItem(PREFIX + articleId);
  if (stored === null) return null;
  const read = v.safeParse(Draft, JSON.parse(stored));
  return read.success ? read.output : null;
}

/** One after the other: each goes out from what the one before it put there. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Puts the note that is being written on an article into the library; what came to stand there meanwhile is kept.
 *
 * @returns the note that was put there, the base of what is written on; null where none was being written
 * @throws LibraryFullError when the disk is full; the draft is kept then
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

/** Puts all of them into the library: what they were written in was closed. */
export async function putDrafts(): Promise<void> {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  for (const key of keys) await putDraft(key.slice(PREFIX.length));
}
