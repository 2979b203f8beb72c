import type { Extraction } from '../../utils/article/types.ts';
import { bodyOf, isConnected, isDocumentHidden, windowOf } from '../../utils/page/dom-access.ts';
import { runInSlices, type Steps } from '../../utils/page/in-slices.ts';
import {
  highlightName,
  type LiveAnchors,
  type Underline,
} from '../../utils/quotes/anchoring/live-anchors.ts';
import { locateInText } from '../../utils/quotes/anchoring/locate-quote.ts';

/** Interval between checks whether the page has re-rendered underlined text, in ms. */
const CHECK_INTERVAL_MS = 2000;
/** Maximum interval (ms), up to which it is doubled each time if no quote is found. */
const MAX_CHECK_INTERVAL_MS = 64_000;

/** Underlines quotes in the live page without changing the DOM. */
export class Underlines {
  readonly #document: Document;
  readonly #anchors: LiveAnchors;
  readonly #onFirst: () => void;
  /** Names of the highlights in use. */
  #names: string[] = [];
  #ranges: Range[] = [];
  /** Identifies the latest drawing; earlier ones are abandoned. */
  #drawingId = 0;
  #checkTimer: ReturnType<typeof setTimeout> | null = null;
  /** Delay until the next check, in ms. */
  #checkDelay = CHECK_INTERVAL_MS;

  /** @param onFirst called before anything is underlined */
  constructor(document_: Document, anchors: LiveAnchors, onFirst: () => void) {
    this.#document = document_;
    this.#anchors = anchors;
    this.#onFirst = onFirst;
  }

  /** Underlines these quotes, and no others. */
  draw(extraction: Extraction, underlines: readonly Underline[]): Promise<void> {
    this.#checkDelay = CHECK_INTERVAL_MS;
    return this.#drawOnce(extraction, underlines);
  }

  async #drawOnce(extraction: Extraction, underlines: readonly Underline[]): Promise<void> {
    this.#drawingId += 1;
    const drawingId = this.#drawingId;
    this.#stopChecks();
    const found = await runInSlices(this.#locate(extraction, underlines));
    if (drawingId !== this.#drawingId) return;
    this.#removeHighlights();
    if (underlines.length === 0) return;
    if (found.length === 0) {
      // The page may have removed its text to render it again a moment later.
      this.#checkDelay = Math.min(2 * this.#checkDelay, MAX_CHECK_INTERVAL_MS);
      this.#scheduleCheck(extraction, underlines);
      return;
    }
    this.#checkDelay = CHECK_INTERVAL_MS;
    this.#onFirst();
    const isDark = hasDarkBackground(extraction.root);
    for (const { range, hue } of found) {
      const name = highlightName(hue, isDark);
      const highlight = CSS.highlights.get(name);
      if (highlight === undefined) CSS.highlights.set(name, new Highlight(range));
      else highlight.add(range);
      this.#names.push(name);
      this.#ranges.push(range);
    }
    this.#scheduleCheck(extraction, underlines);
  }

  clear(): void {
    this.#drawingId += 1;
    this.#removeHighlights();
  }

  #removeHighlights(): void {
    for (const name of this.#names) CSS.highlights.delete(name);
    this.#names = [];
    this.#ranges = [];
    this.#stopChecks();
  }

  *#locate(
    { root, article }: Extraction,
    underlines: readonly Underline[],
  ): Steps<{ range: Range; hue: number }[]> {
    const found: { range: Range; hue: number }[] = [];
    const roots = [root, bodyOf(this.#document) ?? root];
    for (const underline of underlines) {
      const position = locateInText(article.text, underline);
      const range = position === null ? null : this.#anchors.locate(roots, article.text, position);
      if (range !== null) found.push({ range, hue: underline.hue });
      yield;
    }
    return found;
  }

  #scheduleCheck(extraction: Extraction, underlines: readonly Underline[]): void {
    this.#checkTimer = setTimeout(() => this.#redrawIfLost(extraction, underlines), this.#checkDelay);
  }

  /** Underlines again if the page has replaced underlined nodes. */
  #redrawIfLost(extraction: Extraction, underlines: readonly Underline[]): void {
    const isLost =
      this.#ranges.length === 0 ||
      this.#ranges.some((range) => range.collapsed || !isConnected(range.startContainer));
    if (isLost && !isDocumentHidden(this.#document)) void this.#drawOnce(extraction, underlines);
    else this.#scheduleCheck(extraction, underlines);
  }

  #stopChecks(): void {
    if (this.#checkTimer !== null) clearTimeout(this.#checkTimer);
    this.#checkTimer = null;
  }
}

/** Luma half-way from black to white; lighter text is on a dark background. */
const HALF_LUMA = 128;

/** Whether an element's text is light, so that its background must be dark. Luma as in ITU-R BT.601. */
export function hasDarkBackground(root: Element): boolean {
  const colour = windowOf(document)?.getComputedStyle(root).color ?? '';
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return /^rgb/.test(colour) && 0.299 * red + 0.587 * green + 0.114 * blue > HALF_LUMA;
}
