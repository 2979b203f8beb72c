import { HEADING_TAGS } from '../../page/tag-kinds.ts';
import { createUpwardTest } from './ask-upwards.ts';
import { HINT } from './class-hints.ts';
import type { Block, BlockModel, Box } from './read-blocks.ts';

const ELSEWHERE = HINT.comment | HINT.promo | HINT.share | HINT.nav | HINT.caption | HINT.bio;
const OFF_TAGS = /^(?:nav|aside|footer|figure|figcaption|form|ul|ol|li|dialog|table)$/;
/** Minimum length of a standfirst; shorter lines by the headline are kickers, dates and names. */
const MIN_LENGTH = 60;
/** Maximum distance from the headline in blocks, */
const MAX_FROM_HEADLINE = 14;
/** unless it is this close to the body. */
const MAX_FROM_BODY = 8;

function isOff({ hidden, tag, hints, linkChars, prose }: Box): boolean {
  if (hidden || OFF_TAGS.test(tag) || (hints & ELSEWHERE) !== 0) return true;
  if ((hints & HINT.related) !== 0 && linkChars > 0) return true;
  return (hints & HINT.meta) !== 0 && (hints & (HINT.lede | HINT.body)) === 0 && prose < 120;
}

/** The smallest box around both. */
export function commonBox(a: Box, b: Box): Box {
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
 * Finds the standfirst, which many sites print between the headline and the container of the body.
 *
 * @returns blocks between the two that are the beginning of the article
 */
export function recoverLede(model: BlockModel, root: Box, headline: Block | null): Block[] {
  if (headline === null || headline.index >= root.first) return [];
  const isElsewhere = createUpwardTest(commonBox(headline.box, root), (box) => (isOff(box) ? true : null));
  return model.blocks.slice(headline.index + 1, root.first).filter((block) => {
    if (block.text.length < MIN_LENGTH || block.linkChars > block.text.length * 0.4) return false;
    const named = (block.box.hints & HINT.lede) !== 0 || ((block.box.outer?.hints ?? 0) & HINT.lede) !== 0;
    const isFar =
      block.index - headline.index > MAX_FROM_HEADLINE && root.first - block.index > MAX_FROM_BODY;
    if (isFar && !named) return false;
    if (block.prose === 0 && !named && !HEADING_TAGS.has(block.box.tag)) return false;
    return !isElsewhere(block.box);
  });
}
