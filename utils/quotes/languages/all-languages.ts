import { quoting as cs } from '../../languages/cs/quoting.ts';
import { quoting as da } from '../../languages/da/quoting.ts';
import { quoting as de } from '../../languages/de/quoting.ts';
import { quoting as es } from '../../languages/es/quoting.ts';
import { quoting as fr } from '../../languages/fr/quoting.ts';
import { quoting as it } from '../../languages/it/quoting.ts';
import type { LanguageCode } from '../../languages/language-code.ts';
import { quoting as nl } from '../../languages/nl/quoting.ts';
import { quoting as no } from '../../languages/no/quoting.ts';
import { quoting as pl } from '../../languages/pl/quoting.ts';
import { quoting as pt } from '../../languages/pt/quoting.ts';
import type { QuotingWords } from '../../languages/quoting-words.ts';
import { quoting as ru } from '../../languages/ru/quoting.ts';
import { quoting as sv } from '../../languages/sv/quoting.ts';
import { quoting as tr } from '../../languages/tr/quoting.ts';
import { quoting as uk } from '../../languages/uk/quoting.ts';
import type { LanguageData } from '../model/types.ts';
import { UNCASED_LANGUAGES } from '../uncased/all-uncased.ts';
import { withGrammar } from './with-grammar.ts';

/** The word lists of each language for attributing quotes. The build writes each to a file (`load-words.ts`). */
export const QUOTING: Readonly<Record<Exclude<LanguageCode, 'en'>, QuotingWords>> = {
  cs,
  da,
  de,
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

/** Every language except English, for tests and scripts. */
export const ALL_LANGUAGES: readonly LanguageData[] = [
  ...Object.values(QUOTING).map(withGrammar),
  ...UNCASED_LANGUAGES,
];
