import { sanitiseHtml } from '../../article/html/sanitise-html.ts';
import { parseSrcset } from '../../article/metadata/parse-srcset.ts';

export interface PreparedContent {
  /** Sanitised HTML. Every image has a single, absolute `src` and no other source. */
  html: string;
  /** URLs of its http(s) images, in order, without duplicates. */
  images: string[];
}

/**
 * Prepares an article's HTML for storage. Needs a DOM, but loads nothing.
 *
 * @param html body of the article, as it came from the page
 * @param url URL of the page, against which relative URLs are resolved
 */
export function prepareContent(html: string, url: string): PreparedContent {
  const pageDocument = new DOMParser().parseFromString(html, 'text/html');
  for (const image of pageDocument.querySelectorAll('img')) {
    const source = pickImageSource(image, url);
    if (source === null) {
      image.remove();
      continue;
    }
    // The sanitiser removes all other attributes that could load something, such as `srcset`.
    image.setAttribute('src', source);
  }
  for (const source of pageDocument.querySelectorAll('picture > source')) source.remove();
  for (const link of pageDocument.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    if (href.startsWith('#')) continue;
    if (URL.canParse(href, url)) link.setAttribute('href', new URL(href, url).href);
    else link.removeAttribute('href');
  }
  const sanitised = sanitiseHtml(pageDocument.body.innerHTML);
  return { html: sanitised, images: listImages(sanitised) };
}

/** Lists the images of the sanitised HTML, so that only images that are shown are fetched. */
function listImages(html: string): string[] {
  const images = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('img')];
  const urls = images.map((image) => image.getAttribute('src') ?? '');
  return [...new Set(urls.filter((url) => /^https?:/.test(url)))];
}

/**
 * Maximum useful width of an image in pixels, enough for any reading column on a high-density screen. Larger images
 * would only use more storage.
 */
const MAX_USEFUL_WIDTH = 1600;

/** Attributes in which widely used lazy-loading libraries store the actual URL. */
const LAZY_SOURCES = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-actualsrc',
  'data-hi-res-src',
  'data-full-src',
];
const LAZY_SRCSETS = ['data-srcset', 'data-lazy-srcset'];
/** Maximum number of child elements of a `<picture>` that are read. */
const MAX_PICTURE_SOURCES = 30;

interface ImageCandidate {
  url: string;
  /** Width in pixels; if only the density is given, 800 times the density. */
  width: number;
}

const parseCandidates = (srcset: string): ImageCandidate[] =>
  parseSrcset(srcset).map(({ url, value, unit }) => ({
    url,
    width: unit === 'w' ? value : value * 800,
  }));

function resolveUrl(url: string, base: string): string | null {
  // An empty URL would resolve to the page's own.
  if (url.trim() === '') return null;
  try {
    const { href } = new URL(url.trim(), base);
    return /^(?:https?|data):/.test(href) ? href : null;
  } catch {
    // An invalid URL.
    return null;
  }
}

/** Whether an image is missing or a placeholder for lazy loading, that is, a tiny inline image. */
function isPlaceholder(url: string | null): boolean {
  return url === null || (url.startsWith('data:') && url.length < 2000);
}

function readAttributes(element: Element, names: readonly string[]): string[] {
  return names.flatMap((name) => element.getAttribute(name) ?? []);
}

/**
 * Chooses a URL of an image. Of its candidates, the narrowest that is wide enough, or else the widest; if there is
 * none, a source for lazy loading, or else its `src`.
 *
 * @param image an `<img>`, possibly in a `<picture>`
 * @param base URL of the page, against which relative URLs are resolved
 * @returns an absolute http(s) or `data:` URL; null if there is none
 */
export function pickImageSource(image: Element, base: string): string | null {
  const srcsets = readAttributes(image, ['srcset', ...LAZY_SRCSETS]);
  const picture = image.parentElement?.localName === 'picture' ? image.parentElement : null;
  let source = picture?.firstElementChild ?? null;
  for (let i = 0; source !== null && i < MAX_PICTURE_SOURCES; i++, source = source.nextElementSibling) {
    if (source.localName !== 'source') continue;
    // A browser chooses among the formats that it supports. We save only one image, so its format must be supported
    // everywhere.
    const type = source.getAttribute('type') ?? '';
    if (type === '' || /^image\/(?:jpe?g|png|webp|gif|avif|svg\+xml)/.test(type)) {
      srcsets.push(...readAttributes(source, ['srcset', ...LAZY_SRCSETS]));
    }
  }
  const candidates = srcsets.flatMap(parseCandidates).sort((a, b) => a.width - b.width);
  const chosen = candidates.find(({ width }) => width >= MAX_USEFUL_WIDTH) ?? candidates.at(-1);
  const fromSet = chosen === undefined ? null : resolveUrl(chosen.url, base);
  if (!isPlaceholder(fromSet)) return fromSet;
  for (const lazy of readAttributes(image, LAZY_SOURCES)) {
    const url = resolveUrl(lazy, base);
    if (!isPlaceholder(url)) return url;
  }
  return resolveUrl(image.getAttribute('src') ?? '', base);
}
