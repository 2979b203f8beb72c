import { findAllIn, textOf, viewOf } from '../../page/dom-access.ts';
import { stripTags } from '../html/strip-tags.ts';
import type { Metadata } from '../metadata/read-metadata.ts';

/** Shorter carried texts are descriptions. */
const SHORTEST = 600;
/** Characters of such markup that are looked at on one page. */
const MOST_CARRIED = 4_000_000;
/** A carried body counts where it holds this many times what the page shows. */
const CLEARLY_MORE = 2;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeText = (text: string): string => text.replace(/[&<>]/g, (char) => ENTITIES[char] ?? char);

/** Lines that an editor's own format leaves in the data: `+++dropcap`, `[#image: /photos/1]`, `{: .wide}`. */
const MARKUP = /^(?:\+\+\+\S*|\[#\w+:.*\].*|\{:.*\})$/;

const asParagraphs = (text: string): string =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !MARKUP.test(line))
    .map((line) => `<p>${escapeText(line)}</p>`)
    .join('');

/** Script blocks and templates that hold markup; text in them is never run, only read. */
function templatesOf(document_: Document): string[] {
  const scripts = findAllIn(
    document_,
    'script[type*="template" i], script[type="text/html" i], noscript, textarea',
  );
  const found: string[] = [];
  let left = MOST_CARRIED;
  for (const element of scripts) {
    const text = textOf(element);
    left -= text.length;
    // Where scripts don't run, such elements lie within one another: what they hold would be read again and again.
    if (left < 0) break;
    if (/<(?:p|br|div)\b/i.test(text) && text.length > SHORTEST) found.push(text);
  }
  return found;
}

const sizeOf = (html: string): number => stripTags(html, '').trim().length;

/**
 * Looks for a body the page carries but does not show, because its scripts have not run or cannot: in templates and
 * in the page's data. What the publisher marks as withheld is left alone.
 *
 * @param shown how many characters the page shows of its article
 * @returns HTML to be read like a page, or null
 */
export function findUnrenderedBody(document_: Document, metadata: Metadata, shown: number): string | null {
  if (metadata.structured?.isPaid === true || shown > 2500) return null;
  const stated = metadata.structured?.body ?? '';
  const candidates = shown < SHORTEST ? templatesOf(document_) : [];
  if (stated.length > SHORTEST) candidates.push(/<(?:p|br)\b/i.test(stated) ? stated : asParagraphs(stated));
  let best: string | null = null;
  let bestSize = Math.max(SHORTEST, shown * CLEARLY_MORE);
  for (const html of candidates) {
    const size = sizeOf(html);
    if (size > bestSize) [best, bestSize] = [html, size];
  }
  return best;
}

/** @returns a document of its own, without scripts, or null where there is no parser */
export function parseApart(document_: Document, html: string, lang: string): Document | null {
  const Parser = typeof DOMParser === 'undefined' ? viewOf(document_)?.DOMParser : DOMParser;
  if (Parser === undefined) return null;
  return new Parser().parseFromString(
    `<html lang="${attributeSafe(lang)}"><body><article>${html}</article>`,
    'text/html',
  );
}

const attributeSafe = (value: string): string => value.replace(/[^\w-]/g, '');
