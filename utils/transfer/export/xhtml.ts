/**
 * Converts an article's HTML to XHTML that EPUB 3 readers and checkers accept: every element is where HTML's content
 * model allows it, every attribute is valid, and only links have addresses. Builds new markup from the parsed tree;
 * unknown elements are replaced by their content.
 */

import { type Attributes, element, joinContent, type Markup, markup } from './markup.ts';
import { sanitiseText } from './sanitise-text.ts';
import { getRowCells, getTableRows } from './table-rows.ts';
import { toStrictUrl, validateDirection, validateLanguage } from './validate-values.ts';

const BLOCK_TAGS = new Set(
  'p div section figure figcaption blockquote ul ol li dl dt dd table caption thead tbody tfoot tr td th pre hr h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);
const INLINE_TAGS = new Set(
  'em strong b i s u del ins sub sup mark q cite abbr small dfn code kbd samp var bdi span'.split(' '),
);
/** Maximum nesting of elements, as in browsers' parsers; deeper elements become text. */
const MAX_DEPTH = 400;
/** Maximum length of an element's title, in UTF-16 units; a longer one is not a title. */
const MAX_TITLE_LENGTH = 1000;

const EMPTY_MARKUP = markup``;

export interface XhtmlOptions {
  /** The path of an image in the book, or null if it is missing. */
  imagePath: (source: string) => string | null;
}

interface WriteContext extends XhtmlOptions {
  /** Elements that contain blocks. */
  blockContainers: ReadonlySet<Element>;
  /** Whether a heading cell surrounds it, which must not contain headings. */
  isInHeaderCell: boolean;
  /** Whether a defined term surrounds it, which must not contain another one. */
  isInTerm: boolean;
  depth: number;
}

/** Finds all elements that contain blocks, in one pass. */
function findBlockContainers(body: Element): Set<Element> {
  const blockContainers = new Set<Element>();
  for (const found of body.querySelectorAll('*')) {
    if (!BLOCK_TAGS.has(found.localName)) continue;
    for (
      let ancestor = found.parentElement;
      ancestor !== null && !blockContainers.has(ancestor);
      ancestor = ancestor.parentElement
    )
      blockContainers.add(ancestor);
  }
  return blockContainers;
}

/** Global attributes. */
function globalAttributes(node: Element): Attributes {
  const lang = validateLanguage(node.getAttribute('lang'));
  const title = sanitiseText(node.getAttribute('title')).slice(0, MAX_TITLE_LENGTH);
  return {
    dir: validateDirection(node.getAttribute('dir')),
    lang,
    'xml:lang': lang,
    title: title || null,
  };
}

function integerAttribute(node: Element, name: string, min: number): Attributes {
  const value = node.getAttribute(name) ?? '';
  return /^-?\d{1,5}$/.test(value) && Number(value) >= min ? { [name]: Number(value) } : {};
}

function writeChildren(parent: Node, context: WriteContext): Markup {
  const innerContext = { ...context, depth: context.depth + 1 };
  return joinContent(Array.from(parent.childNodes, (node) => writeNode(node, innerContext)));
}

function writeImage(node: Element, context: WriteContext): Markup {
  const src = context.imagePath(node.getAttribute('src') ?? '');
  const alt = sanitiseText(node.getAttribute('alt'));
  if (src !== null) return element('img', { src, alt });
  return alt.trim() === '' ? EMPTY_MARKUP : element('span', { class: 'missing' }, `[${alt}]`);
}

function writeLink(node: Element, inner: Markup): Markup {
  // Links inside the book have no target: ids were removed when the article was saved.
  const href = toStrictUrl(node.getAttribute('href'));
  return href === null
    ? inner
    : element('a', { href, rel: 'noreferrer noopener', ...globalAttributes(node) }, inner);
}

/** Writes a list; content between its items becomes items. */
function writeList(node: Element, context: WriteContext): Markup {
  const isOrdered = node.localName === 'ol';
  const innerContext = { ...context, depth: context.depth + 1 };
  const items = Array.from(node.childNodes, (child) => {
    if (child.nodeType === 1 && (child as Element).localName === 'li') {
      const item = child as Element;
      const value = isOrdered ? integerAttribute(item, 'value', -99999) : {};
      return element('li', { ...value, ...globalAttributes(item) }, writeChildren(item, innerContext));
    }
    const inner = writeNode(child, innerContext);
    return inner.isBlank ? EMPTY_MARKUP : element('li', {}, inner);
  });
  if (items.every(({ isBlank }) => isBlank)) return EMPTY_MARKUP;
  const reversed = node.hasAttribute('reversed') ? 'reversed' : null;
  const attributes = isOrdered ? { ...integerAttribute(node, 'start', -99999), reversed } : {};
  return element(node.localName, { ...attributes, ...globalAttributes(node) }, items);
}

function writeCell(node: Element, context: WriteContext): Markup {
  const isHead = node.localName === 'th';
  const scope = node.getAttribute('scope') ?? '';
  const attributes = {
    ...integerAttribute(node, 'colspan', 1),
    ...integerAttribute(node, 'rowspan', 1),
    scope: isHead && /^(?:row|col|rowgroup|colgroup)$/.test(scope) ? scope : null,
    ...globalAttributes(node),
  };
  return element(
    isHead ? 'th' : 'td',
    attributes,
    writeChildren(node, { ...context, isInHeaderCell: isHead || context.isInHeaderCell }),
  );
}

/** Writes a table with one body of rows, because checkers reject some orders of sections. */
function writeTable(node: Element, context: WriteContext): Markup {
  const { rows, caption } = getTableRows(node);
  const written = rows.flatMap((row) => {
    const cells = getRowCells(row).map((cell) => writeCell(cell, context));
    return cells.length === 0 ? [] : [element('tr', {}, cells)];
  });
  if (written.length === 0) return EMPTY_MARKUP;
  const title = caption === null ? null : element('caption', {}, caption.textContent ?? '');
  return element('table', globalAttributes(node), title, element('tbody', {}, written));
}

/** A figure has one caption, first or last; other captions become blocks. */
function writeFigure(node: Element, context: WriteContext): Markup {
  const caption = [...node.children].find(({ localName }) => localName === 'figcaption');
  const innerContext = { ...context, depth: context.depth + 1 };
  const rest = joinContent(
    Array.from(node.childNodes, (child) => (child === caption ? null : writeNode(child, innerContext))),
  );
  const captionMarkup =
    caption === undefined
      ? null
      : element('figcaption', globalAttributes(caption), writeChildren(caption, innerContext));
  return rest.isBlank && captionMarkup === null
    ? EMPTY_MARKUP
    : element('figure', globalAttributes(node), rest, captionMarkup);
}

/** Elements that may contain only inline content; with a block inside they become blocks. */
function writeInlineOnly(node: Element, name: string, context: WriteContext): Markup {
  return element(
    context.blockContainers.has(node) ? 'div' : name,
    globalAttributes(node),
    writeChildren(node, context),
  );
}

function writeDefinition(node: Element, context: WriteContext): Markup {
  const name = node.localName;
  const inner = writeChildren(node, context);
  if (inner.isBlank) return EMPTY_MARKUP;
  return name === 'dt' && !context.blockContainers.has(node)
    ? element('p', { class: 'term' }, element('strong', {}, inner))
    : element('div', { class: name }, inner);
}

function writeBlock(node: Element, context: WriteContext): Markup {
  const name = node.localName;
  if (name === 'hr') return element('hr', {});
  if (name === 'ul' || name === 'ol') return writeList(node, context);
  if (name === 'table') return writeTable(node, context);
  if (name === 'figure') return writeFigure(node, context);
  if (name === 'blockquote') return element(name, globalAttributes(node), writeChildren(node, context));
  if (name === 'p' || name === 'pre') return writeInlineOnly(node, name, context);
  if (/^h\d$/.test(name))
    return writeInlineOnly(node, context.isInHeaderCell ? 'p' : name === 'h1' ? 'h2' : name, context);
  if (name === 'dt' || name === 'dd') return writeDefinition(node, context);
  return element('div', globalAttributes(node), writeChildren(node, context));
}

function writeNode(node: Node, context: WriteContext): Markup {
  if (node.nodeType === 3) return joinContent(node.textContent);
  if (node.nodeType !== 1) return EMPTY_MARKUP;
  if (context.depth > MAX_DEPTH) return joinContent(node.textContent);
  const found = node as Element;
  const name = found.localName;
  if (name === 'br' || name === 'wbr') return element(name, {});
  if (name === 'img') return writeImage(found, context);
  if (BLOCK_TAGS.has(name)) return writeBlock(found, context);
  if (name === 'rt') return joinContent('(', writeChildren(found, context), ')');
  if (name === 'rp') return EMPTY_MARKUP;
  const isTerm = name === 'dfn';
  const inner = writeChildren(found, isTerm ? { ...context, isInTerm: true } : context);
  // An inline element that contains blocks is removed, its content is kept.
  if (inner.isEmpty || context.blockContainers.has(found)) return inner;
  if (name === 'a') return writeLink(found, inner);
  if (isTerm && context.isInTerm) return inner;
  return INLINE_TAGS.has(name) ? element(name, globalAttributes(found), inner) : inner;
}

/** Writes inline content between blocks as paragraphs, because a body should contain only blocks. */
function writeParagraphs(body: Element, context: WriteContext): Markup {
  const written: Markup[] = [];
  let inlineMarkup: Markup[] = [];
  const endParagraph = (): void => {
    if (inlineMarkup.some(({ isBlank }) => !isBlank)) written.push(element('p', {}, inlineMarkup));
    inlineMarkup = [];
  };
  for (const node of Array.from(body.childNodes)) {
    const isBlock =
      node.nodeType === 1 &&
      (BLOCK_TAGS.has((node as Element).localName) || context.blockContainers.has(node as Element));
    if (!isBlock) {
      inlineMarkup.push(writeNode(node, context));
      continue;
    }
    endParagraph();
    written.push(writeNode(node, context));
  }
  endParagraph();
  return joinContent(written);
}

/**
 * Converts HTML to XHTML.
 *
 * @param html sanitised
 * @returns blocks for the body of an XHTML document, without an enclosing element
 */
export function toXhtml(html: string, options: XhtmlOptions): Markup {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return writeParagraphs(body, {
    ...options,
    blockContainers: findBlockContainers(body),
    isInHeaderCell: false,
    isInTerm: false,
    depth: 0,
  });
}
