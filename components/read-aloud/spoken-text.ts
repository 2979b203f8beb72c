import { splitSentences, type TextRange, trimRange } from '../../utils/text/segment-text.ts';

/** A sentence in the page, to be spoken and highlighted. */
export interface SpokenSentence {
  text: string;
  /** The range of a part of the sentence, as offsets into `text`; null if the page has changed. */
  rangeOf(start: number, end: number): Range | null;
}

/** Not read aloud: images with captions, tables, program code. */
const SKIPPED_ELEMENTS =
  'figure, table, pre, script, style, svg, [hidden], [aria-hidden="true"], .missing-image';
const BLOCK = 'p, li, h1, h2, h3, h4, h5, h6, blockquote, dt, dd, div, section, article, header';

interface Piece {
  node: Text;
  /** Offset of the node's text in its block. */
  at: number;
}

interface Block {
  element: Element;
  text: string;
  pieces: Piece[];
}

/** Whether an element is a footnote mark, which is not part of the sentence. */
function isFootnoteMark(element: Element): boolean {
  return (
    element.closest('sup') !== null && /^[\s[\](){}*†‡\d]*$/.test(element.closest('sup')?.textContent ?? '')
  );
}

function readBlocks(root: Element): Block[] {
  const blocks: Block[] = [];
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!(node instanceof Text) || parent === null) continue;
    if (parent.closest(SKIPPED_ELEMENTS) !== null || isFootnoteMark(parent)) continue;
    const element = parent.closest(BLOCK) ?? root;
    let block = blocks.at(-1);
    if (block?.element !== element) {
      block = { element, text: '', pieces: [] };
      blocks.push(block);
    }
    block.pieces.push({ node, at: block.text.length });
    block.text += node.data;
  }
  return blocks;
}

function placeIn(block: Block, offset: number, isEnd: boolean): { node: Text; offset: number } | null {
  for (const piece of block.pieces) {
    const inside = offset - piece.at;
    const { length } = piece.node.data;
    if (isEnd ? inside <= length : inside < length) return { node: piece.node, offset: inside };
  }
  return null;
}

function rangeIn(block: Block, start: number, end: number): Range | null {
  const from = placeIn(block, start, false);
  const to = placeIn(block, end, true);
  if (from === null || to === null || !from.node.isConnected || !to.node.isConnected) return null;
  const range = new Range();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/**
 * The sentences of an article in reading order.
 *
 * @param roots the elements with its words, in order (headline, body)
 * @param lang the article's language
 */
export function listSentences(roots: readonly Element[], lang: string | null): SpokenSentence[] {
  return roots.flatMap(readBlocks).flatMap((block) =>
    splitSpeech(block.text, lang).map(({ start, end }) => ({
      // Spoken text needs single spaces, but the same length as in the page, so that offsets agree.
      text: block.text.slice(start, end).replace(/\s/g, ' '),
      rangeOf: (from, to) => rangeIn(block, start + from, Math.min(end, start + to)),
    })),
  );
}

/**
 * Maximum length spoken at once, in characters: some voices stop after about fifteen seconds, which is about 240
 * characters at the default rate.
 */
const MAX_STRETCH_LENGTH = 240;

const CLAUSE_END = /[,;:—–،؛、，；：]["”’»]?\s+|[、，；：]/gu;

function clauses(stretch: TextRange, text: string): TextRange[] {
  const { start, end } = stretch;
  if (end - start <= MAX_STRETCH_LENGTH) return [stretch];
  let cut = -1;
  for (const match of text.slice(start, end).matchAll(CLAUSE_END)) {
    const after = start + match.index + match[0].length;
    if (after - start > MAX_STRETCH_LENGTH) break;
    cut = after;
  }
  if (cut <= start) cut = text.lastIndexOf(' ', start + MAX_STRETCH_LENGTH) + 1;
  // A single word without spaces.
  if (cut <= start || cut >= end) return [stretch];
  return [{ start, end: cut }, ...clauses({ start: cut, end }, text)];
}

/** Splits a paragraph into what is spoken at once: its sentences, and the clauses of very long ones. */
export function splitSpeech(text: string, lang: string | null): TextRange[] {
  return splitSentences(text, lang)
    .flatMap((stretch) => clauses(stretch, text))
    .flatMap((stretch) => trimRange(stretch, text));
}
