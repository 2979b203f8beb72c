import { names as cs } from './cs/people.ts';
import { names as da } from './da/people.ts';
import { names as de } from './de/people.ts';
import { names as en } from './en/people.ts';
import { names as es } from './es/people.ts';
import { names as fr } from './fr/people.ts';
import { names as it } from './it/people.ts';
import type { LanguageCode } from './language-code.ts';
import { names as nl } from './nl/people.ts';
import { names as no } from './no/people.ts';
import { names as pl } from './pl/people.ts';
import { names as pt } from './pt/people.ts';
import type { NameWords } from './quoting-words.ts';
import { names as ru } from './ru/people.ts';
import { names as sv } from './sv/people.ts';
import { names as tr } from './tr/people.ts';
import { names as uk } from './uk/people.ts';

/** Names by language. They are always loaded, unlike other words, because they occur in articles in any language. */
export const NAMES: Readonly<Record<LanguageCode, NameWords>> = {
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
