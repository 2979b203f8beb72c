import { documentElementOf, findAllIn, textOf } from '../../page/dom-access.ts';
import { attributeOf } from '../../page/element-access.ts';
import { foldText } from '../../text/fold-text.ts';
import { LINE_LIMITS } from '../../text/limits.ts';
import { stripTags } from '../html/strip-tags.ts';
import { cleanByline } from './clean-byline.ts';
import { determineDayOrder } from './day-order.ts';
import { toIsoDate } from './read-dates.ts';
import { isDerivedFrom, type Publisher, readPublisher } from './site-name.ts';
import { readMeta, readStructuredArticle, type StructuredArticle } from './structured-data.ts';

/** Cleaned data from the page's head and structured data. */
export interface Metadata extends Publisher {
  structured: StructuredArticle | null;
  titles: string[];
  documentTitle: string;
  byline: string | null;
  /** The byline, if it is only the site's own name. */
  siteByline: string | null;
  /** All declared dates, best first; they can differ. */
  publishedDates: string[];
  modifiedAt: string | null;
  lang: string | null;
  excerpt: string | null;
  images: string[];
}

const AUTHOR_KEYS = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dc.creator.name',
  'dcterms.creator',
  'dcsext.author',
  'byl',
  'byline',
  'cxenseparse:author',
  'article:author_name',
  'og:author',
  'authors',
  'citation_author',
];
const PUBLISHED_KEYS = [
  'article:published_time',
  'og:published_time',
  'article:published',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dc.date',
  'dcterms.created',
  'dcterms.date',
  'date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'article.published',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'originalpublicationdate',
  'citation_publication_date',
  'citation_date',
  'article_date_original',
  'last-published',
  'displaydate',
  'ptime',
  'og:article:published_time',
];
const MODIFIED_KEYS = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'lastmod',
  'last-modified',
];
const DESCRIPTION_KEYS = ['og:description', 'description', 'twitter:description', 'dc.description'];
const IMAGE_KEYS = [
  'og:image',
  'og:image:url',
  'og:image:secure_url',
  'twitter:image',
  'twitter:image:src',
  'parsely-image-url',
];
const LANG = /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i;

function findFirstValues(meta: Map<string, string[]>, keys: readonly string[]): string[] {
  for (const key of keys) {
    const found = meta.get(key);
    if (found !== undefined && found.length > 0) return found;
  }
  return [];
}

/** Maximum length read of a value with markup and entities, in UTF-16 code units. `limits.ts` limits what is stored. */
const MAX_LINE_LENGTH = 10_000;
/** Maximum number of titles per key. */
const MAX_TITLES = 3;
/** Maximum number of the article's images. */
const MAX_IMAGES = 20;

const cleanText = (text: string): string =>
  stripTags(text.slice(0, MAX_LINE_LENGTH))
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&amp;|&#0?38;/g, '&')
    .replace(/&quot;|&#0?34;/g, '"')
    .replace(/&(?:#0?39|apos|#x27);/g, "'")
    .replace(/&#(\d{2,6});/g, (whole, code: string) =>
      Number(code) < 0x110000 ? String.fromCodePoint(Number(code)) : whole,
    )
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

/**
 * Cleans a title. Limited because titles are compared with every line, to twice what is stored, because a grapheme can have
 * several code units.
 */
const cleanTitle = (text: string): string => cleanText(text).slice(0, 2 * LINE_LIMITS.title);

function readByline(
  meta: Map<string, string[]>,
  structured: StructuredArticle | null,
  { siteName, publisherNames, sections, domain }: Publisher,
  lang: string | null,
): Pick<Metadata, 'byline' | 'siteByline'> {
  const candidates = [structured?.authors ?? [], ...AUTHOR_KEYS.map((key) => meta.get(key) ?? [])];
  const label = (meta.get('twitter:label1') ?? [])[0] ?? '';
  if (/written by|author|verfasst|écrit par|escrito/i.test(label))
    candidates.push(meta.get('twitter:data1') ?? []);
  const site = foldText(siteName ?? '');
  const organisations = new Set((structured?.organisations ?? []).map(foldText));
  let siteByline: string | null = null;
  for (const values of candidates) {
    // Checked before cleaning, because the name of a site need not look like that of a person ("24 Quays").
    if (site !== '' && values.some((name) => foldText(cleanText(name)) === site)) siteByline ??= siteName;
    const names = cleanByline(values.map(cleanText), lang)?.split(', ') ?? [];
    const publisherIndex =
      values.length > 1
        ? -1
        : names.findIndex(
            (name, at) => publisherNames.has(foldText(name)) || (at > 0 && isDerivedFrom(domain, name)),
          );
    // Drops the publisher, and what follows it, such as its location.
    const byline = names.slice(0, publisherIndex < 0 ? undefined : Math.max(1, publisherIndex)).join(', ');
    if (byline === '') continue;
    const folded = foldText(byline);
    if (publisherNames.has(folded) || organisations.has(folded)) siteByline ??= byline;
    else if (!sections.has(folded)) return { byline, siteByline };
  }
  return { byline: null, siteByline };
}

function readLang(
  document_: Document,
  meta: Map<string, string[]>,
  structured: StructuredArticle | null,
): string | null {
  const root = documentElementOf(document_);
  const candidates = [
    root === null ? '' : attributeOf(root, 'lang') || attributeOf(root, 'xml:lang'),
    findFirstValues(meta, ['og:locale', 'content-language', 'dc.language', 'language'])[0] ?? '',
    structured?.lang ?? '',
  ];
  const found = candidates.map((lang) => lang.trim().replaceAll('_', '-')).find((lang) => LANG.test(lang));
  return found ?? null;
}

/** @param url the page's URL */
export function readMetadata(document_: Document, url: string): Metadata {
  const meta = readMeta(document_);
  const structured = readStructuredArticle(document_, url);
  const titleElement = findAllIn(document_, 'title')[0];
  const documentTitle = titleElement === undefined ? '' : cleanTitle(textOf(titleElement));
  const titles = [
    structured?.headline ?? '',
    ...findFirstValues(meta, ['og:title']).slice(0, MAX_TITLES),
    ...findFirstValues(meta, ['twitter:title', 'twitter:text:title']).slice(0, MAX_TITLES),
    ...findFirstValues(meta, ['parsely-title', 'sailthru.title', 'dc.title', 'hdl', 'headline']).slice(
      0,
      MAX_TITLES,
    ),
  ]
    .map(cleanTitle)
    .filter(Boolean);
  const dates = [structured?.publishedAt, ...PUBLISHED_KEYS.map((key) => meta.get(key)?.[0])];
  const modifiedDates = [structured?.modifiedAt, ...MODIFIED_KEYS.map((key) => meta.get(key)?.[0])];
  const lang = readLang(document_, meta, structured);
  const dayOrder = determineDayOrder(lang, url);
  const site = readPublisher(document_, meta, structured, titles, documentTitle, url, lang, cleanText);
  const parseDate = (value: string | null | undefined) => toIsoDate(value, dayOrder);
  const excerpt = cleanText(findFirstValues(meta, DESCRIPTION_KEYS)[0] ?? structured?.description ?? '');
  return {
    structured,
    titles,
    documentTitle,
    ...readByline(meta, structured, site, lang),
    ...site,
    publishedDates: dates.map(parseDate).filter((date) => date !== null),
    modifiedAt: modifiedDates.map(parseDate).find((date) => date !== null) ?? null,
    lang,
    excerpt: excerpt === '' ? null : excerpt,
    images: [...findFirstValues(meta, IMAGE_KEYS), ...(structured?.images ?? [])].slice(0, MAX_IMAGES),
  };
}
