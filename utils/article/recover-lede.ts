import { HINT } from './class-hints.ts';
import type { Block, BlockModel, Box } from './read-blocks.ts';
import { HEADING } from './tag-kinds.ts';

const ELSEWHERE = HINT.comment | HINT.promo | HINT.share | HINT.nav | HINT.caption | HINT.bio;
const OFF_TAGS = /^(?:nav|aside|footer|figure|figcaption|form|ul|ol|li|dialog|table)$/;
/** A standfirst is at least this long; shorter lines by the headline are kickers, dates and names. */
const SHORTEST = 50;
/** Beyond this many blocks from the headline a paragraph is no standfirst. */
const FARTHEST = 14;

function isOff(box: Box, stop: Box | null): boolean {
  for (let at: Box | null = box; at !== null && at !== stop; at = at.parent) {
    if (at.hidden || OFF_TAGS.test(at.tag) || (at.hints & ELSEWHERE) !== 0) return true;
    if ((at.hints & HINT.related) !== 0 && at.linkChars > 0) return true;
    if ((at.hints & HINT.meta) !== 0 && (at.hints & (HINT.lede | HINT.body)) === 0 && at.prose < 120) return true;
  }
  return false;
}

/** The smallest box around both. */
export function commonBox(a: Box, b: Box): Box {
  let x = a;
  let y = b;
  while (x !== y) {
    if (x.depth >= y.depth && x.parent !== null) x = x.parent;
    else if (y.parent !== null) y = y.parent;
    else break;
  }
  return x;
}

/**
 * Finds the standfirst that many sites print between the headline and the container of the body.
 *
 * @returns blocks between the two that read as the beginning of the article
 */
export function recoverLede(model: BlockModel, root: Box, headline: Block | null): Block[] {
  if (headline === null || headline.index >= root.first) return [];
  const stop = commonBox(headline.box, root);
  return model.blocks.slice(headline.index + 1, root.first).filter((block) => {
    if (block.text.length < SHORTEST || block.linkChars > block.text.length * 0.4) return false;
    const named = (block.box.hints & HINT.lede) !== 0 || ((block.box.parent?.hints ?? 0) & HINT.lede) !== 0;
    if (block.index - headline.index > FARTHEST && !named) return false;
    if (block.prose === 0 && !named && !HEADING.test(block.box.tag)) return false;
    return !isOff(block.box, stop);
  });
}
