import { getDomainWithoutSuffix, parse } from 'tldts';
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

/**
 * @param lang BCP 47, the page's; null where it is not known
 * @param plain takes markup, entities and white space out of what a page states
 */
export function readSite(
  document_: Document,
  meta: Map<string, string[]>,
  structured: StructuredArticle | null,
  titles: readonly string[],
  documentTitle: string,
  url: string,
  lang: string | null,
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
  const names = said
    .filter((name) => !sections.has(foldText(name)) || isNamedAfter(domain, name))
    .filter((name) => !isCountry(name, lang, domain));
  const siteName = pickName(names, {
    ending,
    tail: sections.has(foldText(tail)) ? '' : tail,
    domain,
    title: documentTitle,
  });
  const houses = new Set(
    [...said, ending, siteName ?? ''].map(foldText).filter((name) => name !== '' && !sections.has(name)),
  );
  return { siteName, houses, sections, domain };
}

const SCRIPTS = [
  /\p{Script=Latin}/gu,
  /\p{Script=Cyrillic}/gu,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu,
  /\p{Script=Arabic}/gu,
  /\p{Script=Hebrew}/gu,
  /\p{Script=Greek}/gu,
] as const;

/** The script that most letters of a text have; -1 for none of those above. */
function scriptOf(text: string): number {
  const counts = SCRIPTS.map((script) => text.match(script)?.length ?? 0);
  const most = Math.max(...counts);
  return most === 0 ? -1 : counts.indexOf(most);
}

/** What the page says of its name, and by what it is judged. */
interface Naming {
  /** The end of the title that the address is named after, or `''`. */
  ending: string;
  /** The end of the title, whatever it is, if it is no section. */
  tail: string;
  domain: string;
  /** Of the document. */
  title: string;
}

/**
 * The first name that is stated and is no address, unless another one fits the page better: one in the script that the
 * page is written in, or the end of the title that the address is named after. Papers state their name in a second
 * language, and some templates state the section. A host name alone counts without its ending (`taz` for `taz.example`).
 */
function pickName(stated: readonly string[], { ending, tail, domain, title }: Naming): string | null {
  const names = stated.filter((name) => hostOf(name, domain) === null);
  const spare = hostOf(ending, domain) === null ? ending : '';
  const hosts = [...stated, ending].map((name) => hostOf(name, domain)).filter((host) => host !== null);
  const [first] = names;
  if (first === undefined) return spare === '' ? nameOfHost(hosts[0]) : spare;
  const script = scriptOf(title);
  if (script >= 0 && scriptOf(first) !== script) {
    const short = hostOf(tail, domain) === null && tail.length <= MAX_TAIL ? tail : '';
    const own = [...names, short].find((name) => scriptOf(name) === script);
    if (own !== undefined) return own;
  }
  if (spare === '' || isNamedInFull(domain, first)) return first;
  if (isNamedInFull(domain, spare)) return spare;
  if (isNamedAfter(domain, first)) return first;
  const folded = foldText(spare);
  return names.find((name) => foldText(name) === folded) ?? first;
}

/** Longer ends of titles are headlines; in UTF-16 units. */
const MAX_TAIL = 40;

/** Whether all letters of a name make up a domain, or begin it, or the other way round. */
function isNamedInFull(domain: string, name: string): boolean {
  const label = letters(domain.split('.')[0] ?? '');
  const all = letters(name);
  return all.length > 1 && label.length > 1 && (label.includes(all) || all.includes(label));
}

const HOST = /^(?:https?:\/\/|\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?::\d+)?(?:[/?#]\S*)?$/iu;

/**
 * The host that an address or a host name tells, as it is written; null for any other name. A host ends in a domain that
 * exists, or in the page's own.
 */
function hostOf(name: string, domain: string): string | null {
  const host = HOST.exec(name.trim())?.[1];
  if (host === undefined) return null;
  const parsed = parse(host);
  return parsed.isIcann === true || parsed.domain === domain ? host : null;
}

/** `taz` for `www.taz.example`, as it is written. */
function nameOfHost(host: string | undefined): string | null {
  if (host === undefined) return null;
  const label = getDomainWithoutSuffix(host) ?? '';
  const at = host.toLowerCase().lastIndexOf(label);
  return label.length < 2 || at < 0 ? host : host.slice(at, at + label.length);
}

/** Names of countries that no standard lists. */
const MORE_COUNTRIES = ['uk', 'usa', 'us', 'great britain', 'england', 'scotland', 'wales'];

/** The countries that a page may well name as its own: those of its language and of its address (ISO 3166-1). */
function countriesOf(lang: string | null, domain: string): string[] {
  const ending = domain.split('.').at(-1) ?? '';
  const found = /^[a-z]{2}$/.test(ending) ? [ending] : [];
  try {
    const { region } = new Intl.Locale(lang ?? 'en').maximize();
    if (region !== undefined) found.push(region);
  } catch {
    // No language by that name (BCP 47).
  }
  return found;
}

const MAX_COUNTRY_WORDS = 5;

/** Whether a name, folded, is that of one of some countries in a language (CLDR's names). */
function isNameOf(name: string, regions: readonly string[], lang: string): boolean {
  try {
    const names = new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' });
    return regions.some((region) => foldText(names.of(region.toUpperCase()) ?? '') === name);
  } catch {
    // No language by that name, or no region.
    return false;
  }
}

/** Whether a template states where its edition is from. A paper may be called like a country, as its address then is. */
function isCountry(name: string, lang: string | null, domain: string): boolean {
  if (name.split(' ').length > MAX_COUNTRY_WORDS) return false;
  if (isNamedAfter(domain, name)) return false;
  const folded = foldText(name);
  if (MORE_COUNTRIES.includes(folded)) return true;
  const regions = countriesOf(lang, domain);
  return [lang?.split('-')[0]?.toLowerCase() || 'en', 'en'].some((one) => isNameOf(folded, regions, one));
}
