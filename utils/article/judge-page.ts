import type { Verdict } from './types.ts';

/** Is this page one article? Reads the document, changes nothing. */
export function judgePage(document_: Document = document, url: string = document_.URL): Verdict {
  const isArticle =
    url !== '' && document_.querySelector('meta[property="og:type"][content="article"]') !== null;
  return { isArticle, reason: isArticle ? 'articleData' : 'noProse', score: isArticle ? 1 : -1 };
}
