import { expect, it } from 'vitest';
import { isKeptReading, startAt } from '../../../../entrypoints/reader/kept-places.ts';

const PLACE = { block: 7, share: 0.5 };

it('goes on at the kept paragraph as long as the library says the same', () => {
  expect(startAt({ ...PLACE, progress: 0.4 }, 0.402)).toEqual({ progress: 0.4, place: PLACE });
  expect(startAt(null, 0.4)).toEqual({ progress: 0.4, place: null });
});

it('goes on at it where the browser was ended before the library had heard of it', () => {
  expect(startAt({ ...PLACE, progress: 0.4, before: 0.1 }, 0.1)).toEqual({ progress: 0.4, place: PLACE });
});

it('leaves it where the user has read on on another device since', () => {
  expect(startAt({ ...PLACE, progress: 0.4, before: 0.1 }, 0.7)).toEqual({ progress: 0.7, place: null });
});

it('takes what an earlier version kept', () => {
  expect(isKeptReading(PLACE)).toBe(true);
  expect(startAt(PLACE, 0.7)).toEqual({ progress: 0.7, place: PLACE });
  expect(isKeptReading({ ...PLACE, progress: 'far' })).toBe(false);
  expect(isKeptReading({ ...PLACE, progress: 0.4, before: 'far' })).toBe(false);
});
