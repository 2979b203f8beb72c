import type { BoilerplateBook } from '../boilerplate-book.ts';

/** What sites in Italian print around an article. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'articoli correlati',
    'commenti',
    'leggi anche.*',
    'notizie correlate',
    'potrebbe interessarti.*',
  ],
  pointers: ['leggi anche'],
  walls: ['per continuare a leggere', 'riservato agli abbonati'],
};
