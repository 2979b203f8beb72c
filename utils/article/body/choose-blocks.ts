import { unquote } from '../../clutter/phrases/read-cues.ts';
import { attributeOf } from '../../page/element-access.ts';
import { ITEMS_PER_STEP, type Steps } from '../../page/in-slices.ts';
import { HEADING_TAGS } from '../../page/tag-kinds.ts';
import { foldText } from '../../text/fold-text.ts';
import { createUpwardTest } from './ask-upwards.ts';
import {
  hasWallPhrase,
  isBoilerplateLine,
  isCreditLine,
  isEndHeading,
  isNotice,
  isOfferLine,
  isPointerElsewhere,
  isPromoHeading,
} from './boilerplate-phrases.ts';
import { HINT } from './class-hints.ts';
import { cutTail } from './cut-tail.ts';
import { levelOf } from './find-headline.ts';
import { isCaptionLine, isPictureBox } from './picture-boxes.ts';
import { isPoll } from './polls.ts';
import type { Block, BlockModel, Box } from './read-blocks.ts';
import { recoverLede } from './recover-lede.ts';
import { trimEdges } from './trim-edges.ts';
import { findWalls } from './wall-boxes.ts';
import { holds, isNavigationObject } from './weigh-boxes.ts';

export interface Choice {
  /** Blocks of the article's text, in order. */
  blocks: Block[];
  /** Boxes whose whole subtree is not part of the article. */
  dropped: Set<Box>;
  captions: Block[];
  headline: Block | null;
}

const ELSEWHERE = HINT.comment | HINT.related | HINT.promo | HINT.share | HINT.side;
const EDGES = HINT.meta | HINT.bio | HINT.caption;
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
/** Minimum share of the prose with which a part is the article, whatever its names. */
const TOO_BIG_ELSEWHERE = 0.3;
const TOO_BIG_EDGE = 0.2;
const LINK_HEAVY = 0.6;

function isLinkList(box: Box): boolean {
  return box.chars > 0 && box.linkChars / box.chars > LINK_HEAVY && box.end - box.first > 1;
}

/** Whether a button expands it. */
const isFolded = (box: Box, { unfolded }: BlockModel): boolean =>
  unfolded.size > 0 &&
  [box, box.outer, box.children[0]].some((at) => at != null && unfolded.has(attributeOf(at.element, 'id')));

/** Embedded posts are block quotes in wrappers with names about sharing. */
function holdsQuote(box: Box): boolean {
  const stack = [box];
  for (let at = stack.pop(), i = 0; at !== undefined && i < 50; at = stack.pop(), i++) {
    if (at.tag === 'blockquote') return true;
    for (const child of at.children.slice(0, 50)) stack.push(child);
  }
  return false;
}

const endsInColon = (text: string): boolean => text.endsWith(':') || text.endsWith('：');

/** Whether the paragraph before a list of links announces it, so that it is part of the text. */
const isAnnounced = (box: Box, before: Block | undefined): boolean =>
  (box.tag === 'ul' || box.tag === 'ol') &&
  before !== undefined &&
  before.box.outer === box.outer &&
  endsInColon(before.text) &&
  before.text.length > 30 &&
  !isPointerElsewhere(before.text);

/** Captions belong to their images, in the HTML but not in the text. */
const isCaption = (box: Box, model: BlockModel): boolean =>
  (box.hints & (ELSEWHERE | HINT.nav)) === 0 &&
  !box.hidden &&
  ((box.hints & HINT.caption) !== 0 || box.tag === 'figcaption' || isPictureBox(box, model));

/** Limit of a list's blocks examined for the sentence that announces it. */
const MAX_LIST_BLOCKS = 40;

/** Whether a part of the text ends in a list of links that it announces. */
const announcesItself = (box: Box, model: BlockModel): boolean =>
  box.tag !== 'ul' &&
  box.tag !== 'ol' &&
  model.blocks
    .slice(box.first, Math.min(box.end, box.first + MAX_LIST_BLOCKS))
    .some((block) => block.prose > 0 && block.linkChars === 0 && endsInColon(block.text));

/** Limit of a box's lines examined for wall phrases. */
const MAX_WALL_LINES = 40;

/** Whether a box named for a wall contains the text behind it: paragraphs without requests. */
const isRunningText = (box: Box, { blocks }: BlockModel): boolean =>
  !box.hidden &&
  box.prose > 0 &&
  box.linkChars < box.chars * 0.3 &&
  blocks
    .slice(box.first, Math.min(box.end, box.first + MAX_WALL_LINES))
    .every(
      ({ text, prose }) =>
        (prose > MIN_COPY_LENGTH && text.length > 300) ||
        !(hasWallPhrase(text) || isCreditLine(text) || isOfferLine(text)),
    );

function dropsBox(
  box: Box,
  root: Box,
  headline: Block | null,
  before: Block | undefined,
  model: BlockModel,
): boolean {
  if (box.hidden && box.tag === 'pre') return true;
  if (headline !== null && (box.hints & HINT.side) !== 0 && !holds(box, headline)) return true;
  if (box.hidden && (box.hints & ELSEWHERE) !== 0 && !holds(box, headline)) return true;
  const share = box.worth / root.prose;
  if (share > TOO_BIG_ELSEWHERE) return false;
  const dense = box.chars > 0 ? box.linkChars / box.chars : 0;
  // Collapsed sections and "continue reading" parts belong to the article; short hidden parts are messages and menus.
  if (box.hidden && (dense > 0.3 || (box.prose < 200 && (box.prose === 0 || !isFolded(box, model)))))
    return true;
  // Headings may have names of their table of contents, or of the button that expands them.
  const isHeading = HEADING_TAGS.has(box.tag) && (box.hints & ELSEWHERE & ~HINT.share) === 0 && dense < 0.5;
  if ((box.hints & HINT.wall) !== 0 && !isRunningText(box, model)) return true;
  if (ASIDE_TAGS.has(box.tag) || (isNavigationObject(box) && !isHeading)) return true;
  if (
    (box.hints & ELSEWHERE) !== 0 &&
    !isHeading &&
    !((box.hints & (HINT.comment | HINT.related)) === 0 && holdsQuote(box))
  )
    return true;
  if (isPoll(box, model)) return true;
  if (share < TOO_BIG_EDGE && (box.hints & EDGES) !== 0 && (box.tag !== 'p' || isCaptionLine(box)))
    return true;
  return isLinkList(box) && share < 0.1 && !isAnnounced(box, before) && !announcesItself(box, model);
}

/** Whether a box is a figure or inside one. */
const isFigure =
  (slides: ReadonlySet<Box>) =>
  (box: Box): boolean | null => {
    if (slides.has(box)) return false;
    if (box.tag === 'figure' || (box.tag === 'figcaption' && slides.size === 0)) return true;
    return box.tag === 'table' || box.tag === 'blockquote' || box.tag === 'pre' ? false : null;
  };

/** Minimum number of slides; a single figure with a heading is a chart with its title. */
const MIN_SLIDES = 3;

/** Figures with headings: the slides of a gallery, whose text is in the captions. */
function* findSlides({ blocks }: BlockModel, root: Box): Steps<Set<Box>> {
  const slides = new Set<Box>();
  const passed = new Set<Box>();
  for (let i = root.first; i < root.end; i++) {
    if (i % ITEMS_PER_STEP === 0) yield;
    const heading = blocks[i]?.box;
    if (heading === undefined || levelOf(heading) === null) continue;
    for (let at: Box | null = heading; at !== null && at !== root; at = at.outer) {
      if (at.tag === 'figcaption' || passed.has(at)) break;
      passed.add(at);
      if (at.tag === 'figure') slides.add(at);
    }
  }
  return slides.size < MIN_SLIDES ? new Set() : slides;
}

const isQuotation = ({ tag }: Box): boolean | null => (tag === 'blockquote' ? true : null);

/** Share of the prose above which lines under images are the text. */
const MAX_FIGURES_SHARE = 0.15;

const DROPPED = 1;
const CAPTION = 2;
/** Boxes or lines per step. */
const BOXES_PER_STEP = 200;

/** Decides for each box and then each line in the root whether it belongs to the article. */
export function* chooseBlocks(
  model: BlockModel,
  root: Box,
  titles: string[],
  headline: Block | null,
): Steps<Choice> {
  const dropped = new Set<Box>();
  const captions: Block[] = [];
  /** By block: whether it is in a dropped box or in a caption. */
  const out = new Uint8Array(model.blocks.length);
  const walls = yield* findWalls(model, root, headline);
  const slides = yield* findSlides(model, root);
  const inSlide = createUpwardTest(root, (box) => (slides.has(box) ? true : null));
  const stack: Box[] = [...root.children];
  /** Boxes recognised as figures only by their shape. */
  let figures: Box[] = [];
  let figuresProse = 0;
  let mayBeFigure = true;
  let looked = 0;
  for (let box = stack.pop(); box !== undefined; box = stack.pop()) {
    if (++looked % BOXES_PER_STEP === 0) yield;
    const isSlide = isCaption(box, model) && inSlide(box);
    if (walls.boxes.has(box)) {
      dropped.add(box);
      out.fill(DROPPED, box.first, box.end);
    } else if (!isSlide && dropsBox(box, root, headline, model.blocks[box.first - 1], model)) {
      if (isCaption(box, model)) out.fill(CAPTION, box.first, box.end);
      else {
        dropped.add(box);
        out.fill(DROPPED, box.first, box.end);
      }
    } else if (!isSlide && mayBeFigure && isPictureBox(box, model)) {
      figures.push(box);
      figuresProse += box.prose;
    } else for (const child of box.children) stack.push(child);
    // In photo stories the captions are the text.
    if (figuresProse > root.prose * MAX_FIGURES_SHARE) {
      mayBeFigure = false;
      for (const figure of figures) stack.push(...figure.children);
      figures = [];
      figuresProse = 0;
    }
  }
  for (const { first, end } of figures) out.fill(CAPTION, first, end);
  yield;
  const inFigure = createUpwardTest(root, isFigure(slides));
  let chosen: Block[] = recoverLede(model, root, headline);
  for (let i = root.first; i < root.end; i++) {
    if (i % ITEMS_PER_STEP === 0) yield;
    const block = model.blocks[i];
    if (block === undefined || out[i] === DROPPED || walls.lines.has(block)) continue;
    if (out[i] === CAPTION || inFigure(block.box)) captions.push(block);
    else chosen.push(block);
  }
  if (headline !== null && headline.index >= root.first && headline.index < root.end) {
    const before = chosen.filter((block) => block.index < headline.index);
    const lost = before.reduce((sum, block) => sum + block.prose, 0);
    if (lost < root.prose * 0.1) chosen = chosen.filter((block) => block.index > headline.index);
  }
  yield;
  chosen = yield* cutTail(chosen, root);
  yield;
  const titleSet = new Set(titles);
  const inQuote = createUpwardTest(null, isQuotation);
  const lines: Block[] = [];
  for (const block of chosen) {
    if (++looked % BOXES_PER_STEP === 0) yield;
    if (keepsLine(block, titleSet, inQuote)) lines.push(block);
  }
  chosen = yield* withoutCopies(lines);
  yield;
  while (chosen.length > 0) {
    const last = chosen[chosen.length - 1];
    if (last !== undefined && HEADING_TAGS.has(last.box.tag)) chosen.pop();
    else break;
  }
  return { blocks: trimEdges(chosen), dropped, captions, headline };
}

/** Minimum length of a duplicate; shorter lines may be repeated on purpose. */
const MIN_COPY_LENGTH = 100;

/** Removes duplicates, for instance for narrow and wide windows, or pull quotes. */
function* withoutCopies(blocks: readonly Block[]): Steps<Block[]> {
  const seen = new Set<string>();
  const kept: Block[] = [];
  for (const block of blocks) {
    const { text, index } = block;
    if (index % ITEMS_PER_STEP === 0) yield;
    if (text.length >= MIN_COPY_LENGTH) {
      if (seen.has(text)) continue;
      seen.add(text);
    }
    kept.push(block);
  }
  return kept;
}

/** Maximum length of titles and boilerplate. */
const MAX_LINE_LENGTH = 600;
/** Share of linked characters above which a line is mainly a link. */
const MAX_LINK_SHARE = 0.5;
/** Limits of a pointer to another article: longer lines with few links are paragraphs of the text. */
const SOME_LINK = 0.2;
const MAX_POINTER_LENGTH = 120;

const begs = (folded: string): boolean => isBoilerplateLine(folded) || isPromoHeading(folded);

function keepsLine(block: Block, titles: Set<string>, inQuote: (box: Box) => boolean): boolean {
  const linked = block.linkChars / block.text.length;
  const isPointer =
    isPointerElsewhere(block.text) && (linked > SOME_LINK || block.text.length < MAX_POINTER_LENGTH);
  // Pointers may be formatted as quotations, but a quoted statement is no link to another story.
  if (isPointer && linked > MAX_LINK_SHARE) return false;
  if (block.text.length > MAX_LINE_LENGTH) return !isPointer || inQuote(block.box);
  const folded = foldText(block.text);
  if (titles.has(folded)) return false;
  if (folded === '') return /[_*=~#]/.test(block.text);
  if (inQuote(block.box)) return true;
  if (isNotice(block.text)) return false;
  if (linked > MAX_LINK_SHARE && isEndHeading(folded)) return false;
  // Quoted requests are reports, so only requests outside of quotation marks count.
  if (begs(folded) && begs(foldText(unquote(block.text)))) return false;
  if (/^\s*©/.test(block.text) && block.text.length < 300) return false;
  if (isPointer) return false;
  const isItem = block.box.tag === 'li' || block.box.outer?.tag === 'li';
  if (linked > 0.9 && !isItem && !HEADING_TAGS.has(block.box.tag) && block.text.length < 200) return false;
  return true;
}
