import type { Verdict, VerdictReason } from '../types.ts';
import { hasText, type PageFeatures, readFeatures, readList } from './page-features.ts';
import { weigh } from './weigh-features.ts';

/** Minimum characters of running text of an article. */
export const MIN_RUN = 250;

/** A reason, and the number in its sentence. */
type Why = [reason: VerdictReason, count?: number];

function articleReason(features: PageFeatures): Why {
  if (features.ldArticle + features.ldNews + features.ogArticle > 0) return ['articleData'];
  return features.paragraphs > 1 ? ['articleProse', features.paragraphs] : ['articleFeatures'];
}

/** The strongest single reason, because a sum of many small ones can't be put into a sentence. */
function refusalReason(document_: Document, features: PageFeatures): Why {
  const { articles, fields, linkedHeadlines } = readList(document_);
  const headlines = linkedHeadlines > 5;
  const cases: [holds: unknown, ...why: Why][] = [
    [features.urlSearch, 'searchPage'],
    [features.urlFront && headlines, 'frontHeadlines', linkedHeadlines],
    [features.ldForum + features.urlForum + features.urlCommunity, 'forum'],
    [features.ldProduct + features.shop + features.urlProduct + features.shopClass, 'product'],
    [headlines, 'indexPage', linkedHeadlines],
    [articles > 3, 'manyArticles', articles],
    [features.urlReference, 'reference'],
    [features.urlFront, 'frontPage'],
    [features.buttons + fields > 6 && features.run < 400, 'form'],
    [features.run < MIN_RUN, 'noProse'],
    [features.urlListing + features.ldListing, 'listing'],
  ];
  const [, ...why] = cases.find(([holds]) => holds) ?? [1, 'notNews'];
  return why;
}

/** Whether the structured data declare only a thread, as none of over 500 labelled articles does. */
const isThread = (features: PageFeatures): boolean =>
  features.ldForum > 0 && features.ldArticle + features.ldNews === 0;

function isHtml(document_: Document): boolean {
  const type: string = Reflect.get(Document.prototype, 'contentType', document_);
  return /html/i.test(type);
}

/** A verdict, and the amount of text. */
export interface JudgedPage {
  verdict: Verdict;
  /** Characters of consecutive running text, up to the limit of the judge. */
  run: number;
}

/**
 * Decides whether a page is one article. Changes nothing; takes a millisecond on ordinary pages.
 *
 * @param url the page's address, which is part of the evidence
 */
export function judgePage(document_: Document, url: string): Verdict {
  return judgeWithRun(document_, url).verdict;
}

/** The same with the amount of text, which tells whether text may still arrive. */
export function judgeWithRun(document_: Document, url: string): JudgedPage {
  if (!isHtml(document_)) return { verdict: { isArticle: false, reason: 'notHtml', score: -9 }, run: 0 };
  const features = readFeatures(document_, url);
  const score = weigh(features);
  const isArticle = score > 0 && !isThread(features) && (features.run > 0 || hasText(document_));
  const [reason, count] = isArticle ? articleReason(features) : refusalReason(document_, features);
  const verdict = { isArticle, reason, score, ...(count !== undefined && { count }) };
  return { verdict, run: features.run };
}
