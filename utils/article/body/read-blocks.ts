import { ELEMENT_NODE, TEXT_NODE } from '../../page/dom-access.ts';
import { domOf } from '../../page/dom-realm.ts';
import { attributeOf, findAll, hasAttribute, tagOf } from '../../page/element-access.ts';
import { runAtOnce, type Steps } from '../../page/in-slices.ts';
import { BLOCK_TAGS, HEADING_TAGS, SILENT_TAGS } from '../../page/tag-kinds.ts';
import { walkInSteps } from '../../page/walk-tree.ts';
import { countCjkChars } from '../../text/count-words.ts';
import type { SitePhrases } from '../site-phrases.ts';
import { readHints } from './class-hints.ts';
import { isNotIcon, isRadioLabel, isSectionHeading, isStandaloneBox } from './element-roles.ts';

/** A block-level element with sums over its subtree. Lengths are in UTF-16 code units. */
export interface Box {
  element: Element;
  tag: string;
  /** The surrounding box. */
  outer: Box | null;
  children: Box[];
  depth: number;
  hints: number;
  isHidden: boolean;
  /** The blocks in its subtree are `blocks[first]` to `blocks[end - 1]`. */
  first: number;
  end: number;
  chars: number;
  linkChars: number;
  /** Number of images directly in it, without icons. */
  pictures: number;
  /** Position of the first image, as the index of the following block. */
  pictureAt: number;
  /** Number of labels of radio buttons. */
  radioLabels: number;
  /** Weighted length of the prose. */
  prose: number;
  /** The part of `prose` that counts for surrounding boxes. */
  outerProse: number;
}

/** A run of inline text between two block boundaries, which is rendered like a paragraph. */
export interface Block {
  index: number;
  box: Box;
  text: string;
  linkChars: number;
  prose: number;
  nodes: Text[];
}

/** The blocks of a page. */
export interface PageBlocks {
  root: Box;
  boxes: Box[];
  blocks: Block[];
  /** Ids of elements that buttons expand and collapse (`aria-controls`). */
  collapsibleIds: ReadonlySet<string>;
}

export interface BlockModel extends PageBlocks {
  phrases: SitePhrases;
}

/** Matches white space except single spaces, which are frequent. */
const UNEVEN_SPACE = / *[\t\n\f\r\u00a0\u200b\ufeff][\t\n\f\r \u00a0\u200b\ufeff]*| {2,}/g;
const MARKED_BREAK = / ?\u2028 ?/g;

/** Collapses white space, and replaces marked line breaks by `\n`. */
function collapseSpace(text: string): string {
  const folded = text.replace(UNEVEN_SPACE, ' ');
  return (folded.includes('\u2028') ? folded.replace(MARKED_BREAK, '\n') : folded).trim();
}

const SENTENCE_END = /[.!?\u2026\u3002\uff01\uff1f\u0964\u06d4\u061f:"'\u201d\u2019\u00bb)]$/;
const SENTENCE_BREAK = /[.!?\u2026] |[\u3002\uff01\uff1f\u0964\u06d4\u061f]/;
const MIN_PROSE_LENGTH = 40;

/** Maximum length of an id that is read, in characters; longer ones are generated from headings. */
const MAX_ID_LENGTH = 30;

/** `getAttribute`, called with the element as `this`. */
type GetAttribute = (this: unknown, name: string) => string | null;

function namesOf(element: Element, getAttribute: GetAttribute): string {
  const role = getAttribute.call(element, 'role');
  const itemprop = getAttribute.call(element, 'itemprop');
  const id = getAttribute.call(element, 'id');
  const names = getAttribute.call(element, 'class') ?? '';
  const hasId = id !== null && id.length <= MAX_ID_LENGTH;
  // A shortcut, because most elements have only a class.
  if (!hasId && !role && !itemprop) return names;
  return `${names} ${hasId ? id : ''} ${role ?? ''} ${itemprop ?? ''}`;
}

function isElementHidden(element: Element, getAttribute: GetAttribute): boolean {
  if (getAttribute.call(element, 'hidden') !== null || getAttribute.call(element, 'aria-hidden') === 'true')
    return true;
  const style = getAttribute.call(element, 'style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

function openBox(element: Element, tag: string, parent: Box | null, first: number): Box {
  const { hasAttributes, getAttribute } = domOf(element);
  // A shortcut, because most paragraphs have no attributes.
  const hasNoAttributes = !hasAttributes.call(element);
  return {
    element,
    tag,
    outer: parent,
    children: [],
    depth: parent === null ? 0 : parent.depth + 1,
    hints: hasNoAttributes ? 0 : readHints(namesOf(element, getAttribute)),
    isHidden: !hasNoAttributes && isElementHidden(element, getAttribute),
    first,
    end: first,
    chars: 0,
    linkChars: 0,
    pictures: 0,
    pictureAt: first,
    radioLabels: 0,
    prose: 0,
    outerProse: 0,
  };
}

/** Whether a box is a label, or directly inside one. */
export const isInLabel = (box: Box): boolean =>
  [box, box.outer, box.outer?.outer].some((at) => at?.tag === 'label');

function measureProse(text: string, linkChars: number, box: Box): number {
  const unlinkedLength = text.length - linkChars;
  if (text.length < MIN_PROSE_LENGTH && !SENTENCE_BREAK.test(text)) return 0;
  if (linkChars > text.length * 0.5 || HEADING_TAGS.has(box.tag)) return 0;
  const cjkCount = countCjkChars(text);
  const size = unlinkedLength + cjkCount;
  if (size < MIN_PROSE_LENGTH) return 0;
  return SENTENCE_END.test(text) || SENTENCE_BREAK.test(text) ? size : size * 0.3;
}

/** Number of nodes per step; takes well under a millisecond. */
const NODES_PER_STEP = 400;

/**
 * Walks a subtree once, without recursion, and splits its text at block boundaries and double line breaks. The sums are
 * computed later by `weighBoxes`.
 *
 * @param top becomes the root box
 * @param skipped elements to skip with their content
 * @throws PageChangedError if elements being read were removed during a pause
 */
export function* readBlocksInSteps(top: Element, skipped: ReadonlySet<Element>): Steps<PageBlocks> {
  const root = openBox(top, tagOf(top), null, 0);
  const boxes: Box[] = [root];
  const blocks: Block[] = [];
  let box = root;
  let runText = '';
  let nodes: Text[] = [];
  let runLinkChars = 0;
  /** The links being read, which can be nested. */
  const links: Element[] = [];
  let breaks = 0;

  const flush = (): void => {
    const trimmed = runText.trim();
    if (trimmed !== '') {
      const text = box.tag === 'pre' ? trimmed : collapseSpace(trimmed);
      if (text !== '') {
        const linkChars = Math.min(runLinkChars, text.length);
        blocks.push({
          index: blocks.length,
          box,
          text,
          linkChars,
          prose: measureProse(text, linkChars, box),
          nodes,
        });
      }
    }
    runText = '';
    nodes = [];
    runLinkChars = 0;
    breaks = 0;
  };

  yield* walkInSteps(top, { enter, leave }, NODES_PER_STEP);
  flush();
  root.end = blocks.length;
  const buttons = findAll(top, '[aria-controls]');
  const collapsibleIds = new Set(buttons.map((button) => attributeOf(button, 'aria-controls')));
  return { root, boxes, blocks, collapsibleIds };

  function enter(at: Node, type: number): boolean {
    if (type === ELEMENT_NODE) return enterElement(at as Element);
    if (type !== TEXT_NODE) return false;
    const { data } = at as Text;
    runText += data;
    nodes.push(at as Text);
    const length = links.length > 0 || breaks > 0 ? data.trim().length : 0;
    if (links.length > 0) runLinkChars += length;
    if (length > 0) breaks = 0;
    return false;
  }

  function enterElement(at: Element): boolean {
    const tag = tagOf(at);
    if (SILENT_TAGS.has(tag) && !(tag === 'button' && isSectionHeading(at, box.tag))) return false;
    const isLabel = tag === 'label' && isRadioLabel(at);
    const isBox = BLOCK_TAGS.has(tag) || isLabel || isStandaloneBox(at, tag, box.tag, runText);
    if (skipped.size > 0 && skipped.has(at)) {
      if (isBox) flush();
      return false;
    }
    if (tag === 'img') {
      if (isNotIcon(at)) {
        if (box.pictures === 0) box.pictureAt = runText.trim() === '' ? blocks.length : blocks.length + 1;
        box.pictures++;
      }
      return false;
    }
    if (tag === 'br') {
      breaks++;
      if (breaks > 1) flush();
      else runText += '\u2028';
      return false;
    }
    if (isBox) {
      flush();
      const newBox = openBox(at, tag, box, blocks.length);
      if (isLabel && !isInLabel(box)) newBox.radioLabels = 1;
      box.children.push(newBox);
      boxes.push(newBox);
      box = newBox;
    } else if (tag === 'a' && hasAttribute(at, 'href')) links.push(at);
    return true;
  }

  function leave(element: Element): void {
    if (links.at(-1) === element) links.pop();
    if (box.element !== element) return;
    flush();
    box.end = blocks.length;
    if (box.outer !== null) box = box.outer;
  }
}

/** Runs `readBlocksInSteps` synchronously. */
export const readBlocks = (top: Element): PageBlocks => runAtOnce(readBlocksInSteps(top, new Set()));
