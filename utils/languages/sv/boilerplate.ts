import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Boilerplate around articles on sites in Swedish. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'fler artiklar.*',
    'hittat fel i texten.*',
    'kommentarer.*',
    'läs (?:också|mer|även|vidare).*',
    'mer från.*',
    'mest läst.*',
    'rekommenderat.*',
    'relaterade?.*',
    'senaste nytt.*',
    'taggar',
    'ämnen',
    'ämnen i artikeln',
  ],
  pointers: ['läs (?:också|mer|även)', 'läs hela', 'missa inte', 'se också'],
  walls: [
    'bli prenumerant för att',
    'du har .{1,20} artiklar kvar',
    'endast för prenumeranter',
    'för att (?:fortsätta )?läsa',
  ],
};
