import { expect, it } from 'vitest';
import { correctQuotes, findSameQuote } from '../../../../utils/quotes/corrections.ts';
import { makeQuote } from '../../library/make-article.ts';

const QUOTES = [
  makeQuote('No.', 'Ann Weir', 10),
  makeQuote('We waited long enough,', 'Mira Voss', 40),
  makeQuote('No.', 'Ann Weir', 90),
];
const speakers = (corrections: Parameters<typeof correctQuotes>[1]) =>
  correctQuotes(QUOTES, corrections).map(({ resolvedSpeaker }) => resolvedSpeaker);

it('finds a quote by its words, and of several the nearest', () => {
  expect(findSameQuote(QUOTES, { text: 'No.', start: 80 })).toBe(2);
  expect(findSameQuote(QUOTES, { text: 'No.', start: 0 })).toBe(0);
  expect(findSameQuote(QUOTES, { text: 'Yes.', start: 0 })).toBe(-1);
});

it('corrects quotes, one correction after the other', () => {
  const at = { text: 'No.', start: 90 };
  expect(speakers([{ ...at, speaker: 'Tom Reed' }])).toEqual(['Ann Weir', 'Mira Voss', 'Tom Reed']);
  expect(
    speakers([
      { ...at, speaker: 'Tom Reed' },
      { ...at, speaker: null },
    ]),
  ).toEqual(['Ann Weir', 'Mira Voss', null]);
});

it('leaves out what is not quoted any more', () => {
  expect(speakers([{ text: 'Gone.', start: 90, speaker: 'Tom Reed' }])).toEqual([
    'Ann Weir',
    'Mira Voss',
    'Ann Weir',
  ]);
});

it('takes the name it has for confirmed, where that was only probable', () => {
  const probable = { ...makeQuote('Not yet.', 'Ann Weir'), sureness: 'probably' as const, confidence: 0.8 };
  const [confirmed] = correctQuotes([probable], [{ text: 'Not yet.', start: 0, speaker: 'Ann Weir' }]);
  expect(confirmed).toMatchObject({ resolvedSpeaker: 'Ann Weir', sureness: 'plain', evidence: 'user' });
});
