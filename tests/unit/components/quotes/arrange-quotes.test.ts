import { expect, it } from 'vitest';
import { arrangeQuotes, paragraphAt } from '../../../../components/quotes/arrange-quotes.ts';
import { chooseKeyQuotes } from '../../../../components/quotes/KeyQuotes.tsx';
import { assignHues } from '../../../../components/quotes/voices.ts';
import { QUOTES, sampleQuote, VOICES } from '../gallery/samples.ts';

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

it('leads with the quote that carries most, the others as they stand', () => {
  expect(chooseKeyQuotes(QUOTES)).toEqual([0, 2, 3]);
  expect(chooseKeyQuotes([...QUOTES].reverse())).toEqual([5, 2, 3]);
  expect(chooseKeyQuotes([])).toEqual([]);
});

it('prefers another voice to a second quote of the same one, unless that carries much more', () => {
  const quote = (resolvedSpeaker: string, key: number) => sampleQuote({ text: 'Well', resolvedSpeaker, key });
  const quotes = [quote('A', 0.9), quote('A', 0.85), quote('A', 0.8), quote('B', 0.7), quote('C', 0.65)];
  expect(chooseKeyQuotes(quotes)).toEqual([0, 3, 4]);
  expect(chooseKeyQuotes([quote('A', 0.9), quote('A', 0.85), quote('B', 0.1), quote('C', 0.05)], 2)).toEqual([
    0, 1,
  ]);
});

it('gives a person one colour everywhere, and the unclear none', () => {
  const hues = assignHues(VOICES);
  expect(hues.ofVoice).toEqual([1, 2, 3, 0]);
  expect([0, 1, 5].map((quote) => hues.ofQuote.get(quote))).toEqual([1, 1, 1]);
  expect(hues.ofQuote.get(4)).toBe(0);
});

it('tells the paragraph', () => {
  const text = 'One.\n\nTwo.\n\nThree.';
  expect(paragraphAt(text, 0)).toBe(1);
  expect(paragraphAt(text, text.indexOf('Two'))).toBe(2);
  expect(paragraphAt(text, text.indexOf('Three'))).toBe(3);
});
