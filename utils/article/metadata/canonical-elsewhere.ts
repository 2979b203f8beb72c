import { findAllIn } from '../../page/dom-access.ts';
import { attributeOf } from '../../page/element-access.ts';
import { ADDRESS_LIMIT } from '../../text/limits.ts';

/** The absolute URL in the `href` of the first matching element; null if there is no valid one. */
function readHref(document_: Document, selector: string, base: string): string | null {
  const [element] = findAllIn(document_, selector);
  const href = element === undefined ? '' : attributeOf(element, 'href');
  if (href.length > ADDRESS_LIMIT || !/\S/.test(href) || !URL.canParse(href, base)) return null;
  const { href: absolute } = new URL(href, base);
  return /^https?:/.test(absolute) && absolute.length <= ADDRESS_LIMIT ? absolute : null;
}

/**
 * Reads the canonical URL (`rel=canonical`) of a page if it is on another host. If Offprint is off on that host, it is off
 * here, too. Therefore, it counts even if `readCanonicalUrl` would reject it: an outdated URL still has the same owner.
 * Resolves URLs like `readDeclaredUrl`, which would be too large for the gate.
 *
 * @param url the page's URL
 * @returns null if there is none, or if it is on the same host
 */
export function readCanonicalElsewhere(document_: Document, url: string): string | null {
  const base = readHref(document_, 'base[href]', url) ?? url;
  const canonical = readHref(document_, 'link[rel~="canonical" i]', base);
  return canonical === null || new URL(canonical).host === new URL(url).host ? null : canonical;
}
