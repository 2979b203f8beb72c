import { ELEMENT_NODE, TEXT_NODE } from '../../page/dom-access.ts';
import { attributeOf, hasAttributes, tagOf } from '../../page/element-access.ts';
import { joinInSteps, type Steps } from '../../page/in-slices.ts';
import { BLOCK_TAGS, SILENT_TAGS } from '../../page/tag-kinds.ts';
import { walkInSteps } from '../../page/walk-tree.ts';
import type { NoteLinks } from '../body/note-links.ts';
import { absoluteUrl } from '../metadata/page-address.ts';
import { pickImageUrl } from '../metadata/pick-image.ts';
import { pickOtherImage } from '../metadata/pick-other-image.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const INLINE = words(
  'a em strong b i s u del ins sub sup mark q cite abbr time small code kbd samp var dfn ruby rt rp bdi bdo',
);
const STRUCTURE = words(
  'p h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table caption thead tbody tfoot tr th td figure figcaption',
);
/** Elements that may directly contain text, which needs a paragraph elsewhere. */
const HOLDS_TEXT = words('p h2 h3 h4 h5 h6 li dt dd pre caption th td figcaption blockquote');
const EMBED_TAGS = words('iframe video audio embed object amp-video amp-youtube amp-iframe amp-twitter');
const IMAGE_TAGS = words('img amp-img');

/** Nodes per step, which takes well under a millisecond. */
const NODES_PER_STEP = 400;
/**
 * Maximum number of nested inline elements, which are repeated in each paragraph inside them; no author nests a quarter as
 * many. Deeper ones keep only their text.
 */
const MAX_INLINE = 32;

interface Open {
  node: Node;
  tag: string;
  attributes: string;
  written: boolean;
  inline: boolean;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
const attribute = (name: string, value: string | null): string =>
  value === null || value === '' ? '' : ` ${name}="${escapeHtml(value)}"`;

function attributesFor(element: Element, tag: string, base: string, notes: NoteLinks | null): string {
  if (!hasAttributes(element)) return '';
  let written =
    attribute('id', notes?.takeId(element) ?? null) +
    attribute('lang', attributeOf(element, 'lang')) +
    attribute('dir', attributeOf(element, 'dir'));
  if (tag === 'a')
    written += attribute('href', notes?.hrefOf(element) ?? linkOf(attributeOf(element, 'href'), base));
  if (tag === 'td' || tag === 'th') {
    written +=
      attribute('colspan', attributeOf(element, 'colspan')) +
      attribute('rowspan', attributeOf(element, 'rowspan'));
  }
  if (tag === 'ol') written += attribute('start', attributeOf(element, 'start'));
  if (tag === 'time') written += attribute('datetime', attributeOf(element, 'datetime'));
  return written;
}

const linkOf = (href: string, base: string): string | null =>
  /^\s*mailto:/i.test(href) ? href.trim() : absoluteUrl(href, base);

/** What is left out of the output. */
export interface Omissions {
  isElementOut(element: Element): boolean;
  isTextOut(text: Text): boolean;
}

/**
 * Writes the clean body of an article: structure, links and images without styles. Iterative; changes nothing.
 *
 * @param root the container of the body
 * @param base the page's address, for relative links
 * @param notes links within the article; null if there are none or they are not needed
 * @returns HTML, to be sanitised before it is stored or shown
 */
export function* writeHtml(
  root: Element,
  base: string,
  omit: Omissions,
  notes: NoteLinks | null = null,
): Steps<string> {
  const out: string[] = [];
  const open: Open[] = [];
  /** Index in `open` of the first element that may not be written yet. */
  let unwritten = 0;
  let inlines = 0;
  let pres = 0;
  const pictures = new Set<string>();
  /** The id of a box that is not written, for the first element in it that is. */
  let name = '';

  const close = (): void => {
    const last = open.pop();
    if (last === undefined) return;
    if (last.written) out.push(`</${last.tag}>`);
    if (last.inline) inlines--;
    if (last.tag === 'pre') pres--;
    unwritten = Math.min(unwritten, open.length);
  };
  const closeParagraph = (): void => {
    // Inline elements around a block are repeated inside it.
    let at = open.length - 1;
    for (; at >= 0 && open[at]?.inline === true; at--) {
      const inline = open[at];
      if (inline?.written === true) out.push(`</${inline.tag}>`);
      if (inline !== undefined) inline.written = false;
    }
    unwritten = Math.min(unwritten, at + 1);
    const paragraph = open[at];
    if (paragraph !== undefined && paragraph.node === root && paragraph.tag === 'p') {
      if (paragraph.written) out.push('</p>');
      open.splice(at, 1);
      unwritten = Math.min(unwritten, at);
    }
  };
  const write = (content: string, needsParagraph: boolean): void => {
    let at = open.length - 1;
    while (at >= 0 && open[at]?.inline === true) at--;
    const holder = open[at];
    if (needsParagraph && (holder === undefined || !HOLDS_TEXT.has(holder.tag))) {
      open.splice(at + 1, 0, { node: root, tag: 'p', attributes: name, written: false, inline: false });
      unwritten = Math.min(unwritten, at + 1);
      name = '';
    }
    for (; unwritten < open.length; unwritten++) {
      const item = open[unwritten];
      if (item === undefined || item.written) continue;
      out.push(`<${item.tag}${item.attributes}>`);
      item.written = true;
    }
    out.push(content);
  };
  /** White space and breaks belong to the paragraph, even in an otherwise empty inline element. */
  const writeBetween = (content: string): void => {
    if (open.findLast((item) => item.written || !item.inline)?.written === true) out.push(content);
  };
  /** An anchor becomes an id of the paragraph that it begins, or of an element in it. */
  const nameHere = (named: string): void => {
    if (named === '') return;
    const holder = open.findLast((item) => !item.inline);
    if (holder === undefined) name = named;
    else if (holder.written) out.push(`<span${named}></span>`);
    else if (!holder.attributes.startsWith(' id=')) holder.attributes = named + holder.attributes;
  };
  const writeMedia = (element: Element, tag: string): void => {
    if (IMAGE_TAGS.has(tag)) {
      const src = pickImageUrl(element, base);
      if (src === null) return;
      pictures.add(src);
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
  /** Writes an image that is no `img`, unless it was written already. */
  const writeOtherImage = (element: Element): boolean => {
    const src = pickOtherImage(element, base);
    if (src === null || pictures.has(src)) return false;
    pictures.add(src);
    write(`<img src="${escapeHtml(src)}" alt="${escapeHtml(attributeOf(element, 'aria-label'))}">`, false);
    return true;
  };
  const enter = (node: Node, type: number): boolean => {
    if (type === ELEMENT_NODE) {
      const goesIn = enterElement(node as Element);
      if (!goesIn && BLOCK_TAGS.has(tagOf(node as Element))) closeParagraph();
      return goesIn;
    }
    if (type === TEXT_NODE) writeText(node as Text);
    return false;
  };
  const writeText = (node: Text): void => {
    if (omit.isTextOut(node)) return;
    const text = pres > 0 ? node.data : node.data.replace(/ *[\t\n\f\r\u00a0][\t\n\f\r \u00a0]*| {2,}/g, ' ');
    if (text === '') return;
    if (text !== ' ') write(escapeHtml(text), true);
    else writeBetween(' ');
  };
  const enterElement = (node: Element): boolean => {
    if (omit.isElementOut(node)) return false;
    const tag = tagOf(node);
    if (IMAGE_TAGS.has(tag) || EMBED_TAGS.has(tag)) {
      writeMedia(node, tag);
      return false;
    }
    if (tag === 'br') {
      writeBetween('<br>');
      return false;
    }
    if (writeOtherImage(node)) return false;
    if (tag !== 'rt' && tag !== 'rp' && SILENT_TAGS.has(tag)) return false;
    const written = tag === 'h1' ? 'h2' : tag;
    if (BLOCK_TAGS.has(tag)) closeParagraph();
    if (STRUCTURE.has(written)) {
      const own = attributesFor(node, written, base, notes);
      const attributes = own.startsWith(' id=') ? own : name + own;
      open.push({ node, tag: written, attributes, written: false, inline: false });
      if (written === 'pre') pres++;
      name = '';
    } else if (INLINE.has(tag)) {
      if (inlines >= MAX_INLINE) return true;
      const attributes = attributesFor(node, tag, base, notes);
      if (tag !== 'a' || attributes.includes('href=')) {
        open.push({ node, tag, attributes, written: false, inline: true });
        inlines++;
      } else nameHere(attributes.match(/^ id="[^"]*"/)?.[0] ?? '');
    } else if (notes !== null) {
      const named = attribute('id', notes.takeId(node));
      if (BLOCK_TAGS.has(tag)) name = named || name;
      else nameHere(named);
    }
    return true;
  };
  const leave = (node: Element): void => {
    if (BLOCK_TAGS.has(tagOf(node))) closeParagraph();
    if (open.at(-1)?.node === node) close();
  };

  yield* walkInSteps(root, { enter, leave }, NODES_PER_STEP);
  closeParagraph();
  while (open.length > 0) close();
  yield;
  const whole = yield* joinInSteps(out, '');
  yield;
  return (yield* tidyEnds(whole)).trim();
}

const ENDS = /<\/(p|li|td|h\d|blockquote)>/g;
const BREAK = '<br>';
/** End tags, with the breaks before them, per step. */
const ENDS_PER_STEP = 2000;

/**
 * Removes line breaks at the ends of blocks, and spaces at the ends of paragraphs, items and headings. Looks back from each
 * end tag, because looking ahead from each break would take quadratic time.
 */
function* tidyEnds(html: string): Steps<string> {
  const kept: string[] = [];
  let at = 0;
  let seen = 0;
  for (const { index, 1: tag = '' } of html.matchAll(ENDS)) {
    if (++seen % ENDS_PER_STEP === 0) yield;
    let end = index;
    for (;;) {
      let before = end;
      while (/\s/.test(html.charAt(before - 1))) before--;
      if (before < BREAK.length || !html.startsWith(BREAK, before - BREAK.length)) break;
      end = before - BREAK.length;
      if (++seen % ENDS_PER_STEP === 0) yield;
    }
    if (tag !== 'td' && tag !== 'blockquote') while (html.charAt(end - 1) === ' ') end--;
    kept.push(html.slice(at, end));
    at = index;
  }
  kept.push(html.slice(at));
  return yield* joinInSteps(kept, '');
}
