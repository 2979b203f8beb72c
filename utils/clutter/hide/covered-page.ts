import { elementsAt, isAttached, queryWithin } from '../../page/dom-access.ts';
import { attributeOf, boxOf, findFirst, isDrawn, isLike, tagOf } from '../../page/element-access.ts';
import { HEADING_TAGS } from '../../page/tag-kinds.ts';
import { goesElsewhere } from '../find/passable-box.ts';
import { readWords } from '../find/read-words.ts';
import { cueBits } from '../phrases/phrase-book.ts';
import { readCues } from '../phrases/read-cues.ts';
import { chainOf } from './article-chain.ts';
import { findCloseButton } from './close-button.ts';
import { isSpread, rootIn } from './page-layers.ts';

/*
 * Effects of a modal on a page that inline styles can't undo, and how to tell a wall from a modal. Checked when a modal is
 * hidden.
 */

type View = Pick<Window, 'getComputedStyle'>;

/** Whether a backdrop is a pseudo-element of an ancestor of the article. */
function hasVeil(element: Element, view: View): boolean {
  return ['::before', '::after'].some((part) => {
    const style = view.getComputedStyle(element, part);
    // Without content nothing is drawn; an image behind the text does not catch clicks.
    if (style.position !== 'fixed' || style.content === 'none' || style.display === 'none') return false;
    if (Number.parseFloat(style.opacity) === 0) return false;
    if (style.pointerEvents === 'none' || style.visibility === 'hidden') return false;
    return Number.parseInt(style.zIndex, 10) > 0 && isSpread(style);
  });
}

/** Number of the article's elements checked for a backdrop over them. */
const MAX_CHECKED = 30;

/** Whether the page is covered by a pseudo-element, in which case hit tests at its text find the element that draws it. */
export function isVeiled(document_: Document, view: View, kept: readonly Element[]): boolean {
  const veiled = chainOf(document_, kept).filter((element) => hasVeil(element, view));
  if (veiled.length === 0) return false;
  return kept.slice(0, MAX_CHECKED).some((text) => {
    const { left, top, width, height } = boxOf(text);
    const [over] = elementsAt(document_, left + width / 2, top + height / 2);
    return over !== undefined && veiled.includes(over);
  });
}

/** Whether the article is removed from the page while a modal is shown. */
export function isArticleAway(kept: readonly Element[]): boolean {
  // Part of a text may be collapsed, but not all of it.
  let isFound = false;
  for (const element of kept) {
    if (!isAttached(element) || HEADING_TAGS.has(tagOf(element))) continue;
    if (isDrawn(element) !== false) return false;
    isFound = true;
  }
  return isFound;
}

const OFFERS = cueBits('subscribe', 'wall');
const WORDS = 600;
const CONTROL_WORDS = 80;
/** Cues of controls in walls. */
const OF_A_WALL = cueBits('subscribe', 'wall', 'login', 'account', 'offer');
const CONTROLS = 'a, button, [role="button"], [tabindex], [onclick]';
/** Maximum number of elements in a wall. */
const MAX_ELEMENTS = 500;
/** Fields, and frames, which may contain some. */
const FIELDS = 'input, textarea, select, iframe';

/**
 * Whether a layer is a wall, whatever its words: it offers a subscription, has no fields, and all its controls buy, log in
 * or navigate. A page that such a layer holds is held on purpose.
 */
export function isLikeWall(layer: Element): boolean {
  if ((readCues(readWords(layer, WORDS)) & OFFERS) === 0) return false;
  if (findFirst(layer, FIELDS) !== null || findCloseButton(layer) !== null) return false;
  const inside = queryWithin(layer, '*');
  if (inside.length > MAX_ELEMENTS) return false;
  for (const element of [layer, ...inside]) {
    if (rootIn(element) !== null) return false;
    if (!isLike(element, CONTROLS) || goesElsewhere(element)) continue;
    // Any label: “Later”, “On to the story”, a drawn cross.
    const words = `${readWords(element, CONTROL_WORDS)}. ${attributeOf(element, 'aria-label')}`;
    if ((readCues(words) & OF_A_WALL) === 0) return false;
  }
  return true;
}
