import * as cs from './cs/text.ts';
import * as da from './da/text.ts';
import * as de from './de/text.ts';
import * as en from './en/text.ts';
import * as es from './es/text.ts';
import * as fr from './fr/text.ts';
import * as it from './it/text.ts';
import type { LanguageCode } from './language-code.ts';
import * as nl from './nl/text.ts';
import * as no from './no/text.ts';
import * as pl from './pl/text.ts';
import * as pt from './pt/text.ts';
import * as ru from './ru/text.ts';
import * as sv from './sv/text.ts';
import * as tr from './tr/text.ts';
import * as uk from './uk/text.ts';

/** The words for reading any text, by language. */
export const TEXTS: Readonly<Record<LanguageCode, typeof en>> = {
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
