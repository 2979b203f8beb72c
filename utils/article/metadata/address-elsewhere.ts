import { findAllIn } from '../../page/dom-access.ts';
import { attributeOf } from '../../page/element-access.ts';
import { ADDRESS_LIMIT } from '../../text/limits.ts';

/** The address that the first matching element links to; null if there is none or it is too long. */
function linkedFrom(document_: Document, selector: string, base: string): string | null {
  const [element] = findAllIn(document_, selector);
  const stated = element === undefined ? '' : attributeOf(element, 'href');
  if (stated.length > ADDRESS_LIMIT || !/\S/.test(stated) || !URL.canParse(stated, base)) return null;
  const { href } = new URL(stated, base);
  return /^https?:/.test(href) && href.length <= ADDRESS_LIMIT ? href : null;
}

/**
 * The canonical address on another host that a page declares (`rel=canonical`). What is switched off there is off here,
 * too, so that it counts even if it can't mean this page, as judged by `readCanonicalUrl`: a stale one still has the same
 * owner. Resolves like `readStatedUrl`, which would be too large for the gate.
 *
 * @param url of the page
 * @returns null if there is none, or it is on the same host
 */
export function addressElsewhere(document_: Document, url: string): string | null {
  const base = linkedFrom(document_, 'base[href]', url) ?? url;
  const stated = linkedFrom(document_, 'link[rel~="canonical" i]', base);
  return stated === null || new URL(stated).host === new URL(url).host ? null : stated;
}
