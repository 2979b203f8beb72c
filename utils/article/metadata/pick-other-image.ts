import { parentElementOf, shortTextOf } from '../../page/dom-access.ts';
import {
  attributeOf,
  findClosest,
  findUpTo,
  hasAttributes,
  nextElementOf,
  previousElementOf,
  tagOf,
} from '../../page/element-access.ts';
import { absoluteUrl } from './page-address.ts';
import { PLACEHOLDER, sourceIn } from './pick-image.ts';

/** Attributes in which lazy loaders keep the address of a background. */
const LAZY_BACKGROUNDS = ['data-bg', 'data-background', 'data-background-image'];
const BACKGROUND = /background(?:-image)?\s*:[^;]{0,200}?url\(\s*(["']?)([^"')]{1,2000})\1\s*\)/i;
/** Maximum white space in an empty box, in UTF-16 units. */
const MAX_SPACE = 200;
const IMAGES = 'img, picture, amp-img';
const IMAGE_TAGS = new Set(IMAGES.split(', '));
/** Elements with image backgrounds. */
const PAINTED = new Set(['div', 'span', 'a', 'figure', 'i', 'section', 'p']);

/**
 * Reads an image that is no `img`: one for browsers without scripts, or the background of a box that is an image by its
 * role or the only content of a figure.
 *
 * @returns its absolute address, or null if the element is no image
 */
export function pickOtherImage(element: Element, base: string): string | null {
  const tag = tagOf(element);
  let source = '';
  if (tag === 'noscript') source = isAlone(element) && isSeen(element) ? sourceIn(element) : '';
  else if (PAINTED.has(tag) && hasAttributes(element)) source = backgroundOf(element);
  return source === '' || PLACEHOLDER.test(source) ? null : absoluteUrl(source, base);
}

/** Maximum length of an image's markup, in UTF-16 units. */
const MAX_MARKUP = 2000;
const WIDE = /\bwidth\s*=\s*["']?[2-9]\d\d/i;
const SMALL = /\b(?:width|height)\s*[=:]\s*["']?\d?\d\b(?!%)|display\s*:\s*none/i;

/** Whether it is visible; tracking pixels are small and outside of figures. */
function isSeen(noscript: Element): boolean {
  const markup = (shortTextOf(noscript, MAX_MARKUP) ?? '').trim();
  const [inside] = findUpTo(noscript, 'img', 1);
  const written =
    inside === undefined
      ? markup
      : ['width', 'height', 'style'].map((name) => `${name}="${attributeOf(inside, name)}"`).join(' ');
  return !SMALL.test(written) && (WIDE.test(written) || findClosest(noscript, 'figure') !== null);
}

/** Whether it is no fallback for an image beside it. */
function isAlone(noscript: Element): boolean {
  const isImage = (element: Element | null): boolean =>
    element !== null &&
    tagOf(element) !== 'noscript' &&
    (IMAGE_TAGS.has(tagOf(element)) || findUpTo(element, IMAGES, 1).length > 0);
  if (isImage(nextElementOf(noscript)) || isImage(previousElementOf(noscript))) return false;
  const parent = parentElementOf(noscript);
  const figure = parent === null ? null : findClosest(parent, 'figure');
  return (
    figure === null || findUpTo(figure, IMAGES, 4).every((image) => findClosest(image, 'noscript') !== null)
  );
}

function backgroundOf(element: Element): string {
  const stated = BACKGROUND.exec(attributeOf(element, 'style'))?.[2];
  const address = stated ?? LAZY_BACKGROUNDS.map((name) => attributeOf(element, name)).find(Boolean);
  if (address === undefined || !isPicture(element)) return '';
  return address.replace(/^url\(\s*["']?|["']?\s*\)$/g, '');
}

function isPicture(element: Element): boolean {
  if (shortTextOf(element, MAX_SPACE)?.trim() !== '') return false;
  if (findUpTo(element, `${IMAGES}, video, iframe`, 1).length > 0) return false;
  return attributeOf(element, 'role') === 'img' || findClosest(element, 'figure') !== null;
}
