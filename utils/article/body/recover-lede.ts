import { attributeOf } from '../../page/element-access.ts';
import { HEADING } from '../../page/tag-kinds.ts';
import { foldText } from '../../text/fold-text.ts';
import { askUpwards } from './ask-upwards.ts';
import { HINT } from './class-hints.ts';
import type { Block, BlockModel, Box } from './read-blocks.ts';

const ELSEWHERE = HINT.comment | HINT.promo | HINT.share | HINT.nav | HINT.caption | HINT.bio;
const OFF_TAGS = /^(?:nav|aside|footer|figure|figcaption|form|ul|ol|li|dialog|table)$/;
/** The beginning of a text is at least this long; shorter lines by the headline are kickers, dates, names and decks. */
const SHORTEST = 100;
/** From this length on it opens the text, whatever it is called; below, a deck only comments on the headline. */
const OPENING = 180;
const DECK =
  /\b(?:dek|deck|sub-?(?:title|head\w*|hed)|standfirst|blurb|tag-?line|summary|excerpt|description)\b/i;
/** Beyond this many blocks from the headline a paragraph is no standfirst. */
const FARTHEST = 14;
/** Unless it stands right before the body. */
const NEAREST = 8;

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

/** @param description the page's own, folded */
export function isDeck(block: Block, description: string): boolean {
  if (block.text.length >= OPENING) return false;
  if (HEADING.test(block.box.tag) || block.box.tag === 'header') return true;
  for (const box of [block.box, block.box.outer]) {
    if (box === null) continue;
    if (box.tag === 'header' || DECK.test(attributeOf(box.element, 'class').replace(/[_-]+/g, ' ')))
      return true;
  }
  return foldText(block.text) === description;
}

/**
 * Finds the standfirst that many sites print between the headline and the container of the body.
 *
 * @param description the page's own description; a short line that says the same is the article's `excerpt`
 * @returns blocks between the two that read as the beginning of the article
 */
export function recoverLede(
  model: BlockModel,
  root: Box,
  headline: Block | null,
  description: string,
): Block[] {
  if (headline === null || headline.index >= root.first) return [];
  const isElsewhere = askUpwards(commonBox(headline.box, root), (box) => (isOff(box) ? true : null));
  const stated = foldText(description);
  return model.blocks.slice(headline.index + 1, root.first).filter((block) => {
    if (block.text.length < SHORTEST || block.linkChars > block.text.length * 0.4) return false;
    const named = (block.box.hints & HINT.lede) !== 0 || ((block.box.outer?.hints ?? 0) & HINT.lede) !== 0;
    const isFar = block.index - headline.index > FARTHEST && root.first - block.index > NEAREST;
    if (isFar && !named) return false;
    if (block.prose === 0 && !named && !HEADING.test(block.box.tag)) return false;
    return !isDeck(block, stated) && !isElsewhere(block.box);
  });
}
