/** Validates articles received from content scripts, which share a process with the page and so are not trusted. */
import * as v from 'valibot';
import { COUNT_LIMITS, HTML_LIMIT, LINE_LIMITS, TEXT_LIMIT } from '../text/limits.ts';
import {
  amount,
  count,
  DateOrNull,
  LanguageOrNull,
  line,
  lineOrNull,
  WebAddress,
} from '../text/line-schemas.ts';
import type { Article, ArticleImage, ArticlePages, Verdict, VerdictReason } from './types.ts';

/** Far above the scores of real pages, which are below 100. */
const MAX_SCORE = 1e9;

const REASONS = [
  'articleData',
  'articleProse',
  'articleFeatures',
  'noProse',
  'indexPage',
  'manyArticles',
  'frontPage',
  'frontHeadlines',
  'listing',
  'searchPage',
  'product',
  'forum',
  'form',
  'reference',
  'notNews',
  'notHtml',
  'userSaysYes',
  'userSaysNo',
] as const satisfies readonly VerdictReason[];

export const VerdictSchema = v.object({
  isArticle: v.boolean(),
  reason: v.picklist(REASONS),
  count: v.exactOptional(amount(MAX_SCORE)),
  score: v.pipe(v.number(), v.finite(), v.minValue(-MAX_SCORE), v.maxValue(MAX_SCORE)),
}) satisfies v.GenericSchema<unknown, Verdict>;

const ImageSchema = v.object({
  url: WebAddress,
  alt: line(LINE_LIMITS.alt),
  caption: lineOrNull(LINE_LIMITS.caption),
}) satisfies v.GenericSchema<unknown, ArticleImage>;

/** The URLs, the text and the HTML must be valid; most other invalid values are dropped or truncated. */
export const ArticleSchema = v.object({
  url: WebAddress,
  canonicalUrl: WebAddress,
  claimedUrl: v.exactOptional(WebAddress),
  title: line(LINE_LIMITS.title),
  byline: lineOrNull(LINE_LIMITS.byline),
  siteName: lineOrNull(LINE_LIMITS.siteName),
  publishedAt: DateOrNull,
  modifiedAt: DateOrNull,
  lang: LanguageOrNull,
  dir: v.picklist(['ltr', 'rtl']),
  excerpt: lineOrNull(LINE_LIMITS.excerpt),
  leadImage: v.fallback(v.nullable(ImageSchema), null),
  html: v.pipe(v.string(), v.maxLength(HTML_LIMIT)),
  text: v.pipe(v.string(), v.maxLength(TEXT_LIMIT)),
  wordCount: count(COUNT_LIMITS.words),
  isPreview: v.boolean(),
}) satisfies v.GenericSchema<unknown, Article>;

const PageNumber = v.pipe(count(COUNT_LIMITS.pages), v.minValue(1));

export const PagesSchema = v.object({
  page: PageNumber,
  total: v.nullable(PageNumber),
  next: v.nullable(WebAddress),
  first: v.nullable(WebAddress),
}) satisfies v.GenericSchema<unknown, ArticlePages>;
