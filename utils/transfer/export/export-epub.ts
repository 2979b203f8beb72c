/**
 * Writes EPUB 3.3 of one or many articles: container, package, navigation, a chapter for each article, and images. We
 * use our own writer, since epub-gen-memory (1.1.2) holds the whole book in memory and compiles its templates (EJS) to
 * functions, which the content security policy of extension pages forbids.
 */
import { sanitiseHtml } from '../../article/html/sanitise-html.ts';
import { type FileSink, ZipWriter } from '../zip/zip-writer.ts';
import {
  type ChapterHeading,
  distinctLanguages,
  type ManifestItem,
  readingDirection,
  writePackageDocument,
} from './epub-package.ts';
import { highlightsSection, metadataLine } from './export-html.ts';
import { displayTitle, type ExportArticle } from './export-types.ts';
import { type Content, element, markup } from './markup.ts';
import { withInlinedImages } from './pictures/carried-pictures.ts';
import { statesImageSize } from './pictures/picture-size.ts';
import { detectRasterType, RASTER_EXTENSIONS } from './pictures/picture-type.ts';
import { sanitiseLine } from './sanitise-text.ts';
import { toStrictUrl } from './validate-values.ts';
import { toXhtml } from './xhtml.ts';

export interface EpubOptions {
  title: string;
  /** Heading of the table of contents, in the user's language. */
  contentsHeading?: string;
  /** Heading of the highlights and notes of an article. */
  highlightsHeading?: string;
  /** Converts an image of a rarely supported format; null if it can't be decoded. */
  convertImage?: (image: Blob) => Promise<Blob | null>;
}

/**
 * Core media types for images (EPUB 3.3, 3.2) except SVG, which is a document that is validated separately and can run
 * scripts if opened alone. A drawing is replaced by its name.
 */
const { 'image/avif': _, ...IMAGE_EXTENSIONS } = RASTER_EXTENSIONS;

/** Formats that few devices support: WebP is a core type only since EPUB 3.3, AVIF is not. */
const CONVERTED_TYPES: ReadonlySet<string | null> = new Set(['image/webp', 'image/avif']);

/** An image prepared for the book, with its file extension; null if the format is not allowed in books. */
async function prepareBookImage(
  blob: Blob,
  convertImage: EpubOptions['convertImage'],
): Promise<{ blob: Blob; type: string; extension: string } | null> {
  // The type is detected from the bytes, since a stored type may be wrong.
  const detected = await detectRasterType(blob);
  const isConverted = convertImage !== undefined && CONVERTED_TYPES.has(detected);
  const image = isConverted ? await convertImage(blob) : blob;
  if (image === null) return null;
  const type = isConverted ? await detectRasterType(image) : detected;
  const extension = IMAGE_EXTENSIONS[type ?? ''];
  if (type === null || extension === undefined || !(await statesImageSize(image, type))) return null;
  return { blob: image, type, extension };
}

const XHTML_TYPE = 'application/xhtml+xml';

const STYLE = `body{margin:5%;line-height:1.5}h1{line-height:1.2}header p{color:#555;font-size:.9em;margin:.3em 0}
figure{margin:1em 0}img{max-width:100%;height:auto}figcaption,.missing{font-size:.85em;color:#555}
blockquote{margin:1em 0;padding-left:1em;border-left:2px solid #999}table{border-collapse:collapse}
td,th{border:1px solid #999;padding:.3em .5em;text-align:start}pre{white-space:pre-wrap}
`;

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`;

function writePage(
  { title, lang, dir }: { title: string; lang: string; dir: string },
  head: Content,
  body: Content,
): string {
  const root = {
    xmlns: 'http://www.w3.org/1999/xhtml',
    'xmlns:epub': 'http://www.idpf.org/2007/ops',
    lang,
    'xml:lang': lang,
    dir,
  };
  const written = element(
    'html',
    root,
    '\n',
    element(
      'head',
      {},
      element('meta', { charset: 'UTF-8' }),
      element('title', {}, title || 'Untitled'),
      head,
    ),
    '\n',
    element('body', {}, body),
    '\n',
  );
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
${written}
`.toString();
}

function writeChapter(
  article: ExportArticle,
  imagePath: (source: string) => string | null,
  heading: string,
): string {
  const title = displayTitle(article);
  const href = article.url === null ? null : toStrictUrl(article.url);
  const source =
    href === null ? null : element('p', {}, element('a', { href, rel: 'noreferrer noopener' }, article.url));
  const header = element('header', {}, element('h1', {}, title), metadataLine(article), source);
  const body = toXhtml(sanitiseHtml(article.html), { imagePath });
  const style = element('link', { rel: 'stylesheet', href: 'style.css' });
  return writePage({ title, lang: article.lang ?? 'en', dir: article.dir }, style, [
    header,
    body,
    highlightsSection(article, heading),
  ]);
}

function writeContentsPage(headings: readonly ChapterHeading[], options: EpubOptions): string {
  const title = sanitiseLine(options.title) || 'Untitled';
  const lines = headings.map((heading, i) =>
    element('li', {}, element('a', { href: `article-${i + 1}.xhtml` }, displayTitle(heading) || 'Untitled')),
  );
  // An empty list is invalid.
  if (lines.length === 0) lines.push(element('li', {}, element('a', { href: 'nav.xhtml' }, title)));
  const [lang, second] = distinctLanguages(headings);
  return writePage(
    {
      title,
      lang: lang !== undefined && second === undefined ? lang : 'en',
      dir: readingDirection(headings),
    },
    null,
    element(
      'nav',
      { 'epub:type': 'toc' },
      element('h1', {}, sanitiseLine(options.contentsHeading) || 'Contents'),
      element('ol', {}, lines),
    ),
  );
}

/**
 * Writes a book, one article at a time.
 *
 * @param articles those without a text get a chapter with a link to the page
 * @returns the number of chapters
 */
export async function writeEpub(
  articles: AsyncIterable<ExportArticle> | Iterable<ExportArticle>,
  sink: FileSink,
  options: EpubOptions,
): Promise<number> {
  const heading = sanitiseLine(options.highlightsHeading) || 'Highlights and notes';
  const zip = new ZipWriter(sink);
  // The first entry, and uncompressed, so that the format can be recognised by the first bytes (EPUB 3.3, 4.2).
  await zip.add('mimetype', 'application/epub+zip', false);
  await zip.add('META-INF/container.xml', CONTAINER);
  const items: ManifestItem[] = [
    { id: 'nav', path: 'nav.xhtml', type: XHTML_TYPE },
    { id: 'style', path: 'style.css', type: 'text/css' },
  ];
  const headings: ChapterHeading[] = [];
  let imageCount = 0;
  for await (const article of articles) {
    const paths = new Map<string, string>();
    for (const [source, blob] of withInlinedImages(article.html, article.images)) {
      const image = await prepareBookImage(blob, options.convertImage);
      if (image === null) continue;
      imageCount += 1;
      const path = `images/${imageCount}.${image.extension}`;
      paths.set(source, path);
      items.push({ id: `i${imageCount}`, path, type: image.type });
      await zip.add(`book/${path}`, image.blob);
    }
    const { title, url, host, byline, siteName, publishedAt, modifiedAt = null, lang, dir } = article;
    headings.push({ title, url, host, byline, siteName, publishedAt, modifiedAt, lang, dir });
    const path = `article-${headings.length}.xhtml`;
    items.push({ id: `a${headings.length}`, path, type: XHTML_TYPE });
    await zip.add(
      `book/${path}`,
      writeChapter(article, (source) => paths.get(source) ?? null, heading),
    );
  }
  await zip.add('book/nav.xhtml', writeContentsPage(headings, options));
  await zip.add('book/style.css', STYLE);
  await zip.add('book/package.opf', writePackageDocument(headings, items, options.title));
  await zip.finish();
  return headings.length;
}
