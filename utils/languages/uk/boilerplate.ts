import type { BoilerplateBook } from '../boilerplate-book.ts';

/** Boilerplate around articles on sites in Ukrainian. */
export const boilerplate: BoilerplateBook = {
  endHeadings: ['теги', 'читайте (?:також|ще).*'],
  pointers: ['читайте також'],
};
