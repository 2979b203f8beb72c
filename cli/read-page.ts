/** Extracts the article from a page's source, as the extension does from an open page. */
import { type DOMWindow, JSDOM, VirtualConsole } from 'jsdom';
import { extractArticle } from '../utils/article/extract-article.ts';
import { judgePage } from '../utils/article/judge/judge-page.ts';
import { moveRouteToPath } from '../utils/article/metadata/address-route.ts';
import { readClaimedUrl } from '../utils/article/metadata/page-address.ts';
import { detectPhrases } from '../utils/article/site-phrases.ts';
import type { Article, Verdict } from '../utils/article/types.ts';
import { findClutter } from '../utils/clutter/find/find-clutter.ts';
import { captureDom } from '../utils/page/dom-realm.ts';
import { checkSize } from './check-size.ts';
import { NoArticleError } from './errors.ts';
import { withDomGlobalsOf } from './with-dom-globals.ts';

/** A placeholder for an unknown URL. Nothing is ever loaded from it. */
export const UNKNOWN_URL = 'https://unknown.invalid/';

export interface ReadPage {
  /** Null if the page contains no text that could be an article. */
  article: Article | null;
  verdict: Verdict;
}

/**
 * Decodes bytes as UTF-8 if they are valid and not only ASCII, because a saved page lacks the HTTP header with its encoding.
 * Other bytes are returned unchanged, and decoded as the page declares.
 */
function decode(source: string | Uint8Array): string | Uint8Array {
  if (typeof source === 'string' || source.every((byte) => byte < 0x80)) return source;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(source);
  } catch {
    // Not UTF-8, so jsdom detects the encoding.
    return source;
  }
}

function parse(source: string | Uint8Array, url: string): DOMWindow {
  const { window } = new JSDOM(source, {
    url,
    contentType: 'text/html',
    // Enables scripting, so that `<noscript>` is parsed as text, as in browsers, but does not run the page's scripts.
    runScripts: 'outside-only',
    virtualConsole: new VirtualConsole(),
  });
  captureDom(window.document);
  return window;
}

function extractFromWindow({ document: document_ }: DOMWindow, url: string): ReadPage {
  const phrases = detectPhrases(document_);
  const verdict = judgePage(document_, moveRouteToPath(url));
  const promos = findClutter(document_, { phrases: phrases.cues }).map(({ element }) => element);
  // If the page is not an article, extract its main text, as for "Save this page anyway".
  const extraction = extractArticle(document_, url, { promos, phrases, anyText: !verdict.isArticle });
  return { article: extraction?.article ?? null, verdict };
}

/**
 * Extracts the article from a page's source, without running scripts or loading anything.
 *
 * @param source bytes that are not UTF-8 are decoded according to their byte order mark or the page's `<meta charset>`
 * @param url the page's URL; null to use the one that the page declares
 * @throws NoArticleError if the page contains no text that could be an article
 * @throws CliError if it is too large
 */
export function readPage(source: string | Uint8Array, url: string | null): ReadPage & { article: Article } {
  checkSize(source);
  const decoded = decode(source);
  let window = parse(decoded, url ?? UNKNOWN_URL);
  const { document: document_ } = window;
  const declaredUrl =
    url === null ? withDomGlobalsOf(window, () => readClaimedUrl(document_, UNKNOWN_URL)) : null;
  if (declaredUrl !== null) {
    window.close();
    window = parse(decoded, declaredUrl);
  }
  try {
    const { article, verdict } = withDomGlobalsOf(window, () =>
      extractFromWindow(window, url ?? declaredUrl ?? UNKNOWN_URL),
    );
    if (article === null || article.text.trim() === '') throw new NoArticleError();
    return { article, verdict };
  } finally {
    window.close();
  }
}
