import { updatedDate } from '../../article/updated-date.ts';
import { escapeMarkdown, markdownLink } from '../../transfer/export/markdown-text.ts';
import { outgoingLine, outgoingPieces } from '../../transfer/export/outgoing-text.ts';
import { webAddress } from '../../transfer/export/outgoing-values.ts';
import { isBody } from '../../transfer/export/person-names.ts';
import { isProbable } from '../confidence-level.ts';
import type { Quote } from '../types.ts';
import { textFragmentUrl } from './text-fragment.ts';

/** How a document cites. Each has a name `dossierStyle_<style>` in `locales`. */
export type CitationStyle = 'plain' | 'apa' | 'chicago';

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
const MARKS: Record<string, readonly [string, string]> = {
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

/** The outer quotation marks of a language; English if it is not listed or not a valid language tag. */
export function quotationMarksOf(lang: string | null): readonly [open: string, close: string] {
  return byLanguage(MARKS, lang) ?? ['“', '”'];
}

function byLanguage<T>(table: Readonly<Record<string, T>>, lang: string | null): T | null {
  const language = lang?.toLowerCase().split(/[-_]/)[0] ?? 'en';
  return (Object.hasOwn(table, language) ? table[language] : null) ?? null;
}

/** The prefix of a probable name, by the article's language. English for other languages. */
const PROBABLY: Record<string, string> = {
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

/** Formats a publication date in the article's language; null without one. */
function citedDate(publishedAt: string | null, lang: string | null): string | null {
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

/** The word before the date of an update, by language. English for other languages. */
const UPDATED: Record<string, string> = {
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

/** The dates of publication and of an update, in the article's language; `''` if neither is known. */
function citedDates(article: CitedArticle): string {
  const { publishedAt, lang } = article;
  const language = lang?.toLowerCase().split(/[-_]/)[0] ?? 'en';
  const updated = citedDate(updatedDate(article), lang);
  const word = (Object.hasOwn(UPDATED, language) ? UPDATED[language] : null) ?? 'updated';
  return [citedDate(publishedAt, lang), updated === null ? null : `${word} ${updated}`]
    .filter(Boolean)
    .join(', ');
}

/** An article's words on one line, without characters that could reorder adjacent text. */
function citedWords(words: string | null | undefined): string {
  return outgoingLine(words);
}

/**
 * The speaker named in a citation; empty if the speaker is unclear, because "— it" names nobody and "— Quill" would be
 * a guess. A probable name is marked as such.
 *
 * @param lang language of the citation
 */
export function citedSpeaker(
  quote: Pick<Quote, 'resolvedSpeaker' | 'sureness'>,
  lang: string | null,
): string {
  const name = citedWords(quote.resolvedSpeaker);
  return isProbable(quote) ? `${byLanguage(PROBABLY, lang) ?? 'probably'} ${name}` : name;
}

/** Quotation marks that may be paired with each other in some language, in either order. */
const PAIRED = [/[“”„‟"＂]/g, /[«»]/g, /[「」『』]/g];

/**
 * Removes the quotation marks that reopen each further paragraph of a quote: they would be unpaired inside the
 * citation's own marks. If a paragraph also has a closing mark, the mark begins an inner quote, and stays.
 */
export function withoutReopeningMarks(words: string): string {
  const reopens = (line: string): boolean =>
    PAIRED.some((marks) => line.search(marks) === 0 && (line.match(marks)?.length ?? 0) % 2 === 1);
  const [first = '', ...others] = words.split('\n');
  const lines = others.map((line) => line.trimStart());
  return [first, ...lines.map((line) => (reopens(line) ? line.slice(1).trimStart() : line))].join('\n');
}

/** The words of a quote as a citation sets them between its own marks, on one line. */
export function quotedWords({ text }: Pick<Quote, 'text'>): string {
  return citedWords(withoutReopeningMarks(text));
}

/** The address for a citation: the article's own on the web, or `''` if it has none. */
function citedAddress({ url, canonicalUrl }: CitedArticle): string {
  return webAddress(canonicalUrl) ?? webAddress(url) ?? '';
}

/**
 * Formats one quote for pasting: in the quotation marks of the article's language, then speaker with role, title, site,
 * date, and a link that opens at the quote. Markdown gives a block quote with a linked title.
 */
export function citeQuote(quote: Quote, article: CitedArticle, format: 'plain' | 'markdown'): string {
  const [open, close] = quotationMarksOf(article.lang);
  const link = textFragmentUrl(citedAddress(article), article.text, quote, article.title);
  const words = quotedWords(quote);
  const speaker = [citedSpeaker(quote, article.lang), citedWords(quote.role)].filter(Boolean).join(', ');
  const date = citedDates(article);
  const title = citedWords(article.title);
  const site = citedWords(article.siteName);

  if (format === 'plain') {
    const source = [title, site, date].filter(Boolean).join(', ');
    const lines = [`${open}${words}${close}${speaker ? ` — ${speaker}` : ''}`, source, link];
    return lines.filter(Boolean).join('\n');
  }
  const linked = markdownLink(escapeMarkdown(title || link), link || null);
  const source = [linked, escapeMarkdown(site), escapeMarkdown(date)].filter(Boolean);
  const byline = [escapeMarkdown(speaker), source.join(', ')].filter(Boolean).join(', ');
  return `> ${open}${escapeMarkdown(words)}${close}\n>\n> — ${byline}`;
}

interface Author {
  given: string;
  family: string;
}

/** The authors of a byline, in order; an organisation is an author with only a family name. */
function authorsOf(byline: string | null | undefined): Author[] {
  const names = outgoingPieces(byline)
    .replace(/\s+/g, ' ')
    .replace(/^by /iu, '')
    .split(/ ?(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\bi\b|\bта\b) /u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.map((name) => {
    const words = name.split(/\s+/u);
    const family = words.at(-1) ?? name;
    return words.length === 1 || isBody(name)
      ? { given: '', family: name }
      : { given: words.slice(0, -1).join(' '), family };
  });
}

function initialsOf(given: string): string {
  return given
    .split(/[\s-]+/u)
    .flatMap((word) => [...word].slice(0, 1))
    .map((letter) => `${letter.toLocaleUpperCase()}.`)
    .join(' ');
}

/** Adds a full stop unless there is one, as in `Acme Inc.`. */
const withFullStop = (words: string): string => words.replace(/([^.?!])$/u, '$1.');

/** Year, and month and day: APA 7 cites an interviewee's words with the source's date. */
function dateParts(publishedAt: string | null): { year: string; day: string } | null {
  const date = publishedAt ? new Date(publishedAt) : null;
  if (date === null || Number.isNaN(date.getTime())) return null;
  const isDay = !/^\d{4}(?:-\d{2})?$/.test(publishedAt ?? '');
  const day = new Intl.DateTimeFormat('en', { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(date);
  return { year: String(date.getUTCFullYear()), day: isDay ? day : '' };
}

const dayOf = (date: ReturnType<typeof dateParts>): string =>
  date === null ? '' : [date.day, date.year].filter(Boolean).join(', ');

function words(quote: Quote, article: CitedArticle): string {
  const [open, close] = quotationMarksOf(article.lang);
  return `${open}${quotedWords(quote)}${close}`;
}

/**
 * The quote with a reference in APA style (7th edition: §8.6 for words quoted by the source, §10.1 for articles on the
 * web, §9.15 for updated works, which take the date of the update).
 */
export function citeApa(quote: Quote, article: CitedArticle): string {
  const authors = authorsOf(article.byline);
  const date = dateParts(updatedDate(article) ?? article.publishedAt);
  const year = date?.year ?? 'n.d.';
  const [first, second] = authors;
  const siteName = citedWords(article.siteName);
  let cited = first?.family ?? (siteName || citedWords(article.title));
  if (authors.length === 2) cited = `${first?.family} & ${second?.family}`;
  else if (authors.length > 2) cited = `${first?.family} et al.`;
  // The style is English, and so is the mark of a probable name.
  const speaker = citedSpeaker(quote, 'en') || null;
  const within = speaker === null ? `${cited}, ${year}` : `${speaker}, as quoted in ${cited}, ${year}`;
  const named = authors.map(({ given, family }) => [family, initialsOf(given)].filter(Boolean).join(', '));
  const list = named.length > 1 ? `${named.slice(0, -1).join(', ')}, & ${named.at(-1)}` : (named[0] ?? '');
  const when = date === null ? '(n.d.)' : `(${[date.year, date.day].filter(Boolean).join(', ')})`;
  const title = withFullStop(citedWords(article.title));
  const site = siteName && siteName !== list ? `${withFullStop(siteName)} ` : '';
  const head = list === '' ? `${title} ${when}.` : `${list} ${when}. ${title}`;
  return `${words(quote, article)} (${within})\n\n${head} ${site}${citedAddress(article)}`;
}

/**
 * The quote with a note in Chicago style (17th edition: §14.206 for news on the web, §14.260 for words quoted by the
 * source; the date of an update follows that of publication).
 */
export function citeChicago(quote: Quote, article: CitedArticle): string {
  const authors = authorsOf(article.byline).map(({ given, family }) =>
    [given, family].filter(Boolean).join(' '),
  );
  const names =
    authors.length > 1 ? `${authors.slice(0, -1).join(', ')} and ${authors.at(-1)}` : (authors[0] ?? '');
  const date = dateParts(article.publishedAt);
  const updated = dateParts(updatedDate(article));
  const day = dayOf(date);
  const speaker = citedSpeaker(quote, 'en').replace(/^probably /, 'Probably ') || null;
  const source = [names, `“${citedWords(article.title)},”`].filter(Boolean).join(', ');
  const rest = [
    citedWords(article.siteName),
    day,
    updated === null ? '' : `updated ${dayOf(updated)}`,
    textFragmentUrl(citedAddress(article), article.text, quote),
  ].filter(Boolean);
  const note = `${speaker === null ? '' : `${speaker}, quoted in `}${source} ${rest.join(', ')}`;
  return `${words(quote, article)}\n\n${note.replace(/\.?$/u, '.')}`;
}
