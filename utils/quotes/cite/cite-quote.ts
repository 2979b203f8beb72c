import { updatedDate } from '../../article/updated-date.ts';
import { escapeMarkdown, markdownLink } from '../../transfer/export/markdown-text.ts';
import { outgoingLine } from '../../transfer/export/outgoing-text.ts';
import { webAddress } from '../../transfer/export/outgoing-values.ts';
import { isProbable } from '../sureness.ts';
import type { Quote } from '../types.ts';
import { textFragmentUrl } from './text-fragment.ts';

/** What a citation needs of an article; an `Article` fits. */
export interface CitedArticle {
  url: string;
  canonicalUrl?: string;
  title: string;
  siteName: string | null;
  byline?: string | null;
  /** ISO 8601. */
  publishedAt: string | null;
  /** ISO 8601, of the last change. */
  modifiedAt?: string | null;
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
  nl: ['‘', '’'],
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
  return byLanguage(MARKS, lang) ?? ['“', '”'];
}

function byLanguage<T>(table: Readonly<Record<string, T>>, lang: string | null): T | null {
  const language = lang?.toLowerCase().split(/[-_]/)[0] ?? 'en';
  return (Object.hasOwn(table, language) ? table[language] : null) ?? null;
}

/** What stands before a name that is only probable, by the language of the article; English where it is not listed. */
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

/** What stands before the day of an update, by language; English where it is not listed. */
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

/** The date of publication and that of an update, in the article's language; `''` where neither is known. */
function citedDates(article: CitedArticle): string {
  const { publishedAt, lang } = article;
  const language = lang?.toLowerCase().split(/[-_]/)[0] ?? 'en';
  const updated = citedDate(updatedDate(article), lang);
  const word = (Object.hasOwn(UPDATED, language) ? UPDATED[language] : null) ?? 'updated';
  return [citedDate(publishedAt, lang), updated === null ? null : `${word} ${updated}`]
    .filter(Boolean)
    .join(', ');
}

/** Words of an article on one line, with nothing in them that moves what stands beside them. */
export function citedWords(words: string | null | undefined): string {
  return outgoingLine(words);
}

/**
 * Who a citation names: nobody where the speaker is unclear, whatever word the article has for them there. "— it" would
 * name nobody either, and "— Quill" would be a guess. A name that is only probable says so.
 *
 * @param lang of the citation
 */
export function citedSpeaker(
  quote: Pick<Quote, 'resolvedSpeaker' | 'sureness'>,
  lang: string | null,
): string {
  const name = citedWords(quote.resolvedSpeaker);
  return isProbable(quote) ? `${byLanguage(PROBABLY, lang) ?? 'probably'} ${name}` : name;
}

/** Quotation marks by what they may be paired with, whichever way a language turns them. */
const PAIRED = [/[“”„‟"＂]/g, /[«»]/g, /[「」『』]/g];

/**
 * The words of a quote without the marks that open each further paragraph of it: printers repeat them, and they are
 * stray where the quote stands between marks of its own. Where a paragraph has a partner for the mark, the mark begins
 * a quote within, and stays.
 */
export function withoutReopened(words: string): string {
  const reopens = (line: string): boolean =>
    PAIRED.some((marks) => line.search(marks) === 0 && (line.match(marks)?.length ?? 0) % 2 === 1);
  const [first = '', ...others] = words.split('\n');
  const lines = others.map((line) => line.trimStart());
  return [first, ...lines.map((line) => (reopens(line) ? line.slice(1).trimStart() : line))].join('\n');
}

/** The words of a quote as a citation sets them between marks of its own, on one line. */
export function quotedWords({ text }: Pick<Quote, 'text'>): string {
  return citedWords(withoutReopened(text));
}

/** The address that a citation gives: the article's own, on the web, or `''` where it has none there. */
export function citedAddress({ url, canonicalUrl }: CitedArticle): string {
  return webAddress(canonicalUrl) ?? webAddress(url) ?? '';
}

/**
 * One quote ready to paste: in the quotation marks of the article's language, then speaker with role,
 * title, site, date, and a link that opens at the quote. Markdown gives a block quote with a linked title.
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
