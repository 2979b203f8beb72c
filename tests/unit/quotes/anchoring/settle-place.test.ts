import { expect, it } from 'vitest';
import { settlePlace } from '../../../../utils/quotes/anchoring/locate-quote.ts';

const TEXT = 'Rain fell. “No.” The tide came in. “No.” It went out again.';
const place = (start: number, text = 'No.') => ({ start, end: start + text.length, text });

it('takes the offsets where the words stand there', () => {
  const second = TEXT.lastIndexOf('No.');
  expect(settlePlace(TEXT, place(second))).toEqual({ start: second, end: second + 3 });
});

it('takes the nearest place of the same words where the text was read again', () => {
  const second = TEXT.lastIndexOf('No.');
  expect(settlePlace(TEXT, place(second + 6))?.start).toBe(second);
  expect(settlePlace(TEXT, place(0))?.start).toBe(TEXT.indexOf('No.'));
});

it('knows words that are gone', () => {
  expect(settlePlace(TEXT, place(0, 'Yes.'))).toBeNull();
  expect(settlePlace(TEXT, place(4, ''))).toBeNull();
});
