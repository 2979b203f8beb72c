/**
 * EPUB 3.3 of one article or many: container, package, navigation, a chapter for each article, its pictures.
 *
 * Ours, since epub-gen-memory (1.1.2) holds the whole book in memory and makes functions of its templates (EJS), which
 * the policy of an extension's pages forbids.
 */
import { escapeMarkup } from './escape-markup.ts';
import { splitByline } from './export-references.ts';
import { dateParts, type ExportArticle } from './export-types.ts';
import { strictAddress, toXhtml } from './xhtml.ts';
import { type FileSink, ZipWriter } from './zip-writer.ts';

export interface EpubOptions {
  title: string;
  /** A URN or UUID of the book; the same content may have the same. */
  id?: string;
  /** Heading of the table of contents, in the reader's language. */
  contents?: string;
  now?: number;
  parser?: DOMParser;
}

/** Core media types for pictures (EPUB 3.3, 3.2), but for SVG, which would bring a document of its own to check. */
const IMAGE_ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

const STYLE = `body{margin:5%;line-height:1.5}h1{line-height:1.2}header p{color:#555;font-size:.9em;margin:.3em 0}
figure{margin:1em 0}img{max-width:100%;height:auto}figcaption,.missing{font-size:.85em;color:#555}
blockquote{margin:1em 0;padding-left:1em;border-left:2px solid #999}table{border-collapse:collapse}
td,th{border:1px solid #999;padding:.3em .5em;text-align:start}pre{white-space:pre-wrap}
`;

interface Item {
  id: string;
  path: string;
  type: string;
}

function languageOf(lang: string | null): string | null {
  return lang !== null && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(lang) ? lang : null;
}

function languagesOf(articles: readonly Heading[]): string[] {
  return [...new Set(articles.flatMap(({ lang }) => languageOf(lang) ?? []))];
}

/** Which way its pages are turned: from right to left where all of it is written so. */
function directionOf(articles: readonly Heading[]): 'ltr' | 'rtl' {
  return articles.length > 0 && articles.every(({ dir }) => dir === 'rtl') ? 'rtl' : 'ltr';
}

function document_(title: string, lang: string, dir: string, body: string, head = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}" dir="${dir}">
<head><meta charset="UTF-8"/><title>${escapeMarkup(title)}</title>${head}</head>
<body>${body}</body>
</html>
`;
}

function chapter(
  article: ExportArticle,
  imagePath: (source: string) => string | null,
  parser: DOMParser,
): string {
  const title = article.title || article.url;
  const facts = [article.byline, article.siteName ?? article.host, article.publishedAt?.slice(0, 10)];
  const line = facts.flatMap((fact) => (fact ? [escapeMarkup(fact)] : [])).join(' · ');
  const address = strictAddress(article.url);
  const source =
    address === null ? '' : `<p><a href="${escapeMarkup(address)}">${escapeMarkup(article.url)}</a></p>`;
  const head = `<header><h1>${escapeMarkup(title)}</h1><p>${line}</p>${source}</header>`;
  const body = toXhtml(article.html, { imagePath }, parser);
  const css = '<link rel="stylesheet" href="style.css"/>';
  return document_(title, languageOf(article.lang) ?? 'en', article.dir, head + body, css);
}

function packageDocument(articles: readonly Heading[], items: readonly Item[], options: EpubOptions): string {
  const { title, id = `urn:uuid:${crypto.randomUUID()}`, now = Date.now() } = options;
  const languages = languagesOf(articles);
  const [only] = articles;
  const single = articles.length === 1 ? only : undefined;
  const date = dateParts(single?.publishedAt ?? null);
  const day =
    date === null ? null : [date.year, date.month, date.day].filter((part) => part !== null).join('-');
  const metadata = [
    `<dc:identifier id="id">${escapeMarkup(id)}</dc:identifier>`,
    `<dc:title>${escapeMarkup(title) || 'Untitled'}</dc:title>`,
    ...(languages.length === 0 ? ['en'] : languages).map((lang) => `<dc:language>${lang}</dc:language>`),
    ...splitByline(single?.byline ?? null).map((name) => `<dc:creator>${escapeMarkup(name)}</dc:creator>`),
    ...(single?.siteName ? [`<dc:publisher>${escapeMarkup(single.siteName)}</dc:publisher>`] : []),
    ...(single === undefined ? [] : [`<dc:source>${escapeMarkup(single.url)}</dc:source>`]),
    ...(day === null ? [] : [`<dc:date>${day}</dc:date>`]),
    `<meta property="dcterms:modified">${new Date(now).toISOString().slice(0, 19)}Z</meta>`,
  ];
  const manifest = items.map(({ id: item, path, type }) => {
    const properties = item === 'nav' ? ' properties="nav"' : '';
    return `<item id="${item}" href="${path}" media-type="${type}"${properties}/>`;
  });
  const spine = items
    .filter((item) => item.id.startsWith('a'))
    .map((item) => `<itemref idref="${item.id}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata.join('\n')}</metadata>
<manifest>${manifest.join('\n')}</manifest>
<spine page-progression-direction="${directionOf(articles)}">${spine.join('')}</spine>
</package>
`;
}

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`;

/** What the package and the contents say of an article, once its chapter is written. */
type Heading = Pick<ExportArticle, 'title' | 'url' | 'byline' | 'siteName' | 'publishedAt' | 'lang' | 'dir'>;

/**
 * Writes a book, an article at a time.
 *
 * @param articles those without a text get a chapter that says where they are
 * @returns chapters written
 */
export async function writeEpub(
  articles: AsyncIterable<ExportArticle> | Iterable<ExportArticle>,
  sink: FileSink,
  options: EpubOptions,
): Promise<number> {
  const parser = options.parser ?? new DOMParser();
  const zip = new ZipWriter(sink);
  // First and stored, so that the file is known by its first bytes (EPUB 3.3, 4.2).
  await zip.add('mimetype', 'application/epub+zip', false);
  await zip.add('META-INF/container.xml', CONTAINER);
  const items: Item[] = [
    { id: 'nav', path: 'nav.xhtml', type: 'application/xhtml+xml' },
    { id: 'style', path: 'style.css', type: 'text/css' },
  ];
  const headings: Heading[] = [];
  let images = 0;
  for await (const article of articles) {
    const paths = new Map<string, string>();
    for (const [source, blob] of article.images) {
      const ending = IMAGE_ENDINGS[blob.type];
      if (ending === undefined || blob.size === 0) continue;
      images += 1;
      const path = `images/${images}.${ending}`;
      paths.set(source, path);
      items.push({ id: `i${images}`, path, type: blob.type });
      await zip.add(`book/${path}`, blob);
    }
    const { title, url, byline, siteName, publishedAt, lang, dir } = article;
    headings.push({ title, url, byline, siteName, publishedAt, lang, dir });
    const path = `article-${headings.length}.xhtml`;
    items.push({ id: `a${headings.length}`, path, type: 'application/xhtml+xml' });
    await zip.add(
      `book/${path}`,
      chapter(article, (source) => paths.get(source) ?? null, parser),
    );
  }
  const lines = headings.map(
    ({ title, url }, i) => `<li><a href="article-${i + 1}.xhtml">${escapeMarkup(title || url)}</a></li>`,
  );
  const contents = escapeMarkup(options.contents ?? 'Contents');
  const nav = `<nav epub:type="toc"><h1>${contents}</h1><ol>${lines.join('')}</ol></nav>`;
  const [lang, second] = languagesOf(headings);
  const navLang = lang !== undefined && second === undefined ? lang : 'en';
  await zip.add(
    'book/nav.xhtml',
    document_(options.title || 'Untitled', navLang, directionOf(headings), nav),
  );
  await zip.add('book/style.css', STYLE);
  await zip.add('book/package.opf', packageDocument(headings, items, options));
  await zip.finish();
  return headings.length;
}
