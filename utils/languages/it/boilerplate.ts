import type { BoilerplateBook } from '../boilerplate-book.ts';

export const boilerplate: BoilerplateBook = {
  endHeadings: ['leggi anche.*|articoli correlati|potrebbe interessarti.*|commenti|notizie correlate'],
  pointers: ['leggi anche'],
  walls: ['per continuare a leggere|riservato agli abbonati'],
};
