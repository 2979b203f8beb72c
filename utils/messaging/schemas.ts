/**
 * Everything that a tab may say, as it must be. A tab's scripts share a process with the page, and a page that took
 * that process over can send what it likes in their name: it gets through here or it is refused.
 */
import * as v from 'valibot';
import { ArticleSchema, PagesSchema, VerdictSchema } from '../article/article-schema.ts';
import { HiddenItemsSchema } from '../clutter/hidden-schema.ts';
import type { Fingerprint } from '../clutter/memory/block-fingerprint.ts';
import { readRule } from '../clutter/rules/read-rule.ts';
import type { UserRule } from '../clutter/rules/user-rules.ts';
import { HIGHLIGHT_COLOURS } from '../library/articles/highlight-colours.ts';
import { CorrectionsSchema } from '../quotes/corrections/correction-schema.ts';
import { QuotesSchema } from '../quotes/quote-schema.ts';
import { isVerbatim } from '../quotes/verbatim.ts';
import { LINE_LIMITS, TEXT_LIMIT } from '../text/limits.ts';
import { amount, count, lineOrNull, WebAddress } from '../text/line-schemas.ts';
import {
  type BackgroundMessages,
  type Events,
  type GateAnswer,
  type PageReport,
  type SelectedHere,
  type TabMessages,
  TOAST_ACTS,
} from './protocol.ts';

/** An hour: nobody waits longer for a page to be read. */
const Milliseconds = amount(3_600_000);

const GateAnswerSchema = v.object({
  url: WebAddress,
  verdict: VerdictSchema,
  ms: Milliseconds,
  canonicalUrl: v.exactOptional(WebAddress),
  isComing: v.exactOptional(v.boolean()),
}) satisfies v.GenericSchema<unknown, GateAnswer>;

const hostOf = (url: string): string => new URL(url).host;

/** The other pages of an article are on its own site; another one's would be fetched for whoever names it. */
const arePagesNear = ({ url, pages }: Pick<PageReport, 'url' | 'pages'>): boolean =>
  [pages?.next, pages?.first].every((page) => !page || hostOf(page) === hostOf(url));

/** An application may have changed its address since the article was read, but not its site. */
const isArticleHere = ({ url, article }: Pick<PageReport, 'url' | 'article'>): boolean =>
  article === null || new URL(article.url).origin === new URL(url).origin;

const areQuotesVerbatim = ({ article, known }: Pick<PageReport, 'article' | 'known'>): boolean =>
  known === null || (article !== null && known.every((quote) => isVerbatim(quote, article.text)));

export const PageReportSchema = v.pipe(
  v.object({
    state: v.picklist(['reading', 'article', 'failed']),
    url: WebAddress,
    isStale: v.exactOptional(v.boolean()),
    verdict: VerdictSchema,
    article: v.nullable(ArticleSchema),
    canonicalUrl: v.exactOptional(WebAddress),
    pages: v.nullable(PagesSchema),
    corrections: CorrectionsSchema,
    known: v.nullable(QuotesSchema),
    hidden: HiddenItemsSchema,
    clutterOn: v.boolean(),
    clutterPaused: v.boolean(),
    error: lineOrNull(LINE_LIMITS.error),
    ms: v.object({ gate: Milliseconds, assistant: Milliseconds }),
  }),
  v.check((report) => isArticleHere(report), 'the article is of another site'),
  v.check((report) => areQuotesVerbatim(report), 'a quote is not in the text'),
  v.check((report) => arePagesNear(report), 'its pages are on another site'),
) satisfies v.GenericSchema<unknown, PageReport>;

/** Characters of selected words, and of what stands on either side. The library takes more of either. */
const LONGEST_WORDS = 50_000;
const LONGEST_CONTEXT = 64;

/** Words of an article as its page's tab tells of them. They are looked for in the saved text, whatever it says. */
const WordsSchema = v.pipe(
  v.object({
    text: v.pipe(v.string(), v.maxLength(LONGEST_WORDS), v.regex(/\S/)),
    prefix: v.pipe(v.string(), v.maxLength(LONGEST_CONTEXT)),
    suffix: v.pipe(v.string(), v.maxLength(LONGEST_CONTEXT)),
    start: count(TEXT_LIMIT),
    end: count(TEXT_LIMIT),
  }),
  v.check(({ text, start, end }) => end - start === text.length, 'not as long as its place'),
);

const SelectedSchema = v.object({
  words: v.nullable(WordsSchema),
  isAny: v.boolean(),
  isOpened: v.boolean(),
}) satisfies v.GenericSchema<unknown, SelectedHere>;

const RowId = v.pipe(v.string(), v.maxLength(200));
const Colour = v.picklist(HIGHLIGHT_COLOURS);

const Nothing = v.null();
const Found = v.object({ found: v.boolean() });

type Schemas<Map, Side extends PropertyKey> = {
  [T in keyof Map]: Map[T] extends { [K in Side]: infer Value } ? v.GenericSchema<unknown, Value> : never;
};

/** What the gate and the assistant answer. */
export const ANSWERS: Schemas<TabMessages, 'response'> = {
  'gate/ask': GateAnswerSchema,
  'page/report': PageReportSchema,
  'page/jumpToPlace': Found,
  'page/markPlace': Found,
  'page/jumpBack': Nothing,
  'page/correctSpeaker': Nothing,
  'page/takeBackSpeaker': Nothing,
  'page/lacksQuotes': v.boolean(),
  'page/keepQuotes': Nothing,
  'page/setHidden': HiddenItemsSchema,
  'page/neverHide': HiddenItemsSchema,
  'page/resumeHiding': v.boolean(),
  'page/undoNeverHide': v.nullable(HiddenItemsSchema),
  'page/outlineHidden': Nothing,
  'site/changed': Nothing,
  'page/selection': SelectedSchema,
  'highlights/changed': Nothing,
};

const RuleSchema = v.pipe(
  v.unknown(),
  v.rawTransform<unknown, UserRule>(({ dataset, addIssue, NEVER }) => {
    const rule = readRule(dataset.value);
    if (!('wrong' in rule)) return rule;
    addIssue({ message: `not a rule: ${rule.wrong}` });
    return NEVER;
  }),
);

const WholeNumber = v.pipe(v.number(), v.safeInteger());

/** More numbers than any page gives. */
const WholeNumbers = v.pipe(v.array(WholeNumber), v.maxLength(1000));

const FingerprintSchema = v.object({
  page: WholeNumber,
  blocks: WholeNumbers,
  hidden: WholeNumbers,
  shown: WholeNumbers,
}) satisfies v.GenericSchema<unknown, Fingerprint>;

/** What a tab may ask the background for: what is not here is not for tabs. */
export const REQUESTS = {
  'gate/verdict': GateAnswerSchema,
  'page/returned': v.object({ url: WebAddress }),
  'page/colourMarks': Nothing,
  'page/findUnderlines': Nothing,
  'site/ask': v.nullable(v.object({ canonicalUrl: WebAddress })),
  'page/loaded': v.object({ opened: v.pipe(v.number(), v.finite()) }),
  'page/hidden': v.object({ opened: v.pipe(v.number(), v.finite()), at: v.pipe(v.number(), v.finite()) }),
  'page/reloads': v.object({ opened: v.pipe(v.number(), v.finite()) }),
  'page/hideAnyway': v.object({ opened: v.pipe(v.number(), v.finite()) }),
  'site/remember': v.object({ fingerprint: FingerprintSchema, opened: v.pipe(v.number(), v.finite()) }),
  'rules/add': v.object({ rule: RuleSchema }),
  'toast/act': v.object({ token: v.pipe(v.string(), v.maxLength(64)), act: v.picklist(TOAST_ACTS) }),
  'highlights/ask': Nothing,
  'highlights/add': v.object({ url: WebAddress, words: WordsSchema, colour: Colour }),
  'highlights/colour': v.object({ id: RowId, colour: Colour }),
  'highlights/remove': v.object({ id: RowId }),
  'highlights/note': v.object({ id: RowId }),
  'rules/drop': v.object({ id: v.pipe(v.string(), v.maxLength(64)) }),
} satisfies Partial<Schemas<BackgroundMessages, 'request'>>;

/** Messages that a tab may send to the background. */
export type TabRequest = keyof typeof REQUESTS;

const PageEvent = v.object({ tabId: v.nullable(v.number()), url: WebAddress });

/** What a tab may tell whoever listens. */
export const TAB_EVENTS: Partial<{ [T in keyof Events]: v.GenericSchema<unknown, Events[T]> }> = {
  'page/changed': PageEvent,
  'page/left': PageEvent,
};

/** What is wrong with a value, and where, in words for the console. */
export function describeIssues(issues: readonly v.BaseIssue<unknown>[]): string {
  const [first] = issues;
  if (first === undefined) return 'not as it must be';
  const path = v.getDotPath(first as v.GenericIssue);
  return path === null ? first.message : `${path}: ${first.message}`;
}
