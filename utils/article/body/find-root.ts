import { attributeOf, hasAttribute } from '../../page/element-access.ts';
import { HINT } from './class-hints.ts';
import type { Block, BlockModel, Box } from './read-blocks.ts';
import { holds } from './weigh-boxes.ts';

/** A child that holds this share of its parent's prose is taken for the container of the article. */
const DOMINANT = 0.72;
/** The same for a child that names itself the body, or is an `<article>`. */
const NAMED = 0.5;

const speaksForBody = (box: Box): boolean => (box.hints & HINT.body) !== 0 || box.tag === 'article';

/** Containers are never parts of a paragraph or of a list. */
const TOO_SMALL = /^(?:p|li|h[1-6]|figure|figcaption|blockquote|pre|dd|dt|ul|ol|dl|tr|tbody)$/;

/** Paragraphs beside a big part make their parent the container from this share of its prose. */
const STRAY = 0.04;

function ownParagraphs(box: Box): number {
  let sum = 0;
  for (const child of box.children) if (child.tag === 'p' || child.children.length === 0) sum += child.worth;
  return sum;
}

/** A box with the headline and this much prose is the article, though its neighbours hold more. */
const HEADED_PROSE = 400;

/** The share of its parent's prose from which such a box is it; any where the others are whole articles as well. */
const HEADED = 0.1;
const ONE_OF_MANY = 0;

/** Whether at least two more articles follow it, each of some length. */
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

/** Whether another child names itself the body as well: then the article is in both. */
const hasRival = (box: Box, best: Box): boolean =>
  box.children.some((child) => child !== best && child.worth > box.prose * 0.1 && speaksForBody(child));

/** Paragraphs that are compared. */
const MOST_COMPARED = 60;

const kindOf = ({ tag, element }: Box): string => `${tag} ${attributeOf(element, 'class')}`;

/** The paragraphs of a box by what they are called; none where they have no names. */
function* paragraphsOf({ blocks }: BlockModel, { first, end }: Box): Generator<string> {
  for (const { box, prose } of blocks.slice(first, Math.min(end, first + MOST_COMPARED)))
    if (prose > 0 && hasAttribute(box.element, 'class')) yield kindOf(box);
}

/** Whether the text goes on in a box that is made like the first one, in paragraphs that are set like its own. */
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
 * Follows the prose from the top to the smallest box that still holds nearly all of it.
 *
 * @param headline the block with the headline, if the page shows one
 * @returns null where the model has no prose
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
