import * as cs from './cs/site.ts';
import * as da from './da/site.ts';
import * as de from './de/site.ts';
import * as en from './en/site.ts';
import * as es from './es/site.ts';
import * as fr from './fr/site.ts';
import * as it from './it/site.ts';
import type { LanguageCode } from './language-code.ts';
import * as nl from './nl/site.ts';
import * as no from './no/site.ts';
import * as pl from './pl/site.ts';
import * as pt from './pt/site.ts';
import * as ru from './ru/site.ts';
import * as sv from './sv/site.ts';
import * as tr from './tr/site.ts';
import * as uk from './uk/site.ts';

/** The phrases and boilerplate of pages, by language. */
export const SITES: Readonly<Record<LanguageCode, typeof en>> = {
  cs,
  da,
  de,
  en,
  es,
  fr,
  it,
  nl,
  no,
  pl,
  pt,
  ru,
  sv,
  tr,
  uk,
};
