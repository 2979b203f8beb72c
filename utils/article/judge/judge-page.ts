import type { Verdict, VerdictReason } from '../types.ts';
import { hasText, type PageFeatures, readFeatures } from './page-features.ts';
import { weigh } from './weigh-features.ts';

/** A reason, and the figure its sentence speaks of. */
type Why = [reason: VerdictReason, count?: number];

function whyArticle(features: PageFeatures): Why {
  if (features.ldArticle + features.ldNews + features.ogArticle > 0) return ['articleData'];
  return features.paragraphs > 1 ? ['articleProse', features.paragraphs] : ['articleFeatures'];
}

/** Names the strongest plain reason; the sum of many small ones cannot be said in a sentence. */
function whyNot(features: PageFeatures): Why {
  const headlines = features.linkedHeadlines > 5;
  const cases: [holds: unknown, ...why: Why][] = [
    [features.urlSearch, 'searchPage'],
    [features.urlFront && headlines, 'frontHeadlines', features.linkedHeadlines],
    [features.ldForum + features.urlForum, 'forum'],
    [features.ldProduct + features.shop + features.urlProduct + features.shopClass, 'product'],
    [headlines, 'indexPage', features.linkedHeadlines],
    [features.articles > 3, 'manyArticles', features.articles],
    [features.urlReference, 'reference'],
    [features.urlFront, 'frontPage'],
    [features.buttons + features.fields > 6 && features.run < 400, 'form'],
    [features.run < 250, 'noProse'],
    [features.urlListing + features.ldListing, 'listing'],
  ];
  const [, ...why] = cases.find(([holds]) => holds) ?? [1, 'notNews'];
  return why;
}

function isHtml(document_: Document): boolean {
  const type: string = Reflect.get(Document.prototype, 'contentType', document_);
  return /html/i.test(type);
}

/**
 * Is this page one article? Reads the document, changes nothing; a millisecond on ordinary pages.
 *
 * @param url the page's address; its shape is part of the evidence
 */
export function judgePage(document_: Document, url: string): Verdict {
  if (!isHtml(document_)) return { isArticle: false, reason: 'notHtml', score: -9 };
  const features = readFeatures(document_, url);
  const score = weigh(features);
  const isArticle = score > 0 && (features.run > 0 || hasText(document_));
  const [reason, count] = isArticle ? whyArticle(features) : whyNot(features);
  return { isArticle, reason, score, ...(count !== undefined && { count }) };
}
