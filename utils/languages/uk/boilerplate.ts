import type { BoilerplateBook } from '../boilerplate-book.ts';

/** What sites in Ukrainian print around an article. */
export const boilerplate: BoilerplateBook = {
  endHeadings: ['теги', 'читайте (?:також|ще).*'],
  pointers: ['читайте також'],
};
