import { findAllIn } from '../../page/dom-access.ts';
import { attributeOf } from '../../page/element-access.ts';
import { ADDRESS_LIMIT } from '../../text/limits.ts';

/** The web address that the first element of a kind links to; null where there is none, or a longer one than is kept. */
function linkedFrom(document_: Document, selector: string, base: string): string | null {
  const [element] = findAllIn(document_, selector);
  const stated = element === undefined ? '' : attributeOf(element, 'href');
  if (stated.length > ADDRESS_LIMIT || !/\S/.test(stated) || !URL.canParse(stated, base)) return null;
  const { href } = new URL(stated, base);
  return /^https?:/.test(href) && href.length <= ADDRESS_LIMIT ? href : null;
}

/**
 * The address on another host that a page says is its own (`rel=canonical`). What is switched off there is off here,
 * too, so it counts whether or not it can mean this page, which `readCanonicalUrl` judges: a stale one is of the same
 * owner all the same, and the gate has no room for more. It has none for `readStatedUrl` either, which resolves alike.
 *
 * @param url of the page
 * @returns null where it says none, or one of its own host
 */
export function addressElsewhere(document_: Document, url: string): string | null {
  const base = linkedFrom(document_, 'base[href]', url) ?? url;
  const stated = linkedFrom(document_, 'link[rel~="canonical" i]', base);
  return stated === null || new URL(stated).host === new URL(url).host ? null : stated;
}
