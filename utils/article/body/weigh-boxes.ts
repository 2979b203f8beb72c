import { ITEMS_PER_STEP, type Steps } from '../../page/in-slices.ts';
import { HINT } from './class-hints.ts';
import type { Block, BlockModel, Box } from './read-blocks.ts';

const OFF_TAGS = /^(?:nav|footer|aside|form|address|figcaption|menu|dialog)$/;
/** Weight of prose in navigation, comments and hidden parts. */
const OFF_SHARE = 0.1;
/** Minimum share of the page's prose with which a part is no aside, whatever its names. */
const MAIN_SHARE = 0.5;
/** Length of prose beyond which a box is no navigation, although its name says so ("toc-section", "has-sidebar"). */
const TOO_LONG_FOR_NAV = 600;

export const holds = (box: Box, block: Block | null): boolean =>
  block !== null && box.first <= block.index && block.index < box.end;

/** Whether a box is navigation by its name and not too much text. */
export const isNavigationObject = (box: Box): boolean =>
  (box.hints & HINT.nav) !== 0 && (box.prose < TOO_LONG_FOR_NAV || box.linkChars > box.chars * 0.25);

const isOff = (box: Box): boolean =>
  (box.hints & HINT.comment) !== 0 || OFF_TAGS.test(box.tag) || box.hidden || isNavigationObject(box);

/**
 * Sums up the blocks from the leaves to the root; in `boxes` parents come before their children.
 *
 * @param headline boxes around it are no asides
 */
export function* weighBoxes(model: BlockModel, headline: Block | null): Steps<void> {
  const { boxes, blocks } = model;
  const before = new Float64Array(blocks.length + 1);
  for (const block of blocks) {
    block.box.chars += block.text.length;
    block.box.linkChars += block.linkChars;
    block.box.prose += block.prose;
    before[block.index + 1] = (before[block.index] ?? 0) + block.prose;
    if (block.index % ITEMS_PER_STEP === 0) yield;
  }
  const total = before[blocks.length] ?? 0;
  const talk = headline !== null ? HINT.comment | HINT.related | HINT.side : 0;
  for (let i = boxes.length - 1; i > 0; i--) {
    if (i % ITEMS_PER_STEP === 0) yield;
    const box = boxes[i];
    const parent = box?.outer;
    if (box === undefined || parent === null || parent === undefined) continue;
    const all = (before[box.end] ?? 0) - (before[box.first] ?? 0);
    parent.chars += box.chars;
    parent.linkChars += box.linkChars;
    parent.answers += box.answers;
    if (box.pictures > 0) {
      parent.pictureAt = parent.pictures === 0 ? box.pictureAt : Math.min(parent.pictureAt, box.pictureAt);
      parent.pictures += box.pictures;
    }
    const small = all < total * MAIN_SHARE;
    const off =
      !holds(box, headline) &&
      ((isOff(box) && small) || (box.hints & talk) !== 0 || (box.hidden && box.tag === 'pre'));
    box.worth = off ? box.prose * OFF_SHARE : box.prose;
    parent.prose += box.worth;
  }
}
