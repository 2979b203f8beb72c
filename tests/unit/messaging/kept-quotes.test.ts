import { expect, it, vi } from 'vitest';
import { QuoteCache } from '../../../entrypoints/assistant/quote-cache.ts';
import { Waiters } from '../../../entrypoints/assistant/waiters.ts';
import { makeQuote } from '../library/make-article.ts';

const TEXT = 'Rain fell. “No.” The tide came in.';
const QUOTE = makeQuote('No.', 'Ann Weir', TEXT.indexOf('No.'));

it('keeps quotes of the text that is there, until it is read again', () => {
  const kept = new QuoteCache();
  kept.keep([QUOTE], TEXT.length, `${TEXT} It went out again.`);
  expect(kept.found).toBeNull();
  kept.keep([QUOTE], TEXT.length, TEXT.replace('No', 'Ye'));
  expect(kept.found).toBeNull();
  kept.keep([QUOTE], TEXT.length, TEXT);
  expect(kept.found).toEqual([QUOTE]);
  kept.forget();
  expect(kept.found).toBeNull();
});

it('keeps the latest corrections, however often the text is read', () => {
  const kept = new QuoteCache();
  for (let start = 0; start < 300; start++) {
    kept.correct([{ text: 'No.', start, speaker: null }]);
  }
  kept.forget();
  expect(kept.corrections).toHaveLength(200);
  expect(kept.corrections.at(-1)?.start).toBe(299);
});

it('takes back what was said last of a quote, and of no other', () => {
  const kept = new QuoteCache();
  const of = (start: number, speaker: string) => ({ text: 'No.', start, speaker });
  kept.correct([of(1, 'Ann Weir'), of(9, 'Ann Weir')]);
  kept.correct([of(1, 'Mira Voss')]);
  kept.revert([{ text: 'No.', start: 1 }]);
  expect(kept.corrections).toEqual([of(1, 'Ann Weir'), of(9, 'Ann Weir')]);
  kept.revert([1, 9, 30].map((start) => ({ text: 'No.', start })));
  expect(kept.corrections).toEqual([]);
});

it('waits until something holds, and no longer than is said', async () => {
  vi.useFakeTimers();
  const waiters = new Waiters();
  let isThere = false;
  const told = vi.fn();
  void waiters.until(() => isThere, 1000).then(() => told('first'));
  void waiters.until(() => false, 1000).then(() => told('never'));
  waiters.lookAgain();
  await vi.advanceTimersByTimeAsync(500);
  expect(told).not.toHaveBeenCalled();
  isThere = true;
  waiters.lookAgain();
  await vi.advanceTimersByTimeAsync(0);
  expect(told.mock.calls).toEqual([['first']]);
  await vi.advanceTimersByTimeAsync(500);
  expect(told).toHaveBeenLastCalledWith('never');
  vi.useRealTimers();
});
