import { library } from '../db.ts';
import { explainFailure } from '../schema/errors.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { HighlightReview, ReviewAnswer } from '../user-types.ts';
import { answerReview } from './review-schedule.ts';

async function putReview(
  db: LibraryDb,
  id: string,
  next: (review: HighlightReview | undefined) => HighlightReview | undefined,
): Promise<{ before: HighlightReview | undefined } | null> {
  try {
    return await db.transaction('rw', db.highlights, async () => {
      const row = await db.highlights.get(id);
      if (row === undefined) return null;
      const { review: before, ...rest } = row;
      const review = next(before);
      await db.highlights.put({ ...rest, ...(review && { review }), updatedAt: Date.now() });
      return { before };
    });
  } catch (error) {
    throw explainFailure(error);
  }
}

/**
 * Stores the user's answer when reviewing a highlight.
 *
 * @returns an undo function; null if the highlight is gone
 * @throws LibraryFullError if the disk is full; nothing was saved then
 */
export async function answerHighlight(
  id: string,
  answer: ReviewAnswer,
  now: number = Date.now(),
  db: LibraryDb = library,
): Promise<(() => Promise<unknown>) | null> {
  const done = await putReview(db, id, (review) => answerReview(review, answer, now));
  return done && (() => putReview(db, id, () => done.before));
}
