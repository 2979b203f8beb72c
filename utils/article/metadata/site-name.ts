import { getDomainWithoutSuffix, parse } from 'tldts';
import { findAllIn, queryWithin, shortTextOf } from '../../page/dom-access.ts';
import { attributeOf, tagOf } from '../../page/element-access.ts';
import { foldText } from '../../text/fold-text.ts';
import { LINE_LIMITS } from '../../text/limits.ts';
import { registrableDomain } from './registrable-domain.ts';
import type { StructuredArticle } from './structured-data.ts';

/** The publisher of a page. */
export interface Publisher {
  siteName: string | null;
  /** All names of the publisher, normalised. These are not names of authors. */
  publisherNames: ReadonlySet<string>;
  /** The sections of the page, normalised. */
  sections: ReadonlySet<string>;
  /** The registrable domain of the URL. */
  domain: string;
}

const NAME_KEYS = ['og:site_name', 'al:android:app_name', 'application-name', 'dc.publisher', 'publisher'];
const SECTION_KEYS = ['article:section', 'og:section', 'section', 'parsely-section', 'cxenseparse:section'];
/**
 * Selector for links to the page's sections, and for elements that may be breadcrumbs (`BREADCRUMB`). The links in these are
 * queried separately, because a selector with ancestors is slow, and so is case-insensitive matching.
 */
const SECTION_ELEMENTS = 'a[rel~="category"], [class*="rumb"], nav[aria-label*="rumb"]';
const BREADCRUMB = /breadcrumb/i;
/** Maximum number of section links, and maximum length of a section's name, in UTF-16 code units. */
const MAX_LINKS = 30;
const MAX_SECTION_LENGTH = 60;
/** Matches separators before the site's name at the end of a title. */
const TITLE_SEPARATOR = /\s+[|–—»·•-]\s+|\s*[|»•]\s*/;

/** Maximum number of words in a site's name at the beginning of a title; longer beginnings are headlines. */
const MAX_NAME_WORDS = 3;

const lettersOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether a domain is derived from a name: from its letters, one of its longer words, or its initials. */
export function isDerivedFrom(domain: string, name: string): boolean {
  const label = lettersOf(domain.split('.')[0] ?? '');
  const words = foldText(name).split(' ').map(lettersOf).filter(Boolean);
  const allLetters = words.join('');
  if (label.length < 2 || allLetters === '') return false;
  if (label.includes(allLetters) || (label.length > 2 && allLetters.includes(label))) return true;
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
  const declared = [...SECTION_KEYS.flatMap((key) => meta.get(key) ?? []), ...(structured?.sections ?? [])];
  const links = new Set<Element>();
  for (const element of findAllIn(document_, SECTION_ELEMENTS)) {
    if (links.size >= MAX_LINKS) break;
    if (tagOf(element) === 'a') links.add(element);
    else if (BREADCRUMB.test(`${attributeOf(element, 'class')} ${attributeOf(element, 'aria-label')}`))
      for (const link of queryWithin(element, 'a')) links.add(link);
  }
  const linkedSections = [...links]
    .slice(0, MAX_LINKS)
    .map((link) => shortTextOf(link, MAX_SECTION_LENGTH) ?? '');
  const path = URL.canParse(url) ? new URL(url).pathname.split('/').slice(1, -1) : [];
  return new Set(
    [...declared, ...linkedSections, ...path].map((name) => foldText(name.slice(0, 200))).filter(Boolean),
  );
}

/**
 * Determines the publisher of a page.
 *
 * @param lang the page's language (BCP 47), or null if it is unknown
 * @param cleanText removes markup, entities and white space
 */
export function readPublisher(
  document_: Document,
  meta: Map<string, string[]>,
  structured: StructuredArticle | null,
  titles: readonly string[],
  documentTitle: string,
  url: string,
  lang: string | null,
  cleanText: (text: string) => string,
): Publisher {
  const sections = readSections(document_, meta, structured, url);
  const domain = registrableDomain(url);
  const tail = documentTitle.split(TITLE_SEPARATOR).slice(1).at(-1)?.trim() ?? '';
  const ending = isDerivedFrom(domain, tail) ? tail : '';
  const [opening = ''] = documentTitle.split(TITLE_SEPARATOR);
  const isHeadline = ending !== '' && opening.split(' ').length > MAX_NAME_WORDS;
  const titleTexts = new Set([...titles, documentTitle, isHeadline ? opening : ''].map(foldText));
  const declared = [...NAME_KEYS.map((key) => meta.get(key)?.[0] ?? ''), structured?.publisher ?? ''];
  const declaredNames = [
    ...new Set(declared.map((name) => cleanText(name).slice(0, 4 * LINE_LIMITS.siteName))),
  ].filter((name) => name !== '' && !titleTexts.has(foldText(name)));
  const names = declaredNames
    .filter((name) => !sections.has(foldText(name)) || isDerivedFrom(domain, name))
    .filter((name) => !isEditionCountry(name, lang, domain));
  const siteName = chooseName(names, {
    ending,
    tail: sections.has(foldText(tail)) ? '' : tail,
    domain,
    title: documentTitle,
  });
  const publisherNames = new Set(
    [...declaredNames, ending, siteName ?? '']
      .map(foldText)
      .filter((name) => name !== '' && !sections.has(name)),
  );
  return { siteName, publisherNames, sections, domain };
}

const SCRIPTS = [
  /\p{Script=Latin}/gu,
  /\p{Script=Cyrillic}/gu,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu,
  /\p{Script=Arabic}/gu,
  /\p{Script=Hebrew}/gu,
  /\p{Script=Greek}/gu,
] as const;

/** Returns the index in `SCRIPTS` of the script that most letters in a text belong to, or -1. */
function scriptOf(text: string): number {
  const counts = SCRIPTS.map((script) => text.match(script)?.length ?? 0);
  const maxCount = Math.max(...counts);
  return maxCount === 0 ? -1 : counts.indexOf(maxCount);
}

/** The data used to choose among the declared names. */
interface NameContext {
  /** The end of the title if the domain is derived from it, or `''`. */
  ending: string;
  /** The end of the title if it isn't a section, or `''`. */
  tail: string;
  domain: string;
  /** Title of the document. */
  title: string;
}

/**
 * Chooses the site's name. Usually this is the first declared name that isn't a host name. Another name is preferred if it is
 * in the script of the page, or if it is the end of the title and the domain is derived from it: newspapers sometimes declare
 * their name in a second language, and some templates declare the section. If there are only host names, uses one without its
 * suffix (`taz` for `taz.example`).
 */
function chooseName(
  declaredNames: readonly string[],
  { ending, tail, domain, title }: NameContext,
): string | null {
  const names = declaredNames.filter((name) => findHostName(name, domain) === null);
  const titleEnding = findHostName(ending, domain) === null ? ending : '';
  const hosts = [...declaredNames, ending]
    .map((name) => findHostName(name, domain))
    .filter((host) => host !== null);
  const [first] = names;
  if (first === undefined) return titleEnding === '' ? shortenHost(hosts[0]) : titleEnding;
  const script = scriptOf(title);
  if (script >= 0 && scriptOf(first) !== script) {
    const shortTail = findHostName(tail, domain) === null && tail.length <= MAX_TAIL_LENGTH ? tail : '';
    const nameInScript = [...names, shortTail].find((name) => scriptOf(name) === script);
    if (nameInScript !== undefined) return nameInScript;
  }
  if (titleEnding === '' || isDerivedFromAllLetters(domain, first)) return first;
  if (isDerivedFromAllLetters(domain, titleEnding)) return titleEnding;
  if (isDerivedFrom(domain, first)) return first;
  const folded = foldText(titleEnding);
  return names.find((name) => foldText(name) === folded) ?? first;
}

/** Maximum length of a name at the end of a title, in UTF-16 code units; longer ends are headlines. */
const MAX_TAIL_LENGTH = 40;

/** Whether the domain contains all letters of a name in a row, or vice versa. */
function isDerivedFromAllLetters(domain: string, name: string): boolean {
  const label = lettersOf(domain.split('.')[0] ?? '');
  const allLetters = lettersOf(name);
  return (
    allLetters.length > 1 && label.length > 1 && (label.includes(allLetters) || allLetters.includes(label))
  );
}

const HOST = /^(?:https?:\/\/|\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?::\d+)?(?:[/?#]\S*)?$/iu;

/**
 * Returns the host in a URL or host name, as written; null for other names. It must have a public suffix or the page's domain.
 */
function findHostName(name: string, domain: string): string | null {
  const host = HOST.exec(name.trim())?.[1];
  if (host === undefined) return null;
  const parsed = parse(host);
  return parsed.isIcann === true || parsed.domain === domain ? host : null;
}

/** Returns `taz` for `www.taz.example`, with its original case. */
function shortenHost(host: string | undefined): string | null {
  if (host === undefined) return null;
  const label = getDomainWithoutSuffix(host) ?? '';
  const at = host.toLowerCase().lastIndexOf(label);
  return label.length < 2 || at < 0 ? host : host.slice(at, at + label.length);
}

/** Names of countries that are not in CLDR. */
const MORE_COUNTRIES = ['uk', 'usa', 'us', 'great britain', 'england', 'scotland', 'wales'];

/** Returns the countries of a page's domain and language (ISO 3166-1). */
function findCountries(lang: string | null, domain: string): string[] {
  const ending = domain.split('.').at(-1) ?? '';
  const found = /^[a-z]{2}$/.test(ending) ? [ending] : [];
  try {
    const { region } = new Intl.Locale(lang ?? 'en').maximize();
    if (region !== undefined) found.push(region);
  } catch {
    // The language is invalid.
  }
  return found;
}

const MAX_COUNTRY_WORDS = 5;

/** Whether a normalised name is that of one of these countries (CLDR). */
function isCountryName(name: string, regions: readonly string[], lang: string): boolean {
  try {
    const names = new Intl.DisplayNames([lang], { type: 'region', fallback: 'none' });
    return regions.some((region) => foldText(names.of(region.toUpperCase()) ?? '') === name);
  } catch {
    // The language or region is invalid.
    return false;
  }
}

/** Whether a name is only the country of an edition. False if the domain is derived from it, as for a site named after it. */
function isEditionCountry(name: string, lang: string | null, domain: string): boolean {
  if (name.split(' ').length > MAX_COUNTRY_WORDS) return false;
  if (isDerivedFrom(domain, name)) return false;
  const folded = foldText(name);
  if (MORE_COUNTRIES.includes(folded)) return true;
  const regions = findCountries(lang, domain);
  return [lang?.split('-')[0]?.toLowerCase() || 'en', 'en'].some((language) =>
    isCountryName(folded, regions, language),
  );
}
