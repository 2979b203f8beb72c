import { isAttached } from '../../page/dom-access.ts';
import { findFirst, isDrawn, tagOf } from '../../page/element-access.ts';
import { HEADING_TAGS } from '../../page/tag-kinds.ts';
import { readWords } from '../find/read-words.ts';
import { cueBits } from '../phrases/phrase-book.ts';
import { readCues } from '../phrases/read-cues.ts';
import { chainOf } from './article-chain.ts';
import { findCloseButton } from './close-button.ts';
import { isSpread } from './page-layers.ts';

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
    if (style.pointerEvents === 'none' || style.visibility === 'hidden') return false;
    return Number.parseInt(style.zIndex, 10) > 0 && isSpread(style);
  });
}

/** Whether the whole page lies under a veil that stands in no element. */
export function isVeiled(document_: Document, view: View, kept: readonly Element[]): boolean {
  return chainOf(document_, kept).some((element) => hasVeil(element, view));
}

/** Whether the article is taken out of the page, as it is while a modal takes its place. */
export function isArticleAway(kept: readonly Element[]): boolean {
  // Some of a text may be folded away; all of it is not.
  const texts = kept.filter((element) => isAttached(element) && !HEADING_TAGS.has(tagOf(element)));
  return texts.length > 0 && texts.every((text) => isDrawn(text) === false);
}

const OFFERS = cueBits('subscribe', 'wall');
const WORDS = 600;

/**
 * Whether a layer is a wall, whatever its words: it offers a subscription, there is nothing to fill in and nothing to
 * close it by. Where it holds the page, the page is held on purpose.
 */
export function isLikeWall(layer: Element): boolean {
  if ((readCues(readWords(layer, WORDS)) & OFFERS) === 0) return false;
  return findFirst(layer, 'input, textarea') === null && findCloseButton(layer) === null;
}
