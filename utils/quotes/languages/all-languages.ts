import { LANGUAGES } from '../../languages/registry.ts';
import { UNCASED_LANGUAGES } from '../uncased/all-uncased.ts';
import type { LanguageData } from './language.ts';
import { withGrammar } from './with-grammar.ts';

/** Every language besides English, for places that may read articles in any of them. */
export const ALL_LANGUAGES: readonly LanguageData[] = [
  ...Object.values(LANGUAGES)
    .filter(({ code }) => code !== 'en')
    .map(({ quoting }) => withGrammar(quoting)),
  ...UNCASED_LANGUAGES,
];
