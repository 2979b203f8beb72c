/**
 * Schemas of everything that a tab may send. A tab's scripts share a process with the page, and a page that took over
 * that process could send anything in their name. Messages that do not match are rejected.
 */
import * as v from 'valibot';
import { ArticleSchema, PagesSchema, VerdictSchema } from '../article/article-schema.ts';
import { HiddenItemsSchema } from '../clutter/hidden-schema.ts';
import { readRule, type UserRule } from '../clutter/rules/user-rules.ts';
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

/** At most an hour: no page takes longer to read. */
const Milliseconds = amount(3_600_000);

const GateReportSchema = v.object({
  url: WebAddress,
  verdict: VerdictSchema,
  ms: Milliseconds,
  canonicalUrl: v.exactOptional(WebAddress),
  isComing: v.exactOptional(v.boolean()),
}) satisfies v.GenericSchema<unknown, GateReport>;

const hostOf = (url: string): string => new URL(url).host;

/** The other pages of an article must be on its own host, or a page could make us fetch addresses of its choice. */
const arePagesNear = ({ url, pages }: Pick<PageReport, 'url' | 'pages'>): boolean =>
  [pages?.next, pages?.first].every((page) => !page || hostOf(page) === hostOf(url));

/** An application may have changed the path since the article was read, but not the origin. */
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

/** Maximum UTF-16 units of selected words, and of the context on either side. The library accepts more of both. */
const MAX_WORDS_LENGTH = 50_000;
const MAX_CONTEXT_LENGTH = 64;

/** Selected words of an article, as reported by a tab. They are searched for in the saved text, so they may be wrong. */
const WordsSchema = v.pipe(
  v.object({
    text: v.pipe(v.string(), v.maxLength(MAX_WORDS_LENGTH), v.regex(/\S/)),
    prefix: v.pipe(v.string(), v.maxLength(MAX_CONTEXT_LENGTH)),
    suffix: v.pipe(v.string(), v.maxLength(MAX_CONTEXT_LENGTH)),
    start: count(TEXT_LIMIT),
    end: count(TEXT_LIMIT),
  }),
  v.check(({ text, start, end }) => end - start === text.length, 'not as long as its place'),
);

const SelectedSchema = v.object({
  words: v.nullable(WordsSchema),
  isAny: v.boolean(),
  isOpened: v.boolean(),
}) satisfies v.GenericSchema<unknown, PageSelection>;

const RowId = v.pipe(v.string(), v.maxLength(200));
const Colour = v.picklist(HIGHLIGHT_COLOURS);

const Nothing = v.null();
const Found = v.object({ found: v.boolean() });

type Schemas<Map, Side extends PropertyKey> = {
  [T in keyof Map]: Map[T] extends { [K in Side]: infer Value } ? v.GenericSchema<unknown, Value> : never;
};

/** Schemas of the answers of the gate and the assistant. */
export const TAB_RESPONSE_SCHEMAS: Schemas<TabMessages, 'response'> = {
  'gate/ask': GateReportSchema,
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
  'toast/show': Nothing,
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

/** Schemas of the requests that a tab may send to the background. All others are rejected. */
export const TAB_REQUEST_SCHEMAS = {
  'gate/verdict': GateReportSchema,
  'page/returned': v.object({ url: WebAddress }),
  'page/colourMarks': Nothing,
  'page/findUnderlines': Nothing,
  'site/ask': v.nullable(v.object({ canonicalUrl: WebAddress })),
  'page/loaded': v.object({ opened: v.pipe(v.number(), v.finite()) }),
  'page/hidden': v.object({ opened: v.pipe(v.number(), v.finite()), at: v.pipe(v.number(), v.finite()) }),
  'page/reloads': v.object({ opened: v.pipe(v.number(), v.finite()) }),
  'page/hideAnyway': v.object({ opened: v.pipe(v.number(), v.finite()) }),
  'rules/add': v.object({ rule: RuleSchema }),
  'toast/act': v.object({ token: v.pipe(v.string(), v.maxLength(64)), act: v.picklist(TOAST_ACTIONS) }),
  'highlights/ask': Nothing,
  'highlights/add': v.object({ url: WebAddress, words: WordsSchema, colour: Colour }),
  'highlights/colour': v.object({ id: RowId, colour: Colour }),
  'highlights/remove': v.object({ id: RowId }),
  'highlights/note': v.object({ id: RowId }),
  'rules/drop': v.object({ id: v.pipe(v.string(), v.maxLength(64)) }),
} satisfies Partial<Schemas<BackgroundMessages, 'request'>>;

/** Types of the requests that a tab may send to the background. */
export type TabRequest = keyof typeof TAB_REQUEST_SCHEMAS;

const PageEvent = v.object({ url: WebAddress });

/** Schemas of the events that a tab may announce. */
export const TAB_EVENT_SCHEMAS: Partial<{ [T in keyof Events]: v.GenericSchema<unknown, Events[T]> }> = {
  'page/changed': PageEvent,
  'page/left': PageEvent,
};

/** Describes the first validation error and its path, for the console. */
export function describeFirstIssue(issues: readonly v.BaseIssue<unknown>[]): string {
  const [first] = issues;
  if (first === undefined) return 'invalid';
  const path = v.getDotPath(first as v.GenericIssue);
  return path === null ? first.message : `${path}: ${first.message}`;
}
