import { cueBits } from '../../clutter/phrases/phrase-book.ts';
import { ITEMS_PER_STEP, type Steps } from '../../page/in-slices.ts';
import { HEADING_TAGS } from '../../page/tag-kinds.ts';
import { foldText } from '../../text/fold-text.ts';
import type { SitePhrases } from '../site-phrases.ts';
import type { Block, Box } from './read-blocks.ts';
import { containsBlock } from './weigh-boxes.ts';

/** Maximum share of the prose after a heading that ends the article: outside of the flow of the text, and inside it. */
const MAX_SHARE_AFTER_END = 0.3;
const MAX_SHARE_AFTER_END_IN_FLOW = 0.12;
/** Maximum prose of a promotional box at the end, in characters. */
const MAX_PROMO_PROSE = 200;

/** Share of truncated paragraphs above which a part consists of teasers. */
const MIN_TRUNCATED_SHARE = 0.8;

/** Returns the box that directly contains most of the prose. */
function* findFlow(blocks: readonly Block[]): Steps<Box | null> {
  const weights = new Map<Box, number>();
  let best: Box | null = null;
  for (const { box, prose, index } of blocks) {
    if (index % ITEMS_PER_STEP === 0) yield;
    const flow = box.tag === 'p' && box.outer !== null ? box.outer : box;
    const sum = (weights.get(flow) ?? 0) + prose;
    weights.set(flow, sum);
    if (best === null || sum > (weights.get(best) ?? 0)) best = flow;
  }
  return best;
}

/** Number of blocks per step. */
const LINES_PER_STEP = 100;

function* cutAtHeading(
  blocks: Block[],
  root: Box,
  flow: Box | null,
  { boilerplate }: SitePhrases,
): Steps<Block[]> {
  let proseAfter = 0;
  let afterInFlow = 0;
  let truncated = 0;
  let cut = blocks.length;
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i];
    if (block === undefined) continue;
    if (i % LINES_PER_STEP === 0) yield;
    // If most paragraphs are truncated, they are teasers of other articles, so their prose doesn't count.
    const untruncated = truncated > proseAfter * MIN_TRUNCATED_SHARE ? 0 : proseAfter;
    if (untruncated > root.prose * MAX_SHARE_AFTER_END) break;
    const isInFlow = block.box.outer === flow || block.box === flow;
    const maxProse = root.prose * (isInFlow ? MAX_SHARE_AFTER_END_IN_FLOW : MAX_SHARE_AFTER_END);
    // Whether it is in a box in the middle of the text, which continues after it
    const isInserted = !isInFlow && afterInFlow > root.prose * MAX_SHARE_AFTER_END_IN_FLOW;
    const isHeading = HEADING_TAGS.has(block.box.tag) || (block.prose === 0 && block.box.tag !== 'li');
    if (isHeading && !isInserted && untruncated < maxProse && block.text.length < 80) {
      const folded = foldText(block.text);
      if (
        boilerplate.isEndHeading(folded) ||
        (proseAfter < MAX_PROMO_PROSE && boilerplate.isPromoHeading(folded))
      )
        cut = i;
    }
    if (isInFlow) afterInFlow += block.prose;
    proseAfter +=
      block.prose + (block.box.tag === 'td' || block.box.outer?.tag === 'td' ? block.text.length : 0);
    if (/(?:…|\.\.\.)$/.test(block.text)) truncated += block.prose;
  }
  return blocks.slice(0, cut);
}

/** Maximum prose of a teaser of another article, in characters. */
const MAX_TEASER_LENGTH = 260;
/** Maximum share of all teasers in the prose. */
const MAX_TEASERS_SHARE = 0.4;

const isTitleLike = (block: Block): boolean =>
  block.prose === 0 && (HEADING_TAGS.has(block.box.tag) || block.linkChars > block.text.length * 0.8);

/**
 * Cuts cards of other articles after the text that have no common heading. They consist of titles and short teasers, outside
 * of the flow of paragraphs.
 */
function cutCards(blocks: Block[], root: Box, flow: Box | null): Block[] {
  if (flow === null) return blocks;
  let start = blocks.length;
  while (start > 0) {
    const block = blocks[start - 1];
    if (block === undefined || containsBlock(flow, block)) break;
    start--;
  }
  const tail = blocks.slice(start);
  const titles = tail.filter((block) => isTitleLike(block) && block.text.length > 12);
  // Questions with answers belong to the article, so titles that are questions don't count.
  const questions = titles.filter((block) => block.linkChars === 0 && /[?？؟]$/.test(block.text)).length;
  const prose = tail.reduce((sum, block) => sum + block.prose, 0);
  const isCards =
    titles.length >= 2 &&
    questions < titles.length / 2 &&
    tail.every((block) => block.prose < MAX_TEASER_LENGTH) &&
    prose < root.prose * MAX_TEASERS_SHARE;
  return isCards ? blocks.slice(0, start) : blocks;
}

/** Maximum number of blocks after the flow. */
const MAX_TAIL_LINES = 40;
/** Maximum share of a promotional box in the prose, and its maximum number of blocks. */
const MAX_PROMO_SHARE = 0.25;
const MAX_PROMO_LINES = 8;
const PROMO_CUES = cueBits('newsletter', 'subscribe', 'donate', 'app');

/** Whether a block makes a request with a link or button. */
const makesLinkedRequest = ({ text, linkChars }: Block, { cues }: SitePhrases): boolean =>
  linkChars > 0 && (cues.readCues(text) & PROMO_CUES) !== 0 && cues.isFirstPerson(text);

/** Returns the blocks of the largest box around a block that is outside of the flow and consists mostly of requests. */
function findPromoBlocks(
  line: Block,
  blocksAfter: readonly Block[],
  requests: ReadonlySet<Block>,
  flow: Box,
  maxProse: number,
): Block[] {
  let lines = [line];
  for (let box: Box | null = line.box; box !== null; box = box.outer) {
    if (box.first < flow.end && box.end > flow.first) break;
    const currentBox = box;
    const ownBlocks = blocksAfter.filter((other) => containsBlock(currentBox, other));
    if (ownBlocks.length > MAX_PROMO_LINES) break;
    const prose = sumProse(ownBlocks);
    if (prose > maxProse) break;
    if (sumProse(ownBlocks.filter((other) => requests.has(other))) * 2 >= prose) lines = ownBlocks;
  }
  return lines;
}

const sumProse = (blocks: readonly Block[]): number => blocks.reduce((sum, { prose }) => sum + prose, 0);

/**
 * Cuts promotional boxes after the text, outside of the flow of paragraphs. In other parts, cuts only blocks that make a
 * request.
 */
function cutPromos(blocks: Block[], root: Box, flow: Box | null, phrases: SitePhrases): Block[] {
  if (flow === null) return blocks;
  const blocksAfter = blocks.filter((block) => block.index >= flow.end);
  if (blocksAfter.length === 0 || blocksAfter.length > MAX_TAIL_LINES) return blocks;
  const requests = new Set(blocksAfter.filter((block) => makesLinkedRequest(block, phrases)));
  const removed = new Set<Block>();
  for (const block of requests) {
    if (removed.has(block)) continue;
    for (const other of findPromoBlocks(block, blocksAfter, requests, flow, root.prose * MAX_PROMO_SHARE))
      removed.add(other);
  }
  return removed.size === 0 ? blocks : blocks.filter((block) => !removed.has(block));
}

/** Cuts other content after the article in the same container, which is recognised by headings, cards and requests. */
export function* cutTail(blocks: Block[], root: Box, phrases: SitePhrases): Steps<Block[]> {
  const withoutHeaded = yield* cutAtHeading(blocks, root, yield* findFlow(blocks), phrases);
  yield;
  const withoutCards = cutCards(withoutHeaded, root, yield* findFlow(withoutHeaded));
  yield;
  return cutPromos(withoutCards, root, yield* findFlow(withoutCards), phrases);
}
