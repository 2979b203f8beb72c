/** A page's source → its article, as the extension reads it out of the live page. */
import { type DOMWindow, JSDOM, VirtualConsole } from 'jsdom';
import { extractArticle } from '../utils/article/extract-article.ts';
import { judgePage } from '../utils/article/judge/judge-page.ts';
import { loadPhrasesFor } from '../utils/article/learn-language.ts';
import { withRouteAsPath } from '../utils/article/metadata/address-route.ts';
import { readClaimedUrl } from '../utils/article/metadata/page-address.ts';
import type { Article, Verdict } from '../utils/article/types.ts';
import { findClutter } from '../utils/clutter/find/find-clutter.ts';
import { captureDom } from '../utils/page/dom-realm.ts';
import { checkSize } from './check-size.ts';
import { NoArticleError } from './errors.ts';
import { inDomOf } from './in-dom-of.ts';

/** Where a page is taken to be whose address nobody knows; nothing is ever loaded from there. */
export const NOWHERE = 'https://unknown.invalid/';

export interface ReadPage {
  /** Null where there is no text that could be one. */
  article: Article | null;
  verdict: Verdict;
}

/**
 * What is UTF-8 and not plain ASCII is UTF-8: a saved page has lost the header that said so. For other bytes the page
 * has the word.
 */
function decode(source: string | Uint8Array): string | Uint8Array {
  if (typeof source === 'string' || source.every((byte) => byte < 0x80)) return source;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch {
    // Then it is in another encoding, which is not wrong.
    return source;
  }
}

function parse(source: string | Uint8Array, url: string): DOMWindow {
  const { window } = new JSDOM(source, {
    url,
    contentType: 'text/html',
    // A parser that knows of scripts takes `<noscript>` for text, as in a browser; none of the page's is run.
    runScripts: 'outside-only',
    virtualConsole: new VirtualConsole(),
  });
  captureDom(window.document);
  return window;
}

function readWindow({ document: document_ }: DOMWindow, url: string): ReadPage {
  loadPhrasesFor(document_);
  const verdict = judgePage(document_, withRouteAsPath(url));
  const begging = findClutter(document_).map(({ element }) => element);
  // Whoever asks about a page that is no article gets its main part, as by "Save this page anyway".
  const extraction = extractArticle(document_, url, { begging, anyText: !verdict.isArticle });
  return { article: extraction?.article ?? null, verdict };
}

/**
 * Reads the article out of a page's source. Runs and loads nothing of the page.
 *
 * @param source bytes that are no UTF-8 are decoded by their byte order mark or the page's `<meta charset>`
 * @param url the page's address; null takes the one that the page states
 * @throws NoArticleError where the page has no text that could be one
 * @throws CliError where it is too large
 */
export function readPage(source: string | Uint8Array, url: string | null): ReadPage & { article: Article } {
  checkSize(source);
  const decoded = decode(source);
  let window = parse(decoded, url ?? NOWHERE);
  const { document: document_ } = window;
  const stated = url === null ? inDomOf(window, () => readClaimedUrl(document_, NOWHERE)) : null;
  if (stated !== null) {
    window.close();
    window = parse(decoded, stated);
  }
  try {
    const { article, verdict } = inDomOf(window, () => readWindow(window, url ?? stated ?? NOWHERE));
    if (article === null || article.text.trim() === '') throw new NoArticleError();
    return { article, verdict };
  } finally {
    window.close();
  }
}
