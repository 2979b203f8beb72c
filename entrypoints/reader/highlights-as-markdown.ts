import type { ReaderHighlight } from '../../components/highlights/use-highlight-ranges.ts';
import {
  escapeMarkdown,
  formatBlockQuote,
  formatLink,
  formatParagraphs,
} from '../../utils/transfer/export/markdown-text.ts';
import { sanitiseLine, sanitiseText } from '../../utils/transfer/export/sanitise-text.ts';
import { toWebAddress } from '../../utils/transfer/export/validate-values.ts';
import type { OpenDocument } from './open-document.ts';

/** Formats an article's highlights as Markdown: the linked title, then block quotes with their notes. */
export function formatHighlightsAsMarkdown(
  highlights: readonly ReaderHighlight[],
  { article, canonicalUrl }: Pick<OpenDocument, 'article' | 'canonicalUrl'>,
): string {
  const url = toWebAddress(canonicalUrl);
  const title = escapeMarkdown(sanitiseLine(article.title) || url || '');
  const blocks = highlights.map(({ text, note }) => {
    const quoted = formatParagraphs(sanitiseText(text));
    return [quoted === '' ? '' : formatBlockQuote(quoted), formatParagraphs(sanitiseText(note))]
      .filter((part) => part !== '')
      .join('\n\n');
  });
  return [formatLink(title, url), ...blocks].join('\n\n');
}
