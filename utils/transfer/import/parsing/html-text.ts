import { escapeHtml } from '../../../article/html/write-html.ts';
import { HtmlTokenizer } from './html-tokens.ts';

/** Maximum length of HTML that is converted, in UTF-16 units; enough for notes and highlights. The rest is dropped. */
const MAX_HTML_LENGTH = 200_000;

/** Elements that end a line. */
const BLOCK_TAGS = /^(?:p|br|div|li|ul|ol|tr|h[1-6]|blockquote)$/;

/** Tags that occur in notes and highlights, and entities. Other words in angle brackets count as text. */
const MARKUP =
  /<\/?(?:a|b|i|u|s|em|strong|span|mark|code|pre|sub|sup|small|font|p|br|hr|div|[uo]l|li|t[dr]|table|img|h[1-6]|blockquote)(?:\s[^<>]*)?\/?>|<!--|&(?:#x?[\da-f]+|[a-z]\w*);/i;

/** Converts an HTML fragment to plain text, with one line per block. Other text is only trimmed. */
export function htmlToText(html: string): string {
  if (!MARKUP.test(html)) return html.trim();
  const tokenizer = new HtmlTokenizer();
  let text = '';
  for (const token of [...tokenizer.push(html.slice(0, MAX_HTML_LENGTH)), ...tokenizer.end()]) {
    if (token.kind === 'text') text += token.text.replace(/\s+/g, ' ');
    else if (BLOCK_TAGS.test(token.tag)) text += '\n';
  }
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Converts plain text to HTML, one paragraph per line; null if it is empty. */
export function textToHtml(text: string): string | null {
  const paragraphs = text.split(/\n+/).flatMap((line) => line.trim() || []);
  return paragraphs.map((line) => `<p>${escapeHtml(line)}</p>`).join('') || null;
}
