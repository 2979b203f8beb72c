/**
 * Text as Markdown (CommonMark, GitHub's and Obsidian's): no HTML, no link, no tag, no formula and no other mark arises
 * from it.
 */
import { strictAddress } from './outgoing-values.ts';

/** Marks that mean something anywhere in a line; to Obsidian also `#tag`, `$formula$` and `^block`. */
const MARKS = /[\\`*_[\]<>|~#$^]/g;
/** What begins an entity. */
const ENTITY = /&(?=#?\w+;)/g;
/** A mark before a link would make a picture of it, which is loaded. */
const LAST_MARK = /!$/;
/**
 * Templates (`{{`, `{%`) that publishing programs run before they read Markdown; `%%`, which hides text, and `==`, which
 * marks it: also where the first of the two ends the text before.
 */
const TEMPLATE = /(?<=\{)[{%]|(?<=%|^)%|(?<==|^)=/g;

/** Text within a line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(MARKS, '\\$&')
    .replace(ENTITY, '\\&')
    .replace(TEMPLATE, '\\$&')
    .replace(LAST_MARK, '\\!');
}

/** Marks that mean something where a line begins. */
function escapeStart(line: string): string {
  return line.replace(/^([#+\-=]|\d{1,9}[.)])(?=\s|$|[-=#])/, (mark) =>
    mark.length > 1 ? `${mark.slice(0, -1)}\\${mark.slice(-1)}` : `\\${mark}`,
  );
}

/**
 * A paragraph of escaped text, its line ends as breaks.
 *
 * @param text `\n` is a break
 */
export function paragraph(text: string): string {
  const lines = text.split('\n').map((line) => escapeStart(line.replace(/[ \t]+/g, ' ').trim()));
  const first = lines.findIndex((line) => line !== '');
  return first === -1 ? '' : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1).join('\\\n');
}

/** Paragraphs of plain text, parted by empty lines. */
export function plainParagraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => paragraph(escapeMarkdown(part)))
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Lines within a block quote. */
export function quoteLines(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/**
 * The target of a link.
 *
 * @returns null where it leads neither to the web nor to a mailbox
 */
export function markdownTarget(address: string | null): string | null {
  const target = strictAddress(address);
  if (target === null) return null;
  return target.replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29')).replace(ENTITY, '\\&');
}

/**
 * A link, or only its words where it leads nowhere that is let out.
 *
 * @param words escaped
 */
export function markdownLink(words: string, address: string | null): string {
  const target = markdownTarget(address);
  return target === null ? words : `[${words}](${target})`;
}
