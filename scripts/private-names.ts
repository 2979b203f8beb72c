import type { Reading } from '../entrypoints/assistant/read-page.ts';
import type { HINT } from '../utils/article/class-hints.ts';
import type { Block, BlockModel, Box } from '../utils/article/read-blocks.ts';
import type { Metadata } from '../utils/article/read-metadata.ts';
import type { Article, ArticlePages, Extraction, Verdict } from '../utils/article/types.ts';
import type { ArticleGuard } from '../utils/clutter/article-guard.ts';
import type { BlockList } from '../utils/clutter/block-list.ts';
import type { ClearedPage } from '../utils/clutter/clear-page.ts';
import type { Evidence } from '../utils/clutter/evidence.ts';
import type { FindOptions } from '../utils/clutter/find-clutter.ts';
import type { HiddenBlock } from '../utils/clutter/hidden-blocks.ts';
import type { OffLimits } from '../utils/clutter/never-touched.ts';
import type { PageModel } from '../utils/clutter/page-counts.ts';
import type { ReaderRule } from '../utils/clutter/reader-rules.ts';
import type { Survey, Unit } from '../utils/clutter/survey.ts';
import type { TAG } from '../utils/clutter/tags.ts';
import type { HiddenItem } from '../utils/clutter/types.ts';
import type { UserActs } from '../utils/clutter/user-acts.ts';
import type { PageReport } from '../utils/messaging/protocol.ts';
import type { PickingSide, SiteSide } from '../utils/platform/tab-world.ts';
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
import type { Settings } from '../utils/settings/schema.ts';

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
  'edge',
  'first',
  'fold',
  'full',
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
  'mentionSigns',
  'nameFirst',
  'outerEnd',
  'outerStart',
  'paragraph',
  'paragraphs',
  'participle',
  'path',
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

/** What only the reading and the clearing of a page see. */
type PageInner = KeysOf<
  | PageModel
  | Survey
  | Unit
  | Evidence
  | ArticleGuard
  | OffLimits
  | Box
  | Block
  | BlockModel
  | Metadata
  | BlockList
  | ClearedPage
  | FindOptions
  | HiddenBlock
  | Reading
  | UserActs
  | typeof TAG
  | typeof HINT
>;

/** What goes to others from there, and what the browser itself has. */
type PageOuter = KeysOf<
  | Extraction
  | Article
  | ArticlePages
  | Verdict
  | HiddenItem
  | PageReport
  | PickingSide
  | SiteSide
  | ReaderRule
  | Settings
  | Quote
  | Voice
  | HTMLElement
  | HTMLInputElement
  | HTMLImageElement
  | Document
  | ShadowRoot
  | Text
  | Window
  | Attr
  | URL
  | CSSStyleDeclaration
  | MutationRecord
  | KeyboardEvent
  | ScrollIntoViewOptions
  | string
  | unknown[]
  | Map<unknown, unknown>
  | RegExp
>;

/** Property names that the build shortens in the scripts that read and clear pages. */
const PAGE_NAMES: readonly Exclude<PageInner, PageOuter>[] = [
  'begging',
  'boxes',
  'characters',
  'changes',
  'chars',
  'comment',
  'custom',
  'documentTitle',
  'element',
  'ends',
  'extraction',
  'figure',
  'findExtras',
  'footer',
  'foreign',
  'foreignLinked',
  'freeText',
  'guarded',
  'hasJustAsked',
  'heading',
  'hints',
  'holderOf',
  'linkChars',
  'linked',
  'listItem',
  'opaque',
  'outer',
  'paragraph',
  'parents',
  'promo',
  'prose',
  'publishedDates',
  'quotation',
  'recheckLock',
  'reconsider',
  'scaffold',
  'shadowRoots',
  'signals',
  'siteByline',
  'standing',
  'survey',
  'textsBefore',
  'things',
  'unfolded',
  'units',
  'unlocking',
  'unspare',
  'unspareAround',
  'unspareBlock',
  'weighed',
  'worth',
];

/** Scripts that read and clear pages: all that hand such things to one another. */
export const PAGE_SCRIPT = /^(?:assistant|extras|site|picker|anchors)$/;

/** Options of the minifier: names are given out in order, so that scripts built one after the other agree. */
const shorten = (names: readonly string[], letters: readonly string[]) => ({
  include: new RegExp(`^(?:${names.join('|')})$`),
  cache: Object.fromEntries(names.map((name, i) => [name, letters[i] ?? name])),
});

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const CAPITALS = LETTERS.map((letter) => letter.toUpperCase());

/** For the scripts of the quote engine, in which nothing has a name of one letter already. */
export const SHORT_NAMES = shorten(PRIVATE_NAMES, [...LETTERS, ...CAPITALS]);

/**
 * For the scripts that read and clear pages: nothing there, nor in the browser, has a capital for a name, or
 * `_A`.
 */
export const SHORT_PAGE_NAMES = shorten(PAGE_NAMES, [
  ...CAPITALS,
  ...[...CAPITALS, ...LETTERS].map((letter) => `_${letter}`),
]);
