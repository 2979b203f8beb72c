/**
 * Escapes text for Markdown (CommonMark, GitHub's and Obsidian's), so that it results in no HTML, link, tag, formula or
 * other markup.
 */
import { toStrictUrl } from './validate-values.ts';

/** Characters with a meaning anywhere in a line; in Obsidian also `#tag`, `$formula$` and `^block`. */
const SPECIAL_CHARACTERS = /[\\`*_[\]<>|~#$^]/g;
/** The beginning of an entity. */
const ENTITY_START = /&(?=#?\w+;)/g;
/** An exclamation mark before a link would make it an image, which is loaded. */
const LAST_EXCLAMATION_MARK = /!$/;
/**
 * Template syntax (`{{`, `{%`) that publishing programs evaluate before Markdown; `%%`, which hides text, and `==`,
 * which highlights it. The first character may be at the end of the previous text.
 */
const TEMPLATE_SYNTAX = /(?<=\{)[{%]|(?<=%|^)%|(?<==|^)=/g;

/** Escapes text inside a line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(SPECIAL_CHARACTERS, '\\$&')
    .replace(ENTITY_START, '\\&')
    .replace(TEMPLATE_SYNTAX, '\\$&')
    .replace(LAST_EXCLAMATION_MARK, '\\!');
}

/** Escapes characters with a meaning at the beginning of a line. */
function escapeLineStart(line: string): string {
  return line.replace(/^([#+\-=]|\d{1,9}[.)])(?=\s|$|[-=#])/, (mark) =>
    mark.length > 1 ? `${mark.slice(0, -1)}\\${mark.slice(-1)}` : `\\${mark}`,
  );
}

/**
 * Formats escaped text as a paragraph.
 *
 * @param text with `\n` for hard breaks
 */
export function formatParagraph(text: string): string {
  const lines = text.split('\n').map((line) => escapeLineStart(line.replace(/[ \t]+/g, ' ').trim()));
  const first = lines.findIndex((line) => line !== '');
  return first === -1 ? '' : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1).join('\\\n');
}

/** Formats plain text as paragraphs, separated by empty lines. */
export function formatParagraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => formatParagraph(escapeMarkdown(part)))
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Formats lines as a block quote. */
export function formatBlockQuote(text: string): string {
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
export function formatLinkTarget(address: string | null): string | null {
  const target = toStrictUrl(address);
  if (target === null) return null;
  return target.replace(/[()]/g, (mark) => (mark === '(' ? '%28' : '%29')).replace(ENTITY_START, '\\&');
}

/**
 * Formats a link, or only its words if the address is not allowed.
 *
 * @param label escaped
 */
export function formatLink(label: string, address: string | null): string {
  const target = formatLinkTarget(address);
  return target === null ? label : `[${label}](${target})`;
}
