import type { BoilerplateBook } from '../boilerplate-book.ts';

export const boilerplate: BoilerplateBook = {
  endHeadings: [
    'leia (?:também|mais).*|veja também.*|relacionadas|comentários|artigos relacionados|mais lidas',
  ],
  pointers: ['leia (?:também|mais)|veja (?:também|mais)'],
  walls: ['para continuar lendo|exclusivo para assinantes'],
};
