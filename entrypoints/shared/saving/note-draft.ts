/**
 * A note that is being written. The popup is gone with the first click beside it, before the library could take
 * anything: what was typed is kept here at once, and goes into the library as one of our pages is opened.
 */
import * as v from 'valibot';

const KEY = 'noteDraft';

const Draft = v.object({ articleId: v.string(), note: v.string() });
type NoteDraft = v.InferOutput<typeof Draft>;

export function keepDraft(draft: NoteDraft): void {
  localStorage.setItem(KEY, JSON.stringify(draft));
}

export function dropDraft(): void {
  localStorage.removeItem(KEY);
}

/** Null where there is none. */
export function readDraft(): NoteDraft | null {
  const stored = localStorage.getItem(KEY);
  if (stored === null) return null;
  const read = v.safeParse(Draft, JSON.parse(stored));
  return read.success ? read.output : null;
}
