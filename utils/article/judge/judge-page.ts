import type { Verdict, VerdictReason } from '../types.ts';
import { hasText, type PageSignals, readSignals } from './page-signals.ts';
import { weigh } from './weigh-signals.ts';

/** A reason, and the figure its sentence speaks of. */
type Why = [reason: VerdictReason, count?: number];

function whyArticle(s: PageSignals): Why {
  if (s.ldArticle + s.ldNews + s.ogArticle > 0) return ['articleData'];
  return s.paragraphs > 1 ? ['articleProse', s.paragraphs] : ['articleSigns'];
}

/** Names the strongest plain reason; the sum of many small ones cannot be said in a sentence. */
function whyNot(s: PageSignals): Why {
  const headlines = s.linkedHeadlines > 5;
  const cases: [holds: unknown, ...why: Why][] = [
    [s.urlSearch, 'searchPage'],
    [s.urlFront && headlines, 'frontHeadlines', s.linkedHeadlines],
    [s.ldForum + s.urlForum, 'forum'],
    [s.ldProduct + s.shop + s.urlProduct + s.shopClass, 'product'],
    [headlines, 'indexPage', s.linkedHeadlines],
    [s.articles > 3, 'manyArticles', s.articles],
    [s.urlReference, 'reference'],
    [s.urlFront, 'frontPage'],
    [s.buttons + s.fields > 6 && s.run < 400, 'form'],
    [s.run < 250, 'noProse'],
    [s.urlListing + s.ldListing, 'listing'],
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
  const signals = readSignals(document_, url);
  const score = weigh(signals);
  const isArticle = score > 0 && (signals.run > 0 || hasText(document_));
  const [reason, count] = isArticle ? whyArticle(signals) : whyNot(signals);
  return { isArticle, reason, score, ...(count !== undefined && { count }) };
}
