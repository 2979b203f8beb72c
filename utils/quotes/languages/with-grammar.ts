import type { QuotingWords } from '../../languages/quoting-words.ts';
import { splitCommaIncises, splitDashIncises } from '../extract/incises.ts';
import { findDashSpeech } from '../extract/speech-dashes.ts';
import { roleBefore } from './appositions.ts';
import { findSubject } from './find-subject.ts';
import { foldBy } from './fold-name.ts';
import type { LanguageData } from './language.ts';
import { adjustMention } from './phrases.ts';
import { adjustTokens } from './speech-verbs.ts';
import { leavesUnnamed } from './unnamed.ts';

/**
 * The words of a language with the rules that go with them: those that all languages besides English share, and those
 * for what the language says of itself. English is read without them.
 */
export function withGrammar(words: QuotingWords): LanguageData {
  const { incises, nameEndings, speechDashes } = words;
  return {
    ...words,
    adjustTokens,
    adjustMention,
    findSubject,
    roleBefore,
    leavesUnnamed,
    ...(speechDashes === true && { findDashSpeech }),
    ...(incises !== undefined && {
      splitIncises: incises === 'dashes' ? splitDashIncises : splitCommaIncises,
    }),
    ...(nameEndings !== undefined && { foldName: foldBy(nameEndings) }),
  };
}
