import type { BoilerplateBook } from '../boilerplate-book.ts';

/** What sites in Danish print around an article. */
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
