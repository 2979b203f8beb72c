import { roleBefore } from './appositions.ts';
import { findSubject } from './find-subject.ts';
import type { LanguageData } from './language.ts';
import { adjustMention } from './phrases.ts';
import { adjustTokens } from './speech-verbs.ts';
import { leavesUnnamed } from './unnamed.ts';

/** Rules that the languages besides English share; English is read without them. */
export const OTHER_GRAMMAR: Pick<
  LanguageData,
  'adjustTokens' | 'adjustMention' | 'findSubject' | 'roleBefore' | 'leavesUnnamed'
> = {
  adjustTokens,
  adjustMention,
  findSubject,
  roleBefore,
  leavesUnnamed,
};
