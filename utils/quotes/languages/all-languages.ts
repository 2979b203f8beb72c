import { QUOTING } from '../../languages/quoting.ts';
import type { LanguageData } from '../model/types.ts';
import { UNCASED_LANGUAGES } from '../uncased/all-uncased.ts';
import { addGrammar } from './with-grammar.ts';

/** The word lists of every language that are loaded from files; English is part of the engine. */
export const LOADED_WORDS = Object.values(QUOTING).filter(({ code }) => code !== 'en');

/** Every language except English, for tests and scripts. */
export const ALL_LANGUAGES: readonly LanguageData[] = [...LOADED_WORDS.map(addGrammar), ...UNCASED_LANGUAGES];
