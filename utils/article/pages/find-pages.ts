import { documentElementOf, shortTextOf } from '../../page/dom-access.ts';
import { attributeOf, elementsIn } from '../../page/element-access.ts';
import type { Steps } from '../../page/in-slices.ts';
import { absoluteUrl, dropParameters, stripTrackingParameters } from '../metadata/page-address.ts';
import type { ArticlePages } from '../types.ts';

/** Query parameters for page numbers. */
const PAGE_PARAMETER = /^(?:page|p|pg|pagenum(?:ber)?|seite|pagina|página|strona|currentpage)$/i;
/** In a path: `/slug/2`, `/slug/page/2`, `/slug/page-2`, `slug_2.html`, `slug-2.html`, `slug,2.html`. */
const PAGE_IN_PATH =
  /^(.*?[^/\d])(?:\/(?:page|seite|pagina|p)[/-]?|\/|[-_,](?:page-?)?)(\d{1,2})(\.[a-z]{3,5})?\/?$/i;
const NEXT_WORDS =
  /^(?:next(?: page)?|continued?|page suivante|suivante?|nächste(?: seite)?|weiter|(?:página )?siguiente|(?:próxima|página seguinte)(?: página)?|(?:pagina )?(?:successiva|avanti)|volgende(?: pagina)?|następna(?: strona)?|dalej|далі|наступна|далее|下一页|下一頁|次へ|次のページ|다음)?[\s»›→>]*$/i;
/** Limits of links examined and of pages. */
const MAX_LINKS = 3000;
const MAX_PAGES = 60;

interface Numbered {
  /** The address without the page number. */
  text: string;
  page: number;
}

function readNumber(address: string): Numbered | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(stripTrackingParameters(address));
  let page = 1;
  dropParameters(url, (name, value) => {
    const isNumber = PAGE_PARAMETER.test(name) && /^\d{1,2}$/.test(value);
    if (isNumber) page = Number(value);
    return isNumber;
  });
  if (page === 1) {
    const parts = PAGE_IN_PATH.exec(url.pathname);
    if (parts !== null && Number(parts[2]) >= 2) {
      page = Number(parts[2]);
      url.pathname = `${parts[1]}${parts[3] ?? ''}`;
    }
  }
  return { text: `${url.host}${url.pathname.replace(/\/$/, '')}${url.search}`, page };
}

/** A relative address, or one with white space that browsers remove. */
const RELATIVE = /^(?![a-z][\w+.-]*:|\/)|[\t\n\r]/i;

/**
 * A prefilter for links to other pages of the text by their unparsed addresses, so that most links need not be parsed.
 *
 * @param path of the text's address
 */
function makeSieve(path: string): (href: string) => boolean {
  // Addresses may differ in percent-encoding.
  const names = path.replace(/%[\da-f]{2}/gi, '/').split(/[^\w-]/);
  const longest = names.reduce((best, name) => (name.length > best.length ? name : best), '');
  return (href) => href.includes(longest) || (RELATIVE.test(href) && !href.startsWith('#'));
}

/** Maximum length of a page link's text with white space. */
const MAX_LINK_LENGTH = 1000;
const TOO_LONG = '…'.repeat(MAX_LINK_LENGTH);

const saysOf = (link: Element): string =>
  (shortTextOf(link, MAX_LINK_LENGTH) ?? TOO_LONG).replace(/\s+/g, ' ').trim();

/** @param text the link's text */
function leadsOn(link: Element, text: string, page: number): boolean {
  if (/\bnext\b/i.test(attributeOf(link, 'rel'))) return true;
  if (text.length > 24) return false;
  if (text === String(page)) return true;
  const said = text === '' ? attributeOf(link, 'aria-label').trim() : text;
  return said !== '' && NEXT_WORDS.test(said);
}

/** `rel` values of adjacent pages. */
const TURNS = /(?:^|[\t\n\f\r ])(?:next|prev)(?:[\t\n\f\r ]|$)/i;

/**
 * Lists `link` elements for adjacent pages, which take precedence, and then links in the text. By tag, because selectors take
 * several times as long.
 */
function listLinks(document_: Document): Element[] {
  const root = documentElementOf(document_);
  const links: Element[] = [];
  for (const tag of ['link', 'a']) {
    const found = root === null ? [] : elementsIn(root, tag);
    for (let i = 0; i < found.length && links.length < MAX_LINKS; i++) {
      const link = found[i];
      if (link === undefined || attributeOf(link, 'href') === '') continue;
      if (tag === 'a' || TURNS.test(attributeOf(link, 'rel'))) links.push(link);
    }
  }
  return links;
}

/** Links per step. */
const LINKS_PER_STEP = 200;

/**
 * Finds the other pages of an article that is split over several. They are fetched only at the user's request.
 *
 * @param url the page's address
 * @param base the base of its links
 * @returns the pages whose addresses differ only in their number; null if no link for turning pages leads to one. The next
 *   article of a blog is no next page
 */
export function* findPagesInSteps(
  document_: Document,
  url: string,
  base: string,
): Steps<ArticlePages | null> {
  const here = readNumber(url);
  if (here === null || here.page > MAX_PAGES) return null;
  const { page } = here;
  let next: string | null = null;
  let first: string | null = null;
  let total = page;
  const mayLeadOn = makeSieve(here.text.slice(here.text.indexOf('/') + 1));
  let looked = 0;
  for (const link of listLinks(document_)) {
    if (++looked % LINKS_PER_STEP === 0) yield;
    const href = attributeOf(link, 'href').trim();
    if (href === '' || !mayLeadOn(href)) continue;
    const text = saysOf(link);
    const number = /^\d{1,2}$/.test(text) ? Number(text) : null;
    if (number === null && page === 1 && !leadsOn(link, text, 2)) continue;
    const address = absoluteUrl(href, base);
    const there = address === null ? null : readNumber(address);
    if (address === null || there?.text !== here.text) continue;
    if (there.page === page + 1 && leadsOn(link, text, page + 1)) next ??= address;
    if (there.page === 1) first ??= address;
    if (number === there.page) total = Math.max(total, number);
  }
  // A number may have another meaning: real second pages link to the first.
  if (next === null && (page === 1 || first === null)) return null;
  if (page === 1) first = url;
  return { page, total: total > page || next === null ? total : null, next, first };
}

/** Whether an address is a page of the same text on the same site. */
export function isSameText(address: string, url: string): boolean {
  const [there, here] = [readNumber(address), readNumber(url)];
  return there !== null && here !== null && there.text === here.text;
}

/** Whether two addresses are the same page of the same text. */
export function isSamePage(address: string, url: string): boolean {
  const [there, here] = [readNumber(address), readNumber(url)];
  return there !== null && here !== null && there.text === here.text && there.page === here.page;
}
