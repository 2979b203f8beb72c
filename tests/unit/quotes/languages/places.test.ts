import { describe, expect, test } from 'vitest';
import '../learn-all.ts';
import { speakersOf } from '../speakers-of.ts';

type Cases = readonly (readonly [lang: string, text: string, ...speakers: (string | null)[]])[];

/** Invented sentences in which a place, or nobody, stands where a speaker is looked for. */
const CASES: Readonly<Record<string, Cases>> = {
  'a verb without a subject, with a place: nobody is named': [
    ['uk', 'У порту казали: «Кораблі прийдуть у травні».', null],
    ['uk', 'У місті розповідають: «Такого снігу ще не було».', null],
    ['uk', 'В управлінні пояснили: «Міст закрито на ремонт».', null],
    ['uk', 'На заводі запевнили: «Зарплату виплатять у п’ятницю».', null],
    ['uk', 'У лікарні повідомили: «Хворих більшає щодня».', null],
    ['uk', 'У мерії відповіли: «Рішення ще немає».', null],
    ['uk', 'В уряді заявили: «Ми не закриємо жодної школи».', null],
    ['uk', 'У театрі кажуть: «Квитків уже немає».', null],
    ['uk', 'У школі додали: «Уроки почнуться о дев’ятій».', null],
    ['uk', 'На станції сказали: «Потяг запізнюється на годину».', null],
    ['uk', '«Кораблі прийдуть у травні», – казали в порту.', null],
    ['uk', '«Ціни не зростуть», – запевнили в міністерстві.', null],
    ['uk', 'Назар Вітер приїхав учора. У порту казали: «Кораблі прийдуть у травні».', null],
    ['de', 'Aus der Menge hieß es: „Wir bleiben hier bis zum Morgen.“', null],
    ['de', 'Aus der Menge rief es: „Schämt euch!“', null],
    ['de', '„Macht das Tor auf!“, hieß es aus der Menge.', null],
    ['de', 'Aus dem Rathaus hieß es: „Wir prüfen den Fall.“', null],
    ['de', '„Wir prüfen den Fall“, hieß es aus dem Rathaus.', null],
    ['de', 'Bürgermeisterin Mara Lindqvist schwieg. Aus der Menge hieß es: „Wir warten nicht länger.“', null],
    ['de', 'Aus dem Publikum kam der Ruf: „Lauter bitte!“', null],
    ['de', 'Im Dorf heißt es: „Der Fluss holt sich alles zurück.“', null],
    ['de', 'Aus Regierungskreisen verlautete: „Der Vertrag ist fertig.“', null],
    ['de', 'Von der Galerie tönte es: „Zugabe, wir wollen mehr!“', null],
    ['de', 'Aus den Reihen der Fischer hieß es: „Ohne uns geht nichts.“', null],
    ['es', 'En el puerto dijeron: «Los barcos vuelven en mayo».', null],
    ['es', '«Los barcos vuelven en mayo», dijeron en el puerto.', null],
    ['es', 'En el hospital explicaron: «Cada día llegan más enfermos».', null],
    ['es', 'En la estación aseguran: «El tren llega mañana».', null],
    ['es', 'En el puerto los pescadores dijeron: «Nadie nos preguntó».', 'los pescadores'],
    ['pl', 'W porcie mówili: „Statki wrócą w maju”.', null],
    ['pl', '„Statki wrócą w maju”, mówili w porcie.', null],
    ['pl', 'W szpitalu wyjaśnili: „Chorych przybywa z każdym dniem”.', null],
    ['pl', 'Na stacji mówią: „Pociąg przyjedzie jutro”.', null],
    ['it', 'Al porto dicono: «Le navi tornano a maggio».', null],
    ['it', 'Nel porto raccontano: «Le navi tornano a maggio».', null],
    ['it', '«Le navi tornano a maggio», dicono al porto.', null],
    ['it', 'In municipio rispondono: «Non c’è ancora una decisione».', null],
    ['pt', 'No porto disseram: «Os navios voltam em maio.»', null],
    ['pt', '«Os navios voltam em maio», disseram no porto.', null],
    ['pt', 'No hospital explicaram: «Chegam mais doentes a cada dia.»', null],
    ['pt', 'Na estação garantem: «O comboio chega amanhã.»', null],
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
    ['uk', 'На ринку продавці розповіли: «Ціни ростуть щодня».', 'продавці'],
    ['uk', 'У лікарні лікарі пояснили: «Хворих більшає щодня».', 'лікарі'],
    ['uk', 'У школі вчителі сказали: «Уроки почнуться о дев’ятій».', 'вчителі'],
    ['uk', 'У селі мешканці кажуть: «Дороги тут немає».', 'мешканці'],
    ['pl', 'W porcie rybacy mówili: „Statki wrócą w maju”.', 'rybacy'],
    ['pl', 'W urzędzie urzędnicy tłumaczyli: „Decyzji jeszcze nie ma”.', 'urzędnicy'],
    ['pl', 'W szpitalu lekarze wyjaśnili: „Chorych przybywa”.', 'lekarze'],
  ],
  'behind a place the subject follows its verb': [
    ['de', 'Aus der Menge rief Olaf Renner: „Macht das Tor auf!“', 'Olaf Renner'],
    ['de', 'Im Hafen sagte Tomas Berg: „Wir warten auf den Frühling.“', 'Tomas Berg'],
    ['de', 'In der Sitzung warnte Finanzminister Jonas Wieck: „Die Kasse ist leer.“', 'Jonas Wieck'],
    ['de', 'Nach dem Spiel erklärte Trainerin Petra Holm: „Das war zu wenig.“', 'Petra Holm'],
    ['de', 'Vor Gericht behauptete Henrik Falk: „Ich wusste nichts von den Schulden.“', 'Henrik Falk'],
    ['uk', 'У порту сказав Назар Вітер: «Кораблі прийдуть у травні».', 'Назар Вітер'],
    ['uk', 'На зборах заявила Віра Кость: «Ми граємо для всіх».', 'Віра Кость'],
    ['uk', 'У суді ствердив Лев Орлик: «Я не знав про борги».', 'Лев Орлик'],
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
    ['pl', 'Zdaniem Tomasza Bergmana „statki wrócą dopiero w maju”.', 'Tomasza Bergmana'],
    [
      'pl',
      'Minister Jan Wieczorek wyszedł z sali. Jego zdaniem „kasa jest pusta do ostatniego grosza”.',
      'Jan Wieczorek',
    ],
    ['pl', 'Aktorka Inga Okoń zagrała wczoraj. Jej zdaniem „publiczność ma dość ciemności”.', 'Inga Okoń'],
    [
      'pl',
      'Marta Lindowska zabrała głos. Most, jej zdaniem, „nie wytrzyma kolejnej zimy”.',
      'Marta Lindowska',
    ],
    [
      'pl',
      '„Statki wrócą dopiero w maju”, uważa Tomasz Bergman. Jego zdaniem „lód pęknie w kwietniu”.',
      'Tomasz Bergman',
      'Tomasz Bergman',
    ],
    [
      'pl',
      'Rzeczniczka Petra Holm czekała na dziennikarzy. Jej zdaniem objazd będzie „gotowy w poniedziałek rano”.',
      'Petra Holm',
    ],
    [
      'pl',
      'Rybak Olaf Renner nie wierzy urzędnikom. Jego zdaniem „nikt ich nie pytał o łodzie”.',
      'Olaf Renner',
    ],
    ['pl', 'Profesor Emil Sander zna mury. Jego zdaniem mur jest „starszy niż całe miasto”.', 'Emil Sander'],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.each(cases.map(([lang, text, ...speakers]) => ({ lang, text, speakers })))('$lang: $text', (known) => {
    expect(speakersOf(known.text, { lang: known.lang })).toEqual(known.speakers);
  });
});
