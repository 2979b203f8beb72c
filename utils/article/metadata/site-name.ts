import { getDomainWithoutSuffix, parse } from 'tldts';
import { findAllIn, queryWithin, shortTextOf } from '../../page/dom-access.ts';
import { attributeOf, tagOf } from '../../page/element-access.ts';
import { foldText } from '../../text/fold-text.ts';
import { LINE_LIMITS } from '../../text/limits.ts';
import { registrableDomain } from './registrable-domain.ts';
import type { StructuredArticle } from './structured-data.ts';

/** The publisher, as declared by the page. */
export interface Site {
  siteName: string | null;
  /** All names of the publisher, folded, which are not persons'. */
  houses: ReadonlySet<string>;
  /** The sections of the page, folded. */
  sections: ReadonlySet<string>;
  /** The registrable part of the address. */
  domain: string;
}

const NAME_KEYS = ['og:site_name', 'al:android:app_name', 'application-name', 'dc.publisher', 'publisher'];
const SECTION_KEYS = ['article:section', 'og:section', 'section', 'parsely-section', 'cxenseparse:section'];
/**
 * Links to the page's sections, and elements that may contain them (`TRAIL`). Queried in steps, because for a selector with
 * ancestors browsers examine the ancestors of every link, and case-insensitive matching takes six times as long.
 */
const FILED_UNDER = 'a[rel~="category"], [class*="rumb"], nav[aria-label*="rumb"]';
const TRAIL = /breadcrumb/i;
const MAX_LINKS = 30;
const MAX_SECTION_LENGTH = 60;
/** Separators before the site's name at the end of a title. */
const BEHIND = /\s+[|–—»·•-]\s+|\s*[|»•]\s*/;

/** Maximum words of a site's name at the beginning of a title; longer beginnings are headlines. */
const MAX_NAME_WORDS = 3;

const letters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether a domain is derived from a name: by its letters, one of its longer words or its initials. */
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
    if (links.size >= MAX_LINKS) break;
    if (tagOf(element) === 'a') links.add(element);
    else if (TRAIL.test(`${attributeOf(element, 'class')} ${attributeOf(element, 'aria-label')}`))
      for (const link of queryWithin(element, 'a')) links.add(link);
  }
  const filed = [...links].slice(0, MAX_LINKS).map((link) => shortTextOf(link, MAX_SECTION_LENGTH) ?? '');
  const path = URL.canParse(url) ? new URL(url).pathname.split('/').slice(1, -1) : [];
  return new Set([...stated, ...filed, ...path].map((name) => foldText(name.slice(0, 200))).filter(Boolean));
}

/**
 * @param lang of the page, BCP 47; null if unknown
 * @param plain removes markup, entities and white space
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
  const isHeadline = ending !== '' && opening.split(' ').length > MAX_NAME_WORDS;
  const known = new Set([...titles, documentTitle, isHeadline ? opening : ''].map(foldText));
  const declared = [...NAME_KEYS.map((key) => meta.get(key)?.[0] ?? ''), structured?.publisher ?? ''];
  const said = [...new Set(declared.map((name) => plain(name).slice(0, 4 * LINE_LIMITS.siteName)))].filter(
    (name) => name !== '' && !known.has(foldText(name)),
  );
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

/** The script of most letters in a text; -1 for none of those above. */
function scriptOf(text: string): number {
  const counts = SCRIPTS.map((script) => text.match(script)?.length ?? 0);
  const most = Math.max(...counts);
  return most === 0 ? -1 : counts.indexOf(most);
}

/** The declared names, and what they are judged by. */
interface Naming {
  /** The end of the title if the domain is derived from it, or `''`. */
  ending: string;
  /** The end of the title if it is no section. */
  tail: string;
  domain: string;
  /** Title of the document. */
  title: string;
}

/**
 * The first declared name that is no address, unless another one fits the page better: one in the script of the page, or
 * the end of the title from which the domain is derived. Papers may declare their name in a second language, and some
 * templates the section. A lone host name counts without its ending (`taz` for `taz.example`).
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

/** Maximum length of a name at the end of a title, in UTF-16 units; longer ends are headlines. */
const MAX_TAIL = 40;

/** Whether all letters of a name are the domain or its beginning, or vice versa. */
function isNamedInFull(domain: string, name: string): boolean {
  const label = letters(domain.split('.')[0] ?? '');
  const all = letters(name);
  return all.length > 1 && label.length > 1 && (label.includes(all) || all.includes(label));
}

const HOST = /^(?:https?:\/\/|\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?::\d+)?(?:[/?#]\S*)?$/iu;

/** The host in an address or host name, as written; null for other names. It must end in a public suffix or be the page's. */
function hostOf(name: string, domain: string): string | null {
  const host = HOST.exec(name.trim())?.[1];
  if (host === undefined) return null;
  const parsed = parse(host);
  return parsed.isIcann === true || parsed.domain === domain ? host : null;
}

/** `taz` for `www.taz.example`, as written. */
function nameOfHost(host: string | undefined): string | null {
  if (host === undefined) return null;
  const label = getDomainWithoutSuffix(host) ?? '';
  const at = host.toLowerCase().lastIndexOf(label);
  return label.length < 2 || at < 0 ? host : host.slice(at, at + label.length);
}

/** Names of countries that no standard lists. */
const MORE_COUNTRIES = ['uk', 'usa', 'us', 'great britain', 'england', 'scotland', 'wales'];

/** The countries of a page's language and domain (ISO 3166-1). */
function countriesOf(lang: string | null, domain: string): string[] {
  const ending = domain.split('.').at(-1) ?? '';
  const found = /^[a-z]{2}$/.test(ending) ? [ending] : [];
  try {
    const { region } = new Intl.Locale(lang ?? 'en').maximize();
    if (region !== undefined) found.push(region);
  } catch {
    // Invalid language (BCP 47).
  }
  return found;
}

const MAX_COUNTRY_WORDS = 5;

/** Whether a folded name is that of one of these countries (CLDR). */
function isNameOf(name: string, regions: readonly string[], lang: string): boolean {
  try {
    const names = new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' });
    return regions.some((region) => foldText(names.of(region.toUpperCase()) ?? '') === name);
  } catch {
    // Invalid language or region.
    return false;
  }
}

/** Whether a name is only the country of an edition. Papers may be named after a country, like their domain. */
function isCountry(name: string, lang: string | null, domain: string): boolean {
  if (name.split(' ').length > MAX_COUNTRY_WORDS) return false;
  if (isNamedAfter(domain, name)) return false;
  const folded = foldText(name);
  if (MORE_COUNTRIES.includes(folded)) return true;
  const regions = countriesOf(lang, domain);
  return [lang?.split('-')[0]?.toLowerCase() || 'en', 'en'].some((one) => isNameOf(folded, regions, one));
}
