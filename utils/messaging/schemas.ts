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
import { CorrectionsSchema } from '../quotes/corrections/correction-schema.ts';
import { QuotesSchema } from '../quotes/quote-schema.ts';
import { isVerbatim } from '../quotes/verbatim.ts';
import { LINE_LIMITS } from '../text/limits.ts';
import { amount, lineOrNull, WebAddress } from '../text/line-schemas.ts';
import {
  type BackgroundMessages,
  type Events,
  type GateAnswer,
  type PageReport,
  type TabMessages,
  TOAST_ACTS,
} from './protocol.ts';

/** An hour: nobody waits longer for a page to be read. */
const Milliseconds = amount(3_600_000);

const GateAnswerSchema = v.object({
  url: WebAddress,
  verdict: VerdictSchema,
  ms: Milliseconds,
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
    pages: v.nullable(PagesSchema),
    corrections: CorrectionsSchema,
    known: v.nullable(QuotesSchema),
    hidden: HiddenItemsSchema,
    clutterOn: v.boolean(),
    error: lineOrNull(LINE_LIMITS.error),
    ms: v.object({ gate: Milliseconds, assistant: Milliseconds }),
  }),
  v.check((report) => isArticleHere(report), 'the article is of another site'),
  v.check((report) => areQuotesVerbatim(report), 'a quote is not in the text'),
  v.check((report) => arePagesNear(report), 'its pages are on another site'),
) satisfies v.GenericSchema<unknown, PageReport>;

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
  'page/undoNeverHide': v.nullable(HiddenItemsSchema),
  'page/outlineHidden': Nothing,
  'site/changed': Nothing,
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
  'site/ask': Nothing,
  'page/loaded': v.object({ opened: v.pipe(v.number(), v.finite()) }),
  'site/remember': v.object({ fingerprint: FingerprintSchema, opened: v.pipe(v.number(), v.finite()) }),
  'rules/add': v.object({ rule: RuleSchema }),
  'toast/act': v.object({ token: v.pipe(v.string(), v.maxLength(64)), act: v.picklist(TOAST_ACTS) }),
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
