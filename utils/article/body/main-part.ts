import { attributeOf } from '../../page/element-access.ts';
import { ITEMS_PER_STEP, type Steps } from '../../page/in-slices.ts';
import { isDialog } from '../../page/is-dialog.ts';
import type { ChosenBlocks } from './choose-blocks.ts';
import { HINT } from './class-hints.ts';
import type { Block, BlockModel, Box } from './read-blocks.ts';
import { findWalls } from './wall-boxes.ts';
import { isNavigationObject } from './weigh-boxes.ts';

/** Elements that don't belong to the main part (HTML standard, "Sections" and "Grouping content"). */
const OUTER_TAGS = /^(?:nav|footer|aside|menu|search)$/;
const OUTER_ROLES = /^(?:navigation|contentinfo|complementary|banner|search|menu)$/;
const OUTER_HINTS = HINT.promo | HINT.share | HINT.wall;
/** Share of the page's text above which a part belongs to the main content, whatever its names. */
const MAX_OUTER_SHARE = 0.3;
/** Share of linked text above which a header belongs to the site. */
const MAX_HEADER_LINK_SHARE = 0.5;
/** Minimum share of an element marked as main in the page's text. */
const MIN_MAIN_SHARE = 0.2;
/** Minimum share of the main part's text that an article must contain to be preferred. */
const MIN_ARTICLE_SHARE = 0.5;

const isMain = ({ tag, element, isHidden }: Box): boolean =>
  !isHidden && (tag === 'main' || attributeOf(element, 'role') === 'main');

function isOutside(box: Box, pageLength: number): boolean {
  if (box.isHidden) return true;
  if (box.chars > pageLength * MAX_OUTER_SHARE) return false;
  if (OUTER_TAGS.test(box.tag) || OUTER_ROLES.test(attributeOf(box.element, 'role').toLowerCase()))
    return true;
  if (isDialog(box.element)) return true;
  if (box.tag === 'header' && box.linkChars > box.chars * MAX_HEADER_LINK_SHARE) return true;
  return (box.hints & OUTER_HINTS) !== 0 || isNavigationObject(box);
}

/**
 * Chooses the main part of a page that isn't an article, for a user who saves it anyway. Includes lists, tables, posts and
 * prices as well as prose.
 *
 * @param model after `weighBoxes`
 * @param headline left out of the text, as in articles
 * @returns null if there is no text
 */
export function* chooseMainPart(
  model: BlockModel,
  headline: Block | null,
): Steps<{ root: Box; choice: ChosenBlocks } | null> {
  const { root, boxes, blocks } = model;
  let main = root;
  for (const [at, box] of boxes.entries()) {
    if (at % ITEMS_PER_STEP === ITEMS_PER_STEP - 1) yield;
    if (box.chars < root.chars * MIN_MAIN_SHARE || (main !== root && box.chars <= main.chars)) continue;
    if (isMain(box)) main = box;
  }
  yield;
  const walls = yield* findWalls(model, main, headline);
  const dropped = new Set<Box>(walls.boxes);
  for (const [at, box] of boxes.entries()) {
    if (at % ITEMS_PER_STEP === 0) yield;
    const isInDropped = box.outer !== null && dropped.has(box.outer);
    if (isInDropped || (box !== main && box !== root && isOutside(box, root.chars))) dropped.add(box);
  }
  yield;
  const chosen: Block[] = [];
  for (const block of blocks.slice(main.first, main.end)) {
    if (block.index % ITEMS_PER_STEP === 0) yield;
    if (block === headline || dropped.has(block.box) || walls.lines.has(block)) continue;
    if (/[\p{L}\p{N}]/u.test(block.text)) chosen.push(block);
  }
  return chosen.length === 0
    ? null
    : { root: main, choice: { blocks: chosen, dropped, captions: [], headline } };
}

/** Whether an article found on a page contains at least half of the text of the page's main part. */
export function coversMainPart(article: ChosenBlocks, mainPart: ChosenBlocks): boolean {
  const found = new Set(article.blocks);
  let total = 0;
  let shared = 0;
  for (const block of mainPart.blocks) {
    total += block.text.length;
    if (found.has(block)) shared += block.text.length;
  }
  return shared >= total * MIN_ARTICLE_SHARE;
}
