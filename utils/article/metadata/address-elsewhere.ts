import { findAllIn } from '../../page/dom-access.ts';
import { attributeOf } from '../../page/element-access.ts';
import { ADDRESS_LIMIT } from '../../text/limits.ts';

/**
 * The address on another host that a page says is its own (`rel=canonical`), as it stands there: the gate has no room
 * for judging whether it can mean this page, as `readCanonicalUrl` does.
 *
 * @param url of the page
 * @returns null where it says none, or one of its own host
 */
export function addressElsewhere(document_: Document, url: string): string | null {
  const link = findAllIn(document_, 'link[rel~="canonical" i]')[0];
  const stated = link === undefined ? '' : attributeOf(link, 'href');
  if (stated.length > ADDRESS_LIMIT || !URL.canParse(stated) || !/^https?:/i.test(stated)) return null;
  const { host, href } = new URL(stated);
  return href.length > ADDRESS_LIMIT || host === new URL(url).host ? null : href;
}
