import { findAllIn, queryWithin, shortTextOf } from '../../page/dom-access.ts';
import { attributeOf, tagOf } from '../../page/element-access.ts';
import { foldText } from '../../text/fold-text.ts';
import { LINE_LIMITS } from '../../text/limits.ts';
import { registrableDomain } from './registrable-domain.ts';
import type { StructuredArticle } from './structured-data.ts';

/** What the page says of the house that publishes it. */
export interface Site {
  siteName: string | null;
  /** All that the house is called, folded: whoever is called so is no person. */
  houses: ReadonlySet<string>;
  /** The sections that the page is filed under, folded. */
  sections: ReadonlySet<string>;
  /** The registrable part of the address. */
  domain: string;
}

const NAME_KEYS = ['og:site_name', 'al:android:app_name', 'application-name', 'dc.publisher', 'publisher'];
const SECTION_KEYS = ['article:section', 'og:section', 'section', 'parsely-section', 'cxenseparse:section'];
/**
 * Links to the sections that a page is filed under, and what may hold such links (`TRAIL`). Asked for in steps: for a
 * link within something, a browser looks at all that is around each link of the page; and it takes six times as long
 * where case does not count.
 */
const FILED_UNDER = 'a[rel~="category"], [class*="rumb"], nav[aria-label*="rumb"]';
const TRAIL = /breadcrumb/i;
const MOST_LINKS = 30;
const LONGEST_SECTION = 60;
/** A title ends in the name of its site behind one of these. */
const BEHIND = /\s+[|–—»·•-]\s+|\s*[|»•]\s*/;

/** Words of a name that a title may open with; longer openings are headlines. */
const LONGEST_NAME = 3;

const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether an address is named after something: by its letters, by one of its longer words or by its initials. */
export function isNamedAfter(domain: string, name: string): boolean {
  const label = letters(domain.split('.')[0] ?? '');
  const words = foldText(name).split(' ').map(letters).filter(Boolean);
  const all = words.join('');
  if (label.length < 2 || all === '') return false;
  if (label.includes(all) || (label.length > 2 && all.includes(label))) return true;
  const initials = words.map((word) => word[0]).join('');
  return (
    (initials.length > 1 && label.startsWith(initials)) ||
    words.some((word) => word.length > 3 && label.includes(word))
  );
}

function readSections(
  document_: Document,
  meta: Map<string, string[]>,
  structured: StructuredArticle | null,
  url: string,
): Set<string> {
  const stated = [...SECTION_KEYS.flatMap((key) => meta.get(key) ?? []), ...(structured?.sections ?? [])];
  const links = new Set<Element>();
  for (const element of findAllIn(document_, FILED_UNDER)) {
    if (links.size >= MOST_LINKS) break;
    if (tagOf(element) === 'a') links.add(element);
    else if (TRAIL.test(`${attributeOf(element, 'class')} ${attributeOf(element, 'aria-label')}`))
      for (const link of queryWithin(element, 'a')) links.add(link);
  }
  const filed = [...links].slice(0, MOST_LINKS).map((link) => shortTextOf(link, LONGEST_SECTION) ?? '');
  const path = URL.canParse(url) ? new URL(url).pathname.split('/').slice(1, -1) : [];
  return new Set([...stated, ...filed, ...path].map((name) => foldText(name.slice(0, 200))).filter(Boolean));
}

/** @param plain takes markup, entities and white space out of what a page states */
export function readSite(
  document_: Document,
  meta: Map<string, string[]>,
  structured: StructuredArticle | null,
  titles: readonly string[],
  documentTitle: string,
  url: string,
  plain: (text: string) => string,
): Site {
  const sections = readSections(document_, meta, structured, url);
  const domain = registrableDomain(url);
  const tail = documentTitle.split(BEHIND).slice(1).at(-1)?.trim() ?? '';
  const ending = isNamedAfter(domain, tail) ? tail : '';
  const [opening = ''] = documentTitle.split(BEHIND);
  const isHeadline = ending !== '' && opening.split(' ').length > LONGEST_NAME;
  const known = new Set([...titles, documentTitle, isHeadline ? opening : ''].map(foldText));
  const said = [...NAME_KEYS.map((key) => meta.get(key)?.[0] ?? ''), structured?.publisher ?? '']
    .map((name) => plain(name).slice(0, 4 * LINE_LIMITS.siteName))
    .filter((name) => name !== '' && !known.has(foldText(name)));
  const houses = new Set(
    [...said, ending].map(foldText).filter((name) => name !== '' && !sections.has(name)),
  );
  const names = said.filter((name) => !sections.has(foldText(name)) || isNamedAfter(domain, name));
  return { siteName: pickName(names, ending, domain), houses, sections, domain };
}

/**
 * The first name that is stated, unless only another one is what the address is named after and the title ends in: some
 * templates state the section.
 */
function pickName(names: readonly string[], ending: string, domain: string): string | null {
  const [first] = names;
  if (first === undefined) return ending === '' ? null : ending;
  if (ending === '' || isNamedAfter(domain, first)) return first;
  const folded = foldText(ending);
  return names.find((name) => foldText(name) === folded) ?? first;
}
