/** Writes the package document of a book (EPUB 3.3, 5): its files, their order, and its metadata. */

import { type ExportArticle, getUpdatedDay, toDay } from './export-types.ts';
import { element, markup } from './markup.ts';
import { splitByline } from './person-names.ts';
import { sanitiseLine } from './sanitise-text.ts';
import { toStrictUrl } from './validate-values.ts';

/** A file of the book. Ids and paths are generated, never taken from an article. */
export interface ManifestItem {
  id: string;
  path: string;
  type: string;
}

/** The fields of an article for the package and the table of contents, after its chapter is written. */
export type ChapterHeading = Pick<
  ExportArticle,
  'title' | 'url' | 'host' | 'byline' | 'siteName' | 'publishedAt' | 'modifiedAt' | 'lang' | 'dir'
>;

export function distinctLanguages(articles: readonly ChapterHeading[]): string[] {
  return [...new Set(articles.flatMap(({ lang }) => lang ?? []))];
}

/** The page progression: right to left if all articles are. */
export function readingDirection(articles: readonly ChapterHeading[]): 'ltr' | 'rtl' {
  return articles.length > 0 && articles.every(({ dir }) => dir === 'rtl') ? 'rtl' : 'ltr';
}

/** The metadata of a book with a single article. */
function articleMetadata({
  byline,
  siteName,
  publishedAt,
  modifiedAt,
  url,
}: ChapterHeading): ReturnType<typeof element>[] {
  const day = toDay(publishedAt);
  const updated = getUpdatedDay({ publishedAt, modifiedAt });
  const source = url === null ? null : toStrictUrl(url);
  return [
    ...splitByline(byline).map((name) => element('dc:creator', {}, name)),
    ...(siteName === null ? [] : [element('dc:publisher', {}, siteName)]),
    ...(source === null ? [] : [element('dc:source', {}, source)]),
    ...(day === null ? [] : [element('dc:date', {}, day)]),
    // The package's own `dcterms:modified` is the time at which the book was made.
    ...(updated === null ? [] : [element('meta', { property: 'schema:dateModified' }, updated)]),
  ];
}

export function writePackageDocument(
  articles: readonly ChapterHeading[],
  items: readonly ManifestItem[],
  title: string,
): string {
  const languages = distinctLanguages(articles);
  const [only, second] = articles;
  const metadata = [
    element('dc:identifier', { id: 'id' }, `urn:uuid:${crypto.randomUUID()}`),
    element('dc:title', {}, sanitiseLine(title) || 'Untitled'),
    ...(languages.length === 0 ? ['en'] : languages).map((lang) => element('dc:language', {}, lang)),
    ...(only !== undefined && second === undefined ? articleMetadata(only) : []),
    element('meta', { property: 'dcterms:modified' }, `${new Date().toISOString().slice(0, 19)}Z`),
  ];
  const manifest = items.map(({ id: item, path: href, type }) =>
    element('item', { id: item, href, 'media-type': type, properties: item === 'nav' ? 'nav' : null }),
  );
  const chapters = items.filter((item) => item.id.startsWith('a'));
  // A book without chapters shows its table of contents.
  const spine = (chapters.length === 0 ? items.slice(0, 1) : chapters).map(({ id: idref }) =>
    element('itemref', { idref }),
  );
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
${element('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, metadata)}
${element('manifest', {}, manifest)}
${element('spine', { 'page-progression-direction': readingDirection(articles) }, spine)}
</package>
`.toString();
}
