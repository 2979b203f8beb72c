import { follows, holds, parentElementOf } from '../../page/dom-access.ts';
import { attributeOf, closestTo, findSome } from '../../page/element-access.ts';
import { escapeHtml } from '../html/write-html.ts';
import { carriedPicture } from '../metadata/pick-image.ts';

/** Pictures looked at, and elements that the article is within. */
const MOST = 60;
const DEEPEST = 40;
/** Parts of a page that hold no picture of an article. */
const ELSEWHERE = 'nav, aside, footer, [role="navigation"], [role="complementary"]';

/** The smallest element that holds both. */
function around(inner: Element, other: Element): Element | null {
  let at: Element | null = inner;
  for (let depth = 0; at !== null && depth < DEEPEST; depth += 1) {
    if (holds(at, other)) return at;
    at = parentElementOf(at);
  }
  return null;
}

/**
 * A lead picture that the page carries in itself (`data:`), between the headline and the text: no address leads to it, so
 * that it is kept in the text or not at all.
 *
 * @param root container of the text
 * @returns the picture as HTML, or `''`
 */
export function writeCarriedLead(root: Element, headline: Element): string {
  const part = around(root, headline);
  if (part === null || part === root) return '';
  for (const image of findSome(part, 'img', MOST)) {
    if (holds(root, image) || !follows(image, headline) || !follows(root, image)) continue;
    const source = carriedPicture(image);
    if (source === null || closestTo(image, ELSEWHERE) !== null) continue;
    const alt = escapeHtml(attributeOf(image, 'alt'));
    return `<figure><img src="${escapeHtml(source)}" alt="${alt}"></figure>`;
  }
  return '';
}
