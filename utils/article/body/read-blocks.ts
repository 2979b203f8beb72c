import { ELEMENT_NODE, TEXT_NODE } from '../../page/dom-access.ts';
import { domOf } from '../../page/dom-realm.ts';
import { attributeOf, findAll, hasAttribute, tagOf } from '../../page/element-access.ts';
import { runAtOnce, type Steps } from '../../page/in-slices.ts';
import { BLOCK_TAGS, HEADING_TAGS, SILENT_TAGS } from '../../page/tag-kinds.ts';
import { walkInSteps } from '../../page/walk-tree.ts';
import { countCjkChars } from '../../text/count-words.ts';
import { hintsOf } from './class-hints.ts';
import { isAnswer, isOwnBox, isPicture, isQuestion } from './element-roles.ts';

/** A block-level element with sums over its subtree. Sizes are characters of visible text. */
export interface Box {
  element: Element;
  tag: string;
  /** The surrounding box. */
  outer: Box | null;
  children: Box[];
  depth: number;
  hints: number;
  hidden: boolean;
  /** Its blocks are `blocks[first]` to `blocks[end - 1]`. */
  first: number;
  end: number;
  chars: number;
  linkChars: number;
  /** Number of images that are no icons. */
  pictures: number;
  /** Position of the first image: the index of the following block. */
  pictureAt: number;
  /** Number of answers with radio buttons. */
  answers: number;
  /** Weighted length of prose. */
  prose: number;
  /** The part of it that counts for surrounding boxes. */
  worth: number;
}

/** A run of inline text between two block boundaries, which looks like one paragraph. */
export interface Block {
  index: number;
  box: Box;
  text: string;
  linkChars: number;
  prose: number;
  nodes: Text[];
}

export interface BlockModel {
  root: Box;
  boxes: Box[];
  blocks: Block[];
  /** The ids of what buttons show and hide (`aria-controls`). */
  unfolded: ReadonlySet<string>;
}

/** White space except single spaces, of which long texts have many. */
const SPACE = / *[\t\n\f\r\u00a0\u200b\ufeff][\t\n\f\r \u00a0\u200b\ufeff]*| {2,}/g;
const MARKED_BREAK = / ?\u2028 ?/g;

/** @param text trimmed */
function foldSpace(text: string): string {
  const folded = text.replace(SPACE, ' ');
  return (folded.includes('\u2028') ? folded.replace(MARKED_BREAK, '\n') : folded).trim();
}

const SENTENCE_END = /[.!?\u2026\u3002\uff01\uff1f\u0964\u06d4\u061f:"'\u201d\u2019\u00bb)]$/;
const SENTENCE_BREAK = /[.!?\u2026] |[\u3002\uff01\uff1f\u0964\u06d4\u061f]/;
const MIN_PROSE_LENGTH = 40;

/** Maximum length of an id; longer ones are made from headings. */
const MAX_ID_LENGTH = 30;

/** Reads an attribute of one element; null where it is absent. */
type ReadOf = (this: unknown, name: string) => string | null;

function namesOf(element: Element, read: ReadOf): string {
  const role = read.call(element, 'role');
  const itemprop = read.call(element, 'itemprop');
  const id = read.call(element, 'id');
  const names = read.call(element, 'class') ?? '';
  const hasId = id !== null && id.length <= MAX_ID_LENGTH;
  // Most elements have only a class, so that no other string has to be built.
  if (!hasId && !role && !itemprop) return names;
  return `${names} ${hasId ? id : ''} ${role ?? ''} ${itemprop ?? ''}`;
}

function isHidden(element: Element, read: ReadOf): boolean {
  if (read.call(element, 'hidden') !== null || read.call(element, 'aria-hidden') === 'true') return true;
  const style = read.call(element, 'style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

function openBox(element: Element, tag: string, parent: Box | null, first: number): Box {
  const { hasAttributes, getAttribute } = domOf(element);
  // Most paragraphs have no attributes.
  const isPlain = !hasAttributes.call(element);
  return {
    element,
    tag,
    outer: parent,
    children: [],
    depth: parent === null ? 0 : parent.depth + 1,
    hints: isPlain ? 0 : hintsOf(namesOf(element, getAttribute)),
    hidden: !isPlain && isHidden(element, getAttribute),
    first,
    end: first,
    chars: 0,
    linkChars: 0,
    pictures: 0,
    pictureAt: first,
    answers: 0,
    prose: 0,
    worth: 0,
  };
}

/** Whether a box is a label, or directly inside one. */
export const isInLabel = (box: Box): boolean =>
  [box, box.outer, box.outer?.outer].some((at) => at?.tag === 'label');

function proseOf(text: string, linkChars: number, box: Box): number {
  const own = text.length - linkChars;
  if (text.length < MIN_PROSE_LENGTH && !SENTENCE_BREAK.test(text)) return 0;
  if (linkChars > text.length * 0.5 || HEADING_TAGS.has(box.tag)) return 0;
  const dense = countCjkChars(text);
  const size = own + dense;
  if (size < MIN_PROSE_LENGTH) return 0;
  return SENTENCE_END.test(text) || SENTENCE_BREAK.test(text) ? size : size * 0.3;
}

/** Nodes per step, which takes well under a millisecond. */
const NODES_PER_STEP = 400;

/**
 * Walks a subtree once, without recursion, and splits its text at block boundaries and double line breaks. Sums are
 * computed later by `weigh-boxes.ts`.
 *
 * @param top the element of the model's root box
 * @param skipped elements to skip with their content
 * @throws PageChangedError if elements being read were removed during a pause
 */
export function* readBlocksInSteps(top: Element, skipped: ReadonlySet<Element>): Steps<BlockModel> {
  const root = openBox(top, tagOf(top), null, 0);
  const boxes: Box[] = [root];
  const blocks: Block[] = [];
  let box = root;
  let run = '';
  let nodes: Text[] = [];
  let runLink = 0;
  /** The links being read, nested. */
  const links: Element[] = [];
  let breaks = 0;

  const flush = (): void => {
    const trimmed = run.trim();
    if (trimmed !== '') {
      const text = box.tag === 'pre' ? trimmed : foldSpace(trimmed);
      if (text !== '') {
        const linkChars = Math.min(runLink, text.length);
        blocks.push({
          index: blocks.length,
          box,
          text,
          linkChars,
          prose: proseOf(text, linkChars, box),
          nodes,
        });
      }
    }
    run = '';
    nodes = [];
    runLink = 0;
    breaks = 0;
  };

  yield* walkInSteps(top, { enter, leave }, NODES_PER_STEP);
  flush();
  root.end = blocks.length;
  const buttons = findAll(top, '[aria-controls]');
  const unfolded = new Set(buttons.map((button) => attributeOf(button, 'aria-controls')));
  return { root, boxes, blocks, unfolded };

  function enter(at: Node, type: number): boolean {
    if (type === ELEMENT_NODE) return enterElement(at as Element);
    if (type !== TEXT_NODE) return false;
    const { data } = at as Text;
    run += data;
    nodes.push(at as Text);
    const length = links.length > 0 || breaks > 0 ? data.trim().length : 0;
    if (links.length > 0) runLink += length;
    if (length > 0) breaks = 0;
    return false;
  }

  function enterElement(at: Element): boolean {
    const tag = tagOf(at);
    if (SILENT_TAGS.has(tag) && !(tag === 'button' && isQuestion(at, box.tag))) return false;
    const isLabel = tag === 'label' && isAnswer(at);
    const isBox = BLOCK_TAGS.has(tag) || isLabel || isOwnBox(at, tag, box.tag, run);
    if (skipped.size > 0 && skipped.has(at)) {
      if (isBox) flush();
      return false;
    }
    if (tag === 'img') {
      if (isPicture(at)) {
        if (box.pictures === 0) box.pictureAt = run.trim() === '' ? blocks.length : blocks.length + 1;
        box.pictures++;
      }
      return false;
    }
    if (tag === 'br') {
      breaks++;
      if (breaks > 1) flush();
      else run += '\u2028';
      return false;
    }
    if (isBox) {
      flush();
      const opened = openBox(at, tag, box, blocks.length);
      if (isLabel && !isInLabel(box)) opened.answers = 1;
      box.children.push(opened);
      boxes.push(opened);
      box = opened;
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

/** The same synchronously. */
export const readBlocks = (top: Element): BlockModel => runAtOnce(readBlocksInSteps(top, new Set()));
