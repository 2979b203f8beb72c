import type { BoilerplateBook } from '../boilerplate-book.ts';

export const boilerplate: BoilerplateBook = {
  endHeadings: ['читайте (?:також|ще).*|теги'],
  pointers: ['читайте також'],
};
