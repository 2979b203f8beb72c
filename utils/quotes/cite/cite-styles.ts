import { updatedDate } from '../../article/updated-date.ts';
import { outgoingPieces } from '../../transfer/export/outgoing-text.ts';
import { isBody } from '../../transfer/export/person-names.ts';
import type { Quote } from '../types.ts';
import {
  type CitedArticle,
  citedAddress,
  citedSpeaker,
  citedWords,
  quotationMarksOf,
  quotedWords,
} from './cite-quote.ts';
import { textFragmentUrl } from './text-fragment.ts';

interface Author {
  given: string;
  family: string;
}

/** The people of a byline in order; a body is an author with a family name alone. */
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

/** `Acme Inc.` has its full stop already. */
const withFullStop = (words: string): string => words.replace(/([^.?!])$/u, '$1.');

/** APA 7 gives an interviewee's words the source's own date; the parts are year, then month and day. */
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
 * The quote with its reference in the style of the American Psychological Association (7th edition: §8.6 for words
 * quoted by the source, §10.1 for articles on the web, §9.15 for works that were updated: they have the date of the update).
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
  // The styles are English: so is what they say of a name.
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
 * The quote with a note in the style of the Chicago Manual (17th edition: §14.206 for news on the web, §14.260 for
 * words quoted by the source; the date of an update follows that of publication).
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
