import { expect, it } from 'vitest';
import './learn-all.ts';
import { findQuotes } from '../../../utils/quotes/find-quotes.ts';
import { expectQuotesIn } from './speakers-of.ts';

/** Invented paragraphs without marks, behind what leads in, or not; each begins with its language. */
const CASES = [
  'en: In a letter to the council, Olaf Renner wrote:\n\n[[Olaf Renner: I have walked this pier for forty years, and I have never seen it in such a state.]]',
  'en: The harbour office said in a statement:\n\n[[The harbour office: We are sorry for the noise and we will pay for every broken window on the quay.]]',
  'en: Tomas Berg told the Ellery Post by email:\n\n[[Tomas Berg: My crew found the leak at four in the morning and stayed until it was closed.]]',
  'en: The letter reads:\n\n[[The letter: We ask you to leave the nets where they are until we have counted them all.]]',
  'en: The council promised:\n\nNew planks, a new rail and a lamp at the end of the pier before winter.',
  'en: Here is what Tomas Berg said about the plan:\n\nThe plan has three parts and costs a little more than the old one did.',
  'en: Visitors need three things:\n\nMy own list has a torch, a rope and a warm coat, and we always take tea.',
  'de: In einem Brief an den Rat schrieb Olaf Renner:\n\n[[Olaf Renner: Ich gehe seit vierzig Jahren über diese Brücke, und so habe ich sie noch nie gesehen.]]',
  'de: Der Rat versprach:\n\nNeue Bohlen, ein neues Geländer und eine Lampe am Ende der Brücke noch vor dem Winter.',
  'uk: У листі до ради Назар Вітер написав:\n\n[[Назар Вітер: Я ходжу цим мостом сорок років, і таким ми його ще ніколи не бачили.]]',
  'fr: Dans une lettre au conseil, Olaf Renaud a écrit :\n\n[[Olaf Renaud: Je passe sur ce pont depuis quarante ans et je ne l’ai jamais vu dans un tel état.]]',
  'pl: W liście do rady Tomasz Bergman napisał:\n\n[[Tomasz Bergman: Chodzę tym mostem od czterdziestu lat i nikt mnie nigdy nie zapytał o zdanie.]]',
];

it.each(CASES)('finds a paragraph without marks: %s', (source) => expectQuotesIn(source));

it('tells whom a block quote without marks speaks of', () => {
  const text = [
    'Mayor Mara Lindqvist and Harbour Commissioner Tomas Berg met on Tuesday. Later Berg wrote:',
    'I have known Lindqvist for twenty years, and we have never agreed on a single plank.',
    'The council has not replied.',
  ].join('\n\n');
  const [quote] = findQuotes(text, { lang: 'en' });
  expect(quote?.resolvedSpeaker).toBe('Tomas Berg');
  expect(quote?.about).toEqual(['Mara Lindqvist']);
});
