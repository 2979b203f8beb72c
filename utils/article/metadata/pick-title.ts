import { foldText } from '../../text/fold-text.ts';
import type { Block } from '../body/read-blocks.ts';
import type { Metadata } from './read-metadata.ts';
import { separateKicker } from './separate-kicker.ts';

const SEPARATOR = /\s+[|\u2013\u2014\u00bb\u00b7\u2022/:-]\s+|\s*[|\u00bb\u2022]\s*|:\s+/;

const VERTICAL_BAR = /\s\|\s/;

/** Maximum number of parts of a title. They are compared with every line of the page. */
const MAX_PARTS = 8;

/** Returns the parts of the document's title that may be the headline, longest first. */
function listTitleParts(title: string): string[] {
  const parts = title.split(SEPARATOR).map((part) => part.trim());
  return parts
    .filter((part) => part.split(' ').length > 2)
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_PARTS);
}

/** Lists all titles that the page declares, and variants without the site's name, best first. */
export function listTitleCandidates(metadata: Metadata): string[] {
  const declared = [...metadata.titles, metadata.documentTitle];
  const withoutSiteName = declared.map((title) => removeSiteName(title, metadata.siteName));
  return [...new Set([...declared, ...withoutSiteName, ...listTitleParts(metadata.documentTitle)])].filter(
    Boolean,
  );
}

/** Removes " | The Daily Example" and the like from a title, if the last part is the site's name or short. */
export function removeSiteName(title: string, siteName: string | null): string {
  const at = Math.max(
    ...[' | ', ' - ', ' \u2013 ', ' \u2014 ', ' \u00bb ', ' \u00b7 '].map((mark) => title.lastIndexOf(mark)),
  );
  if (at < 0) return title;
  const head = title.slice(0, at).trim();
  const tail = foldText(title.slice(at + 3));
  const site = foldText(siteName ?? '');
  const isSiteName = site !== '' && (tail === site || tail.includes(site) || site.includes(tail));
  return isSiteName ||
    (head.split(' ').length > 3 && tail.split(' ').length < 5 && head.length > tail.length * 1.5)
    ? head
    : title;
}

/** Whether the page declares the same longer title twice. If there is no structured data, headings are often shortened. */
function isLongerDeclared(metadata: Metadata, declared: string | undefined, visible: string): boolean {
  if (declared === undefined || (metadata.structured?.headline ?? null) !== null) return false;
  const documentTitle = foldText(removeSiteName(metadata.documentTitle, metadata.siteName));
  return foldText(declared) === documentTitle && declared.length > visible.length;
}

/**
 * Returns the headline with its kicker if all titles that the page declares consist of both; otherwise null. Some headlines,
 * such as "At the border", need their kicker.
 */
function findTitleWithKicker(
  { sections, publisherNames }: Metadata,
  declaredTitles: readonly string[],
  visible: string,
  blockAbove: Block | null,
): string | null {
  const kicker = foldText(blockAbove?.text ?? '');
  if (kicker === '' || sections.has(kicker) || publisherNames.has(kicker)) return null;
  const kickerAndHeadline = `${kicker} ${foldText(visible)}`;
  const title = declaredTitles[0];
  if (title === undefined || !declaredTitles.every((name) => foldText(name) === kickerAndHeadline))
    return null;
  // "Opinion | Why ferries matter": a bar separates the section from the title.
  return foldText(title.split(VERTICAL_BAR)[0] ?? '') === kicker ? null : title;
}

/**
 * Chooses the title: the visible headline if it matches the metadata, or else the declared title.
 *
 * @param blockAbove the block directly above the headline
 */
export function pickTitle(metadata: Metadata, headline: Block | null, blockAbove: Block | null): string {
  const declared = metadata.titles.map((title) => removeSiteName(title, metadata.siteName));
  const declaredTitles = [...declared, removeSiteName(metadata.documentTitle, metadata.siteName)];
  const separated = headline === null ? null : separateKicker(headline, declaredTitles);
  if (separated !== null) return separated;
  const visible = headline === null ? null : headline.text.replace(/\n/g, ' ');
  if (visible !== null) {
    const titleWithKicker = findTitleWithKicker(
      metadata,
      declared.length > 0 ? declared : declaredTitles,
      visible,
      blockAbove,
    );
    if (titleWithKicker !== null) return titleWithKicker;
    const folded = foldText(visible);
    const normalisedTitles = [...declared, metadata.documentTitle].map(foldText);
    if (
      normalisedTitles.some((title) => title === folded || title.includes(folded) || folded.includes(title))
    )
      return visible;
    if (isLongerDeclared(metadata, declared[0], visible)) return declared[0] ?? visible;
    // An `h1` that was found as the headline has words in common with the declared title.
    if (headline?.box.tag === 'h1') return visible;
  }
  return declared[0] ?? visible ?? removeSiteName(metadata.documentTitle, metadata.siteName);
}
