import type { QuotingWords } from '../../languages/quoting-words.ts';
import type { ArticleModel } from '../model/article-model.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { Mention } from '../model/mentions.ts';
import type { Token } from '../model/token.ts';
import type { Previous } from '../speakers/candidates.ts';
import type { UncasedGrammar } from '../uncased/types.ts';

/** What the engine knows of one language: its words, and rules that words alone don't tell. */
export interface LanguageData extends Partial<Omit<QuotingWords, 'code'>> {
  /** ISO 639-1, or `und` for a language nobody here knows. */
  code: string;
  /** Reads articles in a language without capitals, in place of all else. */
  uncased?: UncasedGrammar;
  /** What all cases of a name share, where names have cases. */
  foldName?: (word: string) => string;
  /** Reads words by their place before anything else is read; may change their classes. */
  adjustTokens?: (tokens: readonly Token[], lexicon: Lexicon) => void;
  /** Corrects a phrase as it is read, for what names and nouns look like in the language. */
  adjustMention?: (tokens: readonly Token[], phrase: Mention & { end: number }, lexicon: Lexicon) => void;
  /** The speaker of a quoted span where the language's own grammar names one. */
  findSubject?: (
    model: ArticleModel,
    span: number,
    previous: Previous | null,
  ) => { mention: number; cue: number } | null;
  /** Whether the clause at the quote at token `at` names nobody, in the language's own way. */
  leavesUnnamed?: (model: ArticleModel, at: number) => boolean;
  /** The noun of a role that runs on before its name, as indices into the mentions; -1 without one. */
  roleBefore?: (model: ArticleModel, name: number) => number;
}
