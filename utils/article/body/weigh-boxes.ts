import { ITEMS_PER_STEP, type Steps } from '../../page/in-slices.ts';
import { HINT } from './class-hints.ts';
import type { Block, BlockModel, Box } from './read-blocks.ts';

const LOW_WEIGHT_TAGS = /^(?:nav|footer|aside|form|address|figcaption|menu|dialog)$/;
/** Weight of prose in navigation, comments and hidden parts. */
const LOW_WEIGHT = 0.1;
/** Share of the page's prose from which a part has full weight, whatever its names. */
const MIN_FULL_WEIGHT_SHARE = 0.5;
/** Minimum prose of a box that isn't navigation despite its name, such as "toc-section", in characters. */
const MIN_NON_NAV_PROSE = 600;

export const containsBlock = (box: Box, block: Block | null): boolean =>
  block !== null && box.first <= block.index && block.index < box.end;

/** Whether a box has the name of navigation, and does not contain much unlinked text. */
export const isNavigationObject = (box: Box): boolean =>
  (box.hints & HINT.nav) !== 0 && (box.prose < MIN_NON_NAV_PROSE || box.linkChars > box.chars * 0.25);

const hasLowWeight = (box: Box): boolean =>
  (box.hints & HINT.comment) !== 0 ||
  LOW_WEIGHT_TAGS.test(box.tag) ||
  box.isHidden ||
  isNavigationObject(box);

/**
 * Computes the sums of all boxes, from the leaves to the root. In `boxes`, parents come before their children.
 *
 * @param headline boxes that contain it have full weight
 */
export function* weighBoxes(model: BlockModel, headline: Block | null): Steps<void> {
  const { boxes, blocks } = model;
  const proseBefore = new Float64Array(blocks.length + 1);
  for (const block of blocks) {
    block.box.chars += block.text.length;
    block.box.linkChars += block.linkChars;
    block.box.prose += block.prose;
    proseBefore[block.index + 1] = (proseBefore[block.index] ?? 0) + block.prose;
    if (block.index % ITEMS_PER_STEP === 0) yield;
  }
  const total = proseBefore[blocks.length] ?? 0;
  const lowWeightHints = headline !== null ? HINT.comment | HINT.related | HINT.side : 0;
  for (let i = boxes.length - 1; i > 0; i--) {
    if (i % ITEMS_PER_STEP === 0) yield;
    const box = boxes[i];
    const parent = box?.outer;
    if (box === undefined || parent === null || parent === undefined) continue;
    const prose = (proseBefore[box.end] ?? 0) - (proseBefore[box.first] ?? 0);
    parent.chars += box.chars;
    parent.linkChars += box.linkChars;
    parent.radioLabels += box.radioLabels;
    if (box.pictures > 0) {
      parent.pictureAt = parent.pictures === 0 ? box.pictureAt : Math.min(parent.pictureAt, box.pictureAt);
      parent.pictures += box.pictures;
    }
    const isSmall = prose < total * MIN_FULL_WEIGHT_SHARE;
    const isLowWeight =
      !containsBlock(box, headline) &&
      ((hasLowWeight(box) && isSmall) ||
        (box.hints & lowWeightHints) !== 0 ||
        (box.isHidden && box.tag === 'pre'));
    box.outerProse = isLowWeight ? box.prose * LOW_WEIGHT : box.prose;
    parent.prose += box.outerProse;
  }
}
