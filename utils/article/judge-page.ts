import { type PageSignals, readSignals } from './page-signals.ts';
import type { Verdict, VerdictReason } from './types.ts';
import { weigh } from './weigh-signals.ts';

interface Why {
  reason: VerdictReason;
  count?: number;
}

function whyArticle(s: PageSignals): Why {
  if (s.ldArticle + s.ldNews + s.ogArticle > 0) return { reason: 'articleData' };
  return s.paragraphs > 0 ? { reason: 'articleProse', count: s.paragraphs } : { reason: 'articleProse' };
}

/** Names the strongest plain reason; the sum of many small ones cannot be said in a sentence. */
function whyNot(s: PageSignals): Why {
  if (s.urlSearch === 1) return { reason: 'searchPage' };
  if (s.urlFront === 1 && s.linkedHeadlines > 5) return { reason: 'frontPage', count: s.linkedHeadlines };
  if (s.ldForum + s.urlForum > 0) return { reason: 'forum' };
  if (s.ldProduct + s.shop + s.urlProduct > 0) return { reason: 'product' };
  if (s.linkedHeadlines > 5) return { reason: 'indexPage', count: s.linkedHeadlines };
  if (s.articles > 3) return { reason: 'indexPage', count: s.articles };
  if (s.urlReference + s.generator > 0) return { reason: 'reference' };
  if (s.urlFront === 1) return { reason: 'frontPage' };
  if (s.buttons > 6 && s.prose < 400) return { reason: 'form' };
  if (s.run < 250) return { reason: 'noProse' };
  if (s.urlListing + s.ldListing > 0) return { reason: 'listing' };
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
  const score = weigh(signals);
  const isArticle = score > 0;
  return { isArticle, ...(isArticle ? whyArticle(signals) : whyNot(signals)), score };
}
