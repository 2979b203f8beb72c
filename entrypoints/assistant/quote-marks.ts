import type { Extraction } from '../../utils/article/types.ts';
import { bodyOf, listenAt, parentElementOf, selectionOf } from '../../utils/page/dom-access.ts';
import { scrollToElement } from '../../utils/page/element-access.ts';
import type { LiveAnchors } from '../../utils/quotes/anchoring/live-anchors.ts';
import type { TextRange } from '../../utils/text/segment-text.ts';

/** The name of the highlight in `background/mark-css.ts`. */
const HIGHLIGHT = 'offprint-quote';

/**
 * Time limit of a smooth scroll. Images that load meanwhile move the text, and some pages and background tabs interrupt
 * smooth scrolling; the passage is then shown without animation.
 */
const ARRIVAL_MS = 900;

/** How long the target of a jump stays marked: it helps to find it, and is no highlight. */
const MARKED_MS = 20_000;

function isInView(range: Range): boolean {
  const { top, bottom } = range.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** Whether a range is rendered; otherwise it can't be shown. */
const isDrawn = (range: Range): boolean => [...range.getClientRects()].some(({ height }) => height > 0);

function showStart(range: Range, behavior: ScrollBehavior): void {
  const start = parentElementOf(range.startContainer);
  if (start !== null) scrollToElement(start, { block: 'center', behavior });
}

/** Marks passages of the article in the live page without changing its DOM, scrolls to them and back. */
export class QuoteMarks {
  readonly #document: Document;
  readonly #anchors: LiveAnchors;
  #cameFrom: { x: number; y: number } | null = null;
  #arrival = new AbortController();
  #fading: ReturnType<typeof setTimeout> | undefined;

  constructor(document_: Document, anchors: LiveAnchors) {
    this.#document = document_;
    this.#anchors = anchors;
  }

  /** @returns the range that is now marked, or null if the page does not contain the quote (any more) */
  mark({ root, article }: Extraction, place: TextRange): Range | null {
    this.clear();
    const places = [root, bodyOf(this.#document) ?? root];
    const range = this.#anchors.locate(places, article.text, place);
    if (range === null || !isDrawn(range)) return null;
    // The fallback is a selection, which every browser shows.
    if (typeof Highlight === 'function' && CSS.highlights !== undefined) {
      CSS.highlights.set(HIGHLIGHT, new Highlight(range));
    } else {
      const selection = selectionOf(this.#document);
      selection?.removeAllRanges();
      selection?.addRange(range);
    }
    return range;
  }

  /** Marks a passage and scrolls to it. */
  jumpTo(extraction: Extraction, place: TextRange): Range | null {
    const range = this.mark(extraction, place);
    if (range === null) return null;
    this.#cameFrom ??= { x: scrollX, y: scrollY };
    this.#fading = setTimeout(() => this.clear(), MARKED_MS);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    showStart(range, calm ? 'auto' : 'smooth');
    this.#seeToArrival(range);
    return range;
  }

  /** Makes sure that the passage is reached, unless the user scrolls away. */
  #seeToArrival(range: Range): void {
    this.#arrival.abort();
    const arrival = new AbortController();
    this.#arrival = arrival;
    const { signal } = arrival;
    const timer = setTimeout(() => {
      arrival.abort();
      if (isInView(range)) return;
      showStart(range, 'instant');
    }, ARRIVAL_MS);
    signal.addEventListener('abort', () => clearTimeout(timer));
    for (const act of ['wheel', 'touchmove', 'keydown']) {
      listenAt(this.#document, act, () => arrival.abort(), { signal, passive: true });
    }
  }

  /** Scrolls back to the position before the first jump. */
  jumpBack(): void {
    this.#arrival.abort();
    if (this.#cameFrom !== null) scrollTo(this.#cameFrom.x, this.#cameFrom.y);
    this.#cameFrom = null;
    this.clear();
  }

  /** Removes the mark and the position to jump back to. */
  end(): void {
    this.#arrival.abort();
    this.#cameFrom = null;
    this.clear();
  }

  clear(): void {
    clearTimeout(this.#fading);
    if (typeof Highlight === 'function') CSS.highlights?.delete(HIGHLIGHT);
  }
}
