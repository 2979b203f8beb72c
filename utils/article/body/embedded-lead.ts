import { containsNode, isAfter, parentElementOf } from '../../page/dom-access.ts';
import { attributeOf, findClosest, findUpTo } from '../../page/element-access.ts';
import { escapeHtml } from '../html/write-html.ts';
import { embeddedImageOf } from '../metadata/pick-image.ts';

/** Maximum numbers of images and ancestors that are examined. */
const MAX_IMAGES = 60;
const MAX_DEPTH = 40;
/** Parts of a page that don't contain images of the article. */
const OTHER_PARTS = 'nav, aside, footer, [role="navigation"], [role="complementary"]';

/** The lowest common ancestor of two elements, or null. */
function findCommonAncestor(inner: Element, other: Element): Element | null {
  let at: Element | null = inner;
  for (let depth = 0; at !== null && depth < MAX_DEPTH; depth += 1) {
    if (containsNode(at, other)) return at;
    at = parentElementOf(at);
  }
  return null;
}

/**
 * Writes the lead image as HTML if it is a `data:` URL between the headline and the text. Such an image has no other URL, so
 * it must be stored in the HTML.
 *
 * @param root the container of the text
 * @returns the image as HTML, or `''`
 */
export function writeEmbeddedLead(root: Element, headline: Element): string {
  const commonAncestor = findCommonAncestor(root, headline);
  if (commonAncestor === null || commonAncestor === root) return '';
  for (const image of findUpTo(commonAncestor, 'img', MAX_IMAGES)) {
    if (containsNode(root, image) || !isAfter(image, headline) || !isAfter(root, image)) continue;
    const source = embeddedImageOf(image);
    if (source === null || findClosest(image, OTHER_PARTS) !== null) continue;
    const alt = escapeHtml(attributeOf(image, 'alt'));
    return `<figure><img src="${escapeHtml(source)}" alt="${alt}"></figure>`;
  }
  return '';
}
