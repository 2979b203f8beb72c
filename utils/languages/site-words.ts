import type { PhraseBook } from '../clutter/phrases/phrase-book.ts';
import type { BoilerplateBook } from './boilerplate-book.ts';
import { begging as czech } from './cs/begging.ts';
import { boilerplate as czechBoilerplate } from './cs/boilerplate.ts';
import { begging as danish } from './da/begging.ts';
import { boilerplate as danishBoilerplate } from './da/boilerplate.ts';
import { begging as german } from './de/begging.ts';
import { boilerplate as germanBoilerplate } from './de/boilerplate.ts';
import { begging as english } from './en/begging.ts';
import { boilerplate as englishBoilerplate } from './en/boilerplate.ts';
import { begging as spanish } from './es/begging.ts';
import { boilerplate as spanishBoilerplate } from './es/boilerplate.ts';
import { begging as french } from './fr/begging.ts';
import { boilerplate as frenchBoilerplate } from './fr/boilerplate.ts';
import { begging as italian } from './it/begging.ts';
import { boilerplate as italianBoilerplate } from './it/boilerplate.ts';
import type { LanguageCode } from './language-code.ts';
import { begging as dutch } from './nl/begging.ts';
import { boilerplate as dutchBoilerplate } from './nl/boilerplate.ts';
import { begging as norwegian } from './no/begging.ts';
import { boilerplate as norwegianBoilerplate } from './no/boilerplate.ts';
import { begging as polish } from './pl/begging.ts';
import { boilerplate as polishBoilerplate } from './pl/boilerplate.ts';
import { begging as portuguese } from './pt/begging.ts';
import { boilerplate as portugueseBoilerplate } from './pt/boilerplate.ts';
import { begging as russian } from './ru/begging.ts';
import { boilerplate as russianBoilerplate } from './ru/boilerplate.ts';
import { begging as swedish } from './sv/begging.ts';
import { boilerplate as swedishBoilerplate } from './sv/boilerplate.ts';
import { begging as turkish } from './tr/begging.ts';
import { boilerplate as turkishBoilerplate } from './tr/boilerplate.ts';
import { begging as ukrainian } from './uk/begging.ts';
import { boilerplate as ukrainianBoilerplate } from './uk/boilerplate.ts';

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
