import { czech } from './cs/language.ts';
import { danish } from './da/language.ts';
import { german } from './de/language.ts';
import { english } from './en/language.ts';
import { spanish } from './es/language.ts';
import { french } from './fr/language.ts';
import { italian } from './it/language.ts';
import type { Language } from './language.ts';
import type { LanguageCode } from './language-code.ts';
import { dutch } from './nl/language.ts';
import { norwegian } from './no/language.ts';
import { polish } from './pl/language.ts';
import { portuguese } from './pt/language.ts';
import { russian } from './ru/language.ts';
import { swedish } from './sv/language.ts';
import { turkish } from './tr/language.ts';
import { ukrainian } from './uk/language.ts';

/** All word lists of every language, for code that may need any of them. For tabs, use `site-words.ts`. */
export const LANGUAGES: Readonly<Record<LanguageCode, Language>> = {
  cs: czech,
  da: danish,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  no: norwegian,
  nl: dutch,
  pl: polish,
  pt: portuguese,
  ru: russian,
  sv: swedish,
  tr: turkish,
  uk: ukrainian,
};
