import { fold, foldUnit } from '../../utils/quotes/anchoring/fold-text.ts';
import { agreeingContext } from '../../utils/text/agreeing-context.ts';

/** Offsets (UTF-16) into the article's text. */
export interface TextPlace {
  start: number;
  end: number;
}

/** Characters compared on either side, after folding, where the same words stand more than once. */
const CONTEXT = 60;

/** Where the folded character at an index stands in the text itself. */
function unfold(text: string, index: number): number {
  let left = index;
  for (let at = 0; at < text.length; at += 1) {
    const width = foldUnit(text.charAt(at)).length;
    if (width > left) return at;
    left -= width;
  }
  return text.length;
}

/**
 * Where words selected in the page stand in the article's text.
 *
 * @param root the article's body in the page
 * @param text the article's text
 * @returns null where the selection is not the article's (a caption) or reaches over what is not
 */
export function placeOfSelection(root: HTMLElement, text: string, selected: Range): TextPlace | null {
  if (!root.contains(selected.commonAncestorContainer)) return null;
  const words = fold(selected.toString());
  if (words === '') return null;
  const ahead = root.ownerDocument.createRange();
  ahead.setStart(root, 0);
  ahead.setEnd(selected.startContainer, selected.startOffset);
  const behind = root.ownerDocument.createRange();
  behind.setStart(selected.endContainer, selected.endOffset);
  behind.setEnd(root, root.childNodes.length);
  const before = fold(ahead.toString()).slice(-CONTEXT);
  const after = fold(behind.toString().slice(0, CONTEXT * 2)).slice(0, CONTEXT);
  const folded = fold(text);
  let best = -1;
  let most = -1;
  for (let at = folded.indexOf(words); at !== -1; at = folded.indexOf(words, at + 1)) {
    const agreed = agreeingContext(folded, { start: at, end: at + words.length }, { before, after });
    if (agreed > most) {
      most = agreed;
      best = at;
    }
  }
  if (best === -1) return null;
  return { start: unfold(text, best), end: unfold(text, best + words.length - 1) + 1 };
}
