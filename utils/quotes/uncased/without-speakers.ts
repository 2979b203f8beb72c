import type { SpanContext, UncasedGrammar } from './types.ts';

interface QuoteRules extends Pick<UncasedGrammar, 'sentenceEnd' | 'isJoined'> {
  /** Whether a span in quotation marks is direct speech. */
  isQuote(context: SpanContext): boolean;
}

/** Completes the rules for quotes of a language whose speakers are not named: each has an unclear speaker. */
export const findQuotesOnly = ({ isQuote, ...rules }: QuoteRules): UncasedGrammar => ({
  ...rules,
  analyse: (context) => ({
    isQuote: isQuote(context),
    speakerSpan: null,
    isSubjectOmitted: false,
    cue: null,
    isInOtherSentence: false,
  }),
  parsePhrase: () => null,
  findTopic: () => null,
  findNames: () => [],
  getShortNames: () => [],
});
