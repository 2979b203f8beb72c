import type { KnownLanguage } from '../guess-language.ts';
import type { BoilerplateBook } from './boilerplate-book.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { everywhere } from './everywhere.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { uk } from './uk.ts';

/** What sites print that is no article, in every language there is a book for. */
export const BOILERPLATE_BOOKS: Readonly<Record<KnownLanguage | 'everywhere', BoilerplateBook>> = {
  everywhere,
  de,
  en,
  es,
  fr,
  it,
  pl,
  pt,
  uk,
};
