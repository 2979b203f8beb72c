/** Writes highlights and notes with their sources: as CSV, Markdown and JSON. */
import { findUpdateDate } from '../../article/updated-date.ts';
import { textFragmentUrl } from '../../quotes/cite/text-fragment.ts';
import { UTF8_BOM, writeCsvRow } from './csv-write.ts';
import { displayTitle, type ExportArticle, type ExportedHighlight } from './export-types.ts';
import {
  escapeMarkdown,
  formatBlockQuote,
  formatLink,
  formatParagraph,
  formatParagraphs,
} from './markdown-text.ts';

/** A link that opens the page at the highlighted words, or just the page if its text does not contain them. */
function makeHighlightLink(article: ExportArticle, { text, range }: ExportedHighlight): string {
  if (article.url === null) return '';
  if (text === '' || !range) return article.url;
  const [start, end] = range;
  return textFragmentUrl(article.url, article.text, { start, end }, article.title);
}

const dateOf = (time: number): string => new Date(time).toISOString();

export function highlightsCsvHeader(): string {
  return (
    UTF8_BOM +
    writeCsvRow([
      'Highlight',
      'Note',
      'Color',
      'Highlighted at',
      'Title',
      'Author',
      'Site',
      'Published',
      'Updated',
      'URL',
      'Link to the highlight',
      'Tags',
    ])
  );
}

/** A row for each highlight; a note on the whole article has no words. Dates are ISO 8601. */
export function highlightsCsvRows(article: ExportArticle): string {
  return article.highlights
    .map((highlight) =>
      writeCsvRow([
        highlight.text,
        highlight.note,
        highlight.text === '' ? '' : highlight.colour,
        dateOf(highlight.createdAt),
        article.title,
        article.byline,
        article.siteName ?? article.host,
        article.publishedAt,
        findUpdateDate(article),
        article.url,
        makeHighlightLink(article, highlight),
        article.tags.join(', '),
      ]),
    )
    .join('');
}

/** The highlights of an article under its linked title, each with its note; `''` if there are none. */
export function highlightsMarkdown(article: ExportArticle): string {
  if (article.highlights.length === 0) return '';
  const title = formatLink(formatParagraph(escapeMarkdown(displayTitle(article))), article.url);
  const source = [article.byline, article.siteName ?? article.host, article.publishedAt?.slice(0, 10)];
  const line = escapeMarkdown(source.filter(Boolean).join(' · '));
  const items = article.highlights.map(({ text, note }) =>
    [text === '' ? '' : formatBlockQuote(formatParagraphs(text)), formatParagraphs(note)]
      .filter((part) => part !== '')
      .join('\n\n'),
  );
  return `${[`## ${title}`, formatParagraph(line), ...items].filter((part) => part !== '').join('\n\n')}\n\n`;
}

/** An article with its highlights as a JSON object. Dates of highlights are ISO 8601. */
export function highlightsJson(article: ExportArticle): string {
  return JSON.stringify({
    title: article.title,
    url: article.url,
    byline: article.byline,
    site: article.siteName ?? article.host,
    published: article.publishedAt,
    tags: article.tags,
    highlights: article.highlights.map((highlight) => ({
      text: highlight.text,
      note: highlight.note,
      color: highlight.colour,
      createdAt: dateOf(highlight.createdAt),
      link: makeHighlightLink(article, highlight),
    })),
  });
}
