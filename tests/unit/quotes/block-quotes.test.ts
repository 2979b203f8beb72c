import { describe, expect, test } from 'vitest';
import './learn-all.ts';
import { findQuotes } from '../../../utils/quotes/find-quotes.ts';
import { speakersOf } from './speakers-of.ts';

/** Invented paragraphs: one that leads in, one without marks, and what follows; then the speakers. */
const CASES: readonly (readonly [lang: string, paragraphs: readonly string[], ...speakers: string[]])[] = [
  [
    'en',
    [
      'In a letter to the council, Olaf Renner wrote:',
      'I have walked this pier for forty years, and I have never seen it in such a state.',
      'The council has not replied.',
    ],
    'Olaf Renner',
  ],
  [
    'en',
    [
      'Mara Lindqvist posted on her page:',
      'We will mend the pier plank by plank, and nobody will have to pay for it twice.',
    ],
    'Mara Lindqvist',
  ],
  [
    'en',
    [
      'The harbour office said in a statement:',
      'We are sorry for the noise and we will pay for every broken window on the quay.',
    ],
    'The harbour office',
  ],
  [
    'en',
    [
      'Tomas Berg told the Ellery Post by email:',
      'My crew found the leak at four in the morning and stayed until it was closed.',
    ],
    'Tomas Berg',
  ],
  [
    'en',
    [
      'Ines Okafor, who runs the theatre, added:',
      'Our doors stay open for as long as there is one person in the stalls.',
    ],
    'Ines Okafor',
  ],
  [
    'en',
    ['The letter reads:', 'We ask you to leave the nets where they are until we have counted them all.'],
    'The letter',
  ],
  [
    'en',
    [
      'As Petra Holm wrote to all drivers:',
      'I know that the detour is long, and I thank you for not taking the old bridge.',
    ],
    'Petra Holm',
  ],
  [
    'en',
    [
      '“The nets are gone,” Olaf Renner said. Later he wrote:',
      'We counted them twice that night and we still do not know who took them.',
    ],
    'Olaf Renner',
    'Olaf Renner',
  ],
  [
    'en',
    [
      'Emil Sander, the historian, explained:',
      'Nobody told us that the wall was hollow, and we only found out when it rained.',
      'Visitors may come in May.',
    ],
    'Emil Sander',
  ],
  [
    'en',
    [
      'Jonas Wieck answered on Monday:',
      'I shall not sign this paper, and I have told my own party so three times.',
    ],
    'Jonas Wieck',
  ],
  [
    'en',
    ['The council promised:', 'New planks, a new rail and a lamp at the end of the pier before winter.'],
  ],
  [
    'en',
    [
      'Here is what Tomas Berg said about the plan:',
      'The plan has three parts and costs a little more than the old one did.',
    ],
  ],
  [
    'en',
    [
      'Visitors need three things:',
      'My own list has a torch, a rope and a warm coat, and we always take tea.',
    ],
  ],
  [
    'de',
    [
      'In einem Brief an den Rat schrieb Olaf Renner:',
      'Ich gehe seit vierzig Jahren über diese Brücke, und so habe ich sie noch nie gesehen.',
    ],
    'Olaf Renner',
  ],
  [
    'de',
    [
      'Das Hafenamt teilte mit:',
      'Wir bedauern den Lärm und werden jedes Fenster am Kai auf unsere Kosten ersetzen.',
    ],
    'Das Hafenamt',
  ],
  [
    'de',
    [
      'Der Rat versprach:',
      'Neue Bohlen, ein neues Geländer und eine Lampe am Ende der Brücke noch vor dem Winter.',
    ],
  ],
  [
    'uk',
    [
      'У листі до ради Назар Вітер написав:',
      'Я ходжу цим мостом сорок років, і таким ми його ще ніколи не бачили.',
    ],
    'Назар Вітер',
  ],
  ['uk', ['Рада пообіцяла:', 'Нові дошки, нове поруччя і ліхтар на кінці пристані ще до зими.']],
  [
    'fr',
    [
      'Dans une lettre au conseil, Olaf Renaud a écrit :',
      'Je passe sur ce pont depuis quarante ans et je ne l’ai jamais vu dans un tel état.',
    ],
    'Olaf Renaud',
  ],
  [
    'fr',
    ['Le conseil a promis :', 'Des planches neuves, une rampe et une lampe au bout du ponton avant l’hiver.'],
  ],
  [
    'es',
    [
      'En una carta al consejo, Olaf Renero escribió:',
      'Yo paso por este puente desde hace cuarenta años y nunca lo he visto en este estado.',
    ],
    'Olaf Renero',
  ],
  [
    'es',
    [
      'El consejo prometió:',
      'Tablas nuevas, una barandilla y una lámpara al final del muelle antes del invierno.',
    ],
  ],
  [
    'it',
    [
      'In una lettera al consiglio, Olaf Reneri ha scritto:',
      'Io passo su questo ponte da quarant’anni e non l’ho mai visto in questo stato.',
    ],
    'Olaf Reneri',
  ],
  [
    'pl',
    [
      'W liście do rady Tomasz Bergman napisał:',
      'Chodzę tym mostem od czterdziestu lat i nikt mnie nigdy nie zapytał o zdanie.',
    ],
    'Tomasz Bergman',
  ],
  [
    'pt',
    [
      'Numa carta ao conselho, Olaf Reneres escreveu:',
      'Eu passo nesta ponte há quarenta anos e nunca a vi em tal estado.',
    ],
    'Olaf Reneres',
  ],
];

describe('block quotes without marks', () => {
  test.each(
    CASES.map(([lang, paragraphs, ...speakers]) => ({ lang, text: paragraphs.join('\n\n'), speakers })),
  )('$lang: $text', ({ lang, text, speakers }) => {
    expect(speakersOf(text, { lang })).toEqual(speakers);
  });
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
