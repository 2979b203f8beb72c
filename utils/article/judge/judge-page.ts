import type { Verdict, VerdictReason } from '../types.ts';
import { hasText, type PageFeatures, readFeatures, readList } from './page-features.ts';
import { weigh } from './weigh-features.ts';

/** Characters of running text; less is no article yet. */
export const LEAST_RUN = 250;

/** A reason, and the figure its sentence speaks of. */
type Why = [reason: VerdictReason, count?: number];

function whyArticle(features: PageFeatures): Why {
  if (features.ldArticle + features.ldNews + features.ogArticle > 0) return ['articleData'];
  return features.paragraphs > 1 ? ['articleProse', features.paragraphs] : ['articleFeatures'];
}

/** Names the strongest plain reason; the sum of many small ones cannot be said in a sentence. */
function whyNot(document_: Document, features: PageFeatures): Why {
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
    [features.run < LEAST_RUN, 'noProse'],
    [features.urlListing + features.ldListing, 'listing'],
  ];
  const [, ...why] = cases.find(([holds]) => holds) ?? [1, 'notNews'];
  return why;
}

/** Whether the page's own data call it a thread, and nothing else: of over 500 labelled articles none does. */
const isThread = (features: PageFeatures): boolean =>
  features.ldForum > 0 && features.ldArticle + features.ldNews === 0;

function isHtml(document_: Document): boolean {
  const type: string = Reflect.get(Document.prototype, 'contentType', document_);
  return /html/i.test(type);
}

/** A verdict, and how much there is to read. */
export interface JudgedPage {
  verdict: Verdict;
  /** Characters of running text one after the other, as far as the judge counts them. */
  run: number;
}

/**
 * Is this page one article? Reads the document, changes nothing; a millisecond on ordinary pages.
 *
 * @param url the page's address; its shape is part of the evidence
 */
export function judgePage(document_: Document, url: string): Verdict {
  return judgeWithRun(document_, url).verdict;
}

/** The same, for whoever wants to know whether the text is still to come. */
export function judgeWithRun(document_: Document, url: string): JudgedPage {
  if (!isHtml(document_)) return { verdict: { isArticle: false, reason: 'notHtml', score: -9 }, run: 0 };
  const features = readFeatures(document_, url);
  const score = weigh(features);
  const isArticle = score > 0 && !isThread(features) && (features.run > 0 || hasText(document_));
  const [reason, count] = isArticle ? whyArticle(features) : whyNot(document_, features);
  const verdict = { isArticle, reason, score, ...(count !== undefined && { count }) };
  return { verdict, run: features.run };
}
