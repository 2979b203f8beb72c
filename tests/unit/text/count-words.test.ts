import { describe, expect, it } from 'vitest';
import { countWords } from '../../../utils/text/count-words.ts';
import { readingMinutes } from '../../../utils/text/reading-progress.ts';

describe('countWords', () => {
  it.each([
    ['', 0],
    ['The ferry leaves at 7.30 – late, again.', 7],
    ['Don’t re-open the ramp', 4],
    ['a -- b ...c', 3],
    ['l’été à 3.14', 3],
    ['Паром опаздывает', 2],
    ['𝒜 𝒜lpha 😀 beta', 3],
    // Two characters are a word where no spaces part words.
    ['渡船が遅れる', 3],
    ['フェリー 2 便 ok', 5],
  ])('counts the words of %j', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});

it('never says that an article takes no time', () => {
  expect(readingMinutes(3)).toBe(1);
  expect(readingMinutes(2380)).toBe(10);
});
