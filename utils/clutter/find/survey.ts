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
  /** White space collapsed; truncated to about `MAX_TEXT_LENGTH` characters. */
  text: string;
  /** Full length in characters, white space not collapsed. */
  length: number;
  /** Characters in links or buttons. */
  linked: number;
}

/**
 * All elements of a page in document order, identified by their index, which is usually called `at`. The subtree of element
 * `at` is `at … ends[at] - 1`, so that prefix sums give the sum over any subtree.
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
  /** By element: the number of units of earlier elements. */
  unitsBefore: Int32Array;
  /** The shadow roots found; changes in them are not observable from outside. */
  shadowRoots: ShadowRoot[];
}

/** Maximum length of the text of a unit, in characters. */
const MAX_TEXT_LENGTH = 800;
/** Matches all white space except single spaces between words, which are frequent. */
const UNEVEN_SPACE = /[^\S ]\s*| \s+/g;
/** Maximum depth. Deeper trees are hostile; their inner elements are never hidden by themselves. */
const MAX_DEPTH = 400;

const LINE_TAGS = TAG.paragraph | TAG.heading | TAG.caption;

interface OpenUnit {
  at: number;
  text: string;
  length: number;
  linked: number;
  /** Whether it is a paragraph, heading or caption, so that its links are part of its text. */
  isLine: boolean;
}

function isBlank(node: Node | null): boolean {
  return node === null || !isText(node) || node.data.trim() === '';
}

/** Whether a node is a child of an element, or of its shadow root. */
function isChildOf(node: Node | undefined, element: Element | undefined): boolean {
  const parent = node === undefined ? null : parentOf(node);
  return parent === element || (parent as ShadowRoot | null | undefined)?.host === element;
}

/** Whether a link has no adjacent words, as in menus, so that it is a unit of its own. */
function isStandaloneLink(link: Element): boolean {
  return isBlank(previousSiblingOf(link)) && isBlank(nextSiblingOf(link));
}

/** An element whose children are being read. */
interface Frame {
  at: number;
  depth: number;
  bits: number;
  /** The unit of the parent, and the unit that the element's own text belongs to. */
  unit: OpenUnit;
  ownUnit: OpenUnit;
  inLink: boolean;
  /** The next child; `nextLight` is the first light DOM child while a shadow root is being read. */
  next: Node | null;
  nextLight: Node | null;
}

/** Number of nodes per step; takes well under a millisecond. */
const NODES_PER_STEP = 500;

/**
 * Reads a subtree in one pass without layout, in linear time.
 *
 * @param shadowRoots collects shadow roots as they are found, because they can change before the survey is complete
 * @throws PageChangedError if elements being read were removed during a pause
 */
export function* surveyInSteps(root: Element, shadowRoots?: Set<ShadowRoot>): Steps<Survey> {
  const survey: Survey = {
    elements: [],
    parents: [],
    ends: [],
    tags: [],
    units: [],
    unitsBefore: new Int32Array(0),
    shadowRoots: [],
  };
  const { elements, parents, ends, tags, units } = survey;
  // Looked up once, because they are used for every node.
  const { firstChild, nextSibling, nodeType, localName, shadowRoot } = domOf(root);

  const closeUnit = (unit: OpenUnit): void => {
    if (unit.length === 0) return;
    const text = unit.text.replace(UNEVEN_SPACE, ' ').trim();
    units.push({ at: unit.at, text, length: unit.length, linked: unit.linked });
  };

  /** The units being read, which are nested. The object of each level is reused. */
  const openUnits: OpenUnit[] = [];
  let level = 0;
  const openUnit = (at: number, isLine: boolean): OpenUnit => {
    const unit = openUnits[level];
    level += 1;
    if (unit === undefined) {
      const created = { at, text: '', length: 0, linked: 0, isLine };
      openUnits.push(created);
      return created;
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

  /** The elements being read, one frame per depth. Reused, too. */
  const frames: Frame[] = [];

  const enter = (element: Element, parent: Frame | null): Frame | null => {
    const bits = tagBits(localName.call(element));
    const depth = parent === null ? 0 : parent.depth + 1;
    if ((bits & TAG.skip) !== 0 || depth > MAX_DEPTH) return null;
    const at = elements.length;
    elements.push(element);
    parents.push(parent === null ? -1 : parent.at);
    tags.push(bits);
    ends.push(at + 1);
    const unit = parent === null ? openUnit(0, false) : parent.ownUnit;
    const isInlineText =
      (bits & TAG.inline) !== 0 && ((bits & TAG.link) === 0 || unit.isLine || !isStandaloneLink(element));
    const ownUnit = isInlineText ? unit : openUnit(at, (bits & LINE_TAGS) !== 0);
    frames[depth] ??= { at, depth, bits, unit, ownUnit, inLink: false, next: null, nextLight: null };
    const frame = frames[depth];
    frame.at = at;
    frame.bits = bits;
    frame.unit = unit;
    frame.ownUnit = ownUnit;
    frame.inLink = parent?.inLink === true || (bits & TAG.link) !== 0;
    frame.next = null;
    frame.nextLight = null;
    if ((bits & TAG.opaque) === 0) {
      const canHaveClosedRoot = (bits & TAG.custom) !== 0 || depth <= 1;
      const openRoot = (bits & TAG.host) === 0 ? null : shadowRoot.call(element);
      const shadow = openRoot ?? (canHaveClosedRoot ? closedRootOf(element, bits) : null);
      if (shadow === null) frame.next = firstChild.call(element);
      else {
        survey.shadowRoots.push(shadow);
        shadowRoots?.add(shadow);
        frame.next = firstChild.call(shadow);
        frame.nextLight = firstChild.call(element);
      }
    }
    return frame;
  };

  const leave = ({ at, bits, unit, ownUnit }: Frame): void => {
    if ((bits & TAG.gap) !== 0) ownUnit.text += ' ';
    if (ownUnit !== unit) {
      closeUnit(ownUnit);
      level -= 1;
    }
    ends[at] = elements.length;
  };

  /** Whether a frame's element and next child are still in place. */
  const isInPlace = ({ at, next, depth }: Frame): boolean =>
    (next === null || isChildOf(next, elements[at])) &&
    isChildOf(elements[frames[depth + 1]?.at ?? 0], elements[at]);

  let frame = enter(root, null);
  let visitedCount = 0;
  while (frame !== null) {
    const child: Node | null = frame.next ?? frame.nextLight;
    if (child === null) {
      leave(frame);
      frame = frame.depth === 0 ? null : (frames[frame.depth - 1] ?? null);
      continue;
    }
    if (frame.next === null) frame.nextLight = null;
    if (++visitedCount % NODES_PER_STEP === 0) {
      const { depth } = frame;
      const wasPaused = yield;
      if (
        wasPaused !== false &&
        !(isChildOf(child, elements[frame.at]) && frames.slice(0, depth).every(isInPlace))
      )
        throw new PageChangedError();
    }
    frame.next = nextSibling.call(child);
    const type = nodeType.call(child);
    if (type === TEXT_NODE) readText(child as Text, frame.ownUnit, frame.inLink);
    else if (type === ELEMENT_NODE) frame = enter(child as Element, frame) ?? frame;
  }
  // Units were added at their end, inner before outer ones.
  units.sort((a, b) => a.at - b.at);
  survey.unitsBefore = countUnitsBefore(units, elements.length);
  return survey;
}

function countUnitsBefore(units: readonly Unit[], size: number): Int32Array {
  const before = new Int32Array(size + 1);
  let next = 0;
  for (let at = 0; at <= size; at++) {
    while (next < units.length && (units[next]?.at ?? size) < at) next += 1;
    before[at] = next;
  }
  return before;
}

/** Returns prefix sums, with which the sum over a subtree is one subtraction. */
export function prefixSums(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i] ?? 0;
    sums[i + 1] = sum;
  }
  return sums;
}

/** Returns the sum over the elements of a subtree, from prefix sums over elements. */
export function sumOverElements(survey: Survey, sums: Float64Array, at: number): number {
  return (sums[survey.ends[at] ?? at] ?? 0) - (sums[at] ?? 0);
}

/** Returns the sum over the units in a subtree, from prefix sums over units. */
export function sumOverUnits(survey: Survey, sums: Float64Array, at: number): number {
  const before = survey.unitsBefore;
  return (sums[before[survey.ends[at] ?? at] ?? 0] ?? 0) - (sums[before[at] ?? 0] ?? 0);
}
