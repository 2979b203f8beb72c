import type { BoilerplateBook } from './boilerplate-book.ts';

export const uk: BoilerplateBook = {
  endHeadings: ['читайте (?:також|ще).*|теги'],
  pointers: ['читайте також'],
};
