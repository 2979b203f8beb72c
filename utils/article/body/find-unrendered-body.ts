import { findAllIn, textOf, windowOf } from '../../page/dom-access.ts';
import { stripTags } from '../html/strip-tags.ts';
import type { Metadata } from '../metadata/read-metadata.ts';

/** Minimum length of an unrendered body; shorter texts are descriptions. */
const MIN_LENGTH = 600;
/** Limit of such markup read per page, in characters. */
const MAX_CARRIED = 4_000_000;
/** An unrendered body counts if it is this many times as long as the visible text. */
const CLEARLY_MORE = 2;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeText = (text: string): string => text.replace(/[&<>]/g, (char) => ENTITIES[char] ?? char);

/** Lines of an editor's own format in the data: `+++dropcap`, `[#image: /photos/1]`, `{: .wide}`. */
const MARKUP = /^(?:\+\+\+\S*|\[#\w+:.*\].*|\{:.*\})$/;

const asParagraphs = (text: string): string =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !MARKUP.test(line))
    .map((line) => `<p>${escapeText(line)}</p>`)
    .join('');

/** Script blocks and templates with markup, which is only read and never run. */
function templatesOf(document_: Document): string[] {
  const scripts = findAllIn(
    document_,
    'script[type*="template" i], script[type="text/html" i], noscript, textarea',
  );
  const found: string[] = [];
  let left = MAX_CARRIED;
  for (const element of scripts) {
    const text = textOf(element);
    left -= text.length;
    // Where scripts do not run, such elements can be nested, and their content would be read repeatedly.
    if (left < 0) break;
    if (/<(?:p|br|div)\b/i.test(text) && text.length > MIN_LENGTH) found.push(text);
  }
  return found;
}

const sizeOf = (html: string): number => stripTags(html, '').trim().length;

/**
 * Finds a body that the page contains but does not show, because its scripts have not run: in templates and in its data.
 * Content marked as for subscribers is ignored.
 *
 * @param shown length of the visible article in characters
 * @returns HTML to be parsed as a page, or null
 */
export function findUnrenderedBody(document_: Document, metadata: Metadata, shown: number): string | null {
  if (metadata.structured?.isPaid === true || shown > 2500) return null;
  const stated = metadata.structured?.body ?? '';
  const candidates = shown < MIN_LENGTH ? templatesOf(document_) : [];
  if (stated.length > MIN_LENGTH)
    candidates.push(/<(?:p|br)\b/i.test(stated) ? stated : asParagraphs(stated));
  let best: string | null = null;
  let bestSize = Math.max(MIN_LENGTH, shown * CLEARLY_MORE);
  for (const html of candidates) {
    const size = sizeOf(html);
    if (size > bestSize) [best, bestSize] = [html, size];
  }
  return best;
}

/** @returns a separate inert document, or null without a parser */
export function parseApart(document_: Document, html: string, lang: string): Document | null {
  const Parser = typeof DOMParser === 'undefined' ? windowOf(document_)?.DOMParser : DOMParser;
  if (Parser === undefined) return null;
  return new Parser().parseFromString(
    `<html lang="${attributeSafe(lang)}"><body><article>${html}</article>`,
    'text/html',
  );
}

const attributeSafe = (value: string): string => value.replace(/[^\w-]/g, '');
