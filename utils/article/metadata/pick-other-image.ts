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
import { PLACEHOLDER, sourceInNoscript } from './pick-image.ts';

/** Attributes in which lazy loaders store the URL of a background. */
const LAZY_BACKGROUNDS = ['data-bg', 'data-background', 'data-background-image'];
const BACKGROUND = /background(?:-image)?\s*:[^;]{0,200}?url\(\s*(["']?)([^"')]{1,2000})\1\s*\)/i;
/** Maximum length of white space in an empty box, in UTF-16 code units. */
const MAX_SPACE_LENGTH = 200;
const IMAGES = 'img, picture, amp-img';
const IMAGE_TAGS = new Set(IMAGES.split(', '));
/** Elements whose background image is read. */
const BACKGROUND_TAGS = new Set(['div', 'span', 'a', 'figure', 'i', 'section', 'p']);

/**
 * Reads an image that isn't an `img` element: one in a `noscript`, or the background of an empty box that has the role of an
 * image or is in a figure.
 *
 * @returns the absolute URL; null if the element isn't such an image
 */
export function pickOtherImage(element: Element, base: string): string | null {
  const tag = tagOf(element);
  let source = '';
  if (tag === 'noscript')
    source = isNotFallback(element) && isVisible(element) ? sourceInNoscript(element) : '';
  else if (BACKGROUND_TAGS.has(tag) && hasAttributes(element)) source = readBackground(element);
  return source === '' || PLACEHOLDER.test(source) ? null : absoluteUrl(source, base);
}

/** Maximum length of a `noscript` that is read, in UTF-16 code units. */
const MAX_MARKUP_LENGTH = 2000;
const WIDE = /\bwidth\s*=\s*["']?[2-9]\d\d/i;
const SMALL = /\b(?:width|height)\s*[=:]\s*["']?\d?\d\b(?!%)|display\s*:\s*none/i;

/** Whether the image in a `noscript` is visible. Tracking pixels are small and not in a figure. */
function isVisible(noscript: Element): boolean {
  const markup = (shortTextOf(noscript, MAX_MARKUP_LENGTH) ?? '').trim();
  const [image] = findUpTo(noscript, 'img', 1);
  const attributes =
    image === undefined
      ? markup
      : ['width', 'height', 'style'].map((name) => `${name}="${attributeOf(image, name)}"`).join(' ');
  return !SMALL.test(attributes) && (WIDE.test(attributes) || findClosest(noscript, 'figure') !== null);
}

/** Whether a `noscript` isn't a fallback for another image next to it. */
function isNotFallback(noscript: Element): boolean {
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

function readBackground(element: Element): string {
  const declared = BACKGROUND.exec(attributeOf(element, 'style'))?.[2];
  const source = declared ?? LAZY_BACKGROUNDS.map((name) => attributeOf(element, name)).find(Boolean);
  if (source === undefined || !isEmptyImageBox(element)) return '';
  return source.replace(/^url\(\s*["']?|["']?\s*\)$/g, '');
}

function isEmptyImageBox(element: Element): boolean {
  if (shortTextOf(element, MAX_SPACE_LENGTH)?.trim() !== '') return false;
  if (findUpTo(element, `${IMAGES}, video, iframe`, 1).length > 0) return false;
  return attributeOf(element, 'role') === 'img' || findClosest(element, 'figure') !== null;
}
