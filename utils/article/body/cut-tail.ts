import { cueBits } from '../../clutter/phrases/phrase-book.ts';
import { readCues, saysOwn } from '../../clutter/phrases/read-cues.ts';
import { REST_EVERY, type Steps } from '../../page/in-slices.ts';
import { HEADING_TAGS } from '../../page/tag-kinds.ts';
import { foldText } from '../../text/fold-text.ts';
import { isAskingHeading, isEndHeading } from './boilerplate-phrases.ts';
import type { Block, Box } from './read-blocks.ts';
import { holds } from './weigh-boxes.ts';

/** An end heading ends the article where little prose follows it; inside the flow of the text, where hardly any does. */
const AFTER_END = 0.3;
const AFTER_END_IN_FLOW = 0.12;
/** Characters of prose that may follow a box that asks for something, and still be its own. */
const AFTER_ASKING = 200;

/** Share of broken-off texts from which a part is nothing but teasers. */
const MOSTLY = 0.8;

function* flowOf(blocks: readonly Block[]): Steps<Box | null> {
  const weights = new Map<Box, number>();
  let best: Box | null = null;
  for (const { box, prose, index } of blocks) {
    if (index % REST_EVERY === 0) yield;
    const flow = box.tag === 'p' && box.outer !== null ? box.outer : box;
    const sum = (weights.get(flow) ?? 0) + prose;
    weights.set(flow, sum);
    if (best === null || sum > (weights.get(best) ?? 0)) best = flow;
  }
  return best;
}

/** Lines that are compared with the headings of ends from one step to the next. */
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
    // Texts that break off are the beginnings of others, however many.
    const whole = broken > after * MOSTLY ? 0 : after;
    if (whole > root.prose * AFTER_END) break;
    const within = block.box.outer === flow || block.box === flow;
    const allowed = root.prose * (within ? AFTER_END_IN_FLOW : AFTER_END);
    // A box in the midst of the text, which goes on behind it.
    const isInserted = !within && afterInFlow > root.prose * AFTER_END_IN_FLOW;
    const heads = HEADING_TAGS.has(block.box.tag) || (block.prose === 0 && block.box.tag !== 'li');
    if (heads && !isInserted && whole < allowed && block.text.length < 80) {
      const folded = foldText(block.text);
      if (isEndHeading(folded) || (after < AFTER_ASKING && isAskingHeading(folded))) cut = i;
    }
    if (within) afterInFlow += block.prose;
    after += block.prose + (block.box.tag === 'td' || block.box.outer?.tag === 'td' ? block.text.length : 0);
    if (/(?:…|\.\.\.)$/.test(block.text)) broken += block.prose;
  }
  return blocks.slice(0, cut);
}

/** Teasers of other stories are short. */
const LONGEST_TEASER = 260;
/** And together less than this share of the text. */
const MOST_TEASERS = 0.4;

const isTitleLike = (block: Block): boolean =>
  block.prose === 0 && (HEADING_TAGS.has(block.box.tag) || block.linkChars > block.text.length * 0.8);

/**
 * Cards of other stories after the text, where nothing names them: outside the flow of the paragraphs, titles and
 * short teasers in turn.
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
  // Questions with their answers are the article's.
  const asked = titles.filter((block) => block.linkChars === 0 && /[?？؟]$/.test(block.text)).length;
  const prose = tail.reduce((sum, block) => sum + block.prose, 0);
  const isCards =
    titles.length >= 2 &&
    asked < titles.length / 2 &&
    tail.every((block) => block.prose < LONGEST_TEASER) &&
    prose < root.prose * MOST_TEASERS;
  return isCards ? blocks.slice(0, start) : blocks;
}

/** Lines after the flow, beyond which it is no tail. */
const MOST_TAIL = 40;
/** A box of the site's own is small beside the text, and has few lines. */
const MOST_ASKING = 0.25;
const MOST_ASKING_LINES = 8;
const BEGGING = cueBits('newsletter', 'subscribe', 'donate', 'app');

/** Whether somebody asks for something of theirs, and gives a way to do it. */
const asks = ({ text, linkChars }: Block): boolean =>
  linkChars > 0 && (readCues(text) & BEGGING) !== 0 && saysOwn(text);

/** The largest box around a line that has none of the flow in it, and whose prose mostly asks; its blocks of `after`. */
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
    if (own.length > MOST_ASKING_LINES) break;
    const prose = sumProse(own);
    if (prose > most) break;
    if (sumProse(own.filter((other) => asking.has(other))) * 2 >= prose) lines = own;
  }
  return lines;
}

const sumProse = (blocks: readonly Block[]): number => blocks.reduce((sum, { prose }) => sum + prose, 0);

/**
 * The site's own voice after the text: a box outside the flow of the paragraphs in which it asks for something, and
 * tells of its reasons. A part of the text in which it asks is kept but for that line.
 */
function cutAsking(blocks: Block[], root: Box, flow: Box | null): Block[] {
  if (flow === null) return blocks;
  const after = blocks.filter((block) => block.index >= flow.end);
  if (after.length === 0 || after.length > MOST_TAIL) return blocks;
  const asking = new Set(after.filter(asks));
  const out = new Set<Block>();
  for (const block of asking) {
    if (out.has(block)) continue;
    for (const other of linesAround(block, after, asking, flow, root.prose * MOST_ASKING)) out.add(other);
  }
  return out.size === 0 ? blocks : blocks.filter((block) => !out.has(block));
}

/** Cuts off what follows the article inside its container: by headings that announce it, and by its shape. */
export function* cutTail(blocks: Block[], root: Box): Steps<Block[]> {
  const headed = yield* cutAtHeading(blocks, root, yield* flowOf(blocks));
  yield;
  const dealt = cutCards(headed, root, yield* flowOf(headed));
  yield;
  return cutAsking(dealt, root, yield* flowOf(dealt));
}
