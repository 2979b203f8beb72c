import { splitSentences, type TextRange, trimRange } from '../../utils/text/segment-text.ts';

/** A sentence of the page, to be spoken and highlighted; a very long one is split into several. */
export interface SpokenSentence {
  text: string;
  /** Converts offsets into `text` to a DOM range; null if the page has changed. */
  getRange(start: number, end: number): Range | null;
}

/** Elements that are not read aloud, such as images with captions, tables and program code. */
const SKIPPED_ELEMENTS =
  'figure, table, pre, script, style, svg, [hidden], [aria-hidden="true"], .missing-image';
const BLOCK_ELEMENTS = 'p, li, h1, h2, h3, h4, h5, h6, blockquote, dt, dd, div, section, article, header';

interface TextPiece {
  node: Text;
  /** Offset of the node's text in its block. */
  start: number;
}

interface TextBlock {
  element: Element;
  text: string;
  pieces: TextPiece[];
}

/** Whether an element is (in) a footnote reference, which is not read aloud. */
function isFootnoteMark(element: Element): boolean {
  return (
    element.closest('sup') !== null && /^[\s[\](){}*†‡\d]*$/.test(element.closest('sup')?.textContent ?? '')
  );
}

function readBlocks(root: Element): TextBlock[] {
  const blocks: TextBlock[] = [];
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!(node instanceof Text) || parent === null) continue;
    if (parent.closest(SKIPPED_ELEMENTS) !== null || isFootnoteMark(parent)) continue;
    const element = parent.closest(BLOCK_ELEMENTS) ?? root;
    let block = blocks.at(-1);
    if (block?.element !== element) {
      block = { element, text: '', pieces: [] };
      blocks.push(block);
    }
    block.pieces.push({ node, start: block.text.length });
    block.text += node.data;
  }
  return blocks;
}

function findPosition(
  block: TextBlock,
  offset: number,
  isEnd: boolean,
): { node: Text; offset: number } | null {
  for (const piece of block.pieces) {
    const nodeOffset = offset - piece.start;
    const { length } = piece.node.data;
    if (isEnd ? nodeOffset <= length : nodeOffset < length) return { node: piece.node, offset: nodeOffset };
  }
  return null;
}

function createRange(block: TextBlock, start: number, end: number): Range | null {
  const from = findPosition(block, start, false);
  const to = findPosition(block, end, true);
  if (from === null || to === null || !from.node.isConnected || !to.node.isConnected) return null;
  const range = new Range();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/**
 * Extracts the sentences of an article in reading order.
 *
 * @param roots the elements that contain the text, in order (headline, body)
 * @param lang the article's language (BCP 47)
 */
export function extractSentences(roots: readonly Element[], lang: string | null): SpokenSentence[] {
  return roots.flatMap(readBlocks).flatMap((block) =>
    splitUtterances(block.text, lang).map(({ start, end }) => ({
      // Replaces each white-space character by a space. The length must not change, so that offsets stay valid.
      text: block.text.slice(start, end).replace(/\s/g, ' '),
      getRange: (from, to) => createRange(block, start + from, Math.min(end, start + to)),
    })),
  );
}

/**
 * Maximum length of an utterance, in characters. Some voices stop after about fifteen seconds, which is about 240
 * characters at the default rate.
 */
const MAX_UTTERANCE_LENGTH = 240;

const CLAUSE_END = /[,;:—–،؛、，；：]["”’»]?\s+|[、，；：]/gu;

function splitLongSentence(sentence: TextRange, text: string): TextRange[] {
  const { start, end } = sentence;
  if (end - start <= MAX_UTTERANCE_LENGTH) return [sentence];
  let cut = -1;
  for (const match of text.slice(start, end).matchAll(CLAUSE_END)) {
    const after = start + match.index + match[0].length;
    if (after - start > MAX_UTTERANCE_LENGTH) break;
    cut = after;
  }
  if (cut <= start) cut = text.lastIndexOf(' ', start + MAX_UTTERANCE_LENGTH) + 1;
  // There is no place to split.
  if (cut <= start || cut >= end) return [sentence];
  return [{ start, end: cut }, ...splitLongSentence({ start: cut, end }, text)];
}

/** Splits a paragraph into utterances: its sentences, with very long ones split at clauses. */
export function splitUtterances(text: string, lang: string | null): TextRange[] {
  return splitSentences(text, lang)
    .flatMap((sentence) => splitLongSentence(sentence, text))
    .flatMap((range) => trimRange(range, text));
}
