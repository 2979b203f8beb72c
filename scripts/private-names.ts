import type { ArticleModel } from '../utils/quotes/article-model.ts';
import type { Attribution } from '../utils/quotes/attribute-speakers.ts';
import type { Tie } from '../utils/quotes/candidate-ties.ts';
import type { Candidate, Previous } from '../utils/quotes/candidates.ts';
import type { Cue } from '../utils/quotes/cues.ts';
import type { LanguageData } from '../utils/quotes/languages/language.ts';
import type { Lexicon } from '../utils/quotes/lexicon.ts';
import type { Mention } from '../utils/quotes/mentions.ts';
import type { PeopleTable, Person } from '../utils/quotes/people.ts';
import type { NameForm } from '../utils/quotes/person-names.ts';
import type { QuotedSpan } from '../utils/quotes/quotation-marks.ts';
import type { QuoteLink } from '../utils/quotes/quote-link.ts';
import type { Entity } from '../utils/quotes/salience.ts';
import type { SubjectLink } from '../utils/quotes/subject-link.ts';
import type { Token } from '../utils/quotes/tokens.ts';
import type { Quote, QuoteContext, Voice } from '../utils/quotes/types.ts';

type KeysOf<T> = T extends unknown ? keyof T : never;

/** What only the quote engine and its languages see. */
type Inner = KeysOf<
  | Token
  | Mention
  | Cue
  | ArticleModel
  | Lexicon
  | QuotedSpan
  | Person
  | PeopleTable
  | NameForm
  | Entity
  | Attribution
  | Candidate
  | Previous
  | QuoteLink
  | Tie
>;

/** What others see, what the language itself has, and words that are looked up by name. */
type Outer =
  | KeysOf<Quote | QuoteContext | Voice | LanguageData>
  | KeysOf<string | unknown[] | Map<unknown, unknown> | Set<unknown> | RegExp | RegExpMatchArray | Int32Array>
  | SubjectLink;

/** Property names of the quote engine that the build shortens; the compiler refuses any that others see. */
const PRIVATE_NAMES: readonly Exclude<Inner, Outer>[] = [
  'callings',
  'capital',
  'classes',
  'classOf',
  'closed',
  'cost',
  'cueFrom',
  'cues',
  'data',
  'first',
  'fold',
  'full',
  'gap',
  'gender',
  'givenOf',
  'human',
  'isCue',
  'isDefinite',
  'kind',
  'last',
  'lastFull',
  'lexicon',
  'lower',
  'mention',
  'mentionFrom',
  'mentions',
  'nameFirst',
  'outerEnd',
  'outerStart',
  'paragraph',
  'paragraphs',
  'participle',
  'people',
  'person',
  'personOf',
  'plain',
  'possessive',
  'quoteTokens',
  'sentence',
  'short',
  'side',
  'signs',
  'single',
  'span',
  'spans',
  'spoken',
  'subjects',
  'sure',
  'tokens',
];

/** Scripts of the quote engine: all that share its private names. */
export const QUOTE_SCRIPT = /^quotes(?:-[a-z]{2})?$/;

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * Options of the minifier for the scripts of the quote engine. Names are given out in order, so that scripts built
 * one after the other agree. Nothing in the engine has a name of one letter already.
 */
export const SHORT_NAMES = {
  include: new RegExp(`^(?:${PRIVATE_NAMES.join('|')})$`),
  cache: Object.fromEntries(PRIVATE_NAMES.map((name, i) => [name, LETTERS.charAt(i)])),
};
