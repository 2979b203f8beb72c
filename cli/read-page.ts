/** Extracts the article from a page's source, as the extension does from a live page. */
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
import { withDomGlobalsOf } from './with-dom-globals.ts';

/** Placeholder for an unknown address of a page; nothing is ever loaded from it. */
export const UNKNOWN_ADDRESS = 'https://unknown.invalid/';

export interface ReadPage {
  /** Null if no text could be an article. */
  article: Article | null;
  verdict: Verdict;
}

/**
 * Decodes non-ASCII bytes as UTF-8 if they are valid, because a saved page has lost its HTTP header. Other bytes are
 * decoded as the page declares.
 */
function decode(source: string | Uint8Array): string | Uint8Array {
  if (typeof source === 'string' || source.every((byte) => byte < 0x80)) return source;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch {
    // Not UTF-8; jsdom detects the encoding.
    return source;
  }
}

function parse(source: string | Uint8Array, url: string): DOMWindow {
  const { window } = new JSDOM(source, {
    url,
    contentType: 'text/html',
    // With scripting enabled, the parser treats `<noscript>` as text, as browsers do; the page's scripts are not run.
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
  // For a page that is not an article, use its main part, as for "Save this page anyway".
  const extraction = extractArticle(document_, url, { begging, anyText: !verdict.isArticle });
  return { article: extraction?.article ?? null, verdict };
}

/**
 * Extracts the article from a page's source, without running scripts or loading anything.
 *
 * @param source bytes that are not UTF-8 are decoded by their byte order mark or the page's `<meta charset>`
 * @param url the page's address; null to use the one that the page states
 * @throws NoArticleError if the page contains no text that could be an article
 * @throws CliError if it is too large
 */
export function readPage(source: string | Uint8Array, url: string | null): ReadPage & { article: Article } {
  checkSize(source);
  const decoded = decode(source);
  let window = parse(decoded, url ?? UNKNOWN_ADDRESS);
  const { document: document_ } = window;
  const stated =
    url === null ? withDomGlobalsOf(window, () => readClaimedUrl(document_, UNKNOWN_ADDRESS)) : null;
  if (stated !== null) {
    window.close();
    window = parse(decoded, stated);
  }
  try {
    const { article, verdict } = withDomGlobalsOf(window, () =>
      readWindow(window, url ?? stated ?? UNKNOWN_ADDRESS),
    );
    if (article === null || article.text.trim() === '') throw new NoArticleError();
    return { article, verdict };
  } finally {
    window.close();
  }
}
