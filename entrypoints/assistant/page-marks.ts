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
const HIGHLIGHT_NAME = 'offprint-quote';

/**
 * Time limit of a smooth scroll, in ms. If images that load meanwhile move the text, or the page interrupts the animation, the
 * passage is then shown without animation.
 */
const SCROLL_TIMEOUT_MS = 900;

/** How long the target of a jump stays marked, in ms. The mark only helps to find the passage. */
const MARK_DURATION_MS = 20_000;

function isInViewport(range: Range): boolean {
  const { top, bottom } = range.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

/** Whether a range is rendered. */
const isRendered = (range: Range): boolean => [...range.getClientRects()].some(({ height }) => height > 0);

function scrollToStart(range: Range, behavior: ScrollBehavior): void {
  const start = parentElementOf(range.startContainer);
  if (start !== null) scrollToElement(start, { block: 'center', behavior });
}

/** Marks passages of the article in the live page without changing the DOM, and scrolls to them and back. */
export class PassageMarks {
  readonly #document: Document;
  readonly #anchors: LiveAnchors;
  #returnPosition: { x: number; y: number } | null = null;
  #arrival = new AbortController();
  #clearTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(document_: Document, anchors: LiveAnchors) {
    this.#document = document_;
    this.#anchors = anchors;
  }

  /** @returns the range that is marked now; null if the page doesn't contain the passage (any more) */
  mark({ root, article }: Extraction, position: TextRange): Range | null {
    this.clear();
    const roots = [root, bodyOf(this.#document) ?? root];
    const range = this.#anchors.locate(roots, article.text, position);
    if (range === null || !isRendered(range)) return null;
    CSS.highlights.set(HIGHLIGHT_NAME, new Highlight(range));
    return range;
  }

  /** Marks a passage for a while and scrolls to it. */
  jumpTo(extraction: Extraction, position: TextRange): Range | null {
    const range = this.mark(extraction, position);
    if (range === null) return null;
    this.#returnPosition ??= { x: scrollX, y: scrollY };
    this.#clearTimer = setTimeout(() => this.clear(), MARK_DURATION_MS);
    // In a background tab, an animation isn't visible, and Firefox may never finish it.
    const isInstant =
      isDocumentHidden(this.#document) || matchMedia('(prefers-reduced-motion: reduce)').matches;
    scrollToStart(range, isInstant ? 'instant' : 'smooth');
    this.#ensureArrival(range);
    return range;
  }

  /** Makes sure that the passage is reached, unless the user scrolls or presses a key. */
  #ensureArrival(range: Range): void {
    this.#arrival.abort();
    const arrival = new AbortController();
    this.#arrival = arrival;
    const { signal } = arrival;
    const timer = setTimeout(() => {
      arrival.abort();
      if (isInViewport(range)) return;
      scrollToStart(range, 'instant');
    }, SCROLL_TIMEOUT_MS);
    signal.addEventListener('abort', () => clearTimeout(timer));
    for (const eventType of ['wheel', 'touchmove', 'keydown']) {
      listenTo(this.#document, eventType, () => arrival.abort(), { signal, passive: true });
    }
  }

  /** Scrolls back to the position before the first jump. */
  jumpBack(): void {
    this.#arrival.abort();
    if (this.#returnPosition !== null) scrollTo(this.#returnPosition.x, this.#returnPosition.y);
    this.#returnPosition = null;
    this.clear();
  }

  /** Removes the mark, and forgets the position to jump back to. */
  end(): void {
    this.#arrival.abort();
    this.#returnPosition = null;
    this.clear();
  }

  clear(): void {
    clearTimeout(this.#clearTimer);
    CSS.highlights.delete(HIGHLIGHT_NAME);
  }
}

/** All marks in the page: marked passages, underlined quotes, and outlines of hidden blocks. */
export class PageMarks {
  readonly hiddenBlocks: PositionMarker = createPositionMarker(document);
  readonly #anchors = new LiveAnchors();
  readonly #passages = new PassageMarks(document, this.#anchors);
  readonly underlines: Underlines = new Underlines(document, this.#anchors, () => this.loadColours());
  #hasColours = false;

  /**
   * Marks a passage of the article's text, or scrolls to it.
   *
   * @returns false if the page doesn't contain the passage (any more)
   */
  show(extraction: Extraction | null, passage: Quotation, action: 'jumpTo' | 'mark'): boolean {
    const position = extraction === null ? null : locateInText(extraction.article.text, passage);
    if (extraction === null || position === null) {
      this.#passages.clear();
      return false;
    }
    this.loadColours();
    return this.#passages[action](extraction, position) !== null;
  }

  /** Requests the style sheet with the colours of the marks, once. */
  loadColours(): void {
    if (this.#hasColours) return;
    this.#hasColours = true;
    askBackground('page/colourMarks', null).catch((error: unknown) => {
      this.#hasColours = false;
      console.warn('offprint: could not load the colours of the marks', error);
    });
  }

  clear(): void {
    this.#passages.clear();
  }

  jumpBack(): void {
    this.#passages.jumpBack();
  }

  /** Removes all marks, and forgets the position to jump back to, when the article is left. */
  end(): void {
    this.#passages.end();
    this.underlines.clear();
    this.#anchors.close();
    this.hiddenBlocks.clear();
  }
}
