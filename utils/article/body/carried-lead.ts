import { follows, holds, parentElementOf } from '../../page/dom-access.ts';
import { attributeOf, closestTo, findSome } from '../../page/element-access.ts';
import { escapeHtml } from '../html/write-html.ts';
import { carriedPicture } from '../metadata/pick-image.ts';

/** Limits of images and ancestors examined. */
const MAX_IMAGES = 60;
const MAX_DEPTH = 40;
/** Parts of a page without images of an article. */
const ELSEWHERE = 'nav, aside, footer, [role="navigation"], [role="complementary"]';

/** The smallest element that contains both. */
function around(inner: Element, other: Element): Element | null {
  let at: Element | null = inner;
  for (let depth = 0; at !== null && depth < MAX_DEPTH; depth += 1) {
    if (holds(at, other)) return at;
    at = parentElementOf(at);
  }
  return null;
}

/**
 * A lead image embedded in the page as `data:` between the headline and the text. It has no address, so it can only be kept
 * in the HTML.
 *
 * @param root container of the text
 * @returns the image as HTML, or `''`
 */
export function writeCarriedLead(root: Element, headline: Element): string {
  const part = around(root, headline);
  if (part === null || part === root) return '';
  for (const image of findSome(part, 'img', MAX_IMAGES)) {
    if (holds(root, image) || !follows(image, headline) || !follows(root, image)) continue;
    const source = carriedPicture(image);
    if (source === null || closestTo(image, ELSEWHERE) !== null) continue;
    const alt = escapeHtml(attributeOf(image, 'alt'));
    return `<figure><img src="${escapeHtml(source)}" alt="${alt}"></figure>`;
  }
  return '';
}
