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

/** An article's highlights as block quotes with their notes, below the article's linked title. */
export function highlightsAsMarkdown(
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
