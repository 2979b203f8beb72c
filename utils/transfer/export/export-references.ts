/** Writes references to articles: BibTeX (biblatex's `@online`) and CSL-JSON. */
import {
  displayTitle,
  type ExportArticle,
  formatListPath,
  getUpdatedDay,
  parseDateParts,
  toDay,
  toIsoDay,
} from './export-types.ts';
import { familyWithParticle, type PersonName, parseByline } from './person-names.ts';
import { toStrictUrl } from './validate-values.ts';

/** Commands for braces: BibTeX counts even escaped ones, and an unbalanced one would end or include other entries. */
const BIBTEX_ESCAPES: Readonly<Record<string, string>> = {
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
  // After an error, some readers take any `@` for the beginning of the next entry.
  '@': '{@}',
};

function escapeBibtex(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\{}$&#_%~^@]/g, (character) => BIBTEX_ESCAPES[character] ?? character);
}

/** Maximum number of letters of each part of a key. */
const MAX_KEY_PART_LENGTH = 40;

/** The part of a key for a text: without accents and characters that are special in BibTeX. */
function toKeyPart(text: string): string {
  return text
    .slice(0, MAX_KEY_PART_LENGTH * 4)
    .normalize('NFD')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase()
    .slice(0, MAX_KEY_PART_LENGTH);
}

/** Generates unique keys for one file, such as `holm2024harbour`. */
export class CitationKeys {
  readonly #used = new Set<string>();
  /** The next number for each base key. */
  readonly #next = new Map<string, number>();

  assignKey(article: ExportArticle): string {
    const [author] = parseByline(article.byline);
    const family = author === undefined ? null : 'literal' in author ? author.literal : author.family;
    const name = toKeyPart(family ?? article.siteName ?? article.host) || 'article';
    const year = parseDateParts(article.publishedAt)?.year ?? toIsoDay(article.savedAt).slice(0, 4);
    const titleWord = toKeyPart(article.title.split(' ').find((part) => toKeyPart(part).length > 3) ?? '');
    const base = `${name}${year}${titleWord}`;
    let key = base;
    for (let n = this.#next.get(base) ?? 2; this.#used.has(key); n += 1) {
      key = `${base}${n}`;
      this.#next.set(base, n + 1);
    }
    this.#used.add(key);
    return key;
  }
}

/** Tags and lists of an article; commas are removed, because they separate keywords. */
function joinKeywords({ tags, lists }: ExportArticle): string | null {
  const words = [...tags, ...lists.map(formatListPath)].map((titleWord) => titleWord.replaceAll(',', ' '));
  return words.join(', ') || null;
}

/** Each highlight with its note. */
export function formatHighlights({ highlights }: ExportArticle): string[] {
  return highlights.map(({ text, note }) =>
    [text === '' ? '' : `“${text}”`, note].filter((part) => part !== '').join(' — '),
  );
}

/** “van Family, Suffix, Given”, the unambiguous form; an organisation is enclosed in braces. */
function formatBibtexName(name: PersonName): string {
  if ('literal' in name) return `{${escapeBibtex(name.literal)}}`;
  return [familyWithParticle(name), name.suffix, name.given].filter(Boolean).map(escapeBibtex).join(', ');
}

/** An article as a BibTeX entry. */
export function writeBibtex(article: ExportArticle, keys: CitationKeys = new CitationKeys()): string {
  const authors = parseByline(article.byline);
  const notes = formatHighlights(article).join('\n');
  const keywords = joinKeywords(article);
  const updated = getUpdatedDay(article);
  const fields: [string, string | null][] = [
    ['title', `{${escapeBibtex(displayTitle(article))}}`],
    ['author', authors.length === 0 ? null : authors.map(formatBibtexName).join(' and ')],
    ['organization', article.siteName === null ? null : escapeBibtex(article.siteName)],
    ['date', toDay(article.publishedAt)],
    ['year', parseDateParts(article.publishedAt)?.year ?? null],
    // biblatex prints it at the end of the entry; there is no field for the date of an update.
    ['addendum', updated === null ? null : `updated ${updated}`],
    // Characters such as percent signs are verbatim in `url`; a strict address contains no braces, which would end the
    // field.
    ['url', article.url === null ? null : toStrictUrl(article.url)],
    ['urldate', toIsoDay(article.savedAt)],
    ['langid', article.lang],
    ['abstract', article.excerpt === null ? null : escapeBibtex(article.excerpt)],
    ['keywords', keywords === null ? null : escapeBibtex(keywords)],
    ['annotation', notes === '' ? null : escapeBibtex(notes)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${value}}`]));
  return `@online{${keys.assignKey(article)},\n${lines.join(',\n')}\n}\n`;
}

function toCslDate(date: string | null): object | null {
  const parts = parseDateParts(date);
  if (parts === null) return null;
  return {
    'date-parts': [
      [parts.year, parts.month, parts.day].flatMap((part) => (part === null ? [] : [Number(part)])),
    ],
  };
}

function toCslName(name: PersonName): object {
  if ('literal' in name) return name;
  const { family, given, particle, suffix } = name;
  return {
    family,
    given,
    ...(particle === '' ? {} : { 'non-dropping-particle': particle }),
    ...(suffix === '' ? {} : { suffix }),
  };
}

/** An article as a CSL-JSON item (citeproc's schema, version 1.0.2). */
export function makeCslItem(article: ExportArticle): Record<string, unknown> {
  const issued = toCslDate(article.publishedAt);
  const updated = getUpdatedDay(article);
  const authors = parseByline(article.byline);
  const keyword = joinKeywords(article);
  const note = formatHighlights(article).join('\n');
  return {
    id: article.id,
    type: 'article-newspaper',
    title: displayTitle(article),
    ...(authors.length === 0 ? {} : { author: authors.map(toCslName) }),
    'container-title': article.siteName ?? article.host,
    ...(issued === null ? {} : { issued }),
    ...(updated === null ? {} : { status: `updated ${updated}` }),
    accessed: toCslDate(toIsoDay(article.savedAt)),
    ...(article.url === null ? {} : { URL: article.url }),
    ...(article.lang === null ? {} : { language: article.lang }),
    ...(article.excerpt === null ? {} : { abstract: article.excerpt }),
    ...(keyword === null ? {} : { keyword }),
    ...(note === '' ? {} : { note }),
  };
}
