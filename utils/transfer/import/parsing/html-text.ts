import { escapeHtml } from '../../../article/html/write-html.ts';
import { HtmlTokenizer } from './html-tokens.ts';

/** Longer HTML is cut; this is used for notes and the like. */
const MAX_HTML_LENGTH = 200_000;

/** Elements that end a line. */
const BLOCK_TAGS = /^(?:p|br|div|li|ul|ol|tr|h[1-6]|blockquote)$/;

/** Tags that occur in notes and highlights, and entities. Other words in angle brackets were typed by the user. */
const MARKUP =
  /<\/?(?:a|b|i|u|s|em|strong|span|mark|code|pre|sub|sup|small|font|p|br|hr|div|[uo]l|li|t[dr]|table|img|h[1-6]|blockquote)(?:\s[^<>]*)?\/?>|<!--|&(?:#x?[\da-f]+|[a-z]\w*);/i;

/** The plain text of a piece of HTML, with one line per block. Text that is not HTML is returned unchanged. */
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

/** Markup that bibliographies use in titles: italics, bold, superscript, subscript. */
const TITLE_MARKUP = /<\/?(?:i|b|sub|sup|sc)>|<\/?span(?: [^<>]*)?>/gi;

/** Removes this markup from a title; any other `<` is kept. */
export function stripTitleMarkup(title: string): string {
  return title.replace(TITLE_MARKUP, '');
}

/** Converts plain text to HTML, one paragraph per line; null if it is empty. */
export function textToHtml(text: string): string | null {
  const paragraphs = text.split(/\n+/).flatMap((line) => line.trim() || []);
  return paragraphs.map((line) => `<p>${escapeHtml(line)}</p>`).join('') || null;
}
