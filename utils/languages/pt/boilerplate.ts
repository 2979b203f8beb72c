import type { BoilerplateBook } from '../boilerplate-book.ts';

/** What sites in Portuguese print around an article. */
export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'artigos relacionados',
    'comentários',
    'leia (?:também|mais).*',
    'mais lidas',
    'relacionadas',
    'veja também.*',
  ],
  pointers: ['leia (?:também|mais)', 'veja (?:também|mais)'],
  walls: ['exclusivo para assinantes', 'para continuar lendo'],
};
