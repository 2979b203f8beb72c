import { firstChildOf, isElement, nextSiblingOf, parentOf, textOf } from '../../page/dom-access.ts';
import { attributeOf, attributesOf, findUpTo, tagOf } from '../../page/element-access.ts';
import { absoluteUrl } from './page-address.ts';
import { parseSrcset } from './parse-srcset.ts';

/** Attributes in which lazy loaders store the URL of an image. */
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
/** Preferred maximum width in px, sufficient for a text column on a display with two device pixels per CSS px. */
const MAX_WIDTH = 2000;
/** Minimum width and height in px; smaller images are icons and tracking pixels. */
const MIN_WIDTH = 48;

/** Maximum number of nodes read in a `<picture>`. */
const MAX_CHILDREN = 60;
/** Maximum length of a `noscript` that is read, in UTF-16 code units. */
const MAX_MARKUP_LENGTH = 20_000;

/** Returns the widest candidate of a `srcset` up to `MAX_WIDTH`, or else the narrowest one above it. */
export function pickFromSrcset(srcset: string, base: string): string | null {
  let best: string | null = null;
  let bestWidth = -1;
  for (const { url, value, unit } of parseSrcset(srcset)) {
    const absolute = absoluteUrl(url, base);
    if (absolute === null) continue;
    const size = value * (unit === 'w' ? 1 : 640);
    const width = size > MAX_WIDTH ? 1 / size : size;
    if (width > bestWidth) [best, bestWidth] = [absolute, width];
  }
  return best;
}

function listSrcsets(image: Element): string[] {
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

/** Returns the first `src` of an image in HTML, or null. */
function findFirstSource(markup: string): string | null {
  const images = /<img\b/gi;
  while (images.test(markup)) {
    const end = markup.indexOf('>', images.lastIndex);
    const tag = markup.slice(images.lastIndex, end < 0 ? undefined : end);
    const source = /\bsrc\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1];
    if (source !== undefined) return source;
    // Without `>`, the rest of the text has been searched.
    if (end < 0) return null;
    images.lastIndex = end;
  }
  return null;
}

/** Returns the URL of the image in a `noscript`, or `''`. Its content is text if scripts are enabled, otherwise elements. */
export function sourceInNoscript(noscript: Element): string {
  const [image] = findUpTo(noscript, 'img', 1);
  return (
    findFirstSource(textOf(noscript).slice(0, MAX_MARKUP_LENGTH)) ?? (image ? attributeOf(image, 'src') : '')
  );
}

function sourceInFallback(image: Element): string {
  let at = nextSiblingOf(image);
  for (let i = 0; at !== null && i < 3; i++) {
    if (isElement(at) && tagOf(at) === 'noscript') return sourceInNoscript(at);
    at = nextSiblingOf(at);
  }
  return '';
}

/** Maximum number of attributes read of an image, and maximum length of their values, in UTF-16 code units. */
const MAX_ATTRIBUTES = 40;
const MAX_VALUE_LENGTH = 8000;
const IMAGE_URL = /^\S+\.(?:jpe?g|png|webp|avif)(?:[?#]\S*)?$/i;

/** Searches all `data-` attributes for an image URL, for unknown lazy loaders. */
function findLazySource(image: Element, base: string): string | null {
  const attributes = attributesOf(image);
  for (let i = 0; i < Math.min(attributes.length, MAX_ATTRIBUTES); i++) {
    const { name = '', value = '' } = attributes[i] ?? {};
    if (!name.startsWith('data-') || value.length > MAX_VALUE_LENGTH) continue;
    if (name.endsWith('srcset')) {
      const best = pickFromSrcset(value, base);
      if (best !== null) return best;
    }
    const source = value.trim();
    if (IMAGE_URL.test(source) && !PLACEHOLDER.test(source)) return absoluteUrl(source, base);
  }
  return null;
}

const RASTER_DATA = /^data:image\/(?:png|jpe?g|webp|avif|gif)[;,]/i;
/** Minimum and maximum length of a `data:` URL, in UTF-16 code units; shorter ones are placeholders. */
const MIN_DATA_LENGTH = 2000;
const MAX_DATA_LENGTH = 3_000_000;

/** The `data:` URL of an embedded raster image; null for others and for placeholders. */
export function embeddedImageOf(image: Element): string | null {
  const source = attributeOf(image, 'src');
  if (source.length < MIN_DATA_LENGTH || source.length > MAX_DATA_LENGTH) return null;
  return RASTER_DATA.test(source) ? source : null;
}

/**
 * @returns the absolute URL of the best version of the image, possibly a `data:` URL; null for icons, tracking pixels and
 *   placeholders
 */
export function pickImageUrl(image: Element, base: string): string | null {
  const width = Number(attributeOf(image, 'width').replace('px', '') || 'NaN');
  const height = Number(attributeOf(image, 'height').replace('px', '') || 'NaN');
  if (width < MIN_WIDTH || height < MIN_WIDTH) return null;
  for (const set of listSrcsets(image)) {
    const best = pickFromSrcset(set, base);
    if (best !== null && !PLACEHOLDER.test(best)) return best;
  }
  const sources = [...LAZY_SOURCES, 'src'].map((name) => attributeOf(image, name));
  for (const source of [...sources, sourceInFallback(image)]) {
    if (source === '' || PLACEHOLDER.test(source)) continue;
    const url = absoluteUrl(source, base);
    if (url !== null) return url;
  }
  return findLazySource(image, base) ?? embeddedImageOf(image);
}
