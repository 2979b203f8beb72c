/**
 * When a highlight is shown again, so that what was worth marking is not forgotten. Pure.
 *
 * The schedule is a plain one of growing gaps: a highlight comes back a week after it was made; kept, after a month,
 * three months, half a year, and then once a year; put off, after three days; done, never again. At most five a day,
 * and nothing is counted that was missed: what waits is drawn by lot each day, so that an import of thousands does not
 * bring the same book for months.
 *
 * Gaps that grow are what studies of spacing agree on (Cepeda et al., “Distributed practice in verbal recall tasks”,
 * 2006); the figures are ours.
 */
import type { HighlightReview, HighlightRow, ReviewAnswer } from '../user-types.ts';

const DAY = 86_400_000;

/** Days to the next time: the first from when it was made, the others from each time it was kept. */
const GAPS = [7, 30, 91, 182, 365] as const;
const LATER_DAYS = 3;

/** Highlights of one day. */
export const DAILY = 5;

type Reviewed = Pick<HighlightRow, 'id' | 'text' | 'note' | 'createdAt' | 'review'>;

const gapOf = (step: number): number => (GAPS[Math.min(step, GAPS.length - 1)] ?? 0) * DAY;

/** When a highlight is due, in ms since 1970; null for never. */
export function dueAt({ createdAt, review }: Pick<Reviewed, 'createdAt' | 'review'>): number | null {
  return review === undefined ? createdAt + gapOf(0) : review.dueAt;
}

/** What is kept of an answer. */
export function answerReview(
  review: HighlightReview | undefined,
  answer: ReviewAnswer,
  now: number,
): HighlightReview {
  const step = review?.step ?? 0;
  switch (answer) {
    case 'keep':
      return { step: step + 1, dueAt: now + gapOf(step + 1), answeredAt: now };
    case 'later':
      return { step, dueAt: now + LATER_DAYS * DAY, answeredAt: now };
    case 'done':
      return { step, dueAt: null, answeredAt: now };
  }
}

/** A number for a highlight on a day: the same all that day, and no other order than chance. */
function lotOf(id: string, day: string): number {
  let lot = 2_166_136_261;
  for (const unit of id + day) lot = Math.imul(lot ^ (unit.codePointAt(0) ?? 0), 16_777_619);
  // FNV-1a changes little at its end by what comes last.
  lot ^= lot >>> 15;
  return Math.imul(lot, 2_246_822_519) >>> 0;
}

/**
 * What is to be shown again now.
 *
 * @param rows all highlights
 * @param now in ms; the day is the user's own, from midnight to midnight
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
    .map((row) => ({ row, lot: lotOf(row.id, day) }))
    .sort((a, b) => a.lot - b.lot)
    .slice(0, Math.max(0, DAILY - answered))
    .map(({ row }) => row);
}
