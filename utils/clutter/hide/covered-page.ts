import { elementsFromPoint, isConnected, queryWithin } from '../../page/dom-access.ts';
import {
  attributeOf,
  boundingRectOf,
  findFirst,
  isRendered,
  matchesSelector,
  tagOf,
} from '../../page/element-access.ts';
import { HEADING_TAGS } from '../../page/tag-kinds.ts';
import { submitsOrNavigates } from '../find/passable-box.ts';
import { readWords } from '../find/read-words.ts';
import { cueBits } from '../phrases/phrase-book.ts';
import type { CueReader } from '../phrases/read-cues.ts';
import { listArticleAncestors } from './article-ancestors.ts';
import { findCloseButton } from './close-button.ts';
import { accessibleShadowRootOf, coversViewport } from './page-layers.ts';

/*
 * Detects effects of a modal that inline styles can't undo, and layers that are walls. Used when a modal is hidden.
 */

type View = Pick<Window, 'getComputedStyle'>;

/** Whether an element draws a backdrop as a pseudo-element. */
function hasPseudoBackdrop(element: Element, view: View): boolean {
  return ['::before', '::after'].some((part) => {
    const style = view.getComputedStyle(element, part);
    // Without content, the pseudo-element is not rendered.
    if (style.position !== 'fixed' || style.content === 'none' || style.display === 'none') return false;
    if (Number.parseFloat(style.opacity) === 0) return false;
    if (style.pointerEvents === 'none' || style.visibility === 'hidden') return false;
    return Number.parseInt(style.zIndex, 10) > 0 && coversViewport(style);
  });
}

/** Maximum number of the article's elements that are checked for a backdrop over them. */
const MAX_CHECKED = 30;

/** Whether a pseudo-element covers the article, so that hit tests at its text return the element that draws the backdrop. */
export function isCoveredByPseudoElement(
  document_: Document,
  view: View,
  extracted: readonly Element[],
): boolean {
  const withBackdrop = listArticleAncestors(document_, extracted).filter((element) =>
    hasPseudoBackdrop(element, view),
  );
  if (withBackdrop.length === 0) return false;
  return extracted.slice(0, MAX_CHECKED).some((text) => {
    const { left, top, width, height } = boundingRectOf(text);
    const [topmost] = elementsFromPoint(document_, left + width / 2, top + height / 2);
    return topmost !== undefined && withBackdrop.includes(topmost);
  });
}

/** Whether the page doesn't render the article, as some do while a modal is open. */
export function isArticleUnrendered(extracted: readonly Element[]): boolean {
  // Part of a text can be collapsed, but not all of it.
  let isFound = false;
  for (const element of extracted) {
    if (!isConnected(element) || HEADING_TAGS.has(tagOf(element))) continue;
    if (isRendered(element) !== false) return false;
    isFound = true;
  }
  return isFound;
}

const OFFER_CUES = cueBits('subscribe', 'wall');
/** Maximum number of characters read from a layer and from a control. */
const MAX_LAYER_TEXT = 600;
const MAX_CONTROL_TEXT = 80;
/** Cues of controls in walls. */
const WALL_CONTROL_CUES = cueBits('subscribe', 'wall', 'login', 'account', 'offer');
const CONTROLS = 'a, button, [role="button"], [tabindex], [onclick]';
/** Maximum number of elements in a wall. */
const MAX_ELEMENTS = 500;
/** Fields, and frames, because they can contain fields. */
const FIELDS = 'input, textarea, select, iframe';

/**
 * Whether a layer that locks the page is a wall: it offers a subscription, has no fields, and all its controls are for
 * buying, logging in or navigating. Such a layer locks the page on purpose.
 */
export function looksLikeWall(layer: Element, phrases: CueReader): boolean {
  if ((phrases.readCues(readWords(layer, MAX_LAYER_TEXT)) & OFFER_CUES) === 0) return false;
  if (findFirst(layer, FIELDS) !== null || findCloseButton(layer) !== null) return false;
  const inside = queryWithin(layer, '*');
  if (inside.length > MAX_ELEMENTS) return false;
  for (const element of [layer, ...inside]) {
    if (accessibleShadowRootOf(element) !== null) return false;
    if (!matchesSelector(element, CONTROLS) || submitsOrNavigates(element)) continue;
    // A control with any other label closes the layer: "Later", "On to the story", an icon.
    const words = `${readWords(element, MAX_CONTROL_TEXT)}. ${attributeOf(element, 'aria-label')}`;
    if ((phrases.readCues(words) & WALL_CONTROL_CUES) === 0) return false;
  }
  return true;
}
