import { type PageSignals, readSignals } from './page-signals.ts';
import type { Verdict, VerdictReason } from './types.ts';
import { termsOf, weigh } from './weigh-signals.ts';

interface Why {
  reason: VerdictReason;
  count?: number;
}

function whyArticle(s: PageSignals): Why {
  if (s.ldArticle === 1 || s.ogArticle === 1) return { reason: 'articleData' };
  return s.paragraphs > 0 ? { reason: 'articleProse', count: s.paragraphs } : { reason: 'articleProse' };
}

/** Names the strongest plain reason; the sum of many small ones cannot be said in a sentence. */
function whyNot(s: PageSignals): Why {
  if (s.urlSearch === 1) return { reason: 'searchPage' };
  if (s.urlFront === 1 && s.linkedHeadlines > 5) return { reason: 'frontPage', count: s.linkedHeadlines };
  if (s.ldForum === 1 || s.urlForum === 1) return { reason: 'forum' };
  if ((s.ldProduct === 1 && s.ldArticle === 0) || s.urlProduct === 1) return { reason: 'product' };
  if (s.linkedHeadlines > 5) return { reason: 'indexPage', count: s.linkedHeadlines };
  if (s.articles > 3) return { reason: 'indexPage', count: s.articles };
  if (s.urlReference === 1) return { reason: 'reference' };
  if (s.urlFront === 1) return { reason: 'frontPage' };
  if (s.inputs > 6 && s.prose < 1000) return { reason: 'form' };
  if (s.run < 250 && s.brProse < 400) return { reason: 'noProse' };
  if (s.urlListing === 1 || s.ldListing === 1) return { reason: 'listing' };
  return { reason: 'notNews' };
}

function isHtml(document_: Document): boolean {
  const type = document_.contentType;
  return typeof type !== 'string' || /html/i.test(type);
}

/**
 * Is this page one article? Reads the document, changes nothing; a millisecond on ordinary pages.
 *
 * @param url the page's address; its shape is part of the evidence
 */
export function judgePage(document_: Document = document, url: string = document_.URL): Verdict {
  if (!isHtml(document_)) return { isArticle: false, reason: 'notHtml', score: -9 };
  const signals = readSignals(document_, url);
  const score = weigh(termsOf(signals));
  const isArticle = score > 0;
  return { isArticle, ...(isArticle ? whyArticle(signals) : whyNot(signals)), score };
}
