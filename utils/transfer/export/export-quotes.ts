/** Writes quotes with their citations, as CSV and Markdown. */
import { findUpdateDate } from '../../article/updated-date.ts';
import { citeQuote, removeReopeningMarks } from '../../quotes/cite/cite-quote.ts';
import { textFragmentUrl } from '../../quotes/cite/text-fragment.ts';
import { UTF8_BOM, writeCsvRow } from './csv-write.ts';
import { displayTitle, type ExportArticle } from './export-types.ts';
import { escapeMarkdown, formatParagraph } from './markdown-text.ts';

export function quotesCsvHeader(): string {
  return (
    UTF8_BOM +
    writeCsvRow([
      'Quote',
      'Speaker',
      'Role',
      'Title',
      'Site',
      'Byline',
      'Published',
      'Updated',
      'Link to the quote',
      'Key',
      'Sureness',
    ])
  );
}

/**
 * A row for each quote. An unclear speaker is empty; `Key` is 0–1, the quote's importance; `Sureness` is `plain` or
 * `probably`.
 */
export function quotesCsvRows(article: ExportArticle): string {
  return article.quotes
    .map((quote) =>
      writeCsvRow([
        removeReopeningMarks(quote.text),
        quote.resolvedSpeaker,
        quote.role,
        article.title,
        article.siteName ?? article.host,
        article.byline,
        article.publishedAt,
        findUpdateDate(article),
        textFragmentUrl(article.url ?? '', article.text, quote, article.title),
        Math.round(quote.key * 100) / 100,
        quote.resolvedSpeaker === null ? null : (quote.sureness ?? 'plain'),
      ]),
    )
    .join('');
}

/** The quotes of an article as Markdown, each with its citation; `''` if there are none. */
export function quotesMarkdown(article: ExportArticle): string {
  if (article.quotes.length === 0) return '';
  const title = formatParagraph(escapeMarkdown(displayTitle(article)));
  const url = article.url ?? '';
  const citedArticle = { ...article, url, canonicalUrl: url };
  return `## ${title}\n\n${article.quotes.map((quote) => citeQuote(quote, citedArticle, 'markdown')).join('\n\n')}\n\n`;
}
