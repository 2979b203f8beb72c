/**
 * Converts an article's HTML to XHTML that EPUB 3 readers and checkers accept: every element is where HTML's content
 * model allows it, every attribute is valid, and only links have addresses. Builds new markup from the parsed tree;
 * unknown elements are replaced by their content.
 */

import { type Attributes, element, join, type Markup, markup } from './markup.ts';
import { outgoingText } from './outgoing-text.ts';
import { outgoingDirection, outgoingLanguage, strictAddress } from './outgoing-values.ts';
import { cellsOf, rowsOf } from './table-rows.ts';

const BLOCKS = new Set(
  'p div section figure figcaption blockquote ul ol li dl dt dd table caption thead tbody tfoot tr td th pre hr h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);
const INLINE = new Set(
  'em strong b i s u del ins sub sup mark q cite abbr small dfn code kbd samp var bdi span'.split(' '),
);
/** Maximum nesting of elements, as in browsers' parsers; deeper elements become text. */
const MAX_DEPTH = 400;
/** Maximum length of an element's title, in UTF-16 units; a longer one is not a title. */
const MAX_TITLE_LENGTH = 1000;

const NOTHING = markup``;

export interface XhtmlOptions {
  /** The path of an image in the book, or null if it is missing. */
  imagePath: (source: string) => string | null;
}

interface Place extends XhtmlOptions {
  /** Elements that contain blocks. */
  holders: ReadonlySet<Element>;
  /** Whether a heading cell surrounds it, which must not contain headings. */
  inHead: boolean;
  /** Whether a defined term surrounds it, which must not contain another one. */
  inTerm: boolean;
  depth: number;
}

/** Finds all elements that contain blocks, in one pass. */
function findHolders(body: Element): Set<Element> {
  const holders = new Set<Element>();
  for (const found of body.querySelectorAll('*')) {
    if (!BLOCKS.has(found.localName)) continue;
    for (let at = found.parentElement; at !== null && !holders.has(at); at = at.parentElement)
      holders.add(at);
  }
  return holders;
}

/** Global attributes. */
function common(node: Element): Attributes {
  const lang = outgoingLanguage(node.getAttribute('lang'));
  const title = outgoingText(node.getAttribute('title')).slice(0, MAX_TITLE_LENGTH);
  return {
    dir: outgoingDirection(node.getAttribute('dir')),
    lang,
    'xml:lang': lang,
    title: title || null,
  };
}

function whole(node: Element, name: string, least: number): Attributes {
  const value = node.getAttribute(name) ?? '';
  return /^-?\d{1,5}$/.test(value) && Number(value) >= least ? { [name]: Number(value) } : {};
}

function children(parent: Node, place: Place): Markup {
  const inside = { ...place, depth: place.depth + 1 };
  return join(Array.from(parent.childNodes, (node) => write(node, inside)));
}

function image(node: Element, place: Place): Markup {
  const src = place.imagePath(node.getAttribute('src') ?? '');
  const alt = outgoingText(node.getAttribute('alt'));
  if (src !== null) return element('img', { src, alt });
  return alt.trim() === '' ? NOTHING : element('span', { class: 'missing' }, `[${alt}]`);
}

function link(node: Element, inner: Markup): Markup {
  // Links inside the book have no target: ids were removed when the article was saved.
  const href = strictAddress(node.getAttribute('href'));
  return href === null ? inner : element('a', { href, rel: 'noreferrer noopener', ...common(node) }, inner);
}

/** Writes a list; content between its items becomes items. */
function list(node: Element, place: Place): Markup {
  const ordered = node.localName === 'ol';
  const inside = { ...place, depth: place.depth + 1 };
  const items = Array.from(node.childNodes, (child) => {
    if (child.nodeType === 1 && (child as Element).localName === 'li') {
      const item = child as Element;
      const value = ordered ? whole(item, 'value', -99999) : {};
      return element('li', { ...value, ...common(item) }, children(item, inside));
    }
    const inner = write(child, inside);
    return inner.isBlank ? NOTHING : element('li', {}, inner);
  });
  if (items.every(({ isBlank }) => isBlank)) return NOTHING;
  const reversed = node.hasAttribute('reversed') ? 'reversed' : null;
  const attributes = ordered ? { ...whole(node, 'start', -99999), reversed } : {};
  return element(node.localName, { ...attributes, ...common(node) }, items);
}

function cell(node: Element, place: Place): Markup {
  const isHead = node.localName === 'th';
  const scope = node.getAttribute('scope') ?? '';
  const attributes = {
    ...whole(node, 'colspan', 1),
    ...whole(node, 'rowspan', 1),
    scope: isHead && /^(?:row|col|rowgroup|colgroup)$/.test(scope) ? scope : null,
    ...common(node),
  };
  return element(
    isHead ? 'th' : 'td',
    attributes,
    children(node, { ...place, inHead: isHead || place.inHead }),
  );
}

/** Writes a table with one body of rows, because checkers reject some orders of sections. */
function table(node: Element, place: Place): Markup {
  const { rows, caption } = rowsOf(node);
  const written = rows.flatMap((row) => {
    const cells = cellsOf(row).map((one) => cell(one, place));
    return cells.length === 0 ? [] : [element('tr', {}, cells)];
  });
  if (written.length === 0) return NOTHING;
  const title = caption === null ? null : element('caption', {}, caption.textContent ?? '');
  return element('table', common(node), title, element('tbody', {}, written));
}

/** A figure has one caption, first or last; other captions become blocks. */
function figure(node: Element, place: Place): Markup {
  const caption = [...node.children].find(({ localName }) => localName === 'figcaption');
  const inside = { ...place, depth: place.depth + 1 };
  const rest = join(
    Array.from(node.childNodes, (child) => (child === caption ? null : write(child, inside))),
  );
  const last =
    caption === undefined ? null : element('figcaption', common(caption), children(caption, inside));
  return rest.isBlank && last === null ? NOTHING : element('figure', common(node), rest, last);
}

/** Elements that may contain only inline content; with a block inside they become blocks. */
function words(node: Element, name: string, place: Place): Markup {
  return element(place.holders.has(node) ? 'div' : name, common(node), children(node, place));
}

function definition(node: Element, place: Place): Markup {
  const name = node.localName;
  const inner = children(node, place);
  if (inner.isBlank) return NOTHING;
  return name === 'dt' && !place.holders.has(node)
    ? element('p', { class: 'term' }, element('strong', {}, inner))
    : element('div', { class: name }, inner);
}

function block(node: Element, place: Place): Markup {
  const name = node.localName;
  if (name === 'hr') return element('hr', {});
  if (name === 'ul' || name === 'ol') return list(node, place);
  if (name === 'table') return table(node, place);
  if (name === 'figure') return figure(node, place);
  if (name === 'blockquote') return element(name, common(node), children(node, place));
  if (name === 'p' || name === 'pre') return words(node, name, place);
  if (/^h\d$/.test(name)) return words(node, place.inHead ? 'p' : name === 'h1' ? 'h2' : name, place);
  if (name === 'dt' || name === 'dd') return definition(node, place);
  return element('div', common(node), children(node, place));
}

function write(node: Node, place: Place): Markup {
  if (node.nodeType === 3) return join(node.textContent);
  if (node.nodeType !== 1) return NOTHING;
  if (place.depth > MAX_DEPTH) return join(node.textContent);
  const found = node as Element;
  const name = found.localName;
  if (name === 'br' || name === 'wbr') return element(name, {});
  if (name === 'img') return image(found, place);
  if (BLOCKS.has(name)) return block(found, place);
  if (name === 'rt') return join('(', children(found, place), ')');
  if (name === 'rp') return NOTHING;
  const isTerm = name === 'dfn';
  const inner = children(found, isTerm ? { ...place, inTerm: true } : place);
  // An inline element that contains blocks is removed, its content is kept.
  if (inner.isEmpty || place.holders.has(found)) return inner;
  if (name === 'a') return link(found, inner);
  if (isTerm && place.inTerm) return inner;
  return INLINE.has(name) ? element(name, common(found), inner) : inner;
}

/** Writes inline content between blocks as paragraphs, because a body should contain only blocks. */
function paragraphs(body: Element, place: Place): Markup {
  const out: Markup[] = [];
  let run: Markup[] = [];
  const endRun = (): void => {
    if (run.some(({ isBlank }) => !isBlank)) out.push(element('p', {}, run));
    run = [];
  };
  for (const node of Array.from(body.childNodes)) {
    const isBlock =
      node.nodeType === 1 && (BLOCKS.has((node as Element).localName) || place.holders.has(node as Element));
    if (!isBlock) {
      run.push(write(node, place));
      continue;
    }
    endRun();
    out.push(write(node, place));
  }
  endRun();
  return join(out);
}

/**
 * Converts HTML to XHTML.
 *
 * @param html sanitised
 * @returns blocks for the body of an XHTML document, without an enclosing element
 */
export function toXhtml(html: string, options: XhtmlOptions): Markup {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return paragraphs(body, { ...options, holders: findHolders(body), inHead: false, inTerm: false, depth: 0 });
}
