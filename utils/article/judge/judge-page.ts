import type { Verdict, VerdictReason } from '../types.ts';
import { hasText, type PageFeatures, readFeatures, readListFeatures } from './page-features.ts';
import { computeScore } from './weigh-features.ts';

/** Minimum length of an article's running text, in UTF-16 code units. */
export const MIN_RUN_LENGTH = 250;

/** A reason, and the number for the sentence that explains it. */
type ReasonWithCount = [reason: VerdictReason, count?: number];

function explainArticle(features: PageFeatures): ReasonWithCount {
  if (features.ldArticle + features.ldNews + features.ogArticle > 0) return ['articleData'];
  return features.paragraphs > 1 ? ['articleProse', features.paragraphs] : ['articleFeatures'];
}

/** Returns the strongest single reason, because a sum of many weak ones can't be explained in a sentence. */
function explainRejection(document_: Document, features: PageFeatures): ReasonWithCount {
  const { articles, fields, linkedHeadlines } = readListFeatures(document_);
  const hasHeadlines = linkedHeadlines > 5;
  const cases: [applies: unknown, ...reason: ReasonWithCount][] = [
    [features.urlSearch, 'searchPage'],
    [features.urlFront && hasHeadlines, 'frontHeadlines', linkedHeadlines],
    [features.ldForum + features.urlForum + features.urlCommunity, 'forum'],
    [features.ldProduct + features.shop + features.urlProduct + features.shopClass, 'product'],
    [hasHeadlines, 'indexPage', linkedHeadlines],
    [articles > 3, 'manyArticles', articles],
    [features.urlReference, 'reference'],
    [features.urlFront, 'frontPage'],
    [features.buttons + fields > 6 && features.run < 400, 'form'],
    [features.run < MIN_RUN_LENGTH, 'noProse'],
    [features.urlListing + features.ldListing, 'listing'],
  ];
  const [, ...reason] = cases.find(([applies]) => applies) ?? [1, 'notNews'];
  return reason;
}

/** Whether the structured data declares only a forum thread, which is true for none of over 500 labelled articles. */
const isForumThread = (features: PageFeatures): boolean =>
  features.ldForum > 0 && features.ldArticle + features.ldNews === 0;

function isHtml(document_: Document): boolean {
  const type: string = Reflect.get(Document.prototype, 'contentType', document_);
  return /html/i.test(type);
}

/** A verdict, and the amount of text. */
export interface JudgedPage {
  verdict: Verdict;
  /** Length of the longest run of sibling paragraphs, in UTF-16 code units; measured up to about `ENOUGH_RUN`. */
  run: number;
}

/**
 * Decides whether a page is an article. Takes about a millisecond on an average page.
 *
 * @param url the page's URL, which is part of the evidence
 */
export function judgePage(document_: Document, url: string): Verdict {
  return judgeWithRunLength(document_, url).verdict;
}

/** Like `judgePage`, but also returns the amount of text. If there is little, more text may still be loading. */
export function judgeWithRunLength(document_: Document, url: string): JudgedPage {
  if (!isHtml(document_)) return { verdict: { isArticle: false, reason: 'notHtml', score: -9 }, run: 0 };
  const features = readFeatures(document_, url);
  const score = computeScore(features);
  const isArticle = score > 0 && !isForumThread(features) && (features.run > 0 || hasText(document_));
  const [reason, count] = isArticle ? explainArticle(features) : explainRejection(document_, features);
  const verdict = { isArticle, reason, score, ...(count !== undefined && { count }) };
  return { verdict, run: features.run };
}
