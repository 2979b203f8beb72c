import { sanitiseHtml } from '../../article/html/sanitise-html.ts';
import { pickImageSource } from './pick-image-source.ts';

export interface PreparedContent {
  /** Sanitised; every image has one absolute `src` and no other source. */
  html: string;
  /** Addresses of its http(s) images, in order, without repetition. */
  images: string[];
}

/**
 * Makes an article's HTML fit to keep. Needs a DOM, but loads nothing.
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
    // Whatever else could make a browser load something, the sanitiser takes away: `srcset`, `data-…` and the like.
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

/** Asked of the sanitised HTML, so that nothing is fetched that is not shown. */
function listImages(html: string, parser: DOMParser): string[] {
  const images = [...parser.parseFromString(html, 'text/html').querySelectorAll('img')];
  const urls = images.map((image) => image.getAttribute('src') ?? '');
  return [...new Set(urls.filter((url) => /^https?:/.test(url)))];
}
