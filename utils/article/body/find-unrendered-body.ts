import { findAllIn, textOf, windowOf } from '../../page/dom-access.ts';
import { stripTags } from '../html/strip-tags.ts';
import type { Metadata } from '../metadata/read-metadata.ts';

/** Minimum length of an unrendered body, in characters; shorter texts are descriptions. */
const MIN_LENGTH = 600;
/** Maximum amount of markup read per page, in characters. */
const MAX_MARKUP_LENGTH = 4_000_000;
/** Minimum length of an unrendered body relative to the visible text. */
const MIN_LENGTH_FACTOR = 2;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeText = (text: string): string => text.replace(/[&<>]/g, (char) => ENTITIES[char] ?? char);

/** Matches lines of markup languages of some editors: `+++dropcap`, `[#image: /photos/1]`, `{: .wide}`. */
const MARKUP = /^(?:\+\+\+\S*|\[#\w+:.*\].*|\{:.*\})$/;

const textToParagraphs = (text: string): string =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !MARKUP.test(line))
    .map((line) => `<p>${escapeText(line)}</p>`)
    .join('');

/** Lists the content of script blocks, templates and the like with markup, which is parsed, but never run. */
function readTemplates(document_: Document): string[] {
  const scripts = findAllIn(
    document_,
    'script[type*="template" i], script[type="text/html" i], noscript, textarea',
  );
  const found: string[] = [];
  let lengthLeft = MAX_MARKUP_LENGTH;
  for (const element of scripts) {
    const text = textOf(element);
    lengthLeft -= text.length;
    // If scripts are disabled, such elements can be nested, and their content would be read repeatedly.
    if (lengthLeft < 0) break;
    if (/<(?:p|br|div)\b/i.test(text) && text.length > MIN_LENGTH) found.push(text);
  }
  return found;
}

const textLengthOf = (html: string): number => stripTags(html, '').trim().length;

/**
 * Finds a body in templates and structured data that the page does not show, because its scripts have not run. Ignores pages
 * marked as paid content.
 *
 * @param visibleLength length of the visible article in characters
 * @returns HTML to be parsed as a page, or null
 */
export function findUnrenderedBody(
  document_: Document,
  metadata: Metadata,
  visibleLength: number,
): string | null {
  if (metadata.structured?.isPaid === true || visibleLength > 2500) return null;
  const structuredBody = metadata.structured?.body ?? '';
  const candidates = visibleLength < MIN_LENGTH ? readTemplates(document_) : [];
  if (structuredBody.length > MIN_LENGTH)
    candidates.push(/<(?:p|br)\b/i.test(structuredBody) ? structuredBody : textToParagraphs(structuredBody));
  let best: string | null = null;
  let bestSize = Math.max(MIN_LENGTH, visibleLength * MIN_LENGTH_FACTOR);
  for (const html of candidates) {
    const size = textLengthOf(html);
    if (size > bestSize) [best, bestSize] = [html, size];
  }
  return best;
}

/**
 * Parses HTML as the article of a page.
 *
 * @returns a separate, inert document; null if there is no parser
 */
export function parseInert(document_: Document, html: string, lang: string): Document | null {
  const Parser = typeof DOMParser === 'undefined' ? windowOf(document_)?.DOMParser : DOMParser;
  if (Parser === undefined) return null;
  return new Parser().parseFromString(
    `<html lang="${removeUnsafeCharacters(lang)}"><body><article>${html}</article>`,
    'text/html',
  );
}

const removeUnsafeCharacters = (value: string): string => value.replace(/[^\w-]/g, '');
