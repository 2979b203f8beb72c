import { describe, expect, test } from 'vitest';
import '../learn-all.ts';
import { speakersOf } from '../speakers-of.ts';

type Cases = readonly (readonly [lang: string, text: string, ...speakers: (string | null)[]])[];

/** Invented sentences in which a place, or nobody, stands where a speaker is looked for. */
const CASES: Readonly<Record<string, Cases>> = {
  'a verb without a subject, with a place: nobody is named': [
    ['uk', 'У порту казали: «Кораблі прийдуть у травні».', null],
    ['uk', 'У місті розповідають: «Такого снігу ще не було».', null],
    ['de', 'Aus der Menge hieß es: „Wir bleiben hier bis zum Morgen.“', null],
    ['de', 'Aus der Menge rief es: „Schämt euch!“', null],
    ['es', 'En el puerto dijeron: «Los barcos vuelven en mayo».', null],
    ['es', '«Los barcos vuelven en mayo», dijeron en el puerto.', null],
    ['pl', 'W porcie mówili: „Statki wrócą w maju”.', null],
    ['pl', '„Statki wrócą w maju”, mówili w porcie.', null],
    ['it', 'Al porto dicono: «Le navi tornano a maggio».', null],
    ['it', 'Nel porto raccontano: «Le navi tornano a maggio».', null],
    ['pt', 'No porto disseram: «Os navios voltam em maio.»', null],
    ['pt', '«Os navios voltam em maio», disseram no porto.', null],
  ],
  'somebody speaks after all': [
    ['uk', 'У порту Назар Вітер сказав: «Кораблі прийдуть у травні».', 'Назар Вітер'],
    ['uk', '«Кораблі прийдуть у травні», – казав у порту Назар Вітер.', 'Назар Вітер'],
    ['uk', 'За словами Віри Кость, «міст простоїть ще сто років».', 'Віри Кость'],
    ['de', 'Aus der Menge rief Olaf Renner: „Macht das Tor auf!“', 'Olaf Renner'],
    ['de', '„Macht das Tor auf!“, rief Olaf Renner aus der Menge.', 'Olaf Renner'],
  ],
  'people behind a place are its verb’s subject': [
    ['uk', 'На заводі працівники кажуть: «Зарплати немає третій місяць».', 'працівники'],
    ['pl', 'Na targu sprzedawcy mówią: „Ceny rosną z dnia na dzień”.', 'sprzedawcy'],
    ['uk', 'У порту рибалки казали: «Кораблі прийдуть у травні».', 'рибалки'],
    ['pl', 'W porcie rybacy mówili: „Statki wrócą w maju”.', 'rybacy'],
  ],
  'behind a place the subject follows its verb': [
    ['de', 'Aus der Menge rief Olaf Renner: „Macht das Tor auf!“', 'Olaf Renner'],
    ['de', 'Im Hafen sagte Tomas Berg: „Wir warten auf den Frühling.“', 'Tomas Berg'],
    ['uk', 'У порту сказав Назар Вітер: «Кораблі прийдуть у травні».', 'Назар Вітер'],
    ['uk', 'На зборах заявила Віра Кость: «Ми граємо для всіх».', 'Віра Кость'],
    ['es', 'En el puerto dijo Olaf Renero: «Nadie nos preguntó».', 'Olaf Renero'],
    ['es', 'En la asamblea advirtió Marta Lindes: «No hay dinero».', 'Marta Lindes'],
    ['it', 'Al porto ha detto Olaf Reneri: «Nessuno ce lo ha chiesto».', 'Olaf Reneri'],
    ['it', 'In aula ha ribattuto Marta Lindani: «I soldi non ci sono».', 'Marta Lindani'],
    ['pl', 'W porcie powiedział Tomasz Bergman: „Statki wrócą w maju”.', 'Tomasz Bergman'],
    ['pl', 'Na sesji ostrzegła Marta Lindowska: „Nie ma pieniędzy”.', 'Marta Lindowska'],
    ['fr', 'Au port, a dit Olaf Renaud : « Personne ne nous a demandé. »', 'Olaf Renaud'],
    ['fr', 'Dans la salle a crié Inès Okafor : « Plus fort ! »', 'Inès Okafor'],
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
