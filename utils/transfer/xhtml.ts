/**
 * An article's HTML as XHTML that EPUB 3 readers and checkers take: every element where HTML's content model allows it,
 * every attribute valid, no address but of links. Walks the parsed tree and writes anew; what it doesn't know loses its tag.
 */
import { escapeMarkup } from './escape-markup.ts';

const BLOCKS = new Set(
  'p div section figure figcaption blockquote ul ol li dl dt dd table caption thead tbody tfoot tr td th pre hr h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);
const INLINE = new Set(
  'em strong b i s u del ins sub sup mark q cite abbr small dfn code kbd samp var bdi span'.split(' '),
);
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i;

export interface XhtmlOptions {
  /** Path of a picture inside the book, or null where it is not there. */
  imagePath: (source: string) => string | null;
}

interface Place extends XhtmlOptions {
  /** Elements with a block inside. */
  holders: ReadonlySet<Element>;
  /** Inside a heading cell no heading may stand. */
  inHead: boolean;
}

/** Every element with a block somewhere inside, found in one pass. */
function findHolders(body: Element): Set<Element> {
  const holders = new Set<Element>();
  for (const element of body.querySelectorAll('*')) {
    if (!BLOCKS.has(element.localName)) continue;
    for (let at = element.parentElement; at !== null && !holders.has(at); at = at.parentElement)
      holders.add(at);
  }
  return holders;
}

/** Attributes that any element may have. */
function common(element: Element): string {
  const dir = element.getAttribute('dir')?.toLowerCase() ?? '';
  const lang = element.getAttribute('lang') ?? '';
  const title = element.getAttribute('title') ?? '';
  return [
    /^(?:ltr|rtl|auto)$/.test(dir) ? ` dir="${dir}"` : '',
    LANGUAGE.test(lang) ? ` lang="${lang}" xml:lang="${lang}"` : '',
    title === '' ? '' : ` title="${escapeMarkup(title)}"`,
  ].join('');
}

function whole(element: Element, name: string, least: number): string {
  const value = element.getAttribute(name) ?? '';
  return /^-?\d{1,5}$/.test(value) && Number(value) >= least ? ` ${name}="${Number(value)}"` : '';
}

function tag(name: string, attributes: string, inner: string): string {
  return `<${name}${attributes}>${inner}</${name}>`;
}

function children(parent: Node, place: Place): string {
  return Array.from(parent.childNodes, (node) => write(node, place)).join('');
}

function image(element: Element, place: Place): string {
  const path = place.imagePath(element.getAttribute('src') ?? '');
  const alt = element.getAttribute('alt') ?? '';
  if (path === null)
    return alt.trim() === '' ? '' : tag('span', ' class="missing"', `[${escapeMarkup(alt)}]`);
  return `<img src="${escapeMarkup(path)}" alt="${escapeMarkup(alt)}"/>`;
}

/**
 * An address as RFC 3986 has it. The URL standard lets marks stand that checkers of books refuse: braces, brackets,
 * bars, a lone per cent sign, a second `#`.
 *
 * @returns null where it is no address of the web or of a mailbox
 */
export function strictAddress(address: string): string | null {
  if (!/^(?:https?|mailto):/i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  const encode = (part: string): string =>
    part.replace(/%(?![\da-f]{2})|[^\w\-.~:/?@!$&'()*+,;=%]/gi, (mark) => encodeURIComponent(mark));
  const start = url.protocol === 'mailto:' ? 'mailto:' : url.origin;
  const fragment = url.hash === '' ? '' : `#${encode(url.hash.slice(1))}`;
  return (
    start + encode(url.pathname) + (url.search === '' ? '' : `?${encode(url.search.slice(1))}`) + fragment
  );
}

function link(element: Element, inner: string): string {
  // Inside the book there is nothing to point at: names were taken away when the article was saved.
  const target = strictAddress(element.getAttribute('href') ?? '');
  if (target === null) return inner;
  return tag('a', ` href="${escapeMarkup(target)}"${common(element)}`, inner);
}

/** Items only, and what stands between them as items of their own. */
function list(element: Element, place: Place): string {
  const ordered = element.localName === 'ol';
  const items = Array.from(element.childNodes, (node) => {
    const isItem = node.nodeType === 1 && (node as Element).localName === 'li';
    if (isItem) {
      const value = ordered ? whole(node as Element, 'value', -99999) : '';
      return tag('li', value + common(node as Element), children(node, place));
    }
    const inner = write(node, place);
    return inner.trim() === '' ? '' : tag('li', '', inner);
  }).join('');
  if (items === '') return '';
  const attributes = ordered
    ? whole(element, 'start', -99999) + (element.hasAttribute('reversed') ? ' reversed="reversed"' : '')
    : '';
  return tag(element.localName, attributes + common(element), items);
}

function cell(element: Element, place: Place): string {
  const isHead = element.localName === 'th';
  const scope = element.getAttribute('scope') ?? '';
  const attributes =
    whole(element, 'colspan', 1) +
    whole(element, 'rowspan', 1) +
    (isHead && /^(?:row|col|rowgroup|colgroup)$/.test(scope) ? ` scope="${scope}"` : '');
  return tag(
    isHead ? 'th' : 'td',
    attributes + common(element),
    children(element, { ...place, inHead: isHead || place.inHead }),
  );
}

/** One body of rows, whatever the sections were: their order is what checkers stumble over. */
function table(element: Element, place: Place): string {
  const own = (selector: string): Element[] =>
    [...element.querySelectorAll(selector)].filter((found) => found.closest('table') === element);
  const rows = own('tr').map((row) => {
    const cells = [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th');
    return cells.length === 0 ? '' : tag('tr', '', cells.map((one) => cell(one, place)).join(''));
  });
  const [title] = own('caption');
  const caption = title === undefined ? '' : tag('caption', '', escapeMarkup(title.textContent ?? ''));
  const body = rows.join('');
  return body === '' ? '' : tag('table', common(element), `${caption}<tbody>${body}</tbody>`);
}

/** A figure has one caption, first or last; other captions are blocks. */
function figure(element: Element, place: Place): string {
  const captions = [...element.children].filter(({ localName }) => localName === 'figcaption');
  const [caption] = captions;
  const rest = Array.from(element.childNodes, (node) => (node === caption ? '' : write(node, place))).join(
    '',
  );
  const last = caption === undefined ? '' : tag('figcaption', common(caption), children(caption, place));
  return rest.trim() === '' && last === '' ? '' : tag('figure', common(element), rest + last);
}

/** Elements that may hold words only; with a block inside they become a block themselves. */
function words(element: Element, name: string, place: Place): string {
  const isBlock = place.holders.has(element);
  return tag(isBlock ? 'div' : name, common(element), children(element, place));
}

function definition(element: Element, place: Place): string {
  const name = element.localName;
  const inner = children(element, place);
  if (inner.trim() === '') return '';
  return name === 'dt' && !place.holders.has(element)
    ? tag('p', ' class="term"', tag('strong', '', inner))
    : tag('div', ` class="${name}"`, inner);
}

function block(element: Element, place: Place): string {
  const name = element.localName;
  if (name === 'hr') return '<hr/>';
  if (name === 'ul' || name === 'ol') return list(element, place);
  if (name === 'table') return table(element, place);
  if (name === 'figure') return figure(element, place);
  if (name === 'blockquote') return tag(name, common(element), children(element, place));
  if (name === 'p' || name === 'pre') return words(element, name, place);
  if (/^h\d$/.test(name)) return words(element, place.inHead ? 'p' : name === 'h1' ? 'h2' : name, place);
  if (name === 'dt' || name === 'dd') return definition(element, place);
  return tag('div', common(element), children(element, place));
}

function write(node: Node, place: Place): string {
  if (node.nodeType === 3) return escapeMarkup(node.textContent ?? '');
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  const name = element.localName;
  if (name === 'br' || name === 'wbr') return `<${name}/>`;
  if (name === 'img') return image(element, place);
  if (BLOCKS.has(name)) return block(element, place);
  if (name === 'rt') return `(${children(element, place)})`;
  if (name === 'rp') return '';
  const inner = children(element, place);
  // Words around blocks: the blocks stay, the mark goes.
  if (inner === '' || place.holders.has(element)) return inner;
  if (name === 'a') return link(element, inner);
  return INLINE.has(name) ? tag(name, common(element), inner) : inner;
}

/** Text and inline elements between blocks, as paragraphs: what stands in a body should be blocks. */
function paragraphs(body: Element, place: Place): string {
  let out = '';
  let run = '';
  const endRun = (): void => {
    if (run.trim() !== '') out += tag('p', '', run);
    run = '';
  };
  for (const node of Array.from(body.childNodes)) {
    const isBlock =
      node.nodeType === 1 && (BLOCKS.has((node as Element).localName) || place.holders.has(node as Element));
    if (!isBlock) {
      run += write(node, place);
      continue;
    }
    endRun();
    out += write(node, place);
  }
  endRun();
  return out;
}

/**
 * @param html sanitised
 * @returns blocks for the body of an XHTML document, in no element of their own
 */
export function toXhtml(html: string, options: XhtmlOptions, parser: DOMParser = new DOMParser()): string {
  const { body } = parser.parseFromString(html, 'text/html');
  return paragraphs(body, { ...options, holders: findHolders(body), inHead: false });
}
