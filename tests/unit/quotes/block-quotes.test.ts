import { expect, test } from 'vitest';
import './learn-all.ts';
import { findQuotes } from '../../../utils/quotes/find-quotes.ts';
import { speakersOf } from './speakers-of.ts';

/** Invented: what leads in, a paragraph without marks, and its speaker; null where it is no quote. */
const CASES: readonly (readonly [lang: string, lead: string, words: string, speaker: string | null])[] = [
  [
    'en',
    'In a letter to the council, Olaf Renner wrote:',
    'I have walked this pier for forty years, and I have never seen it in such a state.',
    'Olaf Renner',
  ],
  [
    'en',
    'The harbour office said in a statement:',
    'We are sorry for the noise and we will pay for every broken window on the quay.',
    'The harbour office',
  ],
  [
    'en',
    'Tomas Berg told the Ellery Post by email:',
    'My crew found the leak at four in the morning and stayed until it was closed.',
    'Tomas Berg',
  ],
  [
    'en',
    'The letter reads:',
    'We ask you to leave the nets where they are until we have counted them all.',
    'The letter',
  ],
  [
    'en',
    'The council promised:',
    'New planks, a new rail and a lamp at the end of the pier before winter.',
    null,
  ],
  [
    'en',
    'Here is what Tomas Berg said about the plan:',
    'The plan has three parts and costs a little more than the old one did.',
    null,
  ],
  [
    'en',
    'Visitors need three things:',
    'My own list has a torch, a rope and a warm coat, and we always take tea.',
    null,
  ],
  [
    'de',
    'In einem Brief an den Rat schrieb Olaf Renner:',
    'Ich gehe seit vierzig Jahren über diese Brücke, und so habe ich sie noch nie gesehen.',
    'Olaf Renner',
  ],
  [
    'de',
    'Der Rat versprach:',
    'Neue Bohlen, ein neues Geländer und eine Lampe am Ende der Brücke noch vor dem Winter.',
    null,
  ],
  [
    'uk',
    'У листі до ради Назар Вітер написав:',
    'Я ходжу цим мостом сорок років, і таким ми його ще ніколи не бачили.',
    'Назар Вітер',
  ],
  [
    'fr',
    'Dans une lettre au conseil, Olaf Renaud a écrit :',
    'Je passe sur ce pont depuis quarante ans et je ne l’ai jamais vu dans un tel état.',
    'Olaf Renaud',
  ],
  [
    'pl',
    'W liście do rady Tomasz Bergman napisał:',
    'Chodzę tym mostem od czterdziestu lat i nikt mnie nigdy nie zapytał o zdanie.',
    'Tomasz Bergman',
  ],
];

test.each(CASES)('a paragraph without marks, in %s: %s', (lang, lead, words, speaker) => {
  expect(speakersOf(`${lead}\n\n${words}`, { lang })).toEqual(speaker === null ? [] : [speaker]);
});

test('a block quote without marks tells whom it speaks of', () => {
  const text = [
    'Mayor Mara Lindqvist and Harbour Commissioner Tomas Berg met on Tuesday. Later Berg wrote:',
    'I have known Lindqvist for twenty years, and we have never agreed on a single plank.',
    'The council has not replied.',
  ].join('\n\n');
  const [quote] = findQuotes(text, { lang: 'en' });
  expect(quote?.resolvedSpeaker).toBe('Tomas Berg');
  expect(quote?.about).toEqual(['Mara Lindqvist']);
});
