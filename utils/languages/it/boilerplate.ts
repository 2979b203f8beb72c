import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Boilerplate around articles on sites in Italian. */
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
  notices: [
    '(?:accedi|registrati) per (?:votare|commentare|reagire|salvare|seguire)\\b',
    'articolo salvato\\b',
    'quest[oa] (?:articolo|riassunto|sintesi|traduzione) .{0,30}\\b(?:generat|scritt|tradott|creat|realizzat)[oa]\\b.{0,30}\\b(?:IA|intelligenza artificiale|automaticamente)\\b',
  ],
  credits: ['^\\W*(?:traduzione (?:di|dal)|tradotto (?:da|dal))(?: [^\\s,;]+){1,4}$'],
};
