/**
 * Spaced repetition of highlights. Pure. A highlight is shown again a week after it was created. If the user answers
 * “keep”, it returns after a month, three months, half a year, and then once a year; after “later”, it returns in three
 * days; after “done”, never. At most five are shown per day. Missed reviews don't accumulate: each day's highlights are
 * a random sample of those due, so that after an import of thousands, not all are from the same book for months.
 * Studies of spaced practice agree on growing intervals (Cepeda et al., “Distributed practice in verbal recall tasks”,
 * 2006); the values are our own choice.
 */
import type { HighlightReview, HighlightRow, ReviewAnswer } from '../user-types.ts';

const DAY_MS = 86_400_000;

/** Intervals in days: the first after creation, the others after each “keep”. */
const INTERVALS = [7, 30, 91, 182, 365] as const;
const LATER_DAYS = 3;

/** Maximum number of highlights per day. */
export const MAX_DAILY_REVIEWS = 5;

type Reviewed = Pick<HighlightRow, 'id' | 'text' | 'note' | 'createdAt' | 'review'>;

const intervalMs = (step: number): number => (INTERVALS[Math.min(step, INTERVALS.length - 1)] ?? 0) * DAY_MS;

/** When a highlight is due, in milliseconds since 1970; null for never. */
export function dueAt({ createdAt, review }: Pick<Reviewed, 'createdAt' | 'review'>): number | null {
  return review === undefined ? createdAt + intervalMs(0) : review.dueAt;
}

/** The new schedule after an answer. */
export function answerReview(
  review: HighlightReview | undefined,
  answer: ReviewAnswer,
  now: number,
): HighlightReview {
  const step = review?.step ?? 0;
  switch (answer) {
    case 'keep':
      return { step: step + 1, dueAt: now + intervalMs(step + 1), answeredAt: now };
    case 'later':
      return { step, dueAt: now + LATER_DAYS * DAY_MS, answeredAt: now };
    case 'done':
      return { step, dueAt: null, answeredAt: now };
  }
}

/** A pseudo-random number for a highlight and a day, which determines the sample. */
function sampleNumber(id: string, day: string): number {
  let hash = 2_166_136_261;
  for (const unit of id + day) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 16_777_619);
  // FNV-1a mixes its last input poorly.
  hash ^= hash >>> 15;
  return Math.imul(hash, 2_246_822_519) >>> 0;
}

/**
 * The highlights to review now.
 *
 * @param rows all highlights
 * @param now in milliseconds; days are local, from midnight to midnight
 */
export function chooseForReview<T extends Reviewed>(rows: readonly T[], now: number): T[] {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const answered = rows.filter(({ review }) => review !== undefined && review.answeredAt >= midnight).length;
  const day = new Date(midnight).toDateString();
  return rows
    .filter((row) => {
      const due = dueAt(row);
      return due !== null && due <= now && (row.text !== '' || row.note !== '');
    })
    .map((row) => ({ row, hash: sampleNumber(row.id, day) }))
    .sort((a, b) => a.hash - b.hash)
    .slice(0, Math.max(0, MAX_DAILY_REVIEWS - answered))
    .map(({ row }) => row);
}
