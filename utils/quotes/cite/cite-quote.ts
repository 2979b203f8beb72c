import { findUpdateDate } from '../../article/updated-date.ts';
import { escapeMarkdown, formatLink } from '../../transfer/export/markdown-text.ts';
import { isOrganisation } from '../../transfer/export/person-names.ts';
import { sanitiseLine, sanitiseSplittableLine } from '../../transfer/export/sanitise-text.ts';
import { toWebAddress } from '../../transfer/export/validate-values.ts';
import { isProbable } from '../confidence-level.ts';
import type { Quote } from '../types.ts';
import { textFragmentUrl } from './text-fragment.ts';

/** The fields of an article that a citation needs; an `Article` fits. */
export interface CitedArticle {
  url: string;
  canonicalUrl?: string;
  title: string;
  siteName: string | null;
  byline?: string | null;
  /** ISO 8601. */
  publishedAt: string | null;
  /** Date of the last change, ISO 8601. */
  modifiedAt?: string | null;
  lang: string | null;
  text: string;
}

/**
 * Outer quotation marks by language (CLDR delimiters; for Arabic, those of its newspapers). English for other
 * languages.
 */
const QUOTATION_MARKS: Record<string, readonly [string, string]> = {
  ar: ['«', '»'],
  cs: ['„', '“'],
  da: ['»', '«'],
  de: ['„', '“'],
  es: ['«', '»'],
  fa: ['«', '»'],
  fi: ['”', '”'],
  fr: ['«\u202F', '\u202F»'],
  he: ['”', '”'],
  it: ['«', '»'],
  ja: ['「', '」'],
  nb: ['«', '»'],
  nl: ['‘', '’'],
  no: ['«', '»'],
  pl: ['„', '”'],
  pt: ['“', '”'],
  ru: ['«', '»'],
  sv: ['”', '”'],
  uk: ['«', '»'],
  zh: ['“', '”'],
};

/** Returns the outer quotation marks of a language; the English ones if it is not listed or unknown. */
export function getQuotationMarks(lang: string | null): readonly [open: string, close: string] {
  return lookUpByLanguage(QUOTATION_MARKS, lang) ?? ['“', '”'];
}

function lookUpByLanguage<T>(table: Readonly<Record<string, T>>, lang: string | null): T | null {
  const language = lang?.toLowerCase().split(/[-_]/)[0] ?? 'en';
  return (Object.hasOwn(table, language) ? table[language] : null) ?? null;
}

/** The word before the name of a probable speaker, by language; English for others. */
const PROBABLY_BY_LANGUAGE: Record<string, string> = {
  ar: 'على الأرجح',
  cs: 'pravděpodobně',
  da: 'sandsynligvis',
  de: 'wahrscheinlich',
  es: 'probablemente',
  fr: 'probablement',
  it: 'probabilmente',
  ja: 'おそらく',
  ko: '아마도',
  nb: 'sannsynligvis',
  nl: 'waarschijnlijk',
  no: 'sannsynligvis',
  pl: 'prawdopodobnie',
  pt: 'provavelmente',
  ru: 'вероятно',
  sv: 'troligen',
  tr: 'muhtemelen',
  uk: 'імовірно',
  zh: '可能是',
};

/** Formats an ISO 8601 date in a language; null if it is missing or invalid. */
function formatDate(publishedAt: string | null, lang: string | null): string | null {
  if (!publishedAt) return null;
  const date = new Date(publishedAt);
  if (Number.isNaN(date.getTime())) return null;
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeZone: 'UTC' };
  try {
    return new Intl.DateTimeFormat(lang ?? 'en', options).format(date);
  } catch (error) {
    // The page's `lang` may not be a valid language tag.
    if (error instanceof RangeError) return new Intl.DateTimeFormat('en', options).format(date);
    throw error;
  }
}

/** The words before the date of an update, by language; English for others. */
const UPDATED_ON_BY_LANGUAGE: Record<string, string> = {
  ar: 'حُدّث في',
  de: 'aktualisiert am',
  es: 'actualizado el',
  fr: 'mis à jour le',
  it: 'aggiornato il',
  nl: 'bijgewerkt op',
  pl: 'zaktualizowano',
  pt: 'atualizado em',
  ru: 'обновлено',
  uk: 'оновлено',
};

/** Formats the dates of publication and of the last update in the article's language; `''` if neither is known. */
function formatDates(article: CitedArticle): string {
  const { publishedAt, lang } = article;
  const updated = formatDate(findUpdateDate(article), lang);
  const word = lookUpByLanguage(UPDATED_ON_BY_LANGUAGE, lang) ?? 'updated';
  return [formatDate(publishedAt, lang), updated === null ? null : `${word} ${updated}`]
    .filter(Boolean)
    .join(', ');
}

/**
 * Formats the speaker for a citation. A probable name is marked as such.
 *
 * @param lang language of the citation
 * @returns `''` if the speaker is unclear, rather than a pronoun or a guess
 */
export function formatSpeaker(
  quote: Pick<Quote, 'resolvedSpeaker' | 'sureness'>,
  lang: string | null,
): string {
  const name = sanitiseLine(quote.resolvedSpeaker);
  return isProbable(quote) ? `${lookUpByLanguage(PROBABLY_BY_LANGUAGE, lang) ?? 'probably'} ${name}` : name;
}

/** Quotation marks that form pairs in some language, in either order. */
const PAIRED_MARKS = [/[“”„‟"＂]/g, /[«»]/g, /[「」『』]/g];

/**
 * Removes the quotation marks that reopen a quote at the beginning of each further paragraph, because they would be
 * unpaired inside the citation's own marks. A mark that is closed in the same paragraph begins an inner quote, and is
 * kept.
 */
export function removeReopeningMarks(words: string): string {
  const reopens = (line: string): boolean =>
    PAIRED_MARKS.some((marks) => line.search(marks) === 0 && (line.match(marks)?.length ?? 0) % 2 === 1);
  const [first = '', ...others] = words.split('\n');
  const lines = others.map((line) => line.trimStart());
  return [first, ...lines.map((line) => (reopens(line) ? line.slice(1).trimStart() : line))].join('\n');
}

/** Formats the text of a quote on one line, to be enclosed in the citation's own quotation marks. */
export function formatQuotedText({ text }: Pick<Quote, 'text'>): string {
  return sanitiseLine(removeReopeningMarks(text));
}

/** Returns the article's canonical address, or else its own; `''` if neither is on the web. */
function getCitedAddress({ url, canonicalUrl }: CitedArticle): string {
  return toWebAddress(canonicalUrl) ?? toWebAddress(url) ?? '';
}

/**
 * Formats one quote for pasting: the text in the quotation marks of the article's language, the speaker with role, the
 * title, site and date, and a link that opens at the quote. In Markdown it is a block quote with a linked title.
 */
export function citeQuote(quote: Quote, article: CitedArticle, format: 'plain' | 'markdown'): string {
  const [open, close] = getQuotationMarks(article.lang);
  const link = textFragmentUrl(getCitedAddress(article), article.text, quote, article.title);
  const words = formatQuotedText(quote);
  const speaker = [formatSpeaker(quote, article.lang), sanitiseLine(quote.role)].filter(Boolean).join(', ');
  const date = formatDates(article);
  const title = sanitiseLine(article.title);
  const site = sanitiseLine(article.siteName);

  if (format === 'plain') {
    const source = [title, site, date].filter(Boolean).join(', ');
    const lines = [`${open}${words}${close}${speaker ? ` — ${speaker}` : ''}`, source, link];
    return lines.filter(Boolean).join('\n');
  }
  const linked = formatLink(escapeMarkdown(title || link), link || null);
  const source = [linked, escapeMarkdown(site), escapeMarkdown(date)].filter(Boolean);
  const byline = [escapeMarkdown(speaker), source.join(', ')].filter(Boolean).join(', ');
  return `> ${open}${escapeMarkdown(words)}${close}\n>\n> — ${byline}`;
}

interface Author {
  given: string;
  family: string;
}

/** Parses the authors of a byline, in order. An organisation is an author with only a family name. */
function parseAuthors(byline: string | null | undefined): Author[] {
  const names = sanitiseSplittableLine(byline)
    .replace(/\s+/g, ' ')
    .replace(/^by /iu, '')
    .split(/ ?(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\bi\b|\bта\b) /u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.map((name) => {
    const words = name.split(/\s+/u);
    const family = words.at(-1) ?? name;
    return words.length === 1 || isOrganisation(name)
      ? { given: '', family: name }
      : { given: words.slice(0, -1).join(' '), family };
  });
}

function formatInitials(given: string): string {
  return given
    .split(/[\s-]+/u)
    .flatMap((word) => [...word].slice(0, 1))
    .map((letter) => `${letter.toLocaleUpperCase()}.`)
    .join(' ');
}

/** Adds a full stop unless there is one, as in `Acme Inc.`. */
const addFullStop = (words: string): string => words.replace(/([^.?!])$/u, '$1.');

/** Returns the year and the day ("May 4") of a date; the day is empty if the date has none. */
function getDateParts(publishedAt: string | null): { year: string; day: string } | null {
  const date = publishedAt ? new Date(publishedAt) : null;
  if (date === null || Number.isNaN(date.getTime())) return null;
  const isDay = !/^\d{4}(?:-\d{2})?$/.test(publishedAt ?? '');
  const day = new Intl.DateTimeFormat('en', { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(date);
  return { year: String(date.getUTCFullYear()), day: isDay ? day : '' };
}

const formatDay = (date: ReturnType<typeof getDateParts>): string =>
  date === null ? '' : [date.day, date.year].filter(Boolean).join(', ');

function words(quote: Quote, article: CitedArticle): string {
  const [open, close] = getQuotationMarks(article.lang);
  return `${open}${formatQuotedText(quote)}${close}`;
}

/**
 * Formats a quote with a reference in APA style, 7th edition:
 *
 * - §8.6 for words quoted by the source
 * - §10.1 for articles on the web
 * - §9.15 for updated works, which take the date of the update
 */
export function citeApa(quote: Quote, article: CitedArticle): string {
  const authors = parseAuthors(article.byline);
  const date = getDateParts(findUpdateDate(article) ?? article.publishedAt);
  const year = date?.year ?? 'n.d.';
  const [first, second] = authors;
  const siteName = sanitiseLine(article.siteName);
  let inTextAuthor = first?.family ?? (siteName || sanitiseLine(article.title));
  if (authors.length === 2) inTextAuthor = `${first?.family} & ${second?.family}`;
  else if (authors.length > 2) inTextAuthor = `${first?.family} et al.`;
  // The citation is in English, so the word before a probable name is, too.
  const speaker = formatSpeaker(quote, 'en') || null;
  const inTextCitation =
    speaker === null ? `${inTextAuthor}, ${year}` : `${speaker}, as quoted in ${inTextAuthor}, ${year}`;
  const formattedAuthors = authors.map(({ given, family }) =>
    [family, formatInitials(given)].filter(Boolean).join(', '),
  );
  const authorList =
    formattedAuthors.length > 1
      ? `${formattedAuthors.slice(0, -1).join(', ')}, & ${formattedAuthors.at(-1)}`
      : (formattedAuthors[0] ?? '');
  const dateText = date === null ? '(n.d.)' : `(${[date.year, date.day].filter(Boolean).join(', ')})`;
  const title = addFullStop(sanitiseLine(article.title));
  const site = siteName && siteName !== authorList ? `${addFullStop(siteName)} ` : '';
  const authorAndTitle = authorList === '' ? `${title} ${dateText}.` : `${authorList} ${dateText}. ${title}`;
  return `${words(quote, article)} (${inTextCitation})\n\n${authorAndTitle} ${site}${getCitedAddress(article)}`;
}

/**
 * Formats a quote with a note in Chicago style, 17th edition: §14.206 for news on the web, §14.260 for words quoted by
 * the source. The date of an update follows that of publication.
 */
export function citeChicago(quote: Quote, article: CitedArticle): string {
  const authors = parseAuthors(article.byline).map(({ given, family }) =>
    [given, family].filter(Boolean).join(' '),
  );
  const names =
    authors.length > 1 ? `${authors.slice(0, -1).join(', ')} and ${authors.at(-1)}` : (authors[0] ?? '');
  const date = getDateParts(article.publishedAt);
  const updated = getDateParts(findUpdateDate(article));
  const day = formatDay(date);
  const speaker = formatSpeaker(quote, 'en').replace(/^probably /, 'Probably ') || null;
  const source = [names, `“${sanitiseLine(article.title)},”`].filter(Boolean).join(', ');
  const details = [
    sanitiseLine(article.siteName),
    day,
    updated === null ? '' : `updated ${formatDay(updated)}`,
    textFragmentUrl(getCitedAddress(article), article.text, quote),
  ].filter(Boolean);
  const note = `${speaker === null ? '' : `${speaker}, quoted in `}${source} ${details.join(', ')}`;
  return `${words(quote, article)}\n\n${note.replace(/\.?$/u, '.')}`;
}
