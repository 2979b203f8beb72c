/** References to articles: BibTeX (biblatex's `@online`) and CSL-JSON. */
import { dateParts, type ExportArticle, isoDay } from './export-types.ts';

/** People of a byline. “By A and B” has two; what is no name stays whole. */
export function splitByline(byline: string | null): string[] {
  return (byline ?? '')
    .replace(/^\s*(?:by|von|par|por|di|da)\s+/i, '')
    .split(/\s*(?:,|;|\s(?:and|und|et|y|e|&)\s)\s*/iu)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

const BIBTEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeBibtex(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\{}$&#_%~^]/g, (mark) => BIBTEX[mark] ?? mark);
}

/** Letters of a key: no accents, nothing that BibTeX minds. */
function keyPart(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase();
}

/**
 * A key such as `holm2024harbour`.
 *
 * @param taken keys that are used already; gets this one
 */
function makeKey(article: ExportArticle, taken: Set<string>): string {
  const [author] = splitByline(article.byline);
  const name = keyPart(author?.split(/\s+/).at(-1) ?? article.siteName ?? article.host) || 'article';
  const year = dateParts(article.publishedAt)?.year ?? String(new Date(article.savedAt).getUTCFullYear());
  const word = keyPart(article.title.split(/\s+/).find((part) => keyPart(part).length > 3) ?? '');
  const base = `${name}${year}${word}`;
  let key = base;
  for (let n = 2; taken.has(key); n += 1) key = `${base}${n}`;
  taken.add(key);
  return key;
}

/** An article as a BibTeX entry. */
export function writeBibtex(article: ExportArticle, taken: Set<string> = new Set()): string {
  const date = dateParts(article.publishedAt);
  const published =
    date === null ? null : [date.year, date.month, date.day].filter((part) => part !== null).join('-');
  const authors = splitByline(article.byline);
  const fields: [string, string | null][] = [
    ['title', `{${escapeBibtex(article.title || article.url)}}`],
    // A family name can't be told from a given one in every culture: biblatex takes “Given Family” as it is.
    ['author', authors.length === 0 ? null : authors.map(escapeBibtex).join(' and ')],
    ['organization', article.siteName === null ? null : escapeBibtex(article.siteName)],
    ['date', published],
    ['year', date?.year ?? null],
    // Percent signs and the like are verbatim in `url`; braces would end it.
    ['url', article.url.replace(/[{}]/g, encodeURIComponent)],
    ['urldate', isoDay(article.savedAt)],
    ['langid', article.lang],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]));
  return `@online{${makeKey(article, taken)},\n${lines.join(',\n')}\n}\n`;
}

function cslDate(date: string | null): object | null {
  const parts = dateParts(date);
  if (parts === null) return null;
  return {
    'date-parts': [
      [parts.year, parts.month, parts.day].flatMap((part) => (part === null ? [] : [Number(part)])),
    ],
  };
}

/** An article as a CSL-JSON item (citeproc's schema, version 1.0.2). */
export function makeCslItem(article: ExportArticle): Record<string, unknown> {
  const issued = cslDate(article.publishedAt);
  const authors = splitByline(article.byline);
  return {
    id: article.id,
    type: 'article-newspaper',
    title: article.title,
    ...(authors.length === 0 ? {} : { author: authors.map((literal) => ({ literal })) }),
    'container-title': article.siteName ?? article.host,
    ...(issued === null ? {} : { issued }),
    accessed: cslDate(isoDay(article.savedAt)),
    URL: article.url,
    ...(article.lang === null ? {} : { language: article.lang }),
    ...(article.excerpt === null ? {} : { abstract: article.excerpt }),
  };
}
