import type { ReaderHighlight } from '../../components/highlights/use-highlight-marks.ts';
import type { OpenDocument } from './open-document.ts';

/** An article's highlights as block quotes, each with its note below it, under the article's linked title. */
export function highlightsAsMarkdown(
  highlights: readonly ReaderHighlight[],
  { article, canonicalUrl }: Pick<OpenDocument, 'article' | 'canonicalUrl'>,
): string {
  const title = article.title.replace(/\s+/g, ' ').replace(/[\\[\]]/g, '\\$&');
  const blocks = highlights.map(({ text, note }) => {
    const quoted = text === '' ? '' : text.replace(/^/gm, '> ').trimEnd();
    return [quoted, note.trim()].filter((part) => part !== '').join('\n\n');
  });
  return [`[${title}](<${canonicalUrl}>)`, ...blocks].join('\n\n');
}
