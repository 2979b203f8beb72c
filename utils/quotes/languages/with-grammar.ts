import type { QuotingWords } from '../../languages/quoting-words.ts';
import type { LanguageData } from '../model/types.ts';
import { roleBefore } from './appositions.ts';
import { findSubject } from './find-subject.ts';
import { foldBy } from './fold-name.ts';
import { adjustMention } from './phrases.ts';
import { adjustTokens } from './speech-verbs.ts';
import { leavesUnnamed } from './unnamed.ts';

/**
 * The words of a language with the rules that go with them: those that all languages besides English share, and those
 * for what the language says of itself. English is read without them.
 */
export function withGrammar(words: QuotingWords): LanguageData {
  const { nameEndings } = words;
  return {
    ...words,
    adjustTokens,
    adjustMention,
    findSubject,
    roleBefore,
    leavesUnnamed,
    ...(nameEndings !== undefined && { foldName: foldBy(nameEndings) }),
  };
}
