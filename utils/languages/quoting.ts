import { quoting as cs } from './cs/quoting.ts';
import { quoting as da } from './da/quoting.ts';
import { quoting as de } from './de/quoting.ts';
import { quoting as en } from './en/quoting.ts';
import { quoting as es } from './es/quoting.ts';
import { quoting as fr } from './fr/quoting.ts';
import { quoting as it } from './it/quoting.ts';
import type { LanguageCode } from './language-code.ts';
import { quoting as nl } from './nl/quoting.ts';
import { quoting as no } from './no/quoting.ts';
import { quoting as pl } from './pl/quoting.ts';
import { quoting as pt } from './pt/quoting.ts';
import type { QuotingWords } from './quoting-words.ts';
import { quoting as ru } from './ru/quoting.ts';
import { quoting as sv } from './sv/quoting.ts';
import { quoting as tr } from './tr/quoting.ts';
import { quoting as uk } from './uk/quoting.ts';

/** The words for attributing quotes, by language. */
export const QUOTING: Readonly<Record<LanguageCode, QuotingWords>> = {
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
