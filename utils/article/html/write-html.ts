import { ELEMENT_NODE, TEXT_NODE } from '../../page/dom-access.ts';
import { attributeOf, hasAttributes, tagOf } from '../../page/element-access.ts';
import { joinInSteps, type Steps } from '../../page/in-slices.ts';
import { BLOCK_TAGS, SILENT_TAGS } from '../../page/tag-kinds.ts';
import { walkInSteps } from '../../page/walk-tree.ts';
import type { NoteLinks } from '../body/note-links.ts';
import { absoluteUrl } from '../metadata/page-address.ts';
import { pickImageUrl } from '../metadata/pick-image.ts';
import { pickOtherImage } from '../metadata/pick-other-image.ts';

const parseList = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const INLINE_TAGS = parseList(
  'a em strong b i s u del ins sub sup mark q cite abbr time small code kbd samp var dfn ruby rt rp bdi bdo',
);
const STRUCTURE_TAGS = parseList(
  'p h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table caption thead tbody tfoot tr th td figure figcaption',
);
/** Elements that can contain text directly; elsewhere, text needs a paragraph. */
const TEXT_CONTAINER_TAGS = parseList('p h2 h3 h4 h5 h6 li dt dd pre caption th td figcaption blockquote');
const EMBED_TAGS = parseList('iframe video audio embed object amp-video amp-youtube amp-iframe amp-twitter');
const IMAGE_TAGS = parseList('img amp-img');

/** Number of nodes per step; takes well under a millisecond. */
const NODES_PER_STEP = 400;
/**
 * Maximum depth of nested inline elements, which are repeated in each paragraph inside them. Normal pages have less than a
 * quarter of that. Of deeper ones, only the text is written.
 */
const MAX_INLINE_DEPTH = 32;

interface OpenElement {
  node: Node;
  tag: string;
  attributes: string;
  isWritten: boolean;
  isInline: boolean;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
const formatAttribute = (name: string, value: string | null): string =>
  value === null || value === '' ? '' : ` ${name}="${escapeHtml(value)}"`;

function formatAttributes(element: Element, tag: string, base: string, notes: NoteLinks | null): string {
  if (!hasAttributes(element)) return '';
  let written =
    formatAttribute('id', notes?.takeId(element) ?? null) +
    formatAttribute('lang', attributeOf(element, 'lang')) +
    formatAttribute('dir', attributeOf(element, 'dir'));
  if (tag === 'a')
    written += formatAttribute(
      'href',
      notes?.hrefOf(element) ?? resolveLink(attributeOf(element, 'href'), base),
    );
  if (tag === 'td' || tag === 'th') {
    written +=
      formatAttribute('colspan', attributeOf(element, 'colspan')) +
      formatAttribute('rowspan', attributeOf(element, 'rowspan'));
  }
  if (tag === 'ol') written += formatAttribute('start', attributeOf(element, 'start'));
  if (tag === 'time') written += formatAttribute('datetime', attributeOf(element, 'datetime'));
  return written;
}

const resolveLink = (href: string, base: string): string | null =>
  /^\s*mailto:/i.test(href) ? href.trim() : absoluteUrl(href, base);

/** Decides what to leave out of the output. */
export interface Omissions {
  omitsElement(element: Element): boolean;
  omitsText(text: Text): boolean;
}

/**
 * Writes the body of an article as clean HTML, with structure, links and images, but without styles. Works without recursion
 * and does not change the page.
 *
 * @param root the container of the body
 * @param base the base URL for relative links
 * @param notes links within the article; null if there are none or they are not needed
 * @returns HTML that must be sanitised before it is stored or shown
 */
export function* writeHtml(
  root: Element,
  base: string,
  omissions: Omissions,
  notes: NoteLinks | null = null,
): Steps<string> {
  const output: string[] = [];
  const openElements: OpenElement[] = [];
  /** Index in `openElements` of the first element that may not be written yet. */
  let unwritten = 0;
  let inlineDepth = 0;
  let preDepth = 0;
  const writtenImages = new Set<string>();
  /** The id attribute of an element that is not written; goes to the first element in it that is. */
  let pendingId = '';

  const closeLast = (): void => {
    const last = openElements.pop();
    if (last === undefined) return;
    if (last.isWritten) output.push(`</${last.tag}>`);
    if (last.isInline) inlineDepth--;
    if (last.tag === 'pre') preDepth--;
    unwritten = Math.min(unwritten, openElements.length);
  };
  const closeParagraph = (): void => {
    // Inline elements around a block are closed here, and opened again inside it.
    let at = openElements.length - 1;
    for (; at >= 0 && openElements[at]?.isInline === true; at--) {
      const inline = openElements[at];
      if (inline?.isWritten === true) output.push(`</${inline.tag}>`);
      if (inline !== undefined) inline.isWritten = false;
    }
    unwritten = Math.min(unwritten, at + 1);
    const paragraph = openElements[at];
    if (paragraph !== undefined && paragraph.node === root && paragraph.tag === 'p') {
      if (paragraph.isWritten) output.push('</p>');
      openElements.splice(at, 1);
      unwritten = Math.min(unwritten, at);
    }
  };
  const write = (content: string, needsParagraph: boolean): void => {
    let at = openElements.length - 1;
    while (at >= 0 && openElements[at]?.isInline === true) at--;
    const container = openElements[at];
    if (needsParagraph && (container === undefined || !TEXT_CONTAINER_TAGS.has(container.tag))) {
      openElements.splice(at + 1, 0, {
        node: root,
        tag: 'p',
        attributes: pendingId,
        isWritten: false,
        isInline: false,
      });
      unwritten = Math.min(unwritten, at + 1);
      pendingId = '';
    }
    for (; unwritten < openElements.length; unwritten++) {
      const item = openElements[unwritten];
      if (item === undefined || item.isWritten) continue;
      output.push(`<${item.tag}${item.attributes}>`);
      item.isWritten = true;
    }
    output.push(content);
  };
  /** Writes white space or a line break, but not at the beginning of a paragraph. */
  const writeSpace = (content: string): void => {
    if (openElements.findLast((item) => item.isWritten || !item.isInline)?.isWritten === true)
      output.push(content);
  };
  /** Writes the id of an anchor: as that of the paragraph if it is at its beginning, or else of an empty `span`. */
  const writeAnchorId = (idAttribute: string): void => {
    if (idAttribute === '') return;
    const container = openElements.findLast((item) => !item.isInline);
    if (container === undefined) pendingId = idAttribute;
    else if (container.isWritten) output.push(`<span${idAttribute}></span>`);
    else if (!container.attributes.startsWith(' id='))
      container.attributes = idAttribute + container.attributes;
  };
  const writeMedia = (element: Element, tag: string): void => {
    if (IMAGE_TAGS.has(tag)) {
      const src = pickImageUrl(element, base);
      if (src === null) return;
      writtenImages.add(src);
      write(`<img src="${escapeHtml(src)}" alt="${escapeHtml(attributeOf(element, 'alt'))}">`, false);
      return;
    }
    const src = absoluteUrl(attributeOf(element, 'src') || attributeOf(element, 'data-src'), base);
    if (src === null) return;
    const name = attributeOf(element, 'title').trim() || new URL(src).host;
    closeParagraph();
    write(`<a href="${escapeHtml(src)}">${escapeHtml(name)}</a>`, true);
    closeParagraph();
  };
  /** Writes an image that isn't an `img` element, unless the same image was written before. Returns whether it was written. */
  const writeOtherImage = (element: Element): boolean => {
    const src = pickOtherImage(element, base);
    if (src === null || writtenImages.has(src)) return false;
    writtenImages.add(src);
    write(`<img src="${escapeHtml(src)}" alt="${escapeHtml(attributeOf(element, 'aria-label'))}">`, false);
    return true;
  };
  const enter = (node: Node, type: number): boolean => {
    if (type === ELEMENT_NODE) {
      const isEntered = enterElement(node as Element);
      if (!isEntered && BLOCK_TAGS.has(tagOf(node as Element))) closeParagraph();
      return isEntered;
    }
    if (type === TEXT_NODE) writeText(node as Text);
    return false;
  };
  const writeText = (node: Text): void => {
    if (omissions.omitsText(node)) return;
    const text =
      preDepth > 0 ? node.data : node.data.replace(/ *[\t\n\f\r\u00a0][\t\n\f\r \u00a0]*| {2,}/g, ' ');
    if (text === '') return;
    if (text !== ' ') write(escapeHtml(text), true);
    else writeSpace(' ');
  };
  const enterElement = (node: Element): boolean => {
    if (omissions.omitsElement(node)) return false;
    const tag = tagOf(node);
    if (IMAGE_TAGS.has(tag) || EMBED_TAGS.has(tag)) {
      writeMedia(node, tag);
      return false;
    }
    if (tag === 'br') {
      writeSpace('<br>');
      return false;
    }
    if (writeOtherImage(node)) return false;
    if (tag !== 'rt' && tag !== 'rp' && SILENT_TAGS.has(tag)) return false;
    const written = tag === 'h1' ? 'h2' : tag;
    if (BLOCK_TAGS.has(tag)) closeParagraph();
    if (STRUCTURE_TAGS.has(written)) {
      const ownAttributes = formatAttributes(node, written, base, notes);
      const attributes = ownAttributes.startsWith(' id=') ? ownAttributes : pendingId + ownAttributes;
      openElements.push({ node, tag: written, attributes, isWritten: false, isInline: false });
      if (written === 'pre') preDepth++;
      pendingId = '';
    } else if (INLINE_TAGS.has(tag)) {
      if (inlineDepth >= MAX_INLINE_DEPTH) return true;
      const attributes = formatAttributes(node, tag, base, notes);
      if (tag !== 'a' || attributes.includes('href=')) {
        openElements.push({ node, tag, attributes, isWritten: false, isInline: true });
        inlineDepth++;
      } else writeAnchorId(attributes.match(/^ id="[^"]*"/)?.[0] ?? '');
    } else if (notes !== null) {
      const idAttribute = formatAttribute('id', notes.takeId(node));
      if (BLOCK_TAGS.has(tag)) pendingId = idAttribute || pendingId;
      else writeAnchorId(idAttribute);
    }
    return true;
  };
  const leave = (node: Element): void => {
    if (BLOCK_TAGS.has(tagOf(node))) closeParagraph();
    if (openElements.at(-1)?.node === node) closeLast();
  };

  yield* walkInSteps(root, { enter, leave }, NODES_PER_STEP);
  closeParagraph();
  while (openElements.length > 0) closeLast();
  yield;
  const html = yield* joinInSteps(output, '');
  yield;
  return (yield* trimBlockEnds(html)).trim();
}

const END_TAG = /<\/(p|li|td|h\d|blockquote)>/g;
const BREAK = '<br>';
/** Number of end tags and line breaks before them per step. */
const TAGS_PER_STEP = 2000;

/**
 * Removes line breaks at the ends of blocks, and spaces at the ends of paragraphs, list items and headings. Searches backwards
 * from each end tag, because searching forwards from each line break would take quadratic time.
 */
function* trimBlockEnds(html: string): Steps<string> {
  const parts: string[] = [];
  let at = 0;
  let visitedCount = 0;
  for (const { index, 1: tag = '' } of html.matchAll(END_TAG)) {
    if (++visitedCount % TAGS_PER_STEP === 0) yield;
    let end = index;
    for (;;) {
      let trimmedEnd = end;
      while (/\s/.test(html.charAt(trimmedEnd - 1))) trimmedEnd--;
      if (trimmedEnd < BREAK.length || !html.startsWith(BREAK, trimmedEnd - BREAK.length)) break;
      end = trimmedEnd - BREAK.length;
      if (++visitedCount % TAGS_PER_STEP === 0) yield;
    }
    if (tag !== 'td' && tag !== 'blockquote') while (html.charAt(end - 1) === ' ') end--;
    parts.push(html.slice(at, end));
    at = index;
  }
  parts.push(html.slice(at));
  return yield* joinInSteps(parts, '');
}
