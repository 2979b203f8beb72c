import { german } from './de/language.ts';
import { english } from './en/language.ts';
import { spanish } from './es/language.ts';
import { french } from './fr/language.ts';
import { italian } from './it/language.ts';
import type { Language } from './language.ts';
import type { LanguageCode } from './language-code.ts';
import { dutch } from './nl/language.ts';
import { polish } from './pl/language.ts';
import { portuguese } from './pt/language.ts';
import { ukrainian } from './uk/language.ts';

/** Every language with all its words: for places that may meet any of them. For tabs there is `site-words.ts`. */
export const LANGUAGES: Readonly<Record<LanguageCode, Language>> = {
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  nl: dutch,
  pl: polish,
  pt: portuguese,
  uk: ukrainian,
};
