import { LANGUAGES } from '../../languages/registry.ts';
import type { LanguageData } from './language.ts';

/** Every language besides English, for places that may read articles in any of them. */
export const ALL_LANGUAGES: readonly LanguageData[] = Object.values(LANGUAGES)
  .map(({ quoting }) => quoting)
  .filter(({ code }) => code !== 'en');
