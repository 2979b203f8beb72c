import { expect, it } from 'vitest';
import { arrangeQuotes, getParagraphNumber } from '../../../../components/quotes/QuotePanel.tsx';
import { assignHues } from '../../../../components/quotes/voices.ts';
import { QUOTES, VOICES } from '../gallery/samples.ts';

const all = { arrangement: 'voice', query: '', only: null } as const;

it('groups by voice, or gives the order of the text', () => {
  expect(arrangeQuotes(QUOTES, VOICES, all).map((group) => group.quotes)).toEqual([[0, 1, 5], [2], [3], [4]]);
  expect(arrangeQuotes(QUOTES, VOICES, { ...all, arrangement: 'order' })).toEqual([
    { voice: null, quotes: [0, 1, 2, 3, 4, 5] },
  ]);
});

it('filters by the words of the quote, the speaker or the role', () => {
  const quotesWith = (query: string): number[] =>
    arrangeQuotes(QUOTES, VOICES, { ...all, arrangement: 'order', query }).flatMap((group) => group.quotes);
  expect(quotesWith('TUG')).toEqual([1]);
  expect(quotesWith('vandermolen')).toEqual([2]);
  expect(quotesWith('harbour master')).toEqual([0, 1, 5]);
  expect(quotesWith('submarine')).toEqual([]);
});

it('shows one voice alone', () => {
  expect(arrangeQuotes(QUOTES, VOICES, { ...all, only: 1 })).toEqual([{ voice: 1, quotes: [2] }]);
});

it('gives a person one colour everywhere, and the unclear none', () => {
  const hues = assignHues(VOICES);
  expect(hues.ofVoice).toEqual([1, 2, 3, 0]);
  expect([0, 1, 5].map((quote) => hues.ofQuote.get(quote))).toEqual([1, 1, 1]);
  expect(hues.ofQuote.get(4)).toBe(0);
});

it('tells the paragraph', () => {
  const text = 'One.\n\nTwo.\n\nThree.';
  expect(getParagraphNumber(text, 0)).toBe(1);
  expect(getParagraphNumber(text, text.indexOf('Two'))).toBe(2);
  expect(getParagraphNumber(text, text.indexOf('Three'))).toBe(3);
});
