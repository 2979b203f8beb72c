import type { BoilerplateBook } from '../boilerplate-book.ts';

export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'zobacz (?:także|też|również).*|czytaj (?:także|też|również|więcej).*|komentarze.*|podobne.*|powiązane.*|polecane.*|tagi|najnowsze|przeczytaj (?:także|też|również).*|udostępnij.*',
  ],
  pointers: [
    'zobacz (?:także|też|również|więcej)|czytaj (?:także|też|również|więcej|dalej)|przeczytaj(?: także| też| również)?',
  ],
  walls: ['dalsza część artykułu|pozostało .{1,10}% (?:artykułu|treści)'],
};
