import { HtmlTokens } from './html-tokens.ts';

/** Longer ones are cut: notes and the like. */
const LONGEST = 200_000;

/** Elements that end a line. */
const LINES = /^(?:p|br|div|li|ul|ol|tr|h[1-6]|blockquote)$/;

/** What is said in a piece of HTML: its text, a line for each block. Text that is no HTML stays as it is. */
export function textOfHtml(html: string): string {
  if (!/<[a-z/!]|&(?:#|[a-z])/i.test(html)) return html.trim();
  const reader = new HtmlTokens();
  let text = '';
  for (const token of [...reader.push(html.slice(0, LONGEST)), ...reader.end()]) {
    if (token.kind === 'text') text += token.text.replace(/\s+/g, ' ');
    else if (LINES.test(token.tag)) text += '\n';
  }
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Markup that bibliographies have in titles: italics, and what stands above or below the line. */
const TITLE_MARKUP = /<\/?(?:i|b|sub|sup|sc)>|<\/?span(?: [^<>]*)?>/gi;

/** A title without its markup; any other sign is a sign. */
export function textOfTitle(title: string): string {
  return title.replace(TITLE_MARKUP, '');
}
