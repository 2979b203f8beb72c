import { sanitiseHtml } from '../../article/html/sanitise-html.ts';
import { pickImageSource } from './pick-image-source.ts';

export interface PreparedContent {
  /** Sanitised. Every image has one absolute `src` and no other source. */
  html: string;
  /** Addresses of its http(s) images, in order, without duplicates. */
  images: string[];
}

/**
 * Prepares an article's HTML for storage. Needs a DOM, but loads nothing.
 *
 * @param html body of the article, as it came from the page
 * @param url address of the page, for relative addresses
 * @param parser parses into an inert document
 */
export function prepareContent(html: string, url: string, parser = new DOMParser()): PreparedContent {
  const document_ = parser.parseFromString(html, 'text/html');
  for (const image of document_.querySelectorAll('img')) {
    const source = pickImageSource(image, url);
    if (source === null) {
      image.remove();
      continue;
    }
    // The sanitiser removes everything else that could make a browser load something, such as `srcset`.
    image.setAttribute('src', source);
  }
  for (const source of document_.querySelectorAll('picture > source')) source.remove();
  for (const link of document_.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    if (href.startsWith('#')) continue;
    if (URL.canParse(href, url)) link.setAttribute('href', new URL(href, url).href);
    else link.removeAttribute('href');
  }
  const clean = sanitiseHtml(document_.body.innerHTML);
  return { html: clean, images: listImages(clean, parser) };
}

/** From the sanitised HTML, so that only shown images are fetched. */
function listImages(html: string, parser: DOMParser): string[] {
  const images = [...parser.parseFromString(html, 'text/html').querySelectorAll('img')];
  const urls = images.map((image) => image.getAttribute('src') ?? '');
  return [...new Set(urls.filter((url) => /^https?:/.test(url)))];
}
