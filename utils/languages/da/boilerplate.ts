import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Boilerplate around articles on sites in Danish. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'emneord',
    'flere artikler.*',
    'kommentarer.*',
    'læs (?:også|mere|videre).*',
    'mere fra.*',
    'mest læste.*',
    'relaterede?.*',
    'seneste nyt.*',
    'tip os.*',
  ],
  pointers: ['hør også', 'læs (?:også|mere)', 'læs hele historien', 'se også'],
  walls: ['allerede abonnent', 'for at (?:fortsætte|læse)', 'kun for abonnenter'],
};
