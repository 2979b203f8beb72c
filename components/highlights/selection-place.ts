import { placeOfRange } from '../../utils/quotes/anchoring/locate-quote.ts';
import { readPageText } from '../../utils/quotes/anchoring/page-text.ts';

/** Offsets (UTF-16) into the article's text. */
export interface TextPlace {
  start: number;
  end: number;
}

/**
 * Where words selected in the page stand in the article's text.
 *
 * @param root the article's body in the page
 * @param text the article's text
 * @returns null where the selection is not the article's (a caption), or goes beyond it
 */
export function placeOfSelection(root: HTMLElement, text: string, selected: Range): TextPlace | null {
  if (!root.contains(selected.commonAncestorContainer)) return null;
  return placeOfRange(readPageText(root), text, selected);
}
