import { expect, it } from 'vitest';
import { isKeptReading, startAt } from '../../../../entrypoints/reader/kept-places.ts';

const PLACE = { block: 7, share: 0.5 };
/** What the library says. */
const row = (progress: number, openedAt: number | null = 2000) => ({ progress, openedAt });

it('goes on at the kept paragraph as long as the library says the same', () => {
  expect(startAt({ ...PLACE, progress: 0.4 }, row(0.402))).toEqual({ progress: 0.4, place: PLACE });
  expect(startAt(null, row(0.4))).toEqual({ progress: 0.4, place: null });
  expect(startAt(null, null)).toEqual({ progress: 0, place: null });
});

it('goes on at it where the browser was ended before the library had heard of it', () => {
  const kept = { ...PLACE, progress: 0.4, heardAt: 1000 };
  expect(startAt(kept, row(0.1, 1000))).toEqual({ progress: 0.4, place: PLACE });
  expect(startAt({ ...kept, heardAt: null }, row(0, null))).toEqual({ progress: 0.4, place: PLACE });
});

it('begins at the top after it was marked unread, and what was read to the end', () => {
  const kept = { ...PLACE, progress: 0.4, heardAt: 1000 };
  expect(startAt(kept, row(0))).toEqual({ progress: 0, place: null });
  expect(startAt(kept, row(1, 1000))).toEqual({ progress: 1, place: null });
});

it('leaves it where the user has read on on another device since', () => {
  const kept = { ...PLACE, progress: 0.4, heardAt: 1000 };
  expect(startAt(kept, row(0.7))).toEqual({ progress: 0.7, place: null });
});

it('takes nothing damaged out of the storage', () => {
  expect(isKeptReading(PLACE)).toBe(false);
  expect(isKeptReading({ ...PLACE, progress: 'far' })).toBe(false);
  expect(isKeptReading({ ...PLACE, progress: 0.4, heardAt: 'then' })).toBe(false);
  expect(isKeptReading({ ...PLACE, progress: 0.4, heardAt: null })).toBe(true);
});
