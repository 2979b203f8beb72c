import type { Extraction } from '../../utils/article/types.ts';
import { bodyOf, isConnected, isDocumentHidden, windowOf } from '../../utils/page/dom-access.ts';
import { runInSlices, type Steps } from '../../utils/page/in-slices.ts';
import {
  highlightName,
  type LiveAnchors,
  type Underline,
} from '../../utils/quotes/anchoring/live-anchors.ts';
import { locateInText } from '../../utils/quotes/anchoring/locate-quote.ts';

/** Interval of checks whether the page has redrawn underlined text; nothing is read if it has not. */
const CHECK_MS = 2000;
/** If no quote is found, the interval is doubled each time, up to this. */
const MAX_DELAY_MS = 64_000;

/** Underlines quotes in the live page without changing its DOM. */
export class Underlines {
  readonly #document: Document;
  readonly #anchors: LiveAnchors;
  readonly #onFirst: () => void;
  /** Names of the highlights in use. */
  #names: string[] = [];
  #ranges: Range[] = [];
  /** Identifies the latest drawing; earlier ones are abandoned. */
  #turn = 0;
  #checkTimer: ReturnType<typeof setTimeout> | null = null;
  /** Delay until the next check, in ms. */
  #checkDelay = CHECK_MS;

  /** @param onFirst called before anything is drawn */
  constructor(document_: Document, anchors: LiveAnchors, onFirst: () => void) {
    this.#document = document_;
    this.#anchors = anchors;
    this.#onFirst = onFirst;
  }

  /** Underlines exactly these quotes. */
  draw(extraction: Extraction, marks: readonly Underline[]): Promise<void> {
    this.#checkDelay = CHECK_MS;
    return this.#drawOnce(extraction, marks);
  }

  async #drawOnce(extraction: Extraction, marks: readonly Underline[]): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#stopChecks();
    const found = await runInSlices(this.#locate(extraction, marks));
    if (turn !== this.#turn) return;
    this.#removeHighlights();
    if (marks.length === 0) return;
    if (found.length === 0) {
      // A page may remove its text and redraw it a moment later.
      this.#checkDelay = Math.min(2 * this.#checkDelay, MAX_DELAY_MS);
      this.#scheduleCheck(extraction, marks);
      return;
    }
    this.#checkDelay = CHECK_MS;
    this.#onFirst();
    const isDark = isDarkGround(extraction.root);
    for (const { range, hue } of found) {
      const name = highlightName(hue, isDark);
      const highlight = CSS.highlights.get(name);
      if (highlight === undefined) CSS.highlights.set(name, new Highlight(range));
      else highlight.add(range);
      this.#names.push(name);
      this.#ranges.push(range);
    }
    this.#scheduleCheck(extraction, marks);
  }

  clear(): void {
    this.#turn += 1;
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
    marks: readonly Underline[],
  ): Steps<{ range: Range; hue: number }[]> {
    const found: { range: Range; hue: number }[] = [];
    const places = [root, bodyOf(this.#document) ?? root];
    for (const mark of marks) {
      const place = locateInText(article.text, mark);
      const range = place === null ? null : this.#anchors.locate(places, article.text, place);
      if (range !== null) found.push({ range, hue: mark.hue });
      yield;
    }
    return found;
  }

  #scheduleCheck(extraction: Extraction, marks: readonly Underline[]): void {
    this.#checkTimer = setTimeout(() => this.#lookAgain(extraction, marks), this.#checkDelay);
  }

  /** Draws again if the page has replaced underlined nodes by redrawing its text. */
  #lookAgain(extraction: Extraction, marks: readonly Underline[]): void {
    const isLost =
      this.#ranges.length === 0 ||
      this.#ranges.some((range) => range.collapsed || !isConnected(range.startContainer));
    if (isLost && !isDocumentHidden(this.#document)) void this.#drawOnce(extraction, marks);
    else this.#scheduleCheck(extraction, marks);
  }

  #stopChecks(): void {
    if (this.#checkTimer !== null) clearTimeout(this.#checkTimer);
    this.#checkTimer = null;
  }
}

/** Half-way from black to white: lighter text is on a dark background. */
const HALF = 128;

/** Whether an element's text is light, by the luma weights of ITU-R BT.601. */
export function isDarkGround(root: Element): boolean {
  const colour = windowOf(document)?.getComputedStyle(root).color ?? '';
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return /^rgb/.test(colour) && 0.299 * red + 0.587 * green + 0.114 * blue > HALF;
}
