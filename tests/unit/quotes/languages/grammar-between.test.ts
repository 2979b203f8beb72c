import { describe, expect, test } from 'vitest';
import { speakersOf, wordsOf } from '../speakers-of.ts';

/** A text, and the speaker of each of its quotes: what stands between a quote, its verb and its subject. */
const CASES: readonly (readonly [lang: string, text: string, ...speakers: string[]])[] = [
  // Adverbs, and what prepositions hold, between the verb and its subject.
  ['it', '«Il porto resta chiuso», ha spiegato ancora Carlo Ferrua.', 'Carlo Ferrua'],
  ['fr', '« Le port reste fermé », a expliqué à l’AFP Nadège Corvin, une habitante.', 'Nadège Corvin'],
  // The object in front of the verb.
  ['fr', 'Jules Corvin s’indigne : « Le port reste fermé. »', 'Jules Corvin'],
  ['it', 'Anche Carlo Ferrua si lamenta: «È stato un errore del porto».', 'Carlo Ferrua'],
  // Several words that report together.
  ['it', '«Il porto resta chiuso», ha fatto sapere Carlo Ferrua.', 'Carlo Ferrua'],
  ['fr', '« Le port reste fermé », a fait savoir Jules Corvin.', 'Jules Corvin'],
  // The sentence behind the quote, and a noun for words in front of it.
  [
    'it',
    '«Siamo uniti da sempre». Lo ha detto il sindaco di Selva, Carlo Ferrua, alla festa.',
    'Carlo Ferrua',
  ],
  ['it', 'Il commento del sindaco Carlo Ferrua: «Siamo uniti da sempre».', 'Carlo Ferrua'],
  // A surname of two words before the full name.
  [
    'it',
    'Le Guern attacca: «È una decisione politica». Solène Le Guern ha lasciato l’aula.',
    'Solène Le Guern',
  ],
];

describe('who speaks where more stands between', () => {
  test.each(CASES.map(([lang, text, ...speakers]) => ({ lang, text, speakers })))(
    '$lang: $text',
    ({ lang, text, speakers }) => {
      expect(speakersOf(text, { lang })).toEqual(speakers);
    },
  );
});

test('whoever has just spoken goes on where the next clause names nobody', () => {
  const it = 'Carlo Ferrua ha detto: «Il porto resta chiuso». E aggiunge: «Non so per quanto».';
  expect(speakersOf(it, { lang: 'it' })).toEqual(['Carlo Ferrua', 'Carlo Ferrua']);
  const fr = 'Jules Corvin a dit : « Le port reste fermé. » Et d’ajouter : « Je ne sais pas jusqu’à quand. »';
  expect(speakersOf(fr, { lang: 'fr' })).toEqual(['Jules Corvin', 'Jules Corvin']);
});

describe('the clause of a speaker inside the marks', () => {
  test.each([
    '«Il porto resta chiuso - spiega Carlo Ferrua -, e nessuno sa perché»',
    '«Siamo rimasti in porto – dice Carlo Ferrua, il pescatore più anziano –. E nessuno sa perché»',
    '«Siamo arrivati alle 8 - ha detto Carlo Ferrua -: era tutto chiuso»',
  ])('%s', (text) => {
    expect(speakersOf(`${text}.`, { lang: 'it' })).toEqual(['Carlo Ferrua']);
    expect(wordsOf(`${text}.`, { lang: 'it' })).toEqual([text.slice(1, -1)]);
  });

  test('a participle between commas is none', () => {
    const text = '« Le bateau, lancé avec force, a rompu la digue », a indiqué Jules Corvin.';
    expect(speakersOf(text, { lang: 'fr' })).toEqual(['Jules Corvin']);
  });
});
