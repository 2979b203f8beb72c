import { sanitiseHtml } from '../../article/html/sanitise-html.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, ImageFailure, ImageRow, SavedQuote } from '../types.ts';
import { getFullArticle } from './articles.ts';

/** An article that is ready to be shown. */
export interface OpenedArticle {
  article: ArticleRow;
  quotes: SavedQuote[];
  images: ImageRow[];
  /** Paragraphs separated by `\n\n`; the offsets of quotes refer to it. */
  text: string;
  /** The sanitised body. All of its images are local, so that it loads nothing from the network. */
  body: DocumentFragment;
  /** `blob:` URL of the lead image; null if it is not saved. */
  leadImageUrl: string | null;
  /** Revokes the `blob:` URLs. Must be called when the article is no longer shown. */
  release: () => void;
}

export interface OpenOptions {
  /**
   * Returns the text of a placeholder for a missing image. `why` is the reason of the failure, `waiting`, or null if
   * the image was never queued.
   */
  describeMissing?: (reason: ImageFailure | 'waiting' | null, alt: string) => string;
  db?: LibraryDb;
}

/** Attributes through which an element could load something. */
const LOADING_ATTRIBUTES = ['src', 'srcset', 'sizes', 'poster', 'background', 'data', 'ping', 'style'];

/** Elements other than images that could load something. Sanitising removes most of them, but is not relied on. */
const LOADING_ELEMENTS =
  'source, video, audio, track, iframe, embed, object, link, style, script, base, meta';

/** Removes attributes that could load something. Targets of links are kept, since only the user follows them. */
function removeLoadingAttributes(element: Element): void {
  const isLink = element.localName === 'a' || element.localName === 'area';
  for (const { name, value } of [...element.attributes]) {
    const loads =
      (LOADING_ATTRIBUTES.includes(name) && element.localName !== 'img') ||
      // Images in SVG; and external paints and filters.
      (/^(?:xlink:)?href$/.test(name) && !isLink && !value.startsWith('#')) ||
      /url\s*\(\s*["']?\s*[^#"'\s]/i.test(value);
    if (loads) element.removeAttribute(name);
  }
}

/**
 * Creates a placeholder for a missing image. Its caption is an attribute, which the reader's style sheet shows, so that
 * the offsets of quotes in the body's text stay valid.
 */
function createPlaceholder(
  parsedDocument: Document,
  caption: string,
  alt: string,
  state: string,
): HTMLElement {
  const element = parsedDocument.createElement('span');
  element.className = 'missing-image';
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', alt === '' ? caption : `${caption} ${alt}`);
  element.dataset.caption = caption;
  element.dataset.state = state;
  return element;
}

/**
 * Replaces the source of every image by a local URL, or the image by a placeholder.
 *
 * @param html the stored HTML
 * @param getLocalUrl returns the local URL for a source; null if the image is not saved
 * @param describeMissing returns the caption and the state of a placeholder
 */
export function replaceImageSources(
  html: string,
  getLocalUrl: (source: string) => string | null,
  describeMissing: (source: string, alt: string) => { caption: string; state: string },
): DocumentFragment {
  // Parse into an inert document first, because a live document would fetch the images at once.
  const parsed = new DOMParser().parseFromString(sanitiseHtml(html), 'text/html');
  for (const element of parsed.querySelectorAll(LOADING_ELEMENTS)) element.remove();
  for (const image of parsed.querySelectorAll('img')) {
    const source = image.getAttribute('src') ?? '';
    const alt = image.getAttribute('alt') ?? '';
    const local = /^data:image\//i.test(source) ? source : getLocalUrl(source);
    if (local === null) {
      const { caption, state } = describeMissing(source, alt);
      image.replaceWith(createPlaceholder(parsed, caption, alt, state));
    } else {
      for (const name of LOADING_ATTRIBUTES) image.removeAttribute(name);
      image.setAttribute('src', local);
    }
  }
  for (const element of parsed.body.querySelectorAll('*')) removeLoadingAttributes(element);
  const fragment = document.createDocumentFragment();
  for (const child of [...parsed.body.childNodes]) fragment.append(document.adoptNode(child));
  return fragment;
}

/** Returns why an image is missing. An image without a row was beyond the limit per article. */
function getMissingReason(article: ArticleRow, row: ImageRow | undefined, source: string) {
  if (row !== undefined) return row.state === 'waiting' ? 'waiting' : row.error;
  return article.imagesOver !== undefined && /^https?:/.test(source) ? 'too-many' : null;
}

/**
 * Opens a saved article for reading.
 *
 * @returns null if it does not exist or was deleted
 */
export async function openSavedArticle(
  id: string,
  { describeMissing = (_why, alt) => alt, db = library }: OpenOptions = {},
): Promise<OpenedArticle | null> {
  const fullArticle = await getFullArticle(id, db);
  if (fullArticle === null) return null;
  const { article, content, quotes, images } = fullArticle;
  const rows = new Map(images.map((image) => [image.url, image]));
  const urls = new Map<string, string>();
  const getLocalUrl = (source: string): string | null => {
    const blob = rows.get(source)?.blob ?? null;
    if (blob === null) return null;
    const url = urls.get(source) ?? URL.createObjectURL(blob);
    urls.set(source, url);
    return url;
  };
  const body = replaceImageSources(content.html, getLocalUrl, (source, alt) => {
    const reason = getMissingReason(article, rows.get(source), source);
    return { caption: describeMissing(reason, alt), state: reason ?? 'failed' };
  });
  const lead = images.find((image) => image.id === article.leadImageId);
  return {
    article,
    quotes,
    images,
    text: content.text,
    body,
    leadImageUrl: lead === undefined ? null : getLocalUrl(lead.url),
    release: () => {
      for (const url of urls.values()) URL.revokeObjectURL(url);
      urls.clear();
    },
  };
}
