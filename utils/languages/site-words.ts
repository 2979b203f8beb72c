import type { PhraseBook } from '../clutter/phrases/phrase-book.ts';
import type { BoilerplateBook } from './boilerplate-book.ts';
import { begging as czech, boilerplate as czechBoilerplate } from './cs/site.ts';
import { begging as danish, boilerplate as danishBoilerplate } from './da/site.ts';
import { begging as german, boilerplate as germanBoilerplate } from './de/site.ts';
import { begging as english, boilerplate as englishBoilerplate } from './en/site.ts';
import { begging as spanish, boilerplate as spanishBoilerplate } from './es/site.ts';
import { begging as french, boilerplate as frenchBoilerplate } from './fr/site.ts';
import { begging as italian, boilerplate as italianBoilerplate } from './it/site.ts';
import type { LanguageCode } from './language-code.ts';
import { begging as dutch, boilerplate as dutchBoilerplate } from './nl/site.ts';
import { begging as norwegian, boilerplate as norwegianBoilerplate } from './no/site.ts';
import { begging as polish, boilerplate as polishBoilerplate } from './pl/site.ts';
import { begging as portuguese, boilerplate as portugueseBoilerplate } from './pt/site.ts';
import { begging as russian, boilerplate as russianBoilerplate } from './ru/site.ts';
import { begging as swedish, boilerplate as swedishBoilerplate } from './sv/site.ts';
import { begging as turkish, boilerplate as turkishBoilerplate } from './tr/site.ts';
import { begging as ukrainian, boilerplate as ukrainianBoilerplate } from './uk/site.ts';

/** Boilerplate and begging phrases of one language. */
interface SiteWords {
  begging: PhraseBook;
  boilerplate: BoilerplateBook;
}

/** The word lists that a tab needs, without the others of `registry.ts`, which would be bundled into every tab. */
export const SITE_WORDS: Readonly<Record<LanguageCode, SiteWords>> = {
  cs: { begging: czech, boilerplate: czechBoilerplate },
  da: { begging: danish, boilerplate: danishBoilerplate },
  de: { begging: german, boilerplate: germanBoilerplate },
  en: { begging: english, boilerplate: englishBoilerplate },
  es: { begging: spanish, boilerplate: spanishBoilerplate },
  fr: { begging: french, boilerplate: frenchBoilerplate },
  it: { begging: italian, boilerplate: italianBoilerplate },
  nl: { begging: dutch, boilerplate: dutchBoilerplate },
  no: { begging: norwegian, boilerplate: norwegianBoilerplate },
  pl: { begging: polish, boilerplate: polishBoilerplate },
  pt: { begging: portuguese, boilerplate: portugueseBoilerplate },
  ru: { begging: russian, boilerplate: russianBoilerplate },
  sv: { begging: swedish, boilerplate: swedishBoilerplate },
  tr: { begging: turkish, boilerplate: turkishBoilerplate },
  uk: { begging: ukrainian, boilerplate: ukrainianBoilerplate },
};
