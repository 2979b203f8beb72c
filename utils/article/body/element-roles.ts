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
  findUpTo,
  hasAttribute,
  nextElementOf,
  previousElementOf,
  tagOf,
} from '../../page/element-access.ts';
import { HEADING_TAGS } from '../../page/tag-kinds.ts';

const QUESTION = /^[^?？؟]{12,200}[?？؟]\s*$/;

/** Maximum length of a question with white space. */
const MAX_QUESTION_LENGTH = 1000;
/** Limit of nodes examined in a button. */
const MAX_NODES = 200;

/** Whether one of the first nodes in a button is a heading. */
function holdsHeading(button: Element): boolean {
  let node = firstChildOf(button);
  for (let left = MAX_NODES; node !== null && left > 0; left--) {
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
 * Whether a button is text: the heading of a collapsible section is in or around a heading, or asks a question.
 *
 * @param around tag of the surrounding box
 */
export function isQuestion(button: Element, around: string): boolean {
  if (HEADING_TAGS.has(around)) return true;
  const state = attributeOf(button, 'aria-expanded') || attributeOf(button, 'aria-controls');
  return (
    state !== '' && (QUESTION.test(shortTextOf(button, MAX_QUESTION_LENGTH) ?? '') || holdsHeading(button))
  );
}

const LINE = /^(?:p|li|dd|dt|td|th|figcaption|h[1-6])$/;

/**
 * Whether a custom element (`<x-byline>`) is a box, which is not in a paragraph or a run of text.
 *
 * @param around tag of the surrounding box
 * @param run the preceding text without a box of its own
 */
export function isOwnBox(element: Element, tag: string, around: string, run: string): boolean {
  if (!tag.includes('-') || LINE.test(around) || run.trim() !== '') return false;
  let next = nextSiblingOf(element);
  while (next !== null && isText(next) && next.data.trim() === '') next = nextSiblingOf(next);
  return next === null || !isText(next);
}

/** Maximum size of an icon, in CSS pixels. */
const MAX_ICON_SIZE = 64;

/** Whether an image is no icon, by its stated size or several sources. */
export function isPicture(image: Element): boolean {
  const width = Number.parseInt(attributeOf(image, 'width'), 10);
  const height = Number.parseInt(attributeOf(image, 'height'), 10);
  if (width <= MAX_ICON_SIZE || height <= MAX_ICON_SIZE) return false;
  if (width > MAX_ICON_SIZE || hasAttribute(image, 'srcset') || hasAttribute(image, 'data-srcset'))
    return true;
  const around = parentOf(image);
  return around !== null && isElement(around) && tagOf(around) === 'picture';
}

const isRadio = (element: Element | null): boolean =>
  element !== null && tagOf(element) === 'input' && attributeOf(element, 'type') === 'radio';

/** Whether a label names one of several answers. */
export const isAnswer = (label: Element): boolean =>
  findUpTo(label, 'input[type="radio"]', 1).length > 0 ||
  isRadio(previousElementOf(label)) ||
  isRadio(nextElementOf(label));
