import { names as cs } from '../../languages/cs/names.ts';
import { names as da } from '../../languages/da/names.ts';
import { names as de } from '../../languages/de/names.ts';
import { names as en } from '../../languages/en/names.ts';
import { names as es } from '../../languages/es/names.ts';
import { names as fr } from '../../languages/fr/names.ts';
import { names as it } from '../../languages/it/names.ts';
import type { LanguageCode } from '../../languages/language-code.ts';
import { names as nl } from '../../languages/nl/names.ts';
import { names as no } from '../../languages/no/names.ts';
import { names as pl } from '../../languages/pl/names.ts';
import { names as pt } from '../../languages/pt/names.ts';
import type { NameWords } from '../../languages/quoting-words.ts';
import { names as ru } from '../../languages/ru/names.ts';
import { names as sv } from '../../languages/sv/names.ts';
import { names as tr } from '../../languages/tr/names.ts';
import { names as uk } from '../../languages/uk/names.ts';

const NAMES: Readonly<Record<LanguageCode, NameWords>> = {
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

/** The names of every language: they occur in articles of any language, while other words are loaded per language. */
export const ALL_NAMES: readonly NameWords[] = Object.values(NAMES);
