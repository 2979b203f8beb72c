import {
  firstChildOf,
  isElement,
  isText,
  nextSiblingOf,
  parentOf,
  shortTextOf,
} from '../../page/dom-access.ts';
import {
  attributeOf,
  findSome,
  hasAttribute,
  nextElementOf,
  previousElementOf,
  tagOf,
} from '../../page/element-access.ts';
import { HEADING_TAGS } from '../../page/tag-kinds.ts';

const QUESTION = /^[^?？؟]{12,200}[?？؟]\s*$/;

/** A question with its white space. */
const LONGEST_QUESTION = 1000;
/** Nodes of a button that are looked at. */
const MOST_NODES = 200;

/** Whether one of the first nodes in a button is a heading. */
function holdsHeading(button: Element): boolean {
  let node = firstChildOf(button);
  for (let left = MOST_NODES; node !== null && left > 0; left--) {
    if (isElement(node) && HEADING_TAGS.has(tagOf(node)) && tagOf(node) !== 'h1') return true;
    let next: Node | null = firstChildOf(node);
    while (next === null && node !== null && node !== button) {
      next = nextSiblingOf(node);
      if (next === null) node = parentOf(node);
    }
    node = next;
  }
  return false;
}

/**
 * Whether a button is text: those of folded sections are their headings: they stand in one, hold one, or ask what the section answers.
 *
 * @param around the tag of the box that it stands in
 */
export function isQuestion(button: Element, around: string): boolean {
  if (HEADING_TAGS.has(around)) return true;
  const state = attributeOf(button, 'aria-expanded') || attributeOf(button, 'aria-controls');
  return state !== '' && (QUESTION.test(shortTextOf(button, LONGEST_QUESTION) ?? '') || holdsHeading(button));
}

const LINE = /^(?:p|li|dd|dt|td|th|figcaption|h[1-6])$/;

/**
 * Whether an element of the page's own making (`<x-byline>`) is a box: it stands in no paragraph, and in no run of text.
 *
 * @param around the tag of the box that it stands in
 * @param run the text before it that has no box of its own
 */
export function isOwnBox(element: Element, tag: string, around: string, run: string): boolean {
  if (!tag.includes('-') || LINE.test(around) || run.trim() !== '') return false;
  let next = nextSiblingOf(element);
  while (next !== null && isText(next) && next.data.trim() === '') next = nextSiblingOf(next);
  return next === null || !isText(next);
}

/** Smaller pictures are icons; in CSS pixels. */
const LARGEST_ICON = 64;

/** Whether a picture is more than an icon: it says so by its size, or comes in several. */
export function isPicture(image: Element): boolean {
  const width = Number.parseInt(attributeOf(image, 'width'), 10);
  const height = Number.parseInt(attributeOf(image, 'height'), 10);
  if (width <= LARGEST_ICON || height <= LARGEST_ICON) return false;
  if (width > LARGEST_ICON || hasAttribute(image, 'srcset') || hasAttribute(image, 'data-srcset'))
    return true;
  const around = parentOf(image);
  return around !== null && isElement(around) && tagOf(around) === 'picture';
}

const isRadio = (element: Element | null): boolean =>
  element !== null && tagOf(element) === 'input' && attributeOf(element, 'type') === 'radio';

/** Whether a label names one of several answers. */
export const isAnswer = (label: Element): boolean =>
  findSome(label, 'input[type="radio"]', 1).length > 0 ||
  isRadio(previousElementOf(label)) ||
  isRadio(nextElementOf(label));
