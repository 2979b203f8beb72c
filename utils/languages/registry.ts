import { quoting as cs } from './cs/quoting.ts';
import * as csSite from './cs/site.ts';
import { commonWords as csWords } from './cs/text.ts';
import { quoting as da } from './da/quoting.ts';
import * as daSite from './da/site.ts';
import { commonWords as daWords } from './da/text.ts';
import { quoting as de } from './de/quoting.ts';
import * as deSite from './de/site.ts';
import { commonWords as deWords } from './de/text.ts';
import { quoting as en } from './en/quoting.ts';
import * as enSite from './en/site.ts';
import { commonWords as enWords } from './en/text.ts';
import { quoting as es } from './es/quoting.ts';
import * as esSite from './es/site.ts';
import { commonWords as esWords } from './es/text.ts';
import { quoting as fr } from './fr/quoting.ts';
import * as frSite from './fr/site.ts';
import { commonWords as frWords } from './fr/text.ts';
import { quoting as it } from './it/quoting.ts';
import * as itSite from './it/site.ts';
import { commonWords as itWords } from './it/text.ts';
import type { Language } from './language.ts';
import type { LanguageCode } from './language-code.ts';
import { quoting as nl } from './nl/quoting.ts';
import * as nlSite from './nl/site.ts';
import { commonWords as nlWords } from './nl/text.ts';
import { quoting as no } from './no/quoting.ts';
import * as noSite from './no/site.ts';
import { commonWords as noWords } from './no/text.ts';
import { quoting as pl } from './pl/quoting.ts';
import * as plSite from './pl/site.ts';
import { commonWords as plWords } from './pl/text.ts';
import { quoting as pt } from './pt/quoting.ts';
import * as ptSite from './pt/site.ts';
import { commonWords as ptWords } from './pt/text.ts';
import { quoting as ru } from './ru/quoting.ts';
import * as ruSite from './ru/site.ts';
import { commonWords as ruWords } from './ru/text.ts';
import { quoting as sv } from './sv/quoting.ts';
import * as svSite from './sv/site.ts';
import { commonWords as svWords } from './sv/text.ts';
import { quoting as tr } from './tr/quoting.ts';
import * as trSite from './tr/site.ts';
import { commonWords as trWords } from './tr/text.ts';
import { quoting as uk } from './uk/quoting.ts';
import * as ukSite from './uk/site.ts';
import { commonWords as ukWords } from './uk/text.ts';

/** All word lists of every language, for code that may need any of them. For tabs, use `site-words.ts`. */
export const LANGUAGES: Readonly<Record<LanguageCode, Language>> = {
  cs: { code: 'cs', commonWords: csWords, ...csSite, quoting: cs },
  da: { code: 'da', commonWords: daWords, ...daSite, quoting: da },
  de: { code: 'de', commonWords: deWords, ...deSite, quoting: de },
  en: { code: 'en', commonWords: enWords, ...enSite, quoting: en },
  es: { code: 'es', commonWords: esWords, ...esSite, quoting: es },
  fr: { code: 'fr', commonWords: frWords, ...frSite, quoting: fr },
  it: { code: 'it', commonWords: itWords, ...itSite, quoting: it },
  nl: { code: 'nl', commonWords: nlWords, ...nlSite, quoting: nl },
  no: { code: 'no', commonWords: noWords, ...noSite, quoting: no },
  pl: { code: 'pl', commonWords: plWords, ...plSite, quoting: pl },
  pt: { code: 'pt', commonWords: ptWords, ...ptSite, quoting: pt },
  ru: { code: 'ru', commonWords: ruWords, ...ruSite, quoting: ru },
  sv: { code: 'sv', commonWords: svWords, ...svSite, quoting: sv },
  tr: { code: 'tr', commonWords: trWords, ...trSite, quoting: tr },
  uk: { code: 'uk', commonWords: ukWords, ...ukSite, quoting: uk },
};
