/** Writes an article as one HTML file with inlined images, without scripts and external resources. */
import { sanitiseHtml } from '../../article/html/sanitise-html.ts';
import { toDataUrl } from '../data-url.ts';
import { displayTitle, type ExportArticle, getUpdatedDay } from './export-types.ts';
import { element, type Markup, markup, styleElement } from './markup.ts';
import { sanitiseSvgBlob } from './pictures/clean-svg.ts';
import { detectRasterType, isSvg } from './pictures/picture-type.ts';
import { toStrictUrl } from './validate-values.ts';
import { toXhtml } from './xhtml.ts';

const STYLE = `:root{color-scheme:light dark}body{max-width:42rem;margin:3rem auto;padding:0 1.25rem;font:18px/1.62 Literata,Georgia,serif}
h1{line-height:1.15;margin:0 0 .4rem}header{border-bottom:1px solid #8885;margin-bottom:2rem;padding-bottom:1rem}
header p{margin:.2rem 0;font:14px/1.5 system-ui,sans-serif;opacity:.75;overflow-wrap:anywhere}img{max-width:100%;height:auto}
figure{margin:1.5rem 0}figcaption,.missing{font:14px/1.5 system-ui,sans-serif;opacity:.75}
aside{border-top:1px solid #8885;margin-top:2rem;white-space:pre-line}blockquote{margin:1.5rem 0;padding-inline-start:1rem;border-inline-start:3px solid #8888}pre{white-space:pre-wrap}
table{border-collapse:collapse}td,th{border:1px solid #8886;padding:.3rem .6rem;text-align:start}
@media print{:root{color-scheme:light}body{margin:0;max-width:none;font-size:11pt}h2,h3{break-after:avoid}a{color:inherit}blockquote,tr,figure{break-inside:avoid}}`;

/** Comes directly after the encoding, because a policy applies only to what follows it. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

async function toImageDataUrl(image: Blob): Promise<string | null> {
  const type = await detectRasterType(image);
  if (type !== null) return toDataUrl(image, type);
  const svg = isSvg(image) ? await sanitiseSvgBlob(image) : null;
  return svg === null ? null : toDataUrl(svg, 'image/svg+xml');
}

/**
 * The article's metadata in one line, each part isolated from the text direction of the others; null if there is none.
 */
export function metadataLine(article: ExportArticle): Markup | null {
  const values = [article.byline, article.siteName ?? article.host, article.publishedAt?.slice(0, 10)];
  const present = values.filter((value) => value !== undefined && value !== null && value !== '');
  const updated = getUpdatedDay(article);
  if (present.length === 0 && updated === null) return null;
  return element(
    'p',
    {},
    // Not in `bdi`, because our import identifies author, site and date by these elements.
    [
      ...present.map((value, i) => [i === 0 ? null : ' · ', element('bdi', {}, value ?? null)]),
      updated === null ? null : [' · updated ', element('time', { datetime: updated }, updated)],
    ],
  );
}

/** The user's highlights and notes after the text; null if there are none. @param heading in the user's language */
export function highlightsSection({ highlights }: ExportArticle, heading: string): Markup | null {
  if (highlights.length === 0) return null;
  const items = highlights.map(({ text, note }) =>
    element(
      'li',
      {},
      text === '' ? null : element('blockquote', {}, text),
      note === '' ? null : element('p', {}, note),
    ),
  );
  return element('aside', {}, element('h2', {}, heading), element('ul', {}, items));
}

/** The file's text. Missing images are replaced by their names. @param heading of the highlights and notes */
export async function writeHtml(article: ExportArticle, heading = 'Highlights and notes'): Promise<string> {
  const images = new Map<string, string>();
  for (const [source, image] of article.images) {
    const address = await toImageDataUrl(image);
    if (address !== null) images.set(source, address);
  }
  const imagePath = (source: string): string | null =>
    images.get(source) ?? (/^data:image\/(?:png|jpe?g|gif|webp|avif);base64,/i.test(source) ? source : null);
  const title = displayTitle(article);
  const href = article.url === null ? null : toStrictUrl(article.url);
  const address = href === null ? null : element('a', { href, rel: 'noreferrer noopener' }, article.url);
  const head = [
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    href === null ? null : element('link', { rel: 'canonical', href }),
    element('title', {}, title),
    styleElement(STYLE),
  ].map((part) => [part, '\n']);
  const header = element(
    'header',
    {},
    element('h1', {}, title),
    metadataLine(article),
    address === null ? null : element('p', {}, address),
  );
  const body = element('article', {}, header, toXhtml(sanitiseHtml(article.html), { imagePath }));
  const page = element(
    'html',
    { lang: article.lang, dir: article.dir },
    element('head', {}, '\n', head),
    '\n',
    element('body', {}, '\n', body, highlightsSection(article, heading), '\n'),
  );
  return markup`<!doctype html>
${page}
`.toString();
}
