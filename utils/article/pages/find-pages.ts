import { rootOf, shortTextOf } from '../../page/dom-access.ts';
import { attributeOf, elementsIn } from '../../page/element-access.ts';
import type { Steps } from '../../page/in-slices.ts';
import { absoluteUrl, dropParameters, stripTrackers } from '../metadata/page-address.ts';
import type { ArticlePages } from '../types.ts';

/** Query parameters that number the pages of one text. */
const PAGE_PARAMETER = /^(?:page|p|pg|pagenum(?:ber)?|seite|pagina|página|strona|currentpage)$/i;
/** In a path: `/slug/2`, `/slug/page/2`, `/slug/page-2`, `slug_2.html`, `slug-2.html`, `slug,2.html`. */
const PAGE_IN_PATH =
  /^(.*?[^/\d])(?:\/(?:page|seite|pagina|p)[/-]?|\/|[-_,](?:page-?)?)(\d{1,2})(\.[a-z]{3,5})?\/?$/i;
const NEXT_WORDS =
  /^(?:next(?: page)?|continued?|page suivante|suivante?|nächste(?: seite)?|weiter|(?:página )?siguiente|(?:próxima|página seguinte)(?: página)?|(?:pagina )?(?:successiva|avanti)|volgende(?: pagina)?|następna(?: strona)?|dalej|далі|наступна|далее|下一页|下一頁|次へ|次のページ|다음)?[\s»›→>]*$/i;
/** Links that are looked at: lists of pages are short, and pages have any number of links. */
const MOST_LINKS = 3000;
const MOST_PAGES = 60;

interface Numbered {
  /** The address without what numbers its page. */
  text: string;
  page: number;
}

function readNumber(address: string): Numbered | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(stripTrackers(address));
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

/** An address that counts from the page's own, or has white space in it that a browser takes out. */
const RELATIVE = /^(?![a-z][\w+.-]*:|\/)|[\t\n\r]/i;

/**
 * Whether a link may lead to a page of the text, by a look at it as it is written: the addresses of nearly all the
 * links on a page need not be parsed.
 *
 * @param path of the text's address
 */
function makeSieve(path: string): (href: string) => boolean {
  // What is percent-encoded in one address may be written out in another.
  const names = path.replace(/%[\da-f]{2}/gi, '/').split(/[^\w-]/);
  const longest = names.reduce((best, name) => (name.length > best.length ? name : best), '');
  return (href) => href.includes(longest) || (RELATIVE.test(href) && !href.startsWith('#'));
}

/** Longer texts of links, with their white space, turn no page. */
const LONGEST_SAYING = 1000;
const TOO_LONG = '…'.repeat(LONGEST_SAYING);

const saysOf = (link: Element): string =>
  (shortTextOf(link, LONGEST_SAYING) ?? TOO_LONG).replace(/\s+/g, ' ').trim();

/** @param text what the link says */
function leadsOn(link: Element, text: string, page: number): boolean {
  if (/\bnext\b/i.test(attributeOf(link, 'rel'))) return true;
  if (text.length > 24) return false;
  if (text === String(page)) return true;
  const said = text === '' ? attributeOf(link, 'aria-label').trim() : text;
  return said !== '' && NEXT_WORDS.test(said);
}

/** What a `link` says of the pages around this one. */
const TURNS = /(?:^|[\t\n\f\r ])(?:next|prev)(?:[\t\n\f\r ]|$)/i;

/**
 * Those that only machines see and that turn pages, then those of the text, so that the former win; by tag, since a
 * selector takes several times as long.
 */
function listLinks(document_: Document): Element[] {
  const root = rootOf(document_);
  const links: Element[] = [];
  for (const tag of ['link', 'a']) {
    const found = root === null ? [] : elementsIn(root, tag);
    for (let i = 0; i < found.length && links.length < MOST_LINKS; i++) {
      const link = found[i];
      if (link === undefined || attributeOf(link, 'href') === '') continue;
      if (tag === 'a' || TURNS.test(attributeOf(link, 'rel'))) links.push(link);
    }
  }
  return links;
}

/** Links from one step to the next. */
const LINKS_PER_STEP = 200;

/**
 * Finds the other pages of an article that is split over several. They are followed only when the user asks for it.
 *
 * @param url the page's address
 * @param base what its links count from
 * @returns the pages whose addresses differ from the page's own in nothing but their number; null where no link of
 *   the kind that turns pages leads to one. The next article of a blog is no next page
 */
export function* findPagesInSteps(
  document_: Document,
  url: string,
  base: string,
): Steps<ArticlePages | null> {
  const here = readNumber(url);
  if (here === null || here.page > MOST_PAGES) return null;
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
  // An address may end in a number for other reasons: a second page has a way back to the first.
  if (next === null && (page === 1 || first === null)) return null;
  if (page === 1) first = url;
  return { page, total: total > page || next === null ? total : null, next, first };
}

/** Whether an address names a page, this one or another, of the same text at the same site. */
export function isSameText(address: string, url: string): boolean {
  const [there, here] = [readNumber(address), readNumber(url)];
  return there !== null && here !== null && there.text === here.text;
}

/** Whether an address names the same page of the same text as another. */
export function isSamePage(address: string, url: string): boolean {
  const [there, here] = [readNumber(address), readNumber(url)];
  return there !== null && here !== null && there.text === here.text && there.page === here.page;
}
