import { locateQuote } from '../../utils/quotes/anchoring/locate-quote.ts';
import { readPageText } from '../../utils/quotes/anchoring/page-text.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { balanceDirections } from '../../utils/text/clean-line.ts';
import { hueColour, type VoiceHues } from '../quotes/voices.ts';

/** Text nodes of a range, each cut to the part inside. */
function textNodesIn(range: Range): Text[] {
  const document_ = range.startContainer.ownerDocument;
  if (document_ === null) return [];
  const walker = document_.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const inside: Text[] = [];
  // A range inside one text node has that node as its ancestor, and a walker does not visit its own root.
  let node: Node | null =
    walker.currentNode.nodeType === Node.TEXT_NODE ? walker.currentNode : walker.nextNode();
  for (; node !== null; node = walker.nextNode()) {
    if (range.intersectsNode(node)) inside.push(node as Text);
    else if (inside.length > 0) break;
  }
  return inside.flatMap((text) => {
    let part = text;
    const end = text === range.endContainer ? range.endOffset : text.data.length;
    const start = text === range.startContainer ? range.startOffset : 0;
    if (end <= start || text.data.slice(start, end).trim() === '') return [];
    if (end < part.data.length) part.splitText(end);
    if (start > 0) part = part.splitText(start);
    return [part];
  });
}

/**
 * Wraps the words of every quote in the body of an article, so that they can be coloured and clicked.
 *
 * @param root the body; its text is the one the quotes' offsets were measured in
 * @param text that text
 * @returns the pieces of each quote by its index, in order of the text; quotes that are not there have none
 */
export function markQuotes(
  root: HTMLElement,
  text: string,
  quotes: readonly Quote[],
  hues: VoiceHues,
): Map<number, HTMLElement[]> {
  const page = readPageText(root);
  const ranges = quotes.map((quote) => locateQuote(page, text, quote));
  const pieces = new Map<number, HTMLElement[]>();
  // From the last to the first: splitting a node moves only what comes after it.
  for (let index = ranges.length - 1; index >= 0; index -= 1) {
    const range = ranges[index];
    if (range === null || range === undefined) continue;
    const words = quotes[index]?.text ?? '';
    const isUnbalanced = balanceDirections(words) !== words;
    const wrapped = textNodesIn(range).map((node) => {
      const piece = root.ownerDocument.createElement('span');
      piece.className = 'quoted';
      piece.dataset.quote = String(index);
      // Only there: the pieces of any other quote are one run of text, which isolating them would tear apart.
      if (isUnbalanced) piece.classList.add('verbatim');
      piece.style.setProperty('--hue', hueColour(hues.ofQuote.get(index) ?? 0));
      node.replaceWith(piece);
      piece.append(node);
      return piece;
    });
    if (wrapped.length > 0) pieces.set(index, wrapped);
  }
  return new Map([...pieces].sort(([a], [b]) => a - b));
}
