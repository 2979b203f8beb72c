import type { HighlightColour } from '../../../utils/library/articles/highlight-colours.ts';
import { PALETTE } from '../../../utils/look/palette.ts';
import {
  appendToDocument,
  createElementIn,
  createRangeIn,
  documentElementOf,
  isConnected,
  isElement,
  isText,
  listenTo,
  parentElementOf,
  parentOrHostOf,
  windowOf,
} from '../../../utils/page/dom-access.ts';
import { boundingRectOf, isRendered } from '../../../utils/page/element-access.ts';
import { ITEMS_PER_STEP, runInSlices, type Steps } from '../../../utils/page/in-slices.ts';

/** A highlighted range of text. */
export interface HighlightedRange {
  range: Range;
  colour: HighlightColour;
}

/** A highlighted part of a line. Positions are in CSS px from the origin of the boxes. */
interface LinePart {
  colour: HighlightColour;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The host has no box, so that neither its size nor its scroll position reveals the highlights to the page. */
const HOST_STYLE = 'all:initial!important;display:contents!important;';
const BOX_STYLE = 'position:absolute;pointer-events:none;margin:0;padding:0;border:0;border-radius:2px;';
/** Blend modes that don't change the text colour. */
const BLEND_MODE = { light: 'multiply', dark: 'screen' } as const;
const FORCED_COLOURS = '(forced-colors: active)';
const SHOW_TEXT = 4;

/** Yields, for each text node in a range, the part of it that is inside the range. */
function* splitByTextNode(range: Range): Generator<Range> {
  const { startContainer, endContainer, startOffset, endOffset } = range;
  const walker: TreeWalker = Document.prototype.createTreeWalker.call(
    document,
    range.commonAncestorContainer,
    SHOW_TEXT,
  );
  walker.currentNode = startContainer;
  for (
    let node: Node | null = isText(startContainer) ? startContainer : walker.nextNode();
    node !== null;
    node = isText(walker.root) ? null : walker.nextNode()
  ) {
    // If the range begins in the middle of an element, the first text nodes of the element are outside of the range.
    if (!range.intersectsNode(node)) {
      if (range.comparePoint(node, 0) > 0) return;
      continue;
    }
    const part = createRangeIn(document);
    part.setStart(node, node === startContainer ? startOffset : 0);
    part.setEnd(node, node === endContainer ? endOffset : (node as Text).data.length);
    yield part;
  }
}

/**
 * Draws the user's highlights over a page without revealing them to its scripts, which could read `CSS.highlights`. The boxes
 * are in a closed shadow root and positioned in page coordinates. They are redrawn when the page may have moved its text.
 */
export class HighlightLayer {
  readonly #host = createElementIn(document, 'div');
  readonly #root: ShadowRoot;
  /** An invisible element at the origin of the boxes. */
  readonly #origin = createElementIn(document, 'div');
  #ranges: readonly HighlightedRange[] = [];
  #background: 'light' | 'dark' = 'light';
  /** Serialised form of what is drawn, to detect changes. */
  #drawn = '';
  /** Identifies the latest drawing; earlier ones are abandoned. */
  #drawingId = 0;
  #frame = 0;
  #life: AbortController | null = null;

  constructor() {
    this.#host.style.cssText = HOST_STYLE;
    this.#root = this.#host.attachShadow({ mode: 'closed' });
    this.#origin.style.cssText = `${BOX_STYLE}left:0;top:0;width:0;height:0;visibility:hidden;`;
  }

  /** Draws these ranges, and removes all others. */
  async paint(ranges: readonly HighlightedRange[], background: 'light' | 'dark'): Promise<void> {
    this.#ranges = ranges;
    this.#background = background;
    this.#drawn = '';
    if (ranges.length === 0) {
      this.clear();
      return;
    }
    this.#watch();
    await this.#draw();
  }

  clear(): void {
    this.#drawingId += 1;
    this.#ranges = [];
    this.#life?.abort();
    this.#life = null;
    cancelAnimationFrame(this.#frame);
    this.#host.remove();
  }

  /** Redraws in the next frame, because the page may have moved highlighted text. */
  redrawSoon(): void {
    if (this.#ranges.length === 0) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => void this.#draw());
  }

  #watch(): void {
    if (this.#life !== null) return;
    this.#life = new AbortController();
    const { signal } = this.#life;
    const redraw = (): void => this.redrawSoon();
    const options = { signal, capture: true, passive: true };
    addEventListener('resize', redraw, options);
    // The boxes scroll with the page, but not with a scroll container in it.
    listenTo(document, 'scroll', ({ target }) => target !== document && redraw(), options);
    for (const type of ['load', 'transitionend', 'toggle']) listenTo(document, type, redraw, options);
    matchMedia(FORCED_COLOURS).addEventListener('change', redraw, { signal });
    // Removed for printing, which uses a different layout that scripts can't measure (docs/adr/0004-highlights-by-css.md).
    addEventListener('beforeprint', () => this.#host.remove(), options);
    addEventListener('afterprint', redraw, options);
    const Observer = windowOf(document)?.ResizeObserver;
    if (Observer === undefined) return;
    const observer = new Observer(redraw);
    const [first] = this.#ranges;
    for (const box of [
      documentElementOf(document),
      first && parentElementOf(first.range.commonAncestorContainer),
    ]) {
      if (box) observer.observe(box);
    }
    signal.addEventListener('abort', () => observer.disconnect());
  }

  async #draw(): Promise<void> {
    this.#drawingId += 1;
    const drawingId = this.#drawingId;
    if (!isConnected(this.#host)) {
      this.#root.replaceChildren(this.#origin);
      this.#drawn = '';
      appendToDocument(document, this.#host);
    }
    const lineParts = await runInSlices(this.#measure());
    if (drawingId !== this.#drawingId) return;
    const appearance = `${this.#background} ${matchMedia(FORCED_COLOURS).matches} ${JSON.stringify(lineParts)}`;
    if (appearance === this.#drawn) return;
    this.#drawn = appearance;
    // The boxes are created anew, because layout-shift observers of the page would notice moved ones.
    this.#root.replaceChildren(this.#origin, ...this.#createBoxes(lineParts));
  }

  *#measure(): Steps<LinePart[]> {
    const found: LinePart[] = [];
    const clipCache = new Map<Element, DOMRect | null>();
    const origin = boundingRectOf(this.#origin);
    let measuredCount = 0;
    for (const { range, colour } of this.#ranges) {
      for (const text of splitByTextNode(range)) {
        if (++measuredCount % ITEMS_PER_STEP === 0) yield;
        const parent = parentElementOf(text.startContainer);
        if (parent === null || isRendered(parent) === false) continue;
        const clip = findVisibleArea(parent, clipCache);
        for (const rect of text.getClientRects()) {
          const left = Math.max(rect.left, clip?.left ?? rect.left);
          const top = Math.max(rect.top, clip?.top ?? rect.top);
          const width = Math.min(rect.right, clip?.right ?? rect.right) - left;
          const height = Math.min(rect.bottom, clip?.bottom ?? rect.bottom) - top;
          if (width < 1 || height < 1) continue;
          found.push({ colour, left: left - origin.left, top: top - origin.top, width, height });
        }
      }
    }
    return found;
  }

  #createBoxes(lineParts: readonly LinePart[]): HTMLDivElement[] {
    const paletteIndex = this.#background === 'light' ? 0 : 1;
    const zIndex = findZIndex(this.#ranges[0]?.range.startContainer ?? null);
    const isForced = matchMedia(FORCED_COLOURS).matches;
    const fillStyle = (colour: HighlightColour): string =>
      isForced
        ? 'outline:2px solid Highlight;forced-color-adjust:none;'
        : `background:${PALETTE[`marked-${colour}`][paletteIndex]};mix-blend-mode:${BLEND_MODE[this.#background]};`;
    return lineParts.map(({ colour, left, top, width, height }) => {
      const box = createElementIn(document, 'div');
      box.style.cssText = `${BOX_STYLE}${fillStyle(colour)}left:${left}px;top:${top}px;width:${width}px;height:${height}px;z-index:${zIndex};`;
      // Used by our tests; the page's scripts can't read it.
      box.dataset.colour = colour;
      return box;
    });
  }
}

/** The visible area of an element's content in the viewport; null if no ancestor clips it. */
function findVisibleArea(element: Element, cache: Map<Element, DOMRect | null>): DOMRect | null {
  const cached = cache.get(element);
  if (cached !== undefined) return cached;
  const outer = parentOrHostOf(element);
  const root = documentElementOf(document);
  let clip = outer !== null && isElement(outer) && outer !== root ? findVisibleArea(outer, cache) : null;
  // Overflow of the root element scrolls with the page.
  const style = outer === root ? undefined : windowOf(document)?.getComputedStyle(element);
  if (style !== undefined && style.overflow !== 'visible' && style.display !== 'inline') {
    const ownRect = boundingRectOf(element);
    const [left, top] = [
      Math.max(ownRect.left, clip?.left ?? ownRect.left),
      Math.max(ownRect.top, clip?.top ?? ownRect.top),
    ];
    const right = Math.min(ownRect.right, clip?.right ?? ownRect.right);
    const bottom = Math.min(ownRect.bottom, clip?.bottom ?? ownRect.bottom);
    clip = new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }
  cache.set(element, clip);
  return clip;
}

/** The z-index of the outermost positioned ancestor of a text, so that the boxes are below layers of the page over the text. */
function findZIndex(node: Node | null): string {
  let zIndex = 'auto';
  for (let at = node; at !== null; at = parentOrHostOf(at)) {
    if (!isElement(at)) continue;
    const style = windowOf(document)?.getComputedStyle(at);
    if (style !== undefined && style.position !== 'static' && style.zIndex !== 'auto') zIndex = style.zIndex;
  }
  return zIndex;
}
