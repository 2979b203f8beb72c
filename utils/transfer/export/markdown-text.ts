/**
 * Escapes text for Markdown (CommonMark, GitHub's and Obsidian's), so that it results in no HTML, link, tag, formula or
 * other markup.
 */
import { strictAddress } from './outgoing-values.ts';

/** Characters with a meaning anywhere in a line; in Obsidian also `#tag`, `$formula$` and `^block`. */
const MARKS = /[\\`*_[\]<>|~#$^]/g;
/** The beginning of an entity. */
const ENTITY = /&(?=#?\w+;)/g;
/** An exclamation mark before a link would make it an image, which is loaded. */
const LAST_MARK = /!$/;
/**
 * Template syntax (`{{`, `{%`) that publishing programs evaluate before Markdown; `%%`, which hides text, and `==`,
 * which highlights it. The first character may be at the end of the previous text.
 */
const TEMPLATE = /(?<=\{)[{%]|(?<=%|^)%|(?<==|^)=/g;

/** Escapes text inside a line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(MARKS, '\\$&')
    .replace(ENTITY, '\\&')
    .replace(TEMPLATE, '\\$&')
    .replace(LAST_MARK, '\\!');
}

/** Escapes characters with a meaning at the beginning of a line. */
function escapeStart(line: string): string {
  return line.replace(/^([#+\-=]|\d{1,9}[.)])(?=\s|$|[-=#])/, (mark) =>
    mark.length > 1 ? `${mark.slice(0, -1)}\\${mark.slice(-1)}` : `\\${mark}`,
  );
}

/**
 * Formats escaped text as a paragraph.
 *
 * @param text with `\n` for hard breaks
 */
export function paragraph(text: string): string {
  const lines = text.split('\n').map((line) => escapeStart(line.replace(/[ \t]+/g, ' ').trim()));
  const first = lines.findIndex((line) => line !== '');
  return first === -1 ? '' : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1).join('\\\n');
}

/** Formats plain text as paragraphs, separated by empty lines. */
export function plainParagraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => paragraph(escapeMarkdown(part)))
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Formats lines as a block quote. */
export function quoteLines(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/**
 * Formats the target of a link.
 *
 * @returns null if it is neither a web address nor a mail address
 */
export function markdownTarget(address: string | null): string | null {
  const target = strictAddress(address);
  if (target === null) return null;
  return target.replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29')).replace(ENTITY, '\\&');
}

/**
 * Formats a link, or only its words if the address is not allowed.
 *
 * @param words escaped
 */
export function markdownLink(words: string, address: string | null): string {
  const target = markdownTarget(address);
  return target === null ? words : `[${words}](${target})`;
}
