import { firstChildOf, isElement, nextSiblingOf, parentOf, textOf } from '../../page/dom-access.ts';
import { attributeOf, attributesOf, findSome, tagOf } from '../../page/element-access.ts';
import { absoluteUrl } from './page-address.ts';
import { parseSrcset } from './parse-srcset.ts';

/** Where lazy loaders keep the real address until the picture scrolls into view. */
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
/** Wide enough for any reading column at two device pixels a CSS pixel. */
const WIDEST = 2000;
/** Smaller pictures are icons and counters. */
const SMALLEST = 48;

/** Nodes of a `<picture>` that are looked at: its formats times its layouts, and the spaces between. */
const MOST_CHILDREN = 60;
/** Markup that stands in for one picture; UTF-16 units. */
const MOST_MARKUP = 20_000;

/** Picks the widest candidate of a `srcset` that is not absurdly wide. Commas inside URLs are kept. */
export function bestOfSet(srcset: string, base: string): string | null {
  let best: string | null = null;
  let bestWidth = -1;
  for (const { address, amount, unit } of parseSrcset(srcset)) {
    const url = absoluteUrl(address, base);
    if (url === null) continue;
    const size = amount * (unit === 'w' ? 1 : 640);
    const width = size > WIDEST ? 1 / size : size;
    if (width > bestWidth) [best, bestWidth] = [url, width];
  }
  return best;
}

function sourceSets(image: Element): string[] {
  const sets = SOURCE_SETS.map((name) => attributeOf(image, name));
  const picture = parentOf(image);
  if (picture !== null && isElement(picture) && tagOf(picture) === 'picture') {
    let at = firstChildOf(picture);
    for (let i = 0; at !== null && i < MOST_CHILDREN; i++, at = nextSiblingOf(at)) {
      if (!isElement(at) || tagOf(at) !== 'source') continue;
      for (const name of SOURCE_SETS) sets.push(attributeOf(at, name));
    }
  }
  return sets.filter(Boolean);
}

/** The `src` of the first picture in markup that has one. */
function firstSource(markup: string): string | null {
  const images = /<img\b/gi;
  while (images.test(markup)) {
    const end = markup.indexOf('>', images.lastIndex);
    const tag = markup.slice(images.lastIndex, end < 0 ? undefined : end);
    const source = /\bsrc\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1];
    if (source !== undefined) return source;
    // Another tag that begins in this one has been looked through with it.
    if (end < 0) return null;
    images.lastIndex = end;
  }
  return null;
}

/** The address that a `noscript` has for browsers without scripts; where there are some, its content is text. */
export function sourceIn(noscript: Element): string {
  const [inside] = findSome(noscript, 'img', 1);
  return firstSource(textOf(noscript).slice(0, MOST_MARKUP)) ?? (inside ? attributeOf(inside, 'src') : '');
}

function fallbackSource(image: Element): string {
  let at = nextSiblingOf(image);
  for (let i = 0; at !== null && i < 3; i++) {
    if (isElement(at) && tagOf(at) === 'noscript') return sourceIn(at);
    at = nextSiblingOf(at);
  }
  return '';
}

/** Attributes of one picture that are looked at, and how long their values are; in UTF-16 units. */
const MOST_ATTRIBUTES = 40;
const LONGEST_VALUE = 8000;
const PICTURE = /^\S+\.(?:jpe?g|png|webp|avif)(?:[?#]\S*)?$/i;

/** The address that a loader of the page's own keeps in an attribute of its own. */
function ownLazySource(image: Element, base: string): string | null {
  const attributes = attributesOf(image);
  for (let i = 0; i < Math.min(attributes.length, MOST_ATTRIBUTES); i++) {
    const { name = '', value = '' } = attributes[i] ?? {};
    if (!name.startsWith('data-') || value.length > LONGEST_VALUE) continue;
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
/** Shorter ones stand in for pictures to come; the longest that is kept; in UTF-16 units. */
const SHORTEST_DATA = 2000;
const LONGEST_DATA = 3_000_000;

/** A picture that the page carries in itself; null for stand-ins. */
export function carriedPicture(image: Element): string | null {
  const source = attributeOf(image, 'src');
  if (source.length < SHORTEST_DATA || source.length > LONGEST_DATA) return null;
  return PIXELS.test(source) ? source : null;
}

/**
 * @returns the absolute address of the best version of the picture, which may be a `data:` image of pixels; null for
 *   icons, counters and placeholders
 */
export function pickImageUrl(image: Element, base: string): string | null {
  const width = Number(attributeOf(image, 'width').replace('px', '') || 'NaN');
  const height = Number(attributeOf(image, 'height').replace('px', '') || 'NaN');
  if (width < SMALLEST || height < SMALLEST) return null;
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
