import { foldText } from '../../text/fold-text.ts';
import type { Block } from '../body/read-blocks.ts';
import { partKicker } from './part-kicker.ts';
import type { Metadata } from './read-metadata.ts';

const SEPARATOR = /\s+[|\u2013\u2014\u00bb\u00b7\u2022/:-]\s+|\s*[|\u00bb\u2022]\s*|:\s+/;

const BAR = /\s\|\s/;

/** Maximum number of parts of a title, which are compared with every line of the page. */
const MAX_PARTS = 8;

/** @returns the parts of the document's title that may be the headline, longest first */
function titleParts(title: string): string[] {
  const parts = title.split(SEPARATOR).map((part) => part.trim());
  return parts
    .filter((part) => part.split(' ').length > 2)
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_PARTS);
}

/** All titles that the page declares, best first. */
export function titleCandidates(metadata: Metadata): string[] {
  const stated = [...metadata.titles, metadata.documentTitle];
  const bare = stated.map((title) => withoutSite(title, metadata.siteName));
  return [...new Set([...stated, ...bare, ...titleParts(metadata.documentTitle)])].filter(Boolean);
}

/** Removes " | The Daily Example" and the like, if the end is the site's name or short. */
export function withoutSite(title: string, siteName: string | null): string {
  const at = Math.max(
    ...[' | ', ' - ', ' \u2013 ', ' \u2014 ', ' \u00bb ', ' \u00b7 '].map((mark) => title.lastIndexOf(mark)),
  );
  if (at < 0) return title;
  const head = title.slice(0, at).trim();
  const tail = foldText(title.slice(at + 3));
  const site = foldText(siteName ?? '');
  const named = site !== '' && (tail === site || tail.includes(site) || site.includes(tail));
  return named ||
    (head.split(' ').length > 3 && tail.split(' ').length < 5 && head.length > tail.length * 1.5)
    ? head
    : title;
}

/** Whether the page declares a fuller title twice: without news data, headings are often shortened. */
function isFuller(metadata: Metadata, stated: string | undefined, seen: string): boolean {
  if (stated === undefined || (metadata.structured?.headline ?? null) !== null) return false;
  const named = foldText(withoutSite(metadata.documentTitle, metadata.siteName));
  return foldText(stated) === named && stated.length > seen.length;
}

/**
 * The headline with its kicker, if all titles that the page declares consist of both; null otherwise. Some headlines, such
 * as "At the border", need their kicker.
 */
function withKicker(
  { sections, houses }: Metadata,
  known: readonly string[],
  seen: string,
  over: Block | null,
): string | null {
  const kicker = foldText(over?.text ?? '');
  if (kicker === '' || sections.has(kicker) || houses.has(kicker)) return null;
  const both = `${kicker} ${foldText(seen)}`;
  const title = known[0];
  if (title === undefined || !known.every((name) => foldText(name) === both)) return null;
  // "Opinion | Why ferries matter": a bar separates the section from the title.
  return foldText(title.split(BAR)[0] ?? '') === kicker ? null : title;
}

/**
 * The visible headline, if it agrees with the page's metadata.
 *
 * @param over the line directly above it
 */
export function pickTitle(metadata: Metadata, headline: Block | null, over: Block | null): string {
  const stated = metadata.titles.map((title) => withoutSite(title, metadata.siteName));
  const known = [...stated, withoutSite(metadata.documentTitle, metadata.siteName)];
  const parted = headline === null ? null : partKicker(headline, known);
  if (parted !== null) return parted;
  const seen = headline === null ? null : headline.text.replace(/\n/g, ' ');
  if (seen !== null) {
    const both = withKicker(metadata, stated.length > 0 ? stated : known, seen, over);
    if (both !== null) return both;
    const folded = foldText(seen);
    const all = [...stated, metadata.documentTitle].map(foldText);
    if (all.some((title) => title === folded || title.includes(folded) || folded.includes(title)))
      return seen;
    if (isFuller(metadata, stated[0], seen)) return stated[0] ?? seen;
    // An h1 chosen as the headline shares words with the declared title, and is what users see.
    if (headline?.box.tag === 'h1') return seen;
  }
  return stated[0] ?? seen ?? withoutSite(metadata.documentTitle, metadata.siteName);
}
