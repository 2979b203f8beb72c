import { HEADING_TAGS } from '../../page/tag-kinds.ts';
import { HINT } from './class-hints.ts';
import type { Block, BlockModel, Box } from './read-blocks.ts';
import { createUpwardTest } from './upward-test.ts';

const EXCLUDED_HINTS = HINT.comment | HINT.promo | HINT.share | HINT.nav | HINT.caption | HINT.bio;
const EXCLUDED_TAGS = /^(?:nav|aside|footer|figure|figcaption|form|ul|ol|li|dialog|table)$/;
/** Minimum length of a standfirst, in characters; shorter lines near the headline are kickers, dates and names. */
const MIN_LENGTH = 60;
/** Maximum distance from the headline or from the body, in blocks. Only one of the two must be met. */
const MAX_FROM_HEADLINE = 14;
const MAX_FROM_BODY = 8;

function isExcluded({ isHidden, tag, hints, linkChars, prose }: Box): boolean {
  if (isHidden || EXCLUDED_TAGS.test(tag) || (hints & EXCLUDED_HINTS) !== 0) return true;
  if ((hints & HINT.related) !== 0 && linkChars > 0) return true;
  return (hints & HINT.meta) !== 0 && (hints & (HINT.lede | HINT.body)) === 0 && prose < 120;
}

/** The lowest common ancestor of two boxes. */
export function findCommonBox(a: Box, b: Box): Box {
  let x = a;
  let y = b;
  while (x !== y) {
    if (x.depth >= y.depth && x.outer !== null) x = x.outer;
    else if (y.outer !== null) y = y.outer;
    else break;
  }
  return x;
}

/**
 * Finds the standfirst, which is between the headline and the container of the body on many sites.
 *
 * @returns blocks that belong to the beginning of the article
 */
export function findLede(model: BlockModel, root: Box, headline: Block | null): Block[] {
  if (headline === null || headline.index >= root.first) return [];
  const isInExcluded = createUpwardTest(findCommonBox(headline.box, root), (box) =>
    isExcluded(box) ? true : null,
  );
  return model.blocks.slice(headline.index + 1, root.first).filter((block) => {
    if (block.text.length < MIN_LENGTH || block.linkChars > block.text.length * 0.4) return false;
    const isNamed = (block.box.hints & HINT.lede) !== 0 || ((block.box.outer?.hints ?? 0) & HINT.lede) !== 0;
    const isFar =
      block.index - headline.index > MAX_FROM_HEADLINE && root.first - block.index > MAX_FROM_BODY;
    if (isFar && !isNamed) return false;
    if (block.prose === 0 && !isNamed && !HEADING_TAGS.has(block.box.tag)) return false;
    return !isInExcluded(block.box);
  });
}
