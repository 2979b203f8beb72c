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

/** Part of a line, in CSS px from the origin of the boxes. */
interface TextRange {
  colour: HighlightColour;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Without a box of its own, so that neither its size nor its scroll position reveals the highlights to the page. */
const HOST = 'all:initial!important;display:contents!important;';
const BOX = 'position:absolute;pointer-events:none;margin:0;padding:0;border:0;border-radius:2px;';
/** Blend modes that leave the text colour unchanged. */
const BLEND = { light: 'multiply', dark: 'screen' } as const;
const FORCED_COLOURS = '(forced-colors: active)';
const SHOW_TEXT = 4;

/** The part of each text node that is inside a range. */
function* textRangesOf(range: Range): Generator<Range> {
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
    // If the range begins in the middle of an element, the element's first text nodes are before it.
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
 * Draws the user's highlights over a page without revealing the words to its scripts, which can read the browser's own
 * highlights (`CSS.highlights`). The boxes are in a closed shadow root, positioned in page coordinates, and redrawn when
 * the page may have moved its text.
 */
export class HighlightLayer {
  readonly #host = createElementIn(document, 'div');
  readonly #root: ShadowRoot;
  /** Marks the origin of the boxes. */
  readonly #corner = createElementIn(document, 'div');
  #ranges: readonly HighlightedRange[] = [];
  #ground: 'light' | 'dark' = 'light';
  /** Serialised form of what is drawn, to detect changes. */
  #drawn = '';
  /** Identifies the latest drawing; earlier ones are abandoned. */
  #turn = 0;
  #frame = 0;
  #life: AbortController | null = null;

  constructor() {
    this.#host.style.cssText = HOST;
    this.#root = this.#host.attachShadow({ mode: 'closed' });
    this.#corner.style.cssText = `${BOX}left:0;top:0;width:0;height:0;visibility:hidden;`;
  }

  /** Draws exactly these ranges. */
  async paint(ranges: readonly HighlightedRange[], ground: 'light' | 'dark'): Promise<void> {
    this.#ranges = ranges;
    this.#ground = ground;
    this.#drawn = '';
    if (ranges.length === 0) {
      this.clear();
      return;
    }
    this.#watch();
    await this.#draw();
  }

  clear(): void {
    this.#turn += 1;
    this.#ranges = [];
    this.#life?.abort();
    this.#life = null;
    cancelAnimationFrame(this.#frame);
    this.#host.remove();
  }

  /** Redraws in the next frame, since the page may have moved highlighted text. */
  lookAgain(): void {
    if (this.#ranges.length === 0) return;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => void this.#draw());
  }

  #watch(): void {
    if (this.#life !== null) return;
    this.#life = new AbortController();
    const { signal } = this.#life;
    const look = (): void => this.lookAgain();
    const options = { signal, capture: true, passive: true };
    addEventListener('resize', look, options);
    // The boxes scroll with the page, but not with a scrolling part of it.
    listenTo(document, 'scroll', ({ target }) => target !== document && look(), options);
    for (const type of ['load', 'transitionend', 'toggle']) listenTo(document, type, look, options);
    matchMedia(FORCED_COLOURS).addEventListener('change', look, { signal });
    // Printing lays text out differently, unseen by scripts (docs/adr/0004-highlights-by-css.md).
    addEventListener('beforeprint', () => this.#host.remove(), options);
    addEventListener('afterprint', look, options);
    const Observer = windowOf(document)?.ResizeObserver;
    if (Observer === undefined) return;
    const observer = new Observer(look);
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
    this.#turn += 1;
    const turn = this.#turn;
    if (!isConnected(this.#host)) {
      this.#root.replaceChildren(this.#corner);
      this.#drawn = '';
      appendToDocument(document, this.#host);
    }
    const stretches = await runInSlices(this.#measure());
    if (turn !== this.#turn) return;
    const look = `${this.#ground} ${matchMedia(FORCED_COLOURS).matches} ${JSON.stringify(stretches)}`;
    if (look === this.#drawn) return;
    this.#drawn = look;
    // Recreates the boxes, because moved ones would be visible to layout-shift observers.
    this.#root.replaceChildren(this.#corner, ...this.#makeBoxes(stretches));
  }

  *#measure(): Steps<TextRange[]> {
    const found: TextRange[] = [];
    const clips = new Map<Element, DOMRect | null>();
    const corner = boundingRectOf(this.#corner);
    let measured = 0;
    for (const { range, colour } of this.#ranges) {
      for (const text of textRangesOf(range)) {
        if (++measured % ITEMS_PER_STEP === 0) yield;
        const parent = parentElementOf(text.startContainer);
        if (parent === null || isRendered(parent) === false) continue;
        const clip = clipAround(parent, clips);
        for (const rect of text.getClientRects()) {
          const left = Math.max(rect.left, clip?.left ?? rect.left);
          const top = Math.max(rect.top, clip?.top ?? rect.top);
          const width = Math.min(rect.right, clip?.right ?? rect.right) - left;
          const height = Math.min(rect.bottom, clip?.bottom ?? rect.bottom) - top;
          if (width < 1 || height < 1) continue;
          found.push({ colour, left: left - corner.left, top: top - corner.top, width, height });
        }
      }
    }
    return found;
  }

  #makeBoxes(stretches: readonly TextRange[]): HTMLDivElement[] {
    const side = this.#ground === 'light' ? 0 : 1;
    const level = levelOf(this.#ranges[0]?.range.startContainer ?? null);
    const isForced = matchMedia(FORCED_COLOURS).matches;
    const fill = (colour: HighlightColour): string =>
      isForced
        ? 'outline:2px solid Highlight;forced-color-adjust:none;'
        : `background:${PALETTE[`marked-${colour}`][side]};mix-blend-mode:${BLEND[this.#ground]};`;
    return stretches.map(({ colour, left, top, width, height }) => {
      const box = createElementIn(document, 'div');
      box.style.cssText = `${BOX}${fill(colour)}left:${left}px;top:${top}px;width:${width}px;height:${height}px;z-index:${level};`;
      // For our tests; the page's scripts can't reach it.
      box.dataset.colour = colour;
      return box;
    });
  }
}

/** The visible area of an element's content; null if nothing is clipped. */
function clipAround(element: Element, known: Map<Element, DOMRect | null>): DOMRect | null {
  const before = known.get(element);
  if (before !== undefined) return before;
  const outer = parentOrHostOf(element);
  const root = documentElementOf(document);
  let clip = outer !== null && isElement(outer) && outer !== root ? clipAround(outer, known) : null;
  // Overflow of the root element scrolls with the page.
  const style = outer === root ? undefined : windowOf(document)?.getComputedStyle(element);
  if (style !== undefined && style.overflow !== 'visible' && style.display !== 'inline') {
    const own = boundingRectOf(element);
    const [left, top] = [Math.max(own.left, clip?.left ?? own.left), Math.max(own.top, clip?.top ?? own.top)];
    const right = Math.min(own.right, clip?.right ?? own.right);
    const bottom = Math.min(own.bottom, clip?.bottom ?? own.bottom);
    clip = new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }
  known.set(element, clip);
  return clip;
}

/** The z-index of a text, so that boxes are below what the page shows above it. */
function levelOf(node: Node | null): string {
  let level = 'auto';
  for (let at = node; at !== null; at = parentOrHostOf(at)) {
    if (!isElement(at)) continue;
    const style = windowOf(document)?.getComputedStyle(at);
    if (style !== undefined && style.position !== 'static' && style.zIndex !== 'auto') level = style.zIndex;
  }
  return level;
}
