import { elementsAt, isAttached, queryWithin } from '../../page/dom-access.ts';
import { attributeOf, boxOf, findFirst, isDrawn, isLike, tagOf } from '../../page/element-access.ts';
import { HEADING_TAGS } from '../../page/tag-kinds.ts';
import { readWords } from '../find/read-words.ts';
import { cueBits } from '../phrases/phrase-book.ts';
import { readCues } from '../phrases/read-cues.ts';
import { chainOf } from './article-chain.ts';
import { findCloseButton, goesElsewhere } from './close-button.ts';
import { isSpread, rootIn } from './page-layers.ts';

/*
 * What a modal does to a page that no inline style of ours can undo, and what tells a wall from a modal: looked at where
 * a modal is hidden.
 */

type View = Pick<Window, 'getComputedStyle'>;

/** A veil that stands in no element: drawn by the style sheet before or after what the article stands in. */
function hasVeil(element: Element, view: View): boolean {
  return ['::before', '::after'].some((part) => {
    const style = view.getComputedStyle(element, part);
    // Nothing is drawn where there is no content; a picture behind the text takes no clicks from it.
    if (style.position !== 'fixed' || style.content === 'none' || style.display === 'none') return false;
    if (Number.parseFloat(style.opacity) === 0) return false;
    if (style.pointerEvents === 'none' || style.visibility === 'hidden') return false;
    return Number.parseInt(style.zIndex, 10) > 0 && isSpread(style);
  });
}

/** Elements of the article at which it is looked whether a veil lies over them. */
const MOST_LOOKED_AT = 30;

/** Whether the page lies under a veil that stands in no element: what is found in the place of its text has drawn it. */
export function isVeiled(document_: Document, view: View, kept: readonly Element[]): boolean {
  const veiled = chainOf(document_, kept).filter((element) => hasVeil(element, view));
  if (veiled.length === 0) return false;
  return kept.slice(0, MOST_LOOKED_AT).some((text) => {
    const { left, top, width, height } = boxOf(text);
    const [over] = elementsAt(document_, left + width / 2, top + height / 2);
    return over !== undefined && veiled.includes(over);
  });
}

/** Whether the article is taken out of the page, as it is while a modal takes its place. */
export function isArticleAway(kept: readonly Element[]): boolean {
  // Some of a text may be folded away; all of it is not.
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
/** What a wall is paid or passed by. */
const OF_A_WALL = cueBits('subscribe', 'wall', 'login', 'account', 'offer');
const CONTROLS = 'a, button, [role="button"], [tabindex], [onclick]';
/** A wall has few elements. */
const MOST_INSIDE = 500;
/** Fields, and frames, which may have some. */
const FIELDS = 'input, textarea, select, iframe';

/**
 * Whether a layer is a wall, whatever its words: it offers a subscription, there is nothing to fill in, and all that can
 * be pressed buys, logs in or goes elsewhere. Where such a layer holds the page, the page is held on purpose.
 */
export function isLikeWall(layer: Element): boolean {
  if ((readCues(readWords(layer, WORDS)) & OFFERS) === 0) return false;
  if (findFirst(layer, FIELDS) !== null || findCloseButton(layer) !== null) return false;
  const inside = queryWithin(layer, '*');
  if (inside.length > MOST_INSIDE) return false;
  for (const element of [layer, ...inside]) {
    if (rootIn(element) !== null) return false;
    if (!isLike(element, CONTROLS) || goesElsewhere(element)) continue;
    // Whatever it is called: “Later”, “On to the story”, a cross that is drawn.
    const words = `${readWords(element, CONTROL_WORDS)}. ${attributeOf(element, 'aria-label')}`;
    if ((readCues(words) & OF_A_WALL) === 0) return false;
  }
  return true;
}
