import { documentElementOf, shortTextOf } from '../../page/dom-access.ts';
import { attributeOf, elementsIn } from '../../page/element-access.ts';
import type { Steps } from '../../page/in-slices.ts';
import { absoluteUrl, dropParameters, stripTrackingParameters } from '../metadata/page-address.ts';
import type { ArticlePages } from '../types.ts';

/** Matches query parameters for page numbers. */
const PAGE_PARAMETER = /^(?:page|p|pg|pagenum(?:ber)?|seite|pagina|página|strona|currentpage)$/i;
/** Matches a page number in a path: `/slug/2`, `/slug/page/2`, `/slug/page-2`, `slug_2.html`, `slug-2.html`, `slug,2.html`. */
const PAGE_IN_PATH =
  /^(.*?[^/\d])(?:\/(?:page|seite|pagina|p)[/-]?|\/|[-_,](?:page-?)?)(\d{1,2})(\.[a-z]{3,5})?\/?$/i;
const NEXT_WORDS =
  /^(?:next(?: page)?|continued?|page suivante|suivante?|nächste(?: seite)?|weiter|(?:página )?siguiente|(?:próxima|página seguinte)(?: página)?|(?:pagina )?(?:successiva|avanti)|volgende(?: pagina)?|następna(?: strona)?|dalej|далі|наступна|далее|下一页|下一頁|次へ|次のページ|다음)?[\s»›→>]*$/i;
/** Maximum number of links examined, and maximum page number. */
const MAX_LINKS = 3000;
const MAX_PAGES = 60;

interface NumberedUrl {
  /** The URL without its scheme and page number. */
  base: string;
  page: number;
}

function parsePageNumber(address: string): NumberedUrl | null {
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
  return { base: `${url.host}${url.pathname.replace(/\/$/, '')}${url.search}`, page };
}

/** Matches a relative URL, or one with white space that browsers remove. */
const RELATIVE = /^(?![a-z][\w+.-]*:|\/)|[\t\n\r]/i;

/**
 * Creates a prefilter for links to other pages of the article, so that most URLs need not be parsed.
 *
 * @param path the path of the article's URL without the page number
 */
function createPageLinkFilter(path: string): (href: string) => boolean {
  // Percent-encoded characters are ignored, because URLs can differ in their encoding.
  const names = path.replace(/%[\da-f]{2}/gi, '/').split(/[^\w-]/);
  const longestName = names.reduce((best, name) => (name.length > best.length ? name : best), '');
  return (href) => href.includes(longestName) || (RELATIVE.test(href) && !href.startsWith('#'));
}

/** Maximum length of a page link's text with white space, in UTF-16 code units. */
const MAX_LINK_LENGTH = 1000;
const TOO_LONG = '…'.repeat(MAX_LINK_LENGTH);

const textOfLink = (link: Element): string =>
  (shortTextOf(link, MAX_LINK_LENGTH) ?? TOO_LONG).replace(/\s+/g, ' ').trim();

/**
 * Whether a link leads to a certain page or the next one.
 *
 * @param text the link's text
 * @param page the page number
 */
function leadsToPage(link: Element, text: string, page: number): boolean {
  if (/\bnext\b/i.test(attributeOf(link, 'rel'))) return true;
  if (text.length > 24) return false;
  if (text === String(page)) return true;
  const label = text === '' ? attributeOf(link, 'aria-label').trim() : text;
  return label !== '' && NEXT_WORDS.test(label);
}

/** Matches the `rel` values of adjacent pages. */
const ADJACENT_REL = /(?:^|[\t\n\f\r ])(?:next|prev)(?:[\t\n\f\r ]|$)/i;

/**
 * Lists `link` elements for adjacent pages, which take precedence, and then `a` elements. Queried by tag, because selectors
 * take several times as long.
 */
function listLinks(document_: Document): Element[] {
  const root = documentElementOf(document_);
  const links: Element[] = [];
  for (const tag of ['link', 'a']) {
    const found = root === null ? [] : elementsIn(root, tag);
    for (let i = 0; i < found.length && links.length < MAX_LINKS; i++) {
      const link = found[i];
      if (link === undefined || attributeOf(link, 'href') === '') continue;
      if (tag === 'a' || ADJACENT_REL.test(attributeOf(link, 'rel'))) links.push(link);
    }
  }
  return links;
}

/** Number of links per step. */
const LINKS_PER_STEP = 200;

/**
 * Finds the other pages of an article that is split over several pages. These are fetched only if the user wants it.
 *
 * @param url the page's URL
 * @param base the base URL of its links
 * @returns pages whose URLs differ only in the page number, so that the next article of a blog doesn't count; null if there
 *   are no links to such pages
 */
export function* findPagesInSteps(
  document_: Document,
  url: string,
  base: string,
): Steps<ArticlePages | null> {
  const current = parsePageNumber(url);
  if (current === null || current.page > MAX_PAGES) return null;
  const { page } = current;
  let next: string | null = null;
  let first: string | null = null;
  let total = page;
  const canBePageLink = createPageLinkFilter(current.base.slice(current.base.indexOf('/') + 1));
  let checkedCount = 0;
  for (const link of listLinks(document_)) {
    if (++checkedCount % LINKS_PER_STEP === 0) yield;
    const href = attributeOf(link, 'href').trim();
    if (href === '' || !canBePageLink(href)) continue;
    const text = textOfLink(link);
    const number = /^\d{1,2}$/.test(text) ? Number(text) : null;
    if (number === null && page === 1 && !leadsToPage(link, text, 2)) continue;
    const linkUrl = absoluteUrl(href, base);
    const linked = linkUrl === null ? null : parsePageNumber(linkUrl);
    if (linkUrl === null || linked?.base !== current.base) continue;
    if (linked.page === page + 1 && leadsToPage(link, text, page + 1)) next ??= linkUrl;
    if (linked.page === 1) first ??= linkUrl;
    if (number === linked.page) total = Math.max(total, number);
  }
  // A number in the URL can have another meaning, but later pages of an article link to the first one.
  if (next === null && (page === 1 || first === null)) return null;
  if (page === 1) first = url;
  return { page, total: total > page || next === null ? total : null, next, first };
}

/** Whether two URLs are pages of the same article. */
export function isSameArticleUrl(address: string, url: string): boolean {
  const [linked, current] = [parsePageNumber(address), parsePageNumber(url)];
  return linked !== null && current !== null && linked.base === current.base;
}

/** Whether two URLs are the same page of the same article. */
export function isSamePage(address: string, url: string): boolean {
  const [linked, current] = [parsePageNumber(address), parsePageNumber(url)];
  return linked !== null && current !== null && linked.base === current.base && linked.page === current.page;
}
