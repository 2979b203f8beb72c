import { attributeOf, hasAttribute } from '../../page/element-access.ts';
import { HINT } from './class-hints.ts';
import type { Block, BlockModel, Box } from './read-blocks.ts';
import { containsBlock } from './weigh-boxes.ts';

/** Minimum share of its parent's prose that a child must have to contain the article. */
const MIN_CHILD_SHARE = 0.72;
/** The same for an `<article>` or a child with body names. */
const MIN_NAMED_SHARE = 0.5;

const isNamedAsBody = (box: Box): boolean => (box.hints & HINT.body) !== 0 || box.tag === 'article';

/** Elements that are never containers. */
const NON_CONTAINER_TAG = /^(?:p|li|h[1-6]|figure|figcaption|blockquote|pre|dd|dt|ul|ol|dl|tr|tbody)$/;

/** Share of paragraphs beside a child above which the parent is the container. */
const MAX_STRAY_SHARE = 0.04;

function sumOwnParagraphs(box: Box): number {
  let sum = 0;
  for (const child of box.children)
    if (child.tag === 'p' || child.children.length === 0) sum += child.outerProse;
  return sum;
}

/** Minimum prose of a box with the headline that contains the article even if its siblings contain more, in characters. */
const MIN_HEADED_PROSE = 400;

/** Minimum share of such a box in its parent's prose. No minimum if the siblings are whole articles. */
const MIN_HEADED_SHARE = 0.1;
const MIN_SHARE_AMONG_ARTICLES = 0;

/** Whether an article has at least two siblings that are articles of some length, too. */
const hasOtherArticles = (box: Box, best: Box): boolean =>
  best.tag === 'article' &&
  box.children.filter((child) => child !== best && child.tag === 'article' && child.prose > MIN_HEADED_PROSE)
    .length >= 2;

/** Returns the child with the headline if it is likely to contain the article, or else the one with the most prose. */
function chooseChild(box: Box, headline: Block | null): Box | null {
  let best: Box | null = null;
  for (const child of box.children) {
    if (best === null || child.outerProse > best.outerProse) best = child;
    if (containsBlock(child, headline) && isNamedAsBody(child) && child.outerProse > MIN_HEADED_PROSE)
      return child;
  }
  return best;
}

/** Whether another child has body names, too, so that the article may be in both. */
const hasRival = (box: Box, best: Box): boolean =>
  box.children.some((child) => child !== best && child.outerProse > box.prose * 0.1 && isNamedAsBody(child));

/** Maximum number of paragraphs compared. */
const MAX_COMPARED = 60;

const tagAndClassOf = ({ tag, element }: Box): string => `${tag} ${attributeOf(element, 'class')}`;

/** Yields the tags and classes of a box's paragraphs that have a class. */
function* paragraphKindsOf({ blocks }: BlockModel, { first, end }: Box): Generator<string> {
  for (const { box, prose } of blocks.slice(first, Math.min(end, first + MAX_COMPARED)))
    if (prose > 0 && hasAttribute(box.element, 'class')) yield tagAndClassOf(box);
}

/** Whether the text continues in a sibling with the same tag and classes, and with paragraphs of the same kinds. */
function continuesInSibling(model: BlockModel, parent: Box, best: Box): boolean {
  const siblings = parent.children.filter(
    (child) =>
      child !== best &&
      child.outerProse > parent.prose * MAX_STRAY_SHARE &&
      tagAndClassOf(child) === tagAndClassOf(best),
  );
  if (siblings.length === 0) return false;
  const ownKinds = new Set(paragraphKindsOf(model, best));
  return siblings.some((child) => {
    const kinds = [...paragraphKindsOf(model, child)];
    return (
      kinds.length > 0 && kinds.every((kind) => ownKinds.has(kind)) && child.linkChars < child.chars * 0.3
    );
  });
}

/**
 * Finds the container of the article: descends to the smallest box that contains nearly all of the prose.
 *
 * @param headline the block with the headline, if any
 * @returns null if the model has no prose
 */
export function findRoot(model: BlockModel, headline: Block | null): Box | null {
  let at = model.root;
  if (at.prose <= 0) return null;
  for (;;) {
    const best = chooseChild(at, headline);
    if (best === null || NON_CONTAINER_TAG.test(best.tag)) break;
    const share = best.outerProse / at.prose;
    const hasHeadline = containsBlock(best, headline);
    const isNamed = isNamedAsBody(best) && (hasHeadline || !hasRival(at, best));
    const isLongWithHeadline = hasHeadline && best.prose > MIN_HEADED_PROSE;
    const minShare = isNamed
      ? isLongWithHeadline
        ? hasOtherArticles(at, best)
          ? MIN_SHARE_AMONG_ARTICLES
          : MIN_HEADED_SHARE
        : MIN_NAMED_SHARE
      : MIN_CHILD_SHARE;
    if (share < minShare) break;
    if (
      share < 0.97 &&
      (sumOwnParagraphs(at) > at.prose * MAX_STRAY_SHARE || continuesInSibling(model, at, best))
    )
      break;
    at = best;
  }
  return at;
}
