import { describe, expect, test } from 'vitest';
import '../learn-all.ts';
import { speakersOf } from '../speakers-of.ts';

type Cases = readonly (readonly [lang: string, text: string, ...speakers: (string | null)[]])[];

/** Invented sentences in which a place, or nobody, stands where a speaker is looked for. */
const CASES: Readonly<Record<string, Cases>> = {
  'somebody speaks after all': [
    ['uk', 'У порту Назар Вітер сказав: «Кораблі прийдуть у травні».', 'Назар Вітер'],
    ['de', 'Aus der Menge rief Olaf Renner: „Macht das Tor auf!“', 'Olaf Renner'],
  ],
  'behind a place the subject follows its verb': [
    ['de', 'Aus der Menge rief Olaf Renner: „Macht das Tor auf!“', 'Olaf Renner'],
    ['uk', 'У порту сказав Назар Вітер: «Кораблі прийдуть у травні».', 'Назар Вітер'],
    ['es', 'En el puerto dijo Olaf Renero: «Nadie nos preguntó».', 'Olaf Renero'],
    ['it', 'Al porto ha detto Olaf Reneri: «Nessuno ce lo ha chiesto».', 'Olaf Reneri'],
    ['pl', 'W porcie powiedział Tomasz Bergman: „Statki wrócą w maju”.', 'Tomasz Bergman'],
    ['fr', 'Au port, a dit Olaf Renaud : « Personne ne nous a demandé. »', 'Olaf Renaud'],
  ],
  'by the opinion of him or her (jego zdaniem)': [
    [
      'pl',
      'Marta Lindowska przyszła rano. Jej zdaniem most „nie wytrzyma kolejnej zimy”.',
      'Marta Lindowska',
    ],
    ['pl', 'Tomasz Bergman kieruje portem. Jego zdaniem „statki wrócą dopiero w maju”.', 'Tomasz Bergman'],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.each(cases.map(([lang, text, ...speakers]) => ({ lang, text, speakers })))('$lang: $text', (known) => {
    expect(speakersOf(known.text, { lang: known.lang })).toEqual(known.speakers);
  });
});
