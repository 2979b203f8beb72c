/** Writes references to articles: BibTeX (biblatex's `@online`) and CSL-JSON. */
import {
  dateParts,
  dayOf,
  type ExportArticle,
  isoDay,
  listLine,
  nameOf,
  updatedDay,
} from './export-types.ts';
import { strictAddress } from './outgoing-values.ts';
import { namesOf, type PersonName, wholeFamily } from './person-names.ts';

/** Commands for braces: BibTeX counts even escaped ones, and an unbalanced one would end or include other entries. */
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
  // After an error, some readers take any `@` for the beginning of the next entry.
  '@': '{@}',
};

function escapeBibtex(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\{}$&#_%~^@]/g, (mark) => BIBTEX[mark] ?? mark);
}

/** Maximum number of letters of each part of a key. */
const MAX_KEY_PART_LENGTH = 40;

/** The part of a key for a text: without accents and characters that are special in BibTeX. */
function keyPart(text: string): string {
  return text
    .slice(0, MAX_KEY_PART_LENGTH * 4)
    .normalize('NFD')
    .replace(/[^a-z0-9]/gi, '')
    .toLowerCase()
    .slice(0, MAX_KEY_PART_LENGTH);
}

/** Generates unique keys for one file, such as `holm2024harbour`. */
export class ReferenceKeys {
  readonly #taken = new Set<string>();
  /** The next number for each base key. */
  readonly #next = new Map<string, number>();

  keyOf(article: ExportArticle): string {
    const [author] = namesOf(article.byline);
    const family = author === undefined ? null : 'literal' in author ? author.literal : author.family;
    const name = keyPart(family ?? article.siteName ?? article.host) || 'article';
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

/** Tags and lists of an article; commas are removed, because they separate keywords. */
function keywordsOf({ tags, lists }: ExportArticle): string | null {
  const words = [...tags, ...lists.map(listLine)].map((word) => word.replaceAll(',', ' '));
  return words.join(', ') || null;
}

/** Each highlight with its note. */
export function notesOf({ highlights }: ExportArticle): string[] {
  return highlights.map(({ text, note }) =>
    [text === '' ? '' : `“${text}”`, note].filter((part) => part !== '').join(' — '),
  );
}

/** “van Family, Suffix, Given”, the unambiguous form; an organisation is enclosed in braces. */
function bibtexName(name: PersonName): string {
  if ('literal' in name) return `{${escapeBibtex(name.literal)}}`;
  return [wholeFamily(name), name.suffix, name.given].filter(Boolean).map(escapeBibtex).join(', ');
}

/** An article as a BibTeX entry. */
export function writeBibtex(article: ExportArticle, keys: ReferenceKeys = new ReferenceKeys()): string {
  const authors = namesOf(article.byline);
  const notes = notesOf(article).join('\n');
  const keywords = keywordsOf(article);
  const updated = updatedDay(article);
  const fields: [string, string | null][] = [
    ['title', `{${escapeBibtex(nameOf(article))}}`],
    ['author', authors.length === 0 ? null : authors.map(bibtexName).join(' and ')],
    ['organization', article.siteName === null ? null : escapeBibtex(article.siteName)],
    ['date', dayOf(article.publishedAt)],
    ['year', dateParts(article.publishedAt)?.year ?? null],
    // biblatex prints it at the end of the entry; there is no field for the date of an update.
    ['addendum', updated === null ? null : `updated ${updated}`],
    // Characters such as percent signs are verbatim in `url`; a strict address contains no braces, which would end the
    // field.
    ['url', article.url === null ? null : strictAddress(article.url)],
    ['urldate', isoDay(article.savedAt)],
    ['langid', article.lang],
    ['abstract', article.excerpt === null ? null : escapeBibtex(article.excerpt)],
    ['keywords', keywords === null ? null : escapeBibtex(keywords)],
    ['annotation', notes === '' ? null : escapeBibtex(notes)],
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

function cslName(name: PersonName): object {
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
  const issued = cslDate(article.publishedAt);
  const updated = updatedDay(article);
  const authors = namesOf(article.byline);
  const keyword = keywordsOf(article);
  const note = notesOf(article).join('\n');
  return {
    id: article.id,
    type: 'article-newspaper',
    title: nameOf(article),
    ...(authors.length === 0 ? {} : { author: authors.map(cslName) }),
    'container-title': article.siteName ?? article.host,
    ...(issued === null ? {} : { issued }),
    ...(updated === null ? {} : { status: `updated ${updated}` }),
    accessed: cslDate(isoDay(article.savedAt)),
    ...(article.url === null ? {} : { URL: article.url }),
    ...(article.lang === null ? {} : { language: article.lang }),
    ...(article.excerpt === null ? {} : { abstract: article.excerpt }),
    ...(keyword === null ? {} : { keyword }),
    ...(note === '' ? {} : { note }),
  };
}
