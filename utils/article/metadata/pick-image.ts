import { firstChildOf, isElement, nextSiblingOf, parentOf, textOf } from '../../page/dom-access.ts';
import { attributeOf, attributesOf, findUpTo, tagOf } from '../../page/element-access.ts';
import { absoluteUrl } from './page-address.ts';
import { parseSrcset } from './parse-srcset.ts';

/** Attributes in which lazy loaders keep the address of an image. */
const LAZY_SOURCES = [
  'data-src',
  'data-lazy-src',
  'data-original',
  'data-full-src',
  'data-hi-res-src',
  'data-image',
  'data-src-large',
  'data-large-file',
  'data-orig-file',
  'data-lazy',
  'data-url',
  'data-img-src',
];
const SOURCE_SETS = ['srcset', 'data-srcset', 'data-lazy-srcset', 'data-src-set'];
export const PLACEHOLDER =
  /^data:|^blob:|^about:|(?:blank|spacer|pixel|placeholder|transparent|lazy|loading|grey|1x1)[\w-]{0,80}\.(?:gif|png|svg|jpe?g)|^$/i;
/** Maximum width used: sufficient for reading columns with two device pixels per CSS pixel. */
const MAX_WIDTH = 2000;
/** Minimum width; smaller images are icons and tracking pixels. */
const MIN_WIDTH = 48;

/** Limit of nodes in a `<picture>`: formats times layouts, and white space. */
const MAX_CHILDREN = 60;
/** Maximum length of markup for one image, in UTF-16 units. */
const MAX_MARKUP = 20_000;

/** Picks the widest candidate of a `srcset` within the limit. Handles commas in addresses. */
export function bestOfSet(srcset: string, base: string): string | null {
  let best: string | null = null;
  let bestWidth = -1;
  for (const { address, amount, unit } of parseSrcset(srcset)) {
    const url = absoluteUrl(address, base);
    if (url === null) continue;
    const size = amount * (unit === 'w' ? 1 : 640);
    const width = size > MAX_WIDTH ? 1 / size : size;
    if (width > bestWidth) [best, bestWidth] = [url, width];
  }
  return best;
}

function sourceSets(image: Element): string[] {
  const sets = SOURCE_SETS.map((name) => attributeOf(image, name));
  const picture = parentOf(image);
  if (picture !== null && isElement(picture) && tagOf(picture) === 'picture') {
    let at = firstChildOf(picture);
    for (let i = 0; at !== null && i < MAX_CHILDREN; i++, at = nextSiblingOf(at)) {
      if (!isElement(at) || tagOf(at) !== 'source') continue;
      for (const name of SOURCE_SETS) sets.push(attributeOf(at, name));
    }
  }
  return sets.filter(Boolean);
}

/** The `src` of the first image with one in markup. */
function firstSource(markup: string): string | null {
  const images = /<img\b/gi;
  while (images.test(markup)) {
    const end = markup.indexOf('>', images.lastIndex);
    const tag = markup.slice(images.lastIndex, end < 0 ? undefined : end);
    const source = /\bsrc\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1];
    if (source !== undefined) return source;
    // A tag that begins inside this one has been examined with it.
    if (end < 0) return null;
    images.lastIndex = end;
  }
  return null;
}

/** The image address in a `noscript`, whose content is text if scripts are enabled. */
export function sourceIn(noscript: Element): string {
  const [inside] = findUpTo(noscript, 'img', 1);
  return firstSource(textOf(noscript).slice(0, MAX_MARKUP)) ?? (inside ? attributeOf(inside, 'src') : '');
}

function fallbackSource(image: Element): string {
  let at = nextSiblingOf(image);
  for (let i = 0; at !== null && i < 3; i++) {
    if (isElement(at) && tagOf(at) === 'noscript') return sourceIn(at);
    at = nextSiblingOf(at);
  }
  return '';
}

/** Limits of an image's attributes and the length of their values, in UTF-16 units. */
const MAX_ATTRIBUTES = 40;
const MAX_VALUE_LENGTH = 8000;
const PICTURE = /^\S+\.(?:jpe?g|png|webp|avif)(?:[?#]\S*)?$/i;

/** The image address in an attribute of the page's own lazy loader. */
function ownLazySource(image: Element, base: string): string | null {
  const attributes = attributesOf(image);
  for (let i = 0; i < Math.min(attributes.length, MAX_ATTRIBUTES); i++) {
    const { name = '', value = '' } = attributes[i] ?? {};
    if (!name.startsWith('data-') || value.length > MAX_VALUE_LENGTH) continue;
    if (name.endsWith('srcset')) {
      const best = bestOfSet(value, base);
      if (best !== null) return best;
    }
    const address = value.trim();
    if (PICTURE.test(address) && !PLACEHOLDER.test(address)) return absoluteUrl(address, base);
  }
  return null;
}

const PIXELS = /^data:image\/(?:png|jpe?g|webp|avif|gif)[;,]/i;
/** Minimum and maximum length of an embedded image, in UTF-16 units; shorter ones are placeholders. */
const MIN_DATA_LENGTH = 2000;
const MAX_DATA_LENGTH = 3_000_000;

/** An embedded image; null for placeholders. */
export function carriedPicture(image: Element): string | null {
  const source = attributeOf(image, 'src');
  if (source.length < MIN_DATA_LENGTH || source.length > MAX_DATA_LENGTH) return null;
  return PIXELS.test(source) ? source : null;
}

/**
 * @returns the absolute address of the best version of the image, possibly a `data:` bitmap; null for icons, tracking pixels
 *   and placeholders
 */
export function pickImageUrl(image: Element, base: string): string | null {
  const width = Number(attributeOf(image, 'width').replace('px', '') || 'NaN');
  const height = Number(attributeOf(image, 'height').replace('px', '') || 'NaN');
  if (width < MIN_WIDTH || height < MIN_WIDTH) return null;
  for (const set of sourceSets(image)) {
    const best = bestOfSet(set, base);
    if (best !== null && !PLACEHOLDER.test(best)) return best;
  }
  const plain = [...LAZY_SOURCES, 'src'].map((name) => attributeOf(image, name));
  for (const address of [...plain, fallbackSource(image)]) {
    if (address === '' || PLACEHOLDER.test(address)) continue;
    const url = absoluteUrl(address, base);
    if (url !== null) return url;
  }
  return ownLazySource(image, base) ?? carriedPicture(image);
}
