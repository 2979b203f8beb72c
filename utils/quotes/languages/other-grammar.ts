import { roleBefore } from './appositions.ts';
import { findSubject } from './find-subject.ts';
import type { LanguageData } from './language.ts';
import { adjustTokens } from './speech-verbs.ts';

/** Rules that the languages besides English share; English is read without them. */
export const OTHER_GRAMMAR: Pick<LanguageData, 'adjustTokens' | 'findSubject' | 'roleBefore'> = {
  adjustTokens,
  findSubject,
  roleBefore,
};
