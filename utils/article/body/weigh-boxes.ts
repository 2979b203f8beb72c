import { REST_EVERY, type Steps } from '../../page/in-slices.ts';
import { HINT } from './class-hints.ts';
import type { Block, BlockModel, Box } from './read-blocks.ts';

const OFF_TAGS = /^(?:nav|footer|aside|form|address|figcaption|menu|dialog)$/;
/** What stands in navigation, comments or hidden parts hardly speaks for a container. */
const OFF_SHARE = 0.1;
/** A part with this share of all prose on the page is no aside, whatever its names say. */
const MAIN_SHARE = 0.5;
/** Prose that no navigation has: then the name means something else ("toc-section", "has-sidebar"). */
const TOO_LONG_FOR_NAV = 600;

export const holds = (box: Box, block: Block | null): boolean =>
  block !== null && box.first <= block.index && block.index < box.end;

/** Whether its name says navigation and its text does not say otherwise. */
export const isNavigation = (box: Box): boolean =>
  (box.hints & HINT.nav) !== 0 && (box.prose < TOO_LONG_FOR_NAV || box.linkChars > box.chars * 0.25);

const isOff = (box: Box): boolean =>
  (box.hints & HINT.comment) !== 0 || OFF_TAGS.test(box.tag) || box.hidden || isNavigation(box);

/**
 * Adds up what the blocks hold, from the leaves to the root; parents come before their children in `boxes`.
 *
 * @param headline what stands around it is no aside
 */
export function* weighBoxes(model: BlockModel, headline: Block | null): Steps<void> {
  const { boxes, blocks } = model;
  const before = new Float64Array(blocks.length + 1);
  for (const block of blocks) {
    block.box.chars += block.text.length;
    block.box.linkChars += block.linkChars;
    block.box.prose += block.prose;
    before[block.index + 1] = (before[block.index] ?? 0) + block.prose;
    if (block.index % REST_EVERY === 0) yield;
  }
  const total = before[blocks.length] ?? 0;
  const talk = headline !== null ? HINT.comment | HINT.related | HINT.side : 0;
  for (let i = boxes.length - 1; i > 0; i--) {
    if (i % REST_EVERY === 0) yield;
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
