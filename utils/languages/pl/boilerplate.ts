import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Boilerplate around articles on sites in Polish. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'czytaj (?:także|też|również|więcej).*',
    'komentarze.*',
    'najnowsze',
    'podobne.*',
    'polecane.*',
    'powiązane.*',
    'przeczytaj (?:także|też|również).*',
    'tagi',
    'udostępnij.*',
    'zobacz (?:także|też|również).*',
  ],
  pointers: [
    'czytaj (?:także|też|również|więcej|dalej)',
    'przeczytaj(?: także| też| również)?',
    'zobacz (?:także|też|również|więcej)',
  ],
  walls: ['dalsza część artykułu', 'pozostało .{1,10}% (?:artykułu|treści)'],
};
