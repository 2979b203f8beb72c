import { unquote } from '../../clutter/phrases/read-cues.ts';
import { attributeOf } from '../../page/element-access.ts';
import { ITEMS_PER_STEP, type Steps } from '../../page/in-slices.ts';
import { HEADING_TAGS } from '../../page/tag-kinds.ts';
import { foldText } from '../../text/fold-text.ts';
import type { SitePhrases } from '../site-phrases.ts';
import type { Boilerplate } from './boilerplate-phrases.ts';
import { HINT } from './class-hints.ts';
import { cutTail } from './cut-tail.ts';
import { headingLevelOf } from './find-headline.ts';
import { findLede } from './find-lede.ts';
import { isCaptionLine, isFigureBox } from './picture-boxes.ts';
import { isPoll } from './polls.ts';
import type { Block, BlockModel, Box } from './read-blocks.ts';
import { trimEdges } from './trim-edges.ts';
import { createUpwardTest } from './upward-test.ts';
import { findWalls } from './wall-boxes.ts';
import { containsBlock, isNavigationObject } from './weigh-boxes.ts';

export interface ChosenBlocks {
  /** Blocks of the article's text, in order. */
  blocks: Block[];
  /** Boxes whose whole subtree is not part of the article. */
  dropped: Set<Box>;
  captions: Block[];
  headline: Block | null;
}

const OTHER_CONTENT_HINTS = HINT.comment | HINT.related | HINT.promo | HINT.share | HINT.side;
const EDGE_HINTS = HINT.meta | HINT.bio | HINT.caption;
const ASIDE_TAGS: ReadonlySet<string> = new Set([
  'nav',
  'footer',
  'aside',
  'form',
  'dialog',
  'menu',
  'address',
  'fieldset',
  'search',
]);
/** Share of the prose above which a part belongs to the article, whatever its names. Lower for the names in `EDGES`. */
const MAX_OTHER_SHARE = 0.3;
const MAX_EDGE_SHARE = 0.2;
const MIN_LINK_LIST_SHARE = 0.6;

function isLinkList(box: Box): boolean {
  return box.chars > 0 && box.linkChars / box.chars > MIN_LINK_LIST_SHARE && box.end - box.first > 1;
}

/** Whether a box is expanded and collapsed by a button. */
const isCollapsible = (box: Box, { collapsibleIds }: BlockModel): boolean =>
  collapsibleIds.size > 0 &&
  [box, box.outer, box.children[0]].some(
    (at) => at != null && collapsibleIds.has(attributeOf(at.element, 'id')),
  );

/** Whether a box contains a block quote, as embedded social media posts do, whose wrappers have names about sharing. */
function containsBlockQuote(box: Box): boolean {
  const stack = [box];
  for (let at = stack.pop(), i = 0; at !== undefined && i < 50; at = stack.pop(), i++) {
    if (at.tag === 'blockquote') return true;
    for (const child of at.children.slice(0, 50)) stack.push(child);
  }
  return false;
}

const endsInColon = (text: string): boolean => text.endsWith(':') || text.endsWith('：');

/** Whether the paragraph before a list of links introduces it, so that the list belongs to the text. */
const isIntroducedList = (box: Box, previous: Block | undefined, { boilerplate }: SitePhrases): boolean =>
  (box.tag === 'ul' || box.tag === 'ol') &&
  previous !== undefined &&
  previous.box.outer === box.outer &&
  endsInColon(previous.text) &&
  previous.text.length > 30 &&
  !boilerplate.isPointerElsewhere(previous.text);

/** Whether a box is a caption, which is written to the HTML with its image, but not to the text. */
const isCaption = (box: Box, model: BlockModel): boolean =>
  (box.hints & (OTHER_CONTENT_HINTS | HINT.nav)) === 0 &&
  !box.isHidden &&
  ((box.hints & HINT.caption) !== 0 || box.tag === 'figcaption' || isFigureBox(box, model));

/** Maximum number of blocks in a box that are searched for a sentence that introduces a list. */
const MAX_LIST_BLOCKS = 40;

/** Whether a box contains a sentence that introduces the links in it. */
const containsIntroduction = (box: Box, model: BlockModel): boolean =>
  box.tag !== 'ul' &&
  box.tag !== 'ol' &&
  model.blocks
    .slice(box.first, Math.min(box.end, box.first + MAX_LIST_BLOCKS))
    .some((block) => block.prose > 0 && block.linkChars === 0 && endsInColon(block.text));

/** Maximum number of blocks in a box that are searched for wall phrases. */
const MAX_WALL_LINES = 40;

/** Whether a box with the name of a wall contains the text behind it, that is, paragraphs without wall phrases or offers. */
const isRunningText = (box: Box, { blocks, phrases: { boilerplate } }: BlockModel): boolean =>
  !box.isHidden &&
  box.prose > 0 &&
  box.linkChars < box.chars * 0.3 &&
  blocks
    .slice(box.first, Math.min(box.end, box.first + MAX_WALL_LINES))
    .every(
      ({ text, prose }) =>
        (prose > MIN_DUPLICATE_LENGTH && text.length > 300) ||
        !(boilerplate.hasWallPhrase(text) || boilerplate.isCreditLine(text) || boilerplate.isOfferLine(text)),
    );

function shouldDropBox(
  box: Box,
  root: Box,
  headline: Block | null,
  previous: Block | undefined,
  model: BlockModel,
): boolean {
  if (box.isHidden && box.tag === 'pre') return true;
  if (headline !== null && (box.hints & HINT.side) !== 0 && !containsBlock(box, headline)) return true;
  if (box.isHidden && (box.hints & OTHER_CONTENT_HINTS) !== 0 && !containsBlock(box, headline)) return true;
  const share = box.outerProse / root.prose;
  if (share > MAX_OTHER_SHARE) return false;
  const linkShare = box.chars > 0 ? box.linkChars / box.chars : 0;
  // Long hidden parts are collapsed sections or "continue reading" parts, which belong to the article. Short ones are messages
  // and menus, unless a button expands them.
  if (
    box.isHidden &&
    (linkShare > 0.3 || (box.prose < 200 && (box.prose === 0 || !isCollapsible(box, model))))
  )
    return true;
  // Headings can have the name of a table of contents, or of the button that expands a section.
  const isHeading =
    HEADING_TAGS.has(box.tag) && (box.hints & OTHER_CONTENT_HINTS & ~HINT.share) === 0 && linkShare < 0.5;
  if ((box.hints & HINT.wall) !== 0 && !isRunningText(box, model)) return true;
  if (ASIDE_TAGS.has(box.tag) || (isNavigationObject(box) && !isHeading)) return true;
  if (
    (box.hints & OTHER_CONTENT_HINTS) !== 0 &&
    !isHeading &&
    !((box.hints & (HINT.comment | HINT.related)) === 0 && containsBlockQuote(box))
  )
    return true;
  if (isPoll(box, model)) return true;
  if (share < MAX_EDGE_SHARE && (box.hints & EDGE_HINTS) !== 0 && (box.tag !== 'p' || isCaptionLine(box)))
    return true;
  return (
    isLinkList(box) &&
    share < 0.1 &&
    !isIntroducedList(box, previous, model.phrases) &&
    !containsIntroduction(box, model)
  );
}

/** Returns a test for `createUpwardTest` whether a box is in a figure. */
const createFigureTest =
  (slides: ReadonlySet<Box>) =>
  (box: Box): boolean | null => {
    if (slides.has(box)) return false;
    if (box.tag === 'figure' || (box.tag === 'figcaption' && slides.size === 0)) return true;
    return box.tag === 'table' || box.tag === 'blockquote' || box.tag === 'pre' ? false : null;
  };

/** Minimum number of slides of a gallery; a single figure with a heading is a chart with its title. */
const MIN_SLIDES = 3;

/** Finds the slides of a gallery, which are figures with headings. Their captions are the text. */
function* findSlides({ blocks }: BlockModel, root: Box): Steps<Set<Box>> {
  const slides = new Set<Box>();
  const visited = new Set<Box>();
  for (let i = root.first; i < root.end; i++) {
    if (i % ITEMS_PER_STEP === 0) yield;
    const heading = blocks[i]?.box;
    if (heading === undefined || headingLevelOf(heading) === null) continue;
    for (let at: Box | null = heading; at !== null && at !== root; at = at.outer) {
      if (at.tag === 'figcaption' || visited.has(at)) break;
      visited.add(at);
      if (at.tag === 'figure') slides.add(at);
    }
  }
  return slides.size < MIN_SLIDES ? new Set() : slides;
}

const isQuotation = ({ tag }: Box): boolean | null => (tag === 'blockquote' ? true : null);

/** Share of the prose above which the lines under images are the text, as in photo stories. */
const MAX_FIGURES_SHARE = 0.15;

const DROPPED = 1;
const CAPTION = 2;
/** Number of boxes or blocks per step. */
const BOXES_PER_STEP = 200;

/**
 * Decides for each box, and then for each block, in the root whether it belongs to the article.
 *
 * @param titles normalised candidates for the title; such lines are dropped
 */
export function* chooseBlocks(
  model: BlockModel,
  root: Box,
  titles: string[],
  headline: Block | null,
): Steps<ChosenBlocks> {
  const dropped = new Set<Box>();
  const captions: Block[] = [];
  /** By block: `DROPPED`, `CAPTION` or 0. */
  const exclusions = new Uint8Array(model.blocks.length);
  const walls = yield* findWalls(model, root, headline);
  const slides = yield* findSlides(model, root);
  const isInSlide = createUpwardTest(root, (box) => (slides.has(box) ? true : null));
  const stack: Box[] = [...root.children];
  /** Boxes recognised as figures only by their shape. */
  let figures: Box[] = [];
  let figuresProse = 0;
  let canBeFigure = true;
  let checkedCount = 0;
  for (let box = stack.pop(); box !== undefined; box = stack.pop()) {
    if (++checkedCount % BOXES_PER_STEP === 0) yield;
    const isSlide = isCaption(box, model) && isInSlide(box);
    if (walls.boxes.has(box)) {
      dropped.add(box);
      exclusions.fill(DROPPED, box.first, box.end);
    } else if (!isSlide && shouldDropBox(box, root, headline, model.blocks[box.first - 1], model)) {
      if (isCaption(box, model)) exclusions.fill(CAPTION, box.first, box.end);
      else {
        dropped.add(box);
        exclusions.fill(DROPPED, box.first, box.end);
      }
    } else if (!isSlide && canBeFigure && isFigureBox(box, model)) {
      figures.push(box);
      figuresProse += box.prose;
    } else for (const child of box.children) stack.push(child);
    // In photo stories, the captions are the text.
    if (figuresProse > root.prose * MAX_FIGURES_SHARE) {
      canBeFigure = false;
      for (const figure of figures) stack.push(...figure.children);
      figures = [];
      figuresProse = 0;
    }
  }
  for (const { first, end } of figures) exclusions.fill(CAPTION, first, end);
  yield;
  const isInFigure = createUpwardTest(root, createFigureTest(slides));
  let chosen: Block[] = findLede(model, root, headline);
  for (let i = root.first; i < root.end; i++) {
    if (i % ITEMS_PER_STEP === 0) yield;
    const block = model.blocks[i];
    if (block === undefined || exclusions[i] === DROPPED || walls.lines.has(block)) continue;
    if (exclusions[i] === CAPTION || isInFigure(block.box)) captions.push(block);
    else chosen.push(block);
  }
  if (headline !== null && headline.index >= root.first && headline.index < root.end) {
    const beforeHeadline = chosen.filter((block) => block.index < headline.index);
    const lostProse = beforeHeadline.reduce((sum, block) => sum + block.prose, 0);
    if (lostProse < root.prose * 0.1) chosen = chosen.filter((block) => block.index > headline.index);
  }
  yield;
  chosen = yield* cutTail(chosen, root, model.phrases);
  yield;
  const titleSet = new Set(titles);
  const isInQuote = createUpwardTest(null, isQuotation);
  const lines: Block[] = [];
  for (const block of chosen) {
    if (++checkedCount % BOXES_PER_STEP === 0) yield;
    if (shouldKeepLine(block, titleSet, isInQuote, model.phrases.boilerplate)) lines.push(block);
  }
  chosen = yield* dropDuplicates(lines);
  yield;
  while (chosen.length > 0) {
    const last = chosen[chosen.length - 1];
    if (last !== undefined && HEADING_TAGS.has(last.box.tag)) chosen.pop();
    else break;
  }
  return { blocks: trimEdges(chosen, model.phrases), dropped, captions, headline };
}

/** Minimum length of a duplicate, in UTF-16 code units; shorter lines can be repeated on purpose. */
const MIN_DUPLICATE_LENGTH = 100;

/** Removes duplicates, for instance pull quotes, or variants for narrow and wide windows. */
function* dropDuplicates(blocks: readonly Block[]): Steps<Block[]> {
  const texts = new Set<string>();
  const result: Block[] = [];
  for (const block of blocks) {
    const { text, index } = block;
    if (index % ITEMS_PER_STEP === 0) yield;
    if (text.length >= MIN_DUPLICATE_LENGTH) {
      if (texts.has(text)) continue;
      texts.add(text);
    }
    result.push(block);
  }
  return result;
}

/** Maximum length of a title or boilerplate line, in UTF-16 code units. */
const MAX_LINE_LENGTH = 600;
/** Share of linked characters above which a line is mainly a link. */
const MAX_LINK_SHARE = 0.5;
/** Minimum share of links in, or else maximum length of, a pointer to another article; others are paragraphs. */
const MIN_POINTER_LINK_SHARE = 0.2;
const MAX_POINTER_LENGTH = 120;

function shouldKeepLine(
  block: Block,
  titles: Set<string>,
  isInQuote: (box: Box) => boolean,
  boilerplate: Boilerplate,
): boolean {
  const isPromoLine = (folded: string): boolean =>
    boilerplate.isBoilerplateLine(folded) || boilerplate.isPromoHeading(folded);
  const linkShare = block.linkChars / block.text.length;
  const isPointer =
    boilerplate.isPointerElsewhere(block.text) &&
    (linkShare > MIN_POINTER_LINK_SHARE || block.text.length < MAX_POINTER_LENGTH);
  // Pointers can be formatted as quotations, but a quoted statement is no link to another article.
  if (isPointer && linkShare > MAX_LINK_SHARE) return false;
  if (block.text.length > MAX_LINE_LENGTH) return !isPointer || isInQuote(block.box);
  const folded = foldText(block.text);
  if (titles.has(folded)) return false;
  if (folded === '') return /[_*=~#]/.test(block.text);
  if (isInQuote(block.box)) return true;
  if (boilerplate.isNotice(block.text)) return false;
  if (linkShare > MAX_LINK_SHARE && boilerplate.isEndHeading(folded)) return false;
  // Quoted requests are reports, so only requests outside of quotation marks count.
  if (isPromoLine(folded) && isPromoLine(foldText(unquote(block.text)))) return false;
  if (/^\s*©/.test(block.text) && block.text.length < 300) return false;
  if (isPointer) return false;
  const isItem = block.box.tag === 'li' || block.box.outer?.tag === 'li';
  if (linkShare > 0.9 && !isItem && !HEADING_TAGS.has(block.box.tag) && block.text.length < 200) return false;
  return true;
}
