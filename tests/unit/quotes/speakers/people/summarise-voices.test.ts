import { expect, test } from 'vitest';
import { summariseVoices } from '../../../../../utils/quotes/speakers/people/summarise-voices.ts';
import type { Quote } from '../../../../../utils/quotes/types.ts';

function quote(text: string, resolvedSpeaker: string | null, key = 0.1, role: string | null = null): Quote {
  const blank = { start: 0, end: text.length, group: 0, speaker: null, cue: null, via: null };
  return { ...blank, text, resolvedSpeaker, role, evidence: 'cue', confidence: 1, key };
}

test('weighs voices by words and puts the unclear last', () => {
  const voices = summariseVoices([
    quote('Nobody knows who said all these many words', null),
    quote('Two words', 'Tomas Berg', 0.9),
    quote('Three words here', 'Mara Lindqvist', 0.2),
    quote('And one more', 'Mara Lindqvist', 0.6, 'mayor'),
  ]);
  expect(voices.map((voice) => [voice.name, voice.words, voice.quotes])).toEqual([
    ['Mara Lindqvist', 6, [2, 3]],
    ['Tomas Berg', 2, [1]],
    [null, 8, [0]],
  ]);
  expect(voices[0]?.role).toBe('mayor');
  expect(voices[0]?.keyQuote).toBe(3);
  expect(voices[0]?.share).toBeCloseTo(6 / 16);
});

test('nobody quoted, nobody listed; quotes without words share nothing', () => {
  expect(summariseVoices([])).toEqual([]);
  expect(summariseVoices([quote('…', 'Mara Lindqvist')])[0]?.share).toBe(0);
});

test('who is only probably quoted is a voice apart, behind all that are plain', () => {
  const voices = summariseVoices([
    { ...quote('Many more words than the other', 'Mara Lindqvist'), sureness: 'probably' },
    { ...quote('Two words', 'Mara Lindqvist'), sureness: 'plain' },
    { ...quote('One more', 'Tomas Berg'), sureness: 'plain' },
  ]);
  expect(voices.map(({ name, probable, words }) => [name, probable ?? false, words])).toEqual([
    ['Mara Lindqvist', false, 2],
    ['Tomas Berg', false, 2],
    ['Mara Lindqvist', true, 6],
  ]);
});
