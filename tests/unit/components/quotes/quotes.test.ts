import fc from 'fast-check';
import { expect, it } from 'vitest';
import { explainSpeaker } from '../../../../components/quotes/explain-speaker.ts';
import { findInText } from '../../../../components/quotes/find-in-text.ts';
import { arrangeQuotes, getParagraphNumber } from '../../../../components/quotes/QuotePanel.tsx';
import { assignSpeakerColours } from '../../../../components/quotes/speaker-colours.ts';
import { PROBABLE_PRECISION_PERCENT } from '../../../../utils/quotes/confidence-level.ts';
import type { Offsets, Quote } from '../../../../utils/quotes/types.ts';
import { QUOTES, sampleQuote, VOICES, WHY } from '../gallery/samples.ts';

const all = { arrangement: 'speaker', query: '', onlySpeaker: null } as const;

it('groups by voice, or gives the order of the text', () => {
  expect(arrangeQuotes(QUOTES, VOICES, all).map((group) => group.quotes)).toEqual([[0, 1, 5], [2], [3], [4]]);
  expect(arrangeQuotes(QUOTES, VOICES, { ...all, arrangement: 'textOrder' })).toEqual([
    { speaker: null, quotes: [0, 1, 2, 3, 4, 5] },
  ]);
});

it('filters by the words of the quote, the speaker or the role', () => {
  const quotesWith = (query: string): number[] =>
    arrangeQuotes(QUOTES, VOICES, { ...all, arrangement: 'textOrder', query }).flatMap(
      (group) => group.quotes,
    );
  expect(quotesWith('TUG')).toEqual([1]);
  expect(quotesWith('vandermolen')).toEqual([2]);
  expect(quotesWith('harbour master')).toEqual([0, 1, 5]);
  expect(quotesWith('submarine')).toEqual([]);
});

it('shows one voice alone', () =>
  expect(arrangeQuotes(QUOTES, VOICES, { ...all, onlySpeaker: 1 })).toEqual([{ speaker: 1, quotes: [2] }]));

it('gives a person one colour everywhere, and the unclear none', () => {
  const hues = assignSpeakerColours(VOICES);
  expect(hues.bySpeaker).toEqual([1, 2, 3, 0]);
  expect([0, 1, 5].map((quote) => hues.byQuote.get(quote))).toEqual([1, 1, 1]);
  expect(hues.byQuote.get(4)).toBe(0);
});

it('tells the paragraph', () => {
  const text = 'One.\n\nTwo.\n\nThree.';
  expect(getParagraphNumber(text, 0)).toBe(1);
  expect(getParagraphNumber(text, text.indexOf('Two'))).toBe(2);
  expect(getParagraphNumber(text, text.indexOf('Three'))).toBe(3);
});

const found = (text: string, query: string): string[] =>
  findInText(text, query).map(([start, end]) => text.slice(start, end));

it('finds words whatever their case and accents, and gives them as they stand', () => {
  expect(found('La Señora dijo: señora', 'SENORA')).toEqual(['Señora', 'señora']);
  expect(found('Straße und İstanbul', 'istanbul')).toEqual(['İstanbul']);
  expect(found('один ГОЛОС', 'голос')).toEqual(['ГОЛОС']);
});

it('finds nothing for nothing', () => expect(found('anything', '  ')).toEqual([]));

it('finds every part of a text in it, at places that lie inside', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
      const characters = [...text];
      const start = a % characters.length;
      const query = characters.slice(start, start + 1 + (b % 5)).join('');
      // A mark alone folds to nothing: there is no word to look for.
      if (query.normalize('NFD').replace(/\p{M}/gu, '').trim() === '') return true;
      const ranges = findInText(text, query);
      return ranges.length > 0 && ranges.every(([from, to]) => from < to && to <= text.length);
    }),
  );
});

const NAME = 'Mirela Tandoori-Falk';
const shown = (pieces: readonly { text: string }[] | null | undefined): string | undefined =>
  pieces?.map(({ text }) => text).join('');
const why = (change: Partial<Quote>, text = WHY.text) =>
  explainSpeaker({ ...WHY.quote, ...change }, text, 'en');
const at = (text: string, words: string): Offsets => [
  text.indexOf(words),
  text.indexOf(words) + words.length,
];

it('shows the sentence with the cue, and the sentence in which the person was named last', () => {
  const { reason, cueExcerpt, named, certainty } = why({});
  expect(reason).toEqual(['whyCue', 'said', 'she']);
  expect(shown(cueExcerpt)).toBe('“We asked for a second tug in March,” she said.');
  expect(cueExcerpt?.filter(({ kind }) => kind !== null)).toEqual([
    { text: 'she', kind: 'name' },
    { text: 'said', kind: 'cue' },
  ]);
  expect(named?.sentence).toEqual(['whyNamedLast', 'she', NAME]);
  expect(shown(named?.words)).toBe(`${NAME}, the harbour master of Nordholm, closed the port at noon.`);
  expect(certainty).toEqual(['whyPlain']);
});

it('marks the name in the same sentence, where it stands there', () => {
  const text = '“We wait,” said the mayor, Osric Vandermolen. It rained.';
  const quote = sampleQuote({ text: 'We wait,', start: 1, resolvedSpeaker: 'Osric Vandermolen' });
  const places = {
    speaker: at(text, 'the mayor'),
    cue: at(text, 'said'),
    named: at(text, 'Osric Vandermolen'),
  };
  const { cueExcerpt, named } = explainSpeaker({ ...quote, places }, text, 'en');
  expect(shown(cueExcerpt)).toBe('“We wait,” said the mayor, Osric Vandermolen.');
  expect(cueExcerpt?.filter(({ kind }) => kind === 'name').map((piece) => piece.text)).toEqual([
    'the mayor',
    'Osric Vandermolen',
  ]);
  expect(named).toEqual({ sentence: ['whyNamedHere', 'the mayor', 'Osric Vandermolen'], words: [] });
});

it('says how sure it is, and nothing of that where the user chose or nobody is named', () => {
  expect(why({ sureness: 'plain' }).certainty).toEqual(['whyPlain']);
  expect(why({ sureness: 'probably' }).certainty).toEqual([
    'whyProbable',
    String(PROBABLE_PRECISION_PERCENT),
  ]);
  const chosen = why({ evidence: 'user', resolvedSpeaker: 'Ilse Kwabena' });
  expect([chosen.reason, chosen.certainty, chosen.named]).toEqual([['whyUser'], null, null]);
  const unclear = why({ resolvedSpeaker: null });
  expect([unclear.reason, unclear.certainty, unclear.named]).toEqual([['whyNothing'], null, null]);
});

it('says so where nothing at the quote names anybody, and passes over places that are not in the text', () => {
  const { places: _, ...bare } = WHY.quote;
  expect(explainSpeaker({ ...bare, speaker: null }, WHY.text, 'en')).toMatchObject({
    reason: ['whyArticle'],
    cueExcerpt: null,
    named: null,
  });
  expect(why({ places: { speaker: [900, 904], cue: [5, 2] } }).cueExcerpt).toBeNull();
});
