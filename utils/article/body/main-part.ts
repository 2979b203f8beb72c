import { attributeOf } from '../../page/element-access.ts';
import { ITEMS_PER_STEP, type Steps } from '../../page/in-slices.ts';
import type { Choice } from './choose-blocks.ts';
import { HINT } from './class-hints.ts';
import type { Block, BlockModel, Box } from './read-blocks.ts';
import { findWalls } from './wall-boxes.ts';
import { isNavigationObject } from './weigh-boxes.ts';

/** Elements around the main part (HTML standard, "Sections" and "Grouping content"). */
const AROUND_TAGS = /^(?:nav|footer|aside|menu|dialog|search)$/;
const AROUND_ROLES = /^(?:navigation|contentinfo|complementary|banner|dialog|alertdialog|search|menu)$/;
const AROUND = HINT.promo | HINT.share | HINT.wall;
/** Share of the page's text above which a part is its main content, whatever its names. */
const TOO_BIG = 0.3;
/** Share of linked text above which a header belongs to the site. */
const MOSTLY_LINKS = 0.5;
/** Minimum share of the page's text in an element marked as main. */
const TOO_SMALL = 0.2;
/** Minimum share of the main part's text in an article that is preferred to it. */
const ENOUGH = 0.5;

const isMain = ({ tag, element, hidden }: Box): boolean =>
  !hidden && (tag === 'main' || attributeOf(element, 'role') === 'main');

function isAround(box: Box, all: number): boolean {
  if (box.hidden) return true;
  if (box.chars > all * TOO_BIG) return false;
  if (AROUND_TAGS.test(box.tag) || AROUND_ROLES.test(attributeOf(box.element, 'role').toLowerCase()))
    return true;
  if (box.tag === 'header' && box.linkChars > box.chars * MOSTLY_LINKS) return true;
  return (box.hints & AROUND) !== 0 || isNavigationObject(box);
}

/**
 * Reads the main part of a page without an article: lists, tables, posts and prices as well as prose. For a page that the
 * user saves anyway.
 *
 * @param model weighed, see `weigh-boxes.ts`
 * @param headline not part of the text, as in articles
 * @returns null if there is nothing to read
 */
export function* readMainPart(
  model: BlockModel,
  headline: Block | null,
): Steps<{ root: Box; choice: Choice } | null> {
  const { root, boxes, blocks } = model;
  let main = root;
  for (const [at, box] of boxes.entries()) {
    if (at % ITEMS_PER_STEP === ITEMS_PER_STEP - 1) yield;
    if (box.chars < root.chars * TOO_SMALL || (main !== root && box.chars <= main.chars)) continue;
    if (isMain(box)) main = box;
  }
  yield;
  const walls = yield* findWalls(model, main, headline);
  const dropped = new Set<Box>(walls.boxes);
  for (const [at, box] of boxes.entries()) {
    if (at % ITEMS_PER_STEP === 0) yield;
    const isIn = box.outer !== null && dropped.has(box.outer);
    if (isIn || (box !== main && box !== root && isAround(box, root.chars))) dropped.add(box);
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

/** Whether an article found in a refused page contains nearly all of its main part, and not only a small piece. */
export function isMostOf(article: Choice, mainPart: Choice): boolean {
  const found = new Set(article.blocks);
  let all = 0;
  let shared = 0;
  for (const block of mainPart.blocks) {
    all += block.text.length;
    if (found.has(block)) shared += block.text.length;
  }
  return shared >= all * ENOUGH;
}
