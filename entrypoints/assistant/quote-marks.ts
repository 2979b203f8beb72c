import { locateQuote } from '../../utils/quotes/locate-quote.ts';
import type { Quote } from '../../utils/quotes/types.ts';

/** The name of the highlight that the style sheet in `background/article-tabs.ts` colours. */
const HIGHLIGHT = 'offprint-quote';

/** Marks quotes in the live page without touching its DOM, and takes the reader there and back. */
export class QuoteMarks {
  readonly #document: Document;
  #cameFrom: { x: number; y: number } | null = null;

  constructor(document_: Document) {
    this.#document = document_;
  }

  /** @returns false where the quote is not in the page (any more) */
  mark(root: Node, text: string, quote: Quote): Range | null {
    this.clear();
    const range = locateQuote(root, text, quote) ?? locateQuote(this.#document.body, text, quote);
    if (range === null) return null;
    // A selection is the fallback: every browser shows one.
    if (typeof Highlight === 'function' && CSS.highlights !== undefined) {
      CSS.highlights.set(HIGHLIGHT, new Highlight(range));
    } else {
      const selection = this.#document.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
    }
    return range;
  }

  jumpTo(root: Node, text: string, quote: Quote): boolean {
    const range = this.mark(root, text, quote);
    if (range === null) return false;
    this.#cameFrom ??= { x: scrollX, y: scrollY };
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const element = range.startContainer.parentElement;
    element?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
    return true;
  }

  jumpBack(): void {
    if (this.#cameFrom !== null) scrollTo(this.#cameFrom.x, this.#cameFrom.y);
    this.#cameFrom = null;
    this.clear();
  }

  clear(): void {
    if (typeof Highlight === 'function') CSS.highlights?.delete(HIGHLIGHT);
  }
}
