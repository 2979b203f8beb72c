import type { ThingWords } from '../quoting-words.ts';

/** Words for what is no person: documents, works, bodies, days and months; and short forms. */
export const things: ThingWords = {
  documentNouns: ['komunikat', 'list', 'oświadczenie', 'raport'],
  workNouns: [
    'album', 'artykuł', 'dziennik', 'film', 'filmie', 'gazeta', 'książce', 'książka', 'książki', 'opera',
    'piosenka', 'powieści', 'powieść', 'program', 'programu', 'pt', 'serial', 'spektakl', 'spektaklu',
    'sztuka', 'tytuł', 'tytułem', 'wiersz', 'zatytułowana', 'zatytułowany',
  ],
  bodyNouns: ['bank', 'instytut', 'ministerstwo', 'partia', 'uniwersytet'],
  timeNames: [
    'czerwca', 'czwartek', 'grudnia', 'kwietnia', 'lipca', 'listopada', 'lutego', 'maja', 'marca',
    'niedziela', 'niedzielę', 'października', 'piątek', 'poniedziałek', 'sierpnia', 'sobota', 'sobotę',
    'stycznia', 'środa', 'środę', 'września', 'wtorek',
  ],
  abbreviations: ['dr', 'gen', 'godz', 'im', 'mec', 'np', 'ok', 'prof', 'tzw', 'ul'],
};
