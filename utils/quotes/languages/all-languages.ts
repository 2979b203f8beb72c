import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import type { LanguageData } from './language.ts';
import { polish } from './polish.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';
import { ukrainian } from './ukrainian.ts';

/** Every language besides English, for places that may read articles in any of them. */
export const ALL_LANGUAGES: readonly LanguageData[] = [
  french,
  german,
  italian,
  polish,
  portuguese,
  spanish,
  ukrainian,
];
