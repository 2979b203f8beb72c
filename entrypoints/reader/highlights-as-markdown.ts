import type { ReaderHighlight } from '../../components/highlights/use-highlight-ranges.ts';
import {
  escapeMarkdown,
  markdownLink,
  plainParagraphs,
  quoteLines,
} from '../../utils/transfer/export/markdown-text.ts';
import { outgoingLine, outgoingText } from '../../utils/transfer/export/outgoing-text.ts';
import { webAddress } from '../../utils/transfer/export/outgoing-values.ts';
import type { OpenDocument } from './open-document.ts';

/** An article's highlights as block quotes with their notes, below the article's linked title. */
export function highlightsAsMarkdown(
  highlights: readonly ReaderHighlight[],
  { article, canonicalUrl }: Pick<OpenDocument, 'article' | 'canonicalUrl'>,
): string {
  const url = webAddress(canonicalUrl);
  const title = escapeMarkdown(outgoingLine(article.title) || url || '');
  const blocks = highlights.map(({ text, note }) => {
    const quoted = plainParagraphs(outgoingText(text));
    return [quoted === '' ? '' : quoteLines(quoted), plainParagraphs(outgoingText(note))]
      .filter((part) => part !== '')
      .join('\n\n');
  });
  return [markdownLink(title, url), ...blocks].join('\n\n');
}
