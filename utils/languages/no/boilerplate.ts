import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Boilerplate around articles on sites in Norwegian. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'emner',
    'flere artikler.*',
    'kommentarer.*',
    'les (?:også|mer|videre).*',
    'les òg.*',
    'mer fra.*',
    'mest lest.*',
    'relaterte?.*',
    'siste nytt.*',
    'stikkord',
    'tips oss.*',
  ],
  pointers: ['hør også', 'les (?:også|mer|òg)', 'les hele saken', 'se også'],
  walls: [
    'allerede abonnent',
    'denne saken er for abonnenter',
    'du må ha abonnement',
    'for å (?:fortsette å )?lese',
  ],
};
