import * as v from 'valibot';
import { expect, it } from 'vitest';
import {
  answerReview,
  chooseForReview,
  dueAt,
  MAX_DAILY_REVIEWS,
} from '../../../../utils/library/highlights/review-schedule.ts';
import { HIGHLIGHT } from '../../../../utils/library/restore/article-schemas.ts';
import type { HighlightReview } from '../../../../utils/library/user-types.ts';

const DAY = 86_400_000;
const NOON = new Date(2026, 4, 20, 12).getTime();

const made = (id: string, createdAt: number, review?: HighlightReview) => ({
  id,
  text: 'words',
  note: '',
  createdAt,
  ...(review && { review }),
});

it('brings a highlight back after a week, and after longer each time it is kept', () => {
  const gaps: number[] = [];
  let at = NOON;
  let review: HighlightReview | undefined;
  for (let time = 0; time < 6; time += 1) {
    const due = dueAt({ createdAt: NOON, ...(review && { review }) }) ?? Number.NaN;
    gaps.push(Math.round((due - at) / DAY));
    at = due;
    review = answerReview(review, 'keep', at);
  }
  expect(gaps).toEqual([7, 30, 91, 182, 365, 365]);
});

it('puts one off for three days without a step back, and never brings back one that is done', () => {
  const kept = answerReview(undefined, 'keep', NOON);
  const later = answerReview(kept, 'later', NOON);
  expect(later).toEqual({ step: 1, dueAt: NOON + 3 * DAY, answeredAt: NOON });
  expect(chooseForReview([made('a', 0, answerReview(later, 'done', NOON))], NOON + 5000 * DAY)).toEqual([]);
});

it('shows five a day at most, however many wait, and the same ones all that day', () => {
  const all = Array.from({ length: 400 }, (_, i) => made(`h${i}`, NOON - (8 + i) * DAY));
  const first = chooseForReview(all, NOON);
  expect(first).toHaveLength(MAX_DAILY_REVIEWS);
  expect(chooseForReview(all, NOON + 3_600_000)).toEqual(first);
  // Two are answered: the other three are left.
  const answered = all.map((one) =>
    first.slice(0, 2).includes(one) ? { ...one, review: answerReview(undefined, 'keep', NOON) } : one,
  );
  expect(chooseForReview(answered, NOON + 60_000).map(({ id }) => id)).toEqual(
    first.slice(2).map(({ id }) => id),
  );
  // The next day others are drawn, and there are no more of them for what was missed.
  const next = chooseForReview(all, NOON + DAY);
  expect(next).toHaveLength(MAX_DAILY_REVIEWS);
  expect(next).not.toEqual(first);
});

it('leaves alone what is new, and what says nothing', () => {
  expect(chooseForReview([made('a', NOON - 6 * DAY)], NOON)).toEqual([]);
  expect(chooseForReview([{ ...made('a', 0), text: '' }], NOON)).toEqual([]);
  expect(chooseForReview([{ ...made('a', 0), text: '', note: 'Mine' }], NOON)).toHaveLength(1);
});

it('is kept by a backup, and falls back to “never shown again” where a file has it wrong', () => {
  const row = {
    id: 'a',
    articleId: 'b',
    text: 'words',
    prefix: '',
    suffix: '',
    start: 0,
    end: 5,
    note: '',
    colour: 'green',
    createdAt: NOON,
    updatedAt: NOON,
  };
  const review = answerReview(undefined, 'keep', NOON);
  expect(v.parse(HIGHLIGHT, { ...row, review })).toEqual({ ...row, review });
  expect(v.parse(HIGHLIGHT, { ...row, review: { step: 'x', answeredAt: 'y' } })).toEqual(row);
});
