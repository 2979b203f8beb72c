/** References to articles: BibTeX (biblatex's `@online`) and CSL-JSON. */
import { dateParts, type ExportArticle, isoDay, nameOf } from './export-types.ts';
import { outgoingPieces } from './outgoing-text.ts';
import { strictAddress } from './outgoing-values.ts';

/** People of a byline. “By A and B” has two; what is no name stays whole. */
export function splitByline(byline: string | null): string[] {
  return outgoingPieces(byline)
    .replace(/\s+/g, ' ')
    .replace(/^ ?(?:by|von|par|por|di|da) /i, '')
    .split(/[,;]| (?:and|und|et|y|e|&) /iu)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Braces by name: BibTeX counts them with a backslash before them too, and one alone would end or swallow entries. */
const BIBTEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // Readers that look for the next entry after a fault take any `@` for its start.
  '@': '{@}',
};

function escapeBibtex(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\{}$&#_%~^@]/g, (mark) => BIBTEX[mark] ?? mark);
}

/** Letters of a key are as many at most. */
const KEY_PART = 40;

/** Letters of a key: no accents, nothing that BibTeX minds. */
function keyPart(text: string): string {
  return text
    .slice(0, KEY_PART * 4)
    .normalize('NFD')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase()
    .slice(0, KEY_PART);
}

/** Keys of one file, such as `holm2024harbour`, each given once. */
export class ReferenceKeys {
  readonly #taken = new Set<string>();
  /** The number that the next of the same base gets. */
  readonly #next = new Map<string, number>();

  keyOf(article: ExportArticle): string {
    const [author] = splitByline(article.byline);
    const name = keyPart(author?.split(' ').at(-1) ?? article.siteName ?? article.host) || 'article';
    const year = dateParts(article.publishedAt)?.year ?? isoDay(article.savedAt).slice(0, 4);
    const word = keyPart(article.title.split(' ').find((part) => keyPart(part).length > 3) ?? '');
    const base = `${name}${year}${word}`;
    let key = base;
    for (let n = this.#next.get(base) ?? 2; this.#taken.has(key); n += 1) {
      key = `${base}${n}`;
      this.#next.set(base, n + 1);
    }
    this.#taken.add(key);
    return key;
  }
}

/** An article as a BibTeX entry. */
export function writeBibtex(article: ExportArticle, keys: ReferenceKeys = new ReferenceKeys()): string {
  const date = dateParts(article.publishedAt);
  const published =
    date === null ? null : [date.year, date.month, date.day].filter((part) => part !== null).join('-');
  const authors = splitByline(article.byline);
  const fields: [string, string | null][] = [
    ['title', `{${escapeBibtex(nameOf(article))}}`],
    // A family name can't be told from a given one in every culture: biblatex takes “Given Family” as it is.
    ['author', authors.length === 0 ? null : authors.map(escapeBibtex).join(' and ')],
    ['organization', article.siteName === null ? null : escapeBibtex(article.siteName)],
    ['date', published],
    ['year', date?.year ?? null],
    // Percent signs and the like are verbatim in `url`; braces would end it, and are none in a strict address.
    ['url', article.url === null ? null : strictAddress(article.url)],
    ['urldate', isoDay(article.savedAt)],
    ['langid', article.lang],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]));
  return `@online{${keys.keyOf(article)},\n${lines.join(',\n')}\n}\n`;
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
    title: nameOf(article),
    ...(authors.length === 0 ? {} : { author: authors.map((literal) => ({ literal })) }),
    'container-title': article.siteName ?? article.host,
    ...(issued === null ? {} : { issued }),
    accessed: cslDate(isoDay(article.savedAt)),
    ...(article.url === null ? {} : { URL: article.url }),
    ...(article.lang === null ? {} : { language: article.lang }),
    ...(article.excerpt === null ? {} : { abstract: article.excerpt }),
  };
}
