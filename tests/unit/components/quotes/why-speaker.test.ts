import { expect, it } from 'vitest';
import { explainSpeaker } from '../../../../components/quotes/why-speaker.ts';
import { PROBABLY_RIGHT } from '../../../../utils/quotes/sureness.ts';
import type { Offsets, Quote } from '../../../../utils/quotes/types.ts';
import { sampleQuote, WHY } from '../gallery/samples.ts';

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
  expect(why({ sureness: 'probably' }).certainty).toEqual(['whyProbable', String(PROBABLY_RIGHT)]);
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
