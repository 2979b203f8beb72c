import { parentElementOf, shortTextOf } from '../../page/dom-access.ts';
import {
  attributeOf,
  closestTo,
  findSome,
  hasAttributes,
  nextElementOf,
  previousElementOf,
  tagOf,
} from '../../page/element-access.ts';
import { absoluteUrl } from './page-address.ts';
import { PLACEHOLDER, sourceIn } from './pick-image.ts';

/** Where lazy loaders keep the address of a background. */
const LAZY_BACKGROUNDS = ['data-bg', 'data-background', 'data-background-image'];
const BACKGROUND = /background(?:-image)?\s*:[^;]{0,200}?url\(\s*(["']?)([^"')]{1,2000})\1\s*\)/i;
/** White space in a box that holds nothing; UTF-16 units. */
const MOST_SPACE = 200;
const IMAGES = 'img, picture, amp-img';
const IMAGE_TAGS = new Set(IMAGES.split(', '));
/** Elements that pictures are painted into. */
const PAINTED = new Set(['div', 'span', 'a', 'figure', 'i', 'section', 'p']);

/**
 * A picture that is no `img`: one that only browsers without scripts get, or the background of a box that is a picture
 * to the page itself, by its role or as all there is in a figure.
 *
 * @returns its absolute address, or null where the element is no such thing
 */
export function pickOtherImage(element: Element, base: string): string | null {
  const tag = tagOf(element);
  let source = '';
  if (tag === 'noscript') source = isAlone(element) && isSeen(element) ? sourceIn(element) : '';
  else if (PAINTED.has(tag) && hasAttributes(element)) source = backgroundOf(element);
  return source === '' || PLACEHOLDER.test(source) ? null : absoluteUrl(source, base);
}

/** Its markup, as far as a picture's goes; UTF-16 units. */
const MOST_MARKUP = 2000;
const WIDE = /\bwidth\s*=\s*["']?[2-9]\d\d/i;
const SMALL = /\b(?:width|height)\s*[=:]\s*["']?\d?\d\b(?!%)|display\s*:\s*none/i;

/** What counts visits stands in such elements, too: it is small, and in no figure. */
function isSeen(noscript: Element): boolean {
  const markup = (shortTextOf(noscript, MOST_MARKUP) ?? '').trim();
  const [inside] = findSome(noscript, 'img', 1);
  const written =
    inside === undefined
      ? markup
      : ['width', 'height', 'style'].map((name) => `${name}="${attributeOf(inside, name)}"`).join(' ');
  return !SMALL.test(written) && (WIDE.test(written) || closestTo(noscript, 'figure') !== null);
}

/** Beside an image it is that image for browsers without scripts. */
function isAlone(noscript: Element): boolean {
  const isImage = (element: Element | null): boolean =>
    element !== null &&
    tagOf(element) !== 'noscript' &&
    (IMAGE_TAGS.has(tagOf(element)) || findSome(element, IMAGES, 1).length > 0);
  if (isImage(nextElementOf(noscript)) || isImage(previousElementOf(noscript))) return false;
  const parent = parentElementOf(noscript);
  const figure = parent === null ? null : closestTo(parent, 'figure');
  return (
    figure === null || findSome(figure, IMAGES, 4).every((image) => closestTo(image, 'noscript') !== null)
  );
}

function backgroundOf(element: Element): string {
  const stated = BACKGROUND.exec(attributeOf(element, 'style'))?.[2];
  const address = stated ?? LAZY_BACKGROUNDS.map((name) => attributeOf(element, name)).find(Boolean);
  if (address === undefined || !isPicture(element)) return '';
  return address.replace(/^url\(\s*["']?|["']?\s*\)$/g, '');
}

function isPicture(element: Element): boolean {
  if (shortTextOf(element, MOST_SPACE)?.trim() !== '') return false;
  if (findSome(element, `${IMAGES}, video, iframe`, 1).length > 0) return false;
  return attributeOf(element, 'role') === 'img' || closestTo(element, 'figure') !== null;
}
