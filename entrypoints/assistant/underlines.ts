import type { Extraction } from '../../utils/article/types.ts';
import { bodyOf, isAttached, isOutOfSight } from '../../utils/page/dom-access.ts';
import { runInSlices, type Steps } from '../../utils/page/in-slices.ts';
import {
  highlightName,
  type LiveAnchors,
  type Underline,
} from '../../utils/quotes/anchoring/live-anchors.ts';
import { settlePlace } from '../../utils/quotes/anchoring/locate-quote.ts';
import { isDarkGround } from './is-dark-ground.ts';

/** Interval of checks whether the page has redrawn underlined text; nothing is read if it has not. */
const LOOK_MS = 2000;
/** If no quote is found, the interval is doubled each time, up to this. */
const LONGEST_MS = 64_000;

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
  #looking: ReturnType<typeof setTimeout> | null = null;
  /** Delay until the next check, in ms. */
  #gap = LOOK_MS;

  /** @param onFirst called before anything is drawn */
  constructor(document_: Document, anchors: LiveAnchors, onFirst: () => void) {
    this.#document = document_;
    this.#anchors = anchors;
    this.#onFirst = onFirst;
  }

  /** Underlines exactly these quotes. Browsers without custom highlights show none. */
  draw(extraction: Extraction, marks: readonly Underline[]): Promise<void> {
    this.#gap = LOOK_MS;
    return this.#drawOnce(extraction, marks);
  }

  async #drawOnce(extraction: Extraction, marks: readonly Underline[]): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#stopLooking();
    if (typeof Highlight !== 'function' || CSS.highlights === undefined) return;
    const found = await runInSlices(this.#locate(extraction, marks));
    if (turn !== this.#turn) return;
    this.#takeAway();
    if (marks.length === 0) return;
    if (found.length === 0) {
      // A page may remove its text and redraw it a moment later.
      this.#gap = Math.min(2 * this.#gap, LONGEST_MS);
      this.#lookLater(extraction, marks);
      return;
    }
    this.#gap = LOOK_MS;
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
    this.#lookLater(extraction, marks);
  }

  clear(): void {
    this.#turn += 1;
    this.#takeAway();
  }

  #takeAway(): void {
    for (const name of this.#names) CSS.highlights?.delete(name);
    this.#names = [];
    this.#ranges = [];
    this.#stopLooking();
  }

  *#locate(
    { root, article }: Extraction,
    marks: readonly Underline[],
  ): Steps<{ range: Range; hue: number }[]> {
    const found: { range: Range; hue: number }[] = [];
    const places = [root, bodyOf(this.#document) ?? root];
    for (const mark of marks) {
      const place = settlePlace(article.text, mark);
      const range = place === null ? null : this.#anchors.locate(places, article.text, place);
      if (range !== null) found.push({ range, hue: mark.hue });
      yield;
    }
    return found;
  }

  #lookLater(extraction: Extraction, marks: readonly Underline[]): void {
    this.#looking = setTimeout(() => this.#lookAgain(extraction, marks), this.#gap);
  }

  /** Draws again if the page has replaced underlined nodes by redrawing its text. */
  #lookAgain(extraction: Extraction, marks: readonly Underline[]): void {
    const isLost =
      this.#ranges.length === 0 ||
      this.#ranges.some((range) => range.collapsed || !isAttached(range.startContainer));
    if (isLost && !isOutOfSight(this.#document)) void this.#drawOnce(extraction, marks);
    else this.#lookLater(extraction, marks);
  }

  #stopLooking(): void {
    if (this.#looking !== null) clearTimeout(this.#looking);
    this.#looking = null;
  }
}
