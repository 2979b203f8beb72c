import { expect, it } from 'vitest';
import { isKeptReading, placeAt } from '../../../../entrypoints/reader/kept-places.ts';

const PLACE = { block: 7, share: 0.5 };

it('goes on at the kept paragraph as long as the library says the same', () => {
  expect(placeAt({ ...PLACE, progress: 0.4 }, 0.402)).toEqual(PLACE);
  expect(placeAt(null, 0.4)).toBeNull();
});

it('leaves it where the user has read on on another device since', () => {
  expect(placeAt({ ...PLACE, progress: 0.4 }, 0.7)).toBeNull();
});

it('takes what an earlier version kept', () => {
  expect(isKeptReading(PLACE)).toBe(true);
  expect(placeAt(PLACE, 0.7)).toEqual(PLACE);
  expect(isKeptReading({ ...PLACE, progress: 'far' })).toBe(false);
});
