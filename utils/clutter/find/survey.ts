import {
  ELEMENT_NODE,
  isText,
  nextSiblingOf,
  parentOf,
  previousSiblingOf,
  TEXT_NODE,
} from '../../page/dom-access.ts';
import { domOf } from '../../page/dom-realm.ts';
import { PageChangedError, type Steps } from '../../page/in-slices.ts';
import { closedRootOf } from './shadow-roots.ts';
import { TAG, tagBits } from './tags.ts';

/** The text of one element outside of its block children. */
export interface Unit {
  /** Number of the element in the survey. */
  at: number;
  /** White space folded; truncated to `MAX_TEXT_LENGTH` characters. */
  text: string;
  /** Full length in characters, white space not folded. */
  length: number;
  /** Characters in links or buttons. */
  linked: number;
}

/**
 * All elements of a page in document order, identified by numbers. The subtree of element `i` is `i … ends[i] - 1`, so that
 * prefix sums answer questions about any subtree.
 */
export interface Survey {
  elements: Element[];
  /** Number of the parent; -1 for the root. Includes shadow hosts. */
  parents: number[];
  ends: number[];
  /** Bits of the tag (`TAG`). */
  tags: number[];
  /** In document order. */
  units: Unit[];
  /** By element: the number of texts of earlier elements. */
  textsBefore: Int32Array;
  /** The shadow roots found; changes in them are not observable from outside. */
  shadowRoots: ShadowRoot[];
}

const MAX_TEXT_LENGTH = 800;
/** All white space except the frequent single space between words. */
const UNEVEN = /[^\S ]\s*| \s+/g;
/** Maximum depth: deeper trees are hostile, and their inner elements are never hidden themselves. */
const MAX_DEPTH = 400;

const LINES = TAG.paragraph | TAG.heading | TAG.caption;

interface OpenUnit {
  at: number;
  text: string;
  length: number;
  linked: number;
  /** Whether it is a paragraph, heading or caption, whose links are words in it. */
  isLine: boolean;
}

function isBlank(node: Node | null): boolean {
  return node === null || !isText(node) || node.data.trim() === '';
}

/** Whether a node is a child of an element, or of its shadow root. */
function isIn(node: Node | undefined, element: Element | undefined): boolean {
  const parent = node === undefined ? null : parentOf(node);
  return parent === element || (parent as ShadowRoot | null | undefined)?.host === element;
}

/** Whether a link without adjacent words, as in menus and on buttons, is a text of its own. */
function standsAlone(link: Element): boolean {
  return isBlank(previousSiblingOf(link)) && isBlank(nextSiblingOf(link));
}

/** An element whose children are being read. */
interface Frame {
  at: number;
  depth: number;
  bits: number;
  /** The surrounding text, and the text that its own words belong to. */
  unit: OpenUnit;
  own: OpenUnit;
  inLink: boolean;
  /** The next child; `light` is the first light-DOM child while a shadow root is being read. */
  next: Node | null;
  light: Node | null;
}

/** Nodes per step, which takes well under a millisecond. */
const NODES_PER_STEP = 500;

/**
 * Reads a subtree once without layout, in linear time.
 *
 * @param met collects shadow roots at once, because they may change before reading ends
 * @throws PageChangedError if elements being read were removed during a pause
 */
export function* surveyInSteps(root: Element, met?: Set<ShadowRoot>): Steps<Survey> {
  const survey: Survey = {
    elements: [],
    parents: [],
    ends: [],
    tags: [],
    units: [],
    textsBefore: new Int32Array(0),
    shadowRoots: [],
  };
  const { elements, parents, ends, tags, units } = survey;
  // Looked up once, because they are used for every node.
  const { firstChild, nextSibling, nodeType, localName, shadowRoot } = domOf(root);

  const closeUnit = (unit: OpenUnit): void => {
    if (unit.length === 0) return;
    const text = unit.text.replace(UNEVEN, ' ').trim();
    units.push({ at: unit.at, text, length: unit.length, linked: unit.linked });
  };

  /** Texts being read are nested; the object of each level is reused. */
  const open: OpenUnit[] = [];
  let level = 0;
  const openUnit = (at: number, isLine: boolean): OpenUnit => {
    const unit = open[level];
    level += 1;
    if (unit === undefined) {
      const made = { at, text: '', length: 0, linked: 0, isLine };
      open.push(made);
      return made;
    }
    unit.at = at;
    unit.text = '';
    unit.length = 0;
    unit.linked = 0;
    unit.isLine = isLine;
    return unit;
  };

  const readText = (node: Text, unit: OpenUnit, inLink: boolean): void => {
    const text = node.data;
    const length = text.trim().length;
    if (length === 0) {
      if (unit.length > 0) unit.text += ' ';
      return;
    }
    if (unit.text.length < MAX_TEXT_LENGTH)
      unit.text += text.length > MAX_TEXT_LENGTH ? text.slice(0, MAX_TEXT_LENGTH) : text;
    unit.length += length;
    if (inLink) unit.linked += length;
  };

  /** Elements being read are nested, too: one frame per depth. */
  const frames: Frame[] = [];

  const enter = (element: Element, around: Frame | null): Frame | null => {
    const bits = tagBits(localName.call(element));
    const depth = around === null ? 0 : around.depth + 1;
    if ((bits & TAG.skip) !== 0 || depth > MAX_DEPTH) return null;
    const at = elements.length;
    elements.push(element);
    parents.push(around === null ? -1 : around.at);
    tags.push(bits);
    ends.push(at + 1);
    const unit = around === null ? openUnit(0, false) : around.own;
    const flows =
      (bits & TAG.inline) !== 0 && ((bits & TAG.link) === 0 || unit.isLine || !standsAlone(element));
    const own = flows ? unit : openUnit(at, (bits & LINES) !== 0);
    frames[depth] ??= { at, depth, bits, unit, own, inLink: false, next: null, light: null };
    const frame = frames[depth];
    frame.at = at;
    frame.bits = bits;
    frame.unit = unit;
    frame.own = own;
    frame.inLink = around?.inLink === true || (bits & TAG.link) !== 0;
    frame.next = null;
    frame.light = null;
    if ((bits & TAG.opaque) === 0) {
      const mayBeClosed = (bits & TAG.custom) !== 0 || depth <= 1;
      const openRoot = (bits & TAG.host) === 0 ? null : shadowRoot.call(element);
      const shadow = openRoot ?? (mayBeClosed ? closedRootOf(element, bits) : null);
      if (shadow === null) frame.next = firstChild.call(element);
      else {
        survey.shadowRoots.push(shadow);
        met?.add(shadow);
        frame.next = firstChild.call(shadow);
        frame.light = firstChild.call(element);
      }
    }
    return frame;
  };

  const leave = ({ at, bits, unit, own }: Frame): void => {
    if ((bits & TAG.gap) !== 0) own.text += ' ';
    if (own !== unit) {
      closeUnit(own);
      level -= 1;
    }
    ends[at] = elements.length;
  };

  /** Whether a frame's element and next child are still in place. */
  const isInPlace = ({ at, next, depth }: Frame): boolean =>
    (next === null || isIn(next, elements[at])) && isIn(elements[frames[depth + 1]?.at ?? 0], elements[at]);

  let frame = enter(root, null);
  let walked = 0;
  while (frame !== null) {
    const child: Node | null = frame.next ?? frame.light;
    if (child === null) {
      leave(frame);
      frame = frame.depth === 0 ? null : (frames[frame.depth - 1] ?? null);
      continue;
    }
    if (frame.next === null) frame.light = null;
    if (++walked % NODES_PER_STEP === 0) {
      const { depth } = frame;
      const hasRested = yield;
      if (
        hasRested !== false &&
        !(isIn(child, elements[frame.at]) && frames.slice(0, depth).every(isInPlace))
      )
        throw new PageChangedError();
    }
    frame.next = nextSibling.call(child);
    const type = nodeType.call(child);
    if (type === TEXT_NODE) readText(child as Text, frame.own, frame.inLink);
    else if (type === ELEMENT_NODE) frame = enter(child as Element, frame) ?? frame;
  }
  // Texts were listed at their end, inner before outer ones.
  units.sort((a, b) => a.at - b.at);
  survey.textsBefore = countTextsBefore(units, elements.length);
  return survey;
}

function countTextsBefore(units: readonly Unit[], size: number): Int32Array {
  const before = new Int32Array(size + 1);
  let next = 0;
  for (let at = 0; at <= size; at++) {
    while (next < units.length && (units[next]?.at ?? size) < at) next += 1;
    before[at] = next;
  }
  return before;
}

/** Prefix sums, so that the sum over a subtree is one subtraction. */
export function prefixSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i] ?? 0;
    sums[i + 1] = sum;
  }
  return sums;
}

/** The sum over the elements of a subtree, by prefix sums over elements. */
export function sumWithin(survey: Survey, sums: Float64Array, at: number): number {
  return (sums[survey.ends[at] ?? at] ?? 0) - (sums[at] ?? 0);
}

/** The sum over the texts in a subtree, by prefix sums over texts. */
export function sumTexts(survey: Survey, sums: Float64Array, at: number): number {
  const before = survey.textsBefore;
  return (sums[before[survey.ends[at] ?? at] ?? 0] ?? 0) - (sums[before[at] ?? 0] ?? 0);
}
