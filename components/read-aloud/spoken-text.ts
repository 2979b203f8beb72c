import { splitSpeech } from './split-speech.ts';

/** One sentence in the page, to be spoken and marked. */
export interface SpokenSentence {
  text: string;
  /** The range of a part of the sentence, as offsets into `text`; null where the page has changed under it. */
  rangeOf(start: number, end: number): Range | null;
}

/** What a listener would stumble over: pictures with their captions, figures in rows, program text. */
const UNSPOKEN = 'figure, table, pre, script, style, svg, [hidden], [aria-hidden="true"], .missing-image';
const BLOCK = 'p, li, h1, h2, h3, h4, h5, h6, blockquote, dt, dd, div, section, article, header';

interface Piece {
  node: Text;
  /** Where the node's text begins in the text of its block. */
  at: number;
}

interface Block {
  element: Element;
  text: string;
  pieces: Piece[];
}

/** True for the mark of a footnote, which is no word of the sentence. */
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
    if (parent.closest(UNSPOKEN) !== null || isFootnoteMark(parent)) continue;
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
 * The sentences of an article in the order in which they are read out.
 *
 * @param roots the elements that hold its words, in order (headline, body)
 * @param lang the article's language
 */
export function listSentences(roots: readonly Element[], lang: string | null): SpokenSentence[] {
  return roots.flatMap(readBlocks).flatMap((block) =>
    splitSpeech(block.text, lang).map(({ start, end }) => ({
      // Spoken words need single blanks, and as many characters as the page has, so that places agree.
      text: block.text.slice(start, end).replace(/\s/g, ' '),
      rangeOf: (from, to) => rangeIn(block, start + from, Math.min(end, start + to)),
    })),
  );
}
