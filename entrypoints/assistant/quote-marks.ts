import type { Extraction } from '../../utils/article/types.ts';
import { createPositionMarker, type PositionMarker } from '../../utils/clutter/hide/position-marker.ts';
import { askBackground } from '../../utils/messaging/tab-side.ts';
import { bodyOf, isDocumentHidden, listenTo, parentElementOf } from '../../utils/page/dom-access.ts';
import { scrollToElement } from '../../utils/page/element-access.ts';
import { LiveAnchors } from '../../utils/quotes/anchoring/live-anchors.ts';
import { locateInText } from '../../utils/quotes/anchoring/locate-quote.ts';
import type { Quotation } from '../../utils/quotes/types.ts';
import type { TextRange } from '../../utils/text/segment-text.ts';
import { Underlines } from './underlines.ts';

/** The name of the highlight in `background/quote-css.ts`. */
const HIGHLIGHT = 'offprint-quote';

/**
 * Time limit of a smooth scroll. Images that load meanwhile move the text, and some pages and background tabs interrupt
 * smooth scrolling; the passage is then shown without animation.
 */
const SCROLL_TIMEOUT_MS = 900;

/** How long the target of a jump stays marked: it helps to find it, and is no highlight. */
const MARK_DURATION_MS = 20_000;

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
  #returnPosition: { x: number; y: number } | null = null;
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
    CSS.highlights.set(HIGHLIGHT, new Highlight(range));
    return range;
  }

  /** Marks a passage and scrolls to it. */
  jumpTo(extraction: Extraction, place: TextRange): Range | null {
    const range = this.mark(extraction, place);
    if (range === null) return null;
    this.#returnPosition ??= { x: scrollX, y: scrollY };
    this.#fading = setTimeout(() => this.clear(), MARK_DURATION_MS);
    // Nobody sees a tab in the background move, and Firefox may drop its animation without end.
    const calm = isDocumentHidden(this.#document) || matchMedia('(prefers-reduced-motion: reduce)').matches;
    showStart(range, calm ? 'instant' : 'smooth');
    this.#ensureArrival(range);
    return range;
  }

  /** Makes sure that the passage is reached, unless the user scrolls away. */
  #ensureArrival(range: Range): void {
    this.#arrival.abort();
    const arrival = new AbortController();
    this.#arrival = arrival;
    const { signal } = arrival;
    const timer = setTimeout(() => {
      arrival.abort();
      if (isInView(range)) return;
      showStart(range, 'instant');
    }, SCROLL_TIMEOUT_MS);
    signal.addEventListener('abort', () => clearTimeout(timer));
    for (const act of ['wheel', 'touchmove', 'keydown']) {
      listenTo(this.#document, act, () => arrival.abort(), { signal, passive: true });
    }
  }

  /** Scrolls back to the position before the first jump. */
  jumpBack(): void {
    this.#arrival.abort();
    if (this.#returnPosition !== null) scrollTo(this.#returnPosition.x, this.#returnPosition.y);
    this.#returnPosition = null;
    this.clear();
  }

  /** Removes the mark and the position to jump back to. */
  end(): void {
    this.#arrival.abort();
    this.#returnPosition = null;
    this.clear();
  }

  clear(): void {
    clearTimeout(this.#fading);
    CSS.highlights.delete(HIGHLIGHT);
  }
}

/** The marks in the page, for quotes and for positions of hidden blocks. */
export class PageMarks {
  readonly blocks: PositionMarker = createPositionMarker(document);
  readonly #anchors = new LiveAnchors();
  readonly #quotes = new QuoteMarks(document, this.#anchors);
  readonly underlines: Underlines = new Underlines(document, this.#anchors, () => this.colour());
  #hasColours = false;

  /**
   * Marks a passage of the article's text, or scrolls to it.
   *
   * @returns false if the page does not contain it (any more)
   */
  show(extraction: Extraction | null, place: Quotation, action: 'jumpTo' | 'mark'): boolean {
    const settled = extraction === null ? null : locateInText(extraction.article.text, place);
    if (extraction === null || settled === null) {
      this.#quotes.clear();
      return false;
    }
    this.colour();
    return this.#quotes[action](extraction, settled) !== null;
  }

  /** Requests the style sheet of the marks. Existing marks get their colours a moment later. */
  colour(): void {
    if (this.#hasColours) return;
    this.#hasColours = true;
    askBackground('page/colourMarks', null).catch((error: unknown) => {
      this.#hasColours = false;
      console.warn('offprint: marks have no colours', error);
    });
  }

  clear(): void {
    this.#quotes.clear();
  }

  jumpBack(): void {
    this.#quotes.jumpBack();
  }

  /** Removes all marks and the position to jump back to, at the end of an article. */
  end(): void {
    this.#quotes.end();
    this.underlines.clear();
    this.#anchors.close();
    this.blocks.clear();
  }
}
