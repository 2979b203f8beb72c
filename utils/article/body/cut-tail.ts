import { cueBits } from '../../clutter/phrases/phrase-book.ts';
import { isFirstPerson, readCues } from '../../clutter/phrases/read-cues.ts';
import { ITEMS_PER_STEP, type Steps } from '../../page/in-slices.ts';
import { HEADING_TAGS } from '../../page/tag-kinds.ts';
import { foldText } from '../../text/fold-text.ts';
import { isEndHeading, isPromoHeading } from './boilerplate-phrases.ts';
import type { Block, Box } from './read-blocks.ts';
import { holds } from './weigh-boxes.ts';

/** Maximum share of prose after a heading that ends the article, and after one inside the flow of the text. */
const AFTER_END = 0.3;
const AFTER_END_IN_FLOW = 0.12;
/** Maximum characters of prose that belong to a begging box. */
const AFTER_ASKING = 200;

/** Share of truncated texts above which a part consists of teasers. */
const MOSTLY = 0.8;

function* flowOf(blocks: readonly Block[]): Steps<Box | null> {
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

/** Lines per step that are compared with end headings. */
const LINES_PER_STEP = 100;

function* cutAtHeading(blocks: Block[], root: Box, flow: Box | null): Steps<Block[]> {
  let after = 0;
  let afterInFlow = 0;
  let broken = 0;
  let cut = blocks.length;
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i];
    if (block === undefined) continue;
    if (i % LINES_PER_STEP === 0) yield;
    // Truncated texts are the beginnings of other articles, whatever their number.
    const whole = broken > after * MOSTLY ? 0 : after;
    if (whole > root.prose * AFTER_END) break;
    const within = block.box.outer === flow || block.box === flow;
    const allowed = root.prose * (within ? AFTER_END_IN_FLOW : AFTER_END);
    // A box inside the text, which continues after it.
    const isInserted = !within && afterInFlow > root.prose * AFTER_END_IN_FLOW;
    const heads = HEADING_TAGS.has(block.box.tag) || (block.prose === 0 && block.box.tag !== 'li');
    if (heads && !isInserted && whole < allowed && block.text.length < 80) {
      const folded = foldText(block.text);
      if (isEndHeading(folded) || (after < AFTER_ASKING && isPromoHeading(folded))) cut = i;
    }
    if (within) afterInFlow += block.prose;
    after += block.prose + (block.box.tag === 'td' || block.box.outer?.tag === 'td' ? block.text.length : 0);
    if (/(?:…|\.\.\.)$/.test(block.text)) broken += block.prose;
  }
  return blocks.slice(0, cut);
}

/** Maximum length of a teaser of another story. */
const MAX_TEASER_LENGTH = 260;
/** Maximum share of all teasers in the text. */
const MAX_TEASERS_SHARE = 0.4;

const isTitleLike = (block: Block): boolean =>
  block.prose === 0 && (HEADING_TAGS.has(block.box.tag) || block.linkChars > block.text.length * 0.8);

/**
 * Cuts cards of other stories after the text that no heading announces: alternating titles and short teasers outside of the
 * flow of paragraphs.
 */
function cutCards(blocks: Block[], root: Box, flow: Box | null): Block[] {
  if (flow === null) return blocks;
  let start = blocks.length;
  while (start > 0) {
    const block = blocks[start - 1];
    if (block === undefined || holds(flow, block)) break;
    start--;
  }
  const tail = blocks.slice(start);
  const titles = tail.filter((block) => isTitleLike(block) && block.text.length > 12);
  // Questions with answers belong to the article.
  const asked = titles.filter((block) => block.linkChars === 0 && /[?？؟]$/.test(block.text)).length;
  const prose = tail.reduce((sum, block) => sum + block.prose, 0);
  const isCards =
    titles.length >= 2 &&
    asked < titles.length / 2 &&
    tail.every((block) => block.prose < MAX_TEASER_LENGTH) &&
    prose < root.prose * MAX_TEASERS_SHARE;
  return isCards ? blocks.slice(0, start) : blocks;
}

/** Maximum number of lines after the flow in a tail. */
const MAX_TAIL_LINES = 40;
/** Maximum share of the text and number of lines of a begging box. */
const MAX_ASKING_SHARE = 0.25;
const MAX_ASKING_LINES = 8;
const BEGGING = cueBits('newsletter', 'subscribe', 'donate', 'app');

/** Whether a block makes a request with a link or button. */
const asks = ({ text, linkChars }: Block): boolean =>
  linkChars > 0 && (readCues(text) & BEGGING) !== 0 && isFirstPerson(text);

/** The blocks in `after` of the largest box around a line that is outside of the flow and mostly makes requests. */
function linesAround(
  line: Block,
  after: readonly Block[],
  asking: ReadonlySet<Block>,
  flow: Box,
  most: number,
): Block[] {
  let lines = [line];
  for (let box: Box | null = line.box; box !== null; box = box.outer) {
    if (box.first < flow.end && box.end > flow.first) break;
    const around = box;
    const own = after.filter((other) => holds(around, other));
    if (own.length > MAX_ASKING_LINES) break;
    const prose = sumProse(own);
    if (prose > most) break;
    if (sumProse(own.filter((other) => asking.has(other))) * 2 >= prose) lines = own;
  }
  return lines;
}

const sumProse = (blocks: readonly Block[]): number => blocks.reduce((sum, { prose }) => sum + prose, 0);

/**
 * Cuts begging boxes after the text, outside of the flow of paragraphs. From other parts, only the requesting line is
 * removed.
 */
function cutAsking(blocks: Block[], root: Box, flow: Box | null): Block[] {
  if (flow === null) return blocks;
  const after = blocks.filter((block) => block.index >= flow.end);
  if (after.length === 0 || after.length > MAX_TAIL_LINES) return blocks;
  const asking = new Set(after.filter(asks));
  const out = new Set<Block>();
  for (const block of asking) {
    if (out.has(block)) continue;
    for (const other of linesAround(block, after, asking, flow, root.prose * MAX_ASKING_SHARE))
      out.add(other);
  }
  return out.size === 0 ? blocks : blocks.filter((block) => !out.has(block));
}

/** Cuts what follows the article inside its container, by headings and by shape. */
export function* cutTail(blocks: Block[], root: Box): Steps<Block[]> {
  const headed = yield* cutAtHeading(blocks, root, yield* flowOf(blocks));
  yield;
  const dealt = cutCards(headed, root, yield* flowOf(headed));
  yield;
  return cutAsking(dealt, root, yield* flowOf(dealt));
}
