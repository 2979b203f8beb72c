import { textFragmentUrl } from './text-fragment.ts';
import type { Quote } from './types.ts';

/** What a citation needs of an article; an `Article` fits. */
export interface CitedArticle {
  url: string;
  canonicalUrl?: string;
  title: string;
  siteName: string | null;
  byline?: string | null;
  /** ISO 8601. */
  publishedAt: string | null;
  lang: string | null;
  text: string;
}

/** Outer quotation marks by language (CLDR delimiters, for Arabic those of its newspapers); English where the language is not listed. */
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
  no: ['«', '»'],
  pl: ['„', '”'],
  pt: ['“', '”'],
  ru: ['«', '»'],
  sv: ['”', '”'],
  uk: ['«', '»'],
  zh: ['“', '”'],
};

/** The outer quotation marks of a language; English where it is not listed or not a language tag. */
export function quotationMarksOf(lang: string | null): readonly [open: string, close: string] {
  return MARKS[lang?.toLowerCase().split(/[-_]/)[0] ?? 'en'] ?? ['“', '”'];
}

/** A publication date as the article's language writes it, or null. */
export function citedDate(publishedAt: string | null, lang: string | null): string | null {
  if (!publishedAt) return null;
  const date = new Date(publishedAt);
  if (Number.isNaN(date.getTime())) return null;
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeZone: 'UTC' };
  try {
    return new Intl.DateTimeFormat(lang ?? 'en', options).format(date);
  } catch (error) {
    // The page's `lang` need not be a language tag.
    if (error instanceof RangeError) return new Intl.DateTimeFormat('en', options).format(date);
    throw error;
  }
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}

/** Brackets and blanks would end the target of a Markdown link. */
function escapeTarget(url: string): string {
  return url.replace(
    /[()<>\s]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/**
 * One quote ready to paste: in the quotation marks of the article's language, then speaker with role,
 * title, site, date, and a link that opens at the quote. Markdown gives a block quote with a linked title.
 */
export function citeQuote(quote: Quote, article: CitedArticle, format: 'plain' | 'markdown'): string {
  const [open, close] = quotationMarksOf(article.lang);
  const link = textFragmentUrl(article.canonicalUrl ?? article.url, article.text, quote, article.title);
  const words = quote.text.replace(/\s*\n\s*/g, ' ').trim();
  const speaker = [quote.resolvedSpeaker ?? quote.speaker, quote.role].filter(Boolean).join(', ');
  const date = citedDate(article.publishedAt, article.lang);
  const title = article.title.replace(/\s+/g, ' ').trim();

  if (format === 'plain') {
    const source = [title, article.siteName, date].filter(Boolean).join(', ');
    const lines = [`${open}${words}${close}${speaker ? ` — ${speaker}` : ''}`, source, link];
    return lines.filter(Boolean).join('\n');
  }
  const linked = `[${escapeMarkdown(title || link)}](${escapeTarget(link)})`;
  const source = [linked, ...[article.siteName, date].filter((part) => part !== null).map(escapeMarkdown)];
  const byline = [speaker && escapeMarkdown(speaker), source.join(', ')].filter(Boolean).join(', ');
  return `> ${open}${escapeMarkdown(words)}${close}\n>\n> — ${byline}`;
}
