import { attributeOf, hasAttribute } from '../../page/element-access.ts';
import { HINT } from './class-hints.ts';
import type { Block, BlockModel, Box } from './read-blocks.ts';
import { holds } from './weigh-boxes.ts';

/** Minimum share of its parent's prose with which a child is the container of the article. */
const DOMINANT = 0.72;
/** The same for a child with body names or an `<article>`. */
const NAMED = 0.5;

const speaksForBody = (box: Box): boolean => (box.hints & HINT.body) !== 0 || box.tag === 'article';

/** Elements that are never containers. */
const TOO_SMALL = /^(?:p|li|h[1-6]|figure|figcaption|blockquote|pre|dd|dt|ul|ol|dl|tr|tbody)$/;

/** Minimum share of paragraphs beside a large part with which their parent is the container. */
const STRAY = 0.04;

function ownParagraphs(box: Box): number {
  let sum = 0;
  for (const child of box.children) if (child.tag === 'p' || child.children.length === 0) sum += child.worth;
  return sum;
}

/** Minimum prose of a box with the headline that is the article although its siblings contain more. */
const HEADED_PROSE = 400;

/** Minimum share of such a box in its parent's prose; none if the siblings are whole articles. */
const HEADED = 0.1;
const ONE_OF_MANY = 0;

/** Whether at least two more articles of some length follow. */
const hasNeighbours = (box: Box, best: Box): boolean =>
  best.tag === 'article' &&
  box.children.filter((child) => child !== best && child.tag === 'article' && child.prose > HEADED_PROSE)
    .length >= 2;

function bestChild(box: Box, headline: Block | null): Box | null {
  let best: Box | null = null;
  for (const child of box.children) {
    if (best === null || child.worth > best.worth) best = child;
    if (holds(child, headline) && speaksForBody(child) && child.worth > HEADED_PROSE) return child;
  }
  return best;
}

/** Whether another child has body names as well, so that the article is in both. */
const hasRival = (box: Box, best: Box): boolean =>
  box.children.some((child) => child !== best && child.worth > box.prose * 0.1 && speaksForBody(child));

/** Limit of paragraphs compared. */
const MAX_COMPARED = 60;

const kindOf = ({ tag, element }: Box): string => `${tag} ${attributeOf(element, 'class')}`;

/** The names of a box's paragraphs; none if they have no names. */
function* paragraphsOf({ blocks }: BlockModel, { first, end }: Box): Generator<string> {
  for (const { box, prose } of blocks.slice(first, Math.min(end, first + MAX_COMPARED)))
    if (prose > 0 && hasAttribute(box.element, 'class')) yield kindOf(box);
}

/** Whether the text continues in a similar box with similar paragraphs. */
function goesOn(model: BlockModel, around: Box, best: Box): boolean {
  const alike = around.children.filter(
    (child) => child !== best && child.worth > around.prose * STRAY && kindOf(child) === kindOf(best),
  );
  if (alike.length === 0) return false;
  const own = new Set(paragraphsOf(model, best));
  return alike.some((child) => {
    const kinds = [...paragraphsOf(model, child)];
    return kinds.length > 0 && kinds.every((kind) => own.has(kind)) && child.linkChars < child.chars * 0.3;
  });
}

/**
 * Descends with the prose to the smallest box that contains nearly all of it.
 *
 * @param headline the block with the headline, if any
 * @returns null if the model has no prose
 */
export function findRoot(model: BlockModel, headline: Block | null): Box | null {
  let at = model.root;
  if (at.prose <= 0) return null;
  for (;;) {
    const best = bestChild(at, headline);
    if (best === null || TOO_SMALL.test(best.tag)) break;
    const share = best.worth / at.prose;
    const headed = holds(best, headline);
    const named = speaksForBody(best) && (headed || !hasRival(at, best));
    const isHeaded = headed && best.prose > HEADED_PROSE;
    const enough = named ? (isHeaded ? (hasNeighbours(at, best) ? ONE_OF_MANY : HEADED) : NAMED) : DOMINANT;
    if (share < enough) break;
    if (share < 0.97 && (ownParagraphs(at) > at.prose * STRAY || goesOn(model, at, best))) break;
    at = best;
  }
  return at;
}
