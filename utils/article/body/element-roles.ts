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

/** Maximum length of a question with white space, in UTF-16 code units. */
const MAX_QUESTION_LENGTH = 1000;
/** Maximum number of nodes examined in a button. */
const MAX_NODES = 200;

/** Whether a button contains a heading among its first nodes. */
function containsHeading(button: Element): boolean {
  let node = firstChildOf(button);
  for (let nodesLeft = MAX_NODES; node !== null && nodesLeft > 0; nodesLeft--) {
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
 * Whether the label of a button belongs to the text, as the heading of a collapsible section. Such a button is inside a
 * heading, contains one, or is a question.
 *
 * @param outerTag tag of the surrounding box
 */
export function isSectionHeading(button: Element, outerTag: string): boolean {
  if (HEADING_TAGS.has(outerTag)) return true;
  const state = attributeOf(button, 'aria-expanded') || attributeOf(button, 'aria-controls');
  return (
    state !== '' && (QUESTION.test(shortTextOf(button, MAX_QUESTION_LENGTH) ?? '') || containsHeading(button))
  );
}

const LINE_TAG = /^(?:p|li|dd|dt|td|th|figcaption|h[1-6])$/;

/**
 * Whether a custom element (`<x-byline>`) is a box and not part of a paragraph or of a run of text.
 *
 * @param tag tag of the element
 * @param outerTag tag of the surrounding box
 * @param run the preceding text in the same box
 */
export function isStandaloneBox(element: Element, tag: string, outerTag: string, run: string): boolean {
  if (!tag.includes('-') || LINE_TAG.test(outerTag) || run.trim() !== '') return false;
  let next = nextSiblingOf(element);
  while (next !== null && isText(next) && next.data.trim() === '') next = nextSiblingOf(next);
  return next === null || !isText(next);
}

/** Maximum width or height of an icon, in CSS px. */
const MAX_ICON_SIZE = 64;

/** Whether an image is not an icon, because of its declared size or because it has several sources. */
export function isNotIcon(image: Element): boolean {
  const width = Number.parseInt(attributeOf(image, 'width'), 10);
  const height = Number.parseInt(attributeOf(image, 'height'), 10);
  if (width <= MAX_ICON_SIZE || height <= MAX_ICON_SIZE) return false;
  if (width > MAX_ICON_SIZE || hasAttribute(image, 'srcset') || hasAttribute(image, 'data-srcset'))
    return true;
  const parent = parentOf(image);
  return parent !== null && isElement(parent) && tagOf(parent) === 'picture';
}

const isRadio = (element: Element | null): boolean =>
  element !== null && tagOf(element) === 'input' && attributeOf(element, 'type') === 'radio';

/** Whether a label belongs to a radio button. */
export const isRadioLabel = (label: Element): boolean =>
  findUpTo(label, 'input[type="radio"]', 1).length > 0 ||
  isRadio(previousElementOf(label)) ||
  isRadio(nextElementOf(label));
