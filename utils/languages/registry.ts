import { quoting as cs } from './cs/quoting.ts';
import * as csSite from './cs/site.ts';
import { quoting as da } from './da/quoting.ts';
import * as daSite from './da/site.ts';
import { quoting as de } from './de/quoting.ts';
import * as deSite from './de/site.ts';
import { quoting as en } from './en/quoting.ts';
import * as enSite from './en/site.ts';
import { quoting as es } from './es/quoting.ts';
import * as esSite from './es/site.ts';
import { quoting as fr } from './fr/quoting.ts';
import * as frSite from './fr/site.ts';
import { quoting as it } from './it/quoting.ts';
import * as itSite from './it/site.ts';
import type { Language } from './language.ts';
import type { LanguageCode } from './language-code.ts';
import { quoting as nl } from './nl/quoting.ts';
import * as nlSite from './nl/site.ts';
import { quoting as no } from './no/quoting.ts';
import * as noSite from './no/site.ts';
import { quoting as pl } from './pl/quoting.ts';
import * as plSite from './pl/site.ts';
import { quoting as pt } from './pt/quoting.ts';
import * as ptSite from './pt/site.ts';
import { quoting as ru } from './ru/quoting.ts';
import * as ruSite from './ru/site.ts';
import { quoting as sv } from './sv/quoting.ts';
import * as svSite from './sv/site.ts';
import { quoting as tr } from './tr/quoting.ts';
import * as trSite from './tr/site.ts';
import { quoting as uk } from './uk/quoting.ts';
import * as ukSite from './uk/site.ts';

/** All word lists of every language, for code that may need any of them. For tabs, use `site-words.ts`. */
export const LANGUAGES: Readonly<Record<LanguageCode, Language>> = {
  cs: { code: 'cs', ...csSite, quoting: cs },
  da: { code: 'da', ...daSite, quoting: da },
  de: { code: 'de', ...deSite, quoting: de },
  en: { code: 'en', ...enSite, quoting: en },
  es: { code: 'es', ...esSite, quoting: es },
  fr: { code: 'fr', ...frSite, quoting: fr },
  it: { code: 'it', ...itSite, quoting: it },
  nl: { code: 'nl', ...nlSite, quoting: nl },
  no: { code: 'no', ...noSite, quoting: no },
  pl: { code: 'pl', ...plSite, quoting: pl },
  pt: { code: 'pt', ...ptSite, quoting: pt },
  ru: { code: 'ru', ...ruSite, quoting: ru },
  sv: { code: 'sv', ...svSite, quoting: sv },
  tr: { code: 'tr', ...trSite, quoting: tr },
  uk: { code: 'uk', ...ukSite, quoting: uk },
};
