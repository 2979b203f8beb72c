import { expect, it } from 'vitest';
import { readingMinutes } from '../../../utils/text/reading-progress.ts';

it('never says that an article takes no time', () => {
  expect(readingMinutes(3)).toBe(1);
  expect(readingMinutes(2380)).toBe(10);
});
