/**
 * Schemas of all messages from tabs. Content scripts share a process with the page, so a page that compromises its
 * renderer could send anything in their name. Messages that don't match their schema are rejected.
 */
import * as v from 'valibot';
import { ArticleSchema, PagesSchema, VerdictSchema } from '../article/article-schema.ts';
import { HiddenItemsSchema } from '../clutter/hidden-schema.ts';
import { parseRule, type UserRule } from '../clutter/rules/user-rules.ts';
import { HIGHLIGHT_COLOURS } from '../library/articles/highlight-colours.ts';
import { CorrectionsSchema } from '../quotes/corrections.ts';
import { isVerbatim, QuotesSchema } from '../quotes/quote-schema.ts';
import { LINE_LIMITS, TEXT_LIMIT } from '../text/limits.ts';
import { amount, count, lineOrNull, WebAddress } from '../text/line-schemas.ts';
import {
  type BackgroundMessages,
  type Events,
  type GateReport,
  type PageReport,
  type PageSelection,
  type TabMessages,
  TOAST_ACTIONS,
} from './protocol.ts';

/** A running time in milliseconds, at most an hour: reading a page never takes longer. */
const RunningTimeSchema = amount(3_600_000);

const GateReportSchema = v.object({
  url: WebAddress,
  verdict: VerdictSchema,
  ms: RunningTimeSchema,
  canonicalUrl: v.exactOptional(WebAddress),
  isComing: v.exactOptional(v.boolean()),
}) satisfies v.GenericSchema<unknown, GateReport>;

const hostOf = (url: string): string => new URL(url).host;

/** The other pages of an article must be on the same host. Otherwise, a page could make us fetch any URL. */
const arePagesOnSameHost = ({ url, pages }: Pick<PageReport, 'url' | 'pages'>): boolean =>
  [pages?.next, pages?.first].every((page) => !page || hostOf(page) === hostOf(url));

/** A single-page app may have changed the path since the article was read, but not the origin. */
const isArticleOnSameOrigin = ({ url, article }: Pick<PageReport, 'url' | 'article'>): boolean =>
  article === null || new URL(article.url).origin === new URL(url).origin;

const areQuotesVerbatim = ({ article, known }: Pick<PageReport, 'article' | 'known'>): boolean =>
  known === null || (article !== null && known.every((quote) => isVerbatim(quote, article.text)));

const PageReportSchema = v.pipe(
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
    ms: v.object({ gate: RunningTimeSchema, assistant: RunningTimeSchema }),
  }),
  v.check((report) => isArticleOnSameOrigin(report), 'the article is from another site'),
  v.check((report) => areQuotesVerbatim(report), 'a quote is not in the text'),
  v.check((report) => arePagesOnSameHost(report), 'the other pages are on another host'),
) satisfies v.GenericSchema<unknown, PageReport>;

/** Maximum length of selected text, and of its context on either side, in UTF-16 code units. The library accepts more. */
const MAX_SELECTION_LENGTH = 50_000;
const MAX_CONTEXT_LENGTH = 64;

/** The selected text of an article, as reported by a tab. It is located in the saved text, so it need not be correct. */
const SelectedWordsSchema = v.pipe(
  v.object({
    text: v.pipe(v.string(), v.maxLength(MAX_SELECTION_LENGTH), v.regex(/\S/)),
    prefix: v.pipe(v.string(), v.maxLength(MAX_CONTEXT_LENGTH)),
    suffix: v.pipe(v.string(), v.maxLength(MAX_CONTEXT_LENGTH)),
    start: count(TEXT_LIMIT),
    end: count(TEXT_LIMIT),
  }),
  v.check(({ text, start, end }) => end - start === text.length, 'the length does not match the offsets'),
);

const PageSelectionSchema = v.object({
  words: v.nullable(SelectedWordsSchema),
  isAny: v.boolean(),
  isOpened: v.boolean(),
}) satisfies v.GenericSchema<unknown, PageSelection>;

const RowIdSchema = v.pipe(v.string(), v.maxLength(200));
const ColourSchema = v.picklist(HIGHLIGHT_COLOURS);

const NullSchema = v.null();
const FoundSchema = v.object({ found: v.boolean() });

type Schemas<Map, Side extends PropertyKey> = {
  [T in keyof Map]: Map[T] extends { [K in Side]: infer Value } ? v.GenericSchema<unknown, Value> : never;
};

/** Schemas of the responses of the gate and the assistant. */
export const TAB_RESPONSE_SCHEMAS: Schemas<TabMessages, 'response'> = {
  'gate/ask': GateReportSchema,
  'page/report': PageReportSchema,
  'page/jumpToPlace': FoundSchema,
  'page/markPlace': FoundSchema,
  'page/jumpBack': NullSchema,
  'page/correctSpeaker': NullSchema,
  'page/takeBackSpeaker': NullSchema,
  'page/lacksQuotes': v.boolean(),
  'page/keepQuotes': NullSchema,
  'page/setHidden': HiddenItemsSchema,
  'page/neverHide': HiddenItemsSchema,
  'page/resumeHiding': v.boolean(),
  'page/undoNeverHide': v.nullable(HiddenItemsSchema),
  'page/outlineHidden': NullSchema,
  'site/changed': NullSchema,
  'page/selection': PageSelectionSchema,
  'toast/show': NullSchema,
  'highlights/changed': NullSchema,
};

const RuleSchema = v.pipe(
  v.unknown(),
  v.rawTransform<unknown, UserRule>(({ dataset, addIssue, NEVER }) => {
    const rule = parseRule(dataset.value);
    if (!('invalidField' in rule)) return rule;
    addIssue({ message: `not a rule: ${rule.invalidField}` });
    return NEVER;
  }),
);

/** Schemas of the requests that a tab may send to the background. All others are rejected. */
export const TAB_REQUEST_SCHEMAS = {
  'gate/verdict': GateReportSchema,
  'page/returned': v.object({ url: WebAddress }),
  'page/colourMarks': NullSchema,
  'page/findUnderlines': NullSchema,
  'site/ask': v.nullable(v.object({ canonicalUrl: WebAddress })),
  'page/loaded': v.object({ opened: v.pipe(v.number(), v.finite()) }),
  'page/hidden': v.object({ opened: v.pipe(v.number(), v.finite()), at: v.pipe(v.number(), v.finite()) }),
  'page/reloads': v.object({ opened: v.pipe(v.number(), v.finite()) }),
  'page/hideAnyway': v.object({ opened: v.pipe(v.number(), v.finite()) }),
  'rules/add': v.object({ rule: RuleSchema }),
  'toast/act': v.object({ token: v.pipe(v.string(), v.maxLength(64)), act: v.picklist(TOAST_ACTIONS) }),
  'highlights/ask': NullSchema,
  'highlights/add': v.object({ url: WebAddress, words: SelectedWordsSchema, colour: ColourSchema }),
  'highlights/colour': v.object({ id: RowIdSchema, colour: ColourSchema }),
  'highlights/remove': v.object({ id: RowIdSchema }),
  'highlights/note': v.object({ id: RowIdSchema }),
  'rules/drop': v.object({ id: v.pipe(v.string(), v.maxLength(64)) }),
} satisfies Partial<Schemas<BackgroundMessages, 'request'>>;

/** The requests that a tab may send to the background. */
export type TabRequest = keyof typeof TAB_REQUEST_SCHEMAS;

const PageEventSchema = v.object({ url: WebAddress });

/** Schemas of the events that a tab may send. All others are rejected. */
export const TAB_EVENT_SCHEMAS: Partial<{ [T in keyof Events]: v.GenericSchema<unknown, Events[T]> }> = {
  'page/changed': PageEventSchema,
  'page/left': PageEventSchema,
};

/** Describes the first validation error with its path, for the console. */
export function describeFirstIssue(issues: readonly v.BaseIssue<unknown>[]): string {
  const [first] = issues;
  if (first === undefined) return 'invalid';
  const path = v.getDotPath(first as v.GenericIssue);
  return path === null ? first.message : `${path}: ${first.message}`;
}
