import { names as cs } from '../../languages/cs/people.ts';
import { names as da } from '../../languages/da/people.ts';
import { names as de } from '../../languages/de/people.ts';
import { names as en } from '../../languages/en/people.ts';
import { names as es } from '../../languages/es/people.ts';
import { names as fr } from '../../languages/fr/people.ts';
import { names as it } from '../../languages/it/people.ts';
import type { LanguageCode } from '../../languages/language-code.ts';
import { names as nl } from '../../languages/nl/people.ts';
import { names as no } from '../../languages/no/people.ts';
import { names as pl } from '../../languages/pl/people.ts';
import { names as pt } from '../../languages/pt/people.ts';
import type { NameWords } from '../../languages/quoting-words.ts';
import { names as ru } from '../../languages/ru/people.ts';
import { names as sv } from '../../languages/sv/people.ts';
import { names as tr } from '../../languages/tr/people.ts';
import { names as uk } from '../../languages/uk/people.ts';

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
