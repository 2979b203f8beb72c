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

/** How often a page is looked at for quotes that it has drawn anew, in ms; nothing is read where none has. */
const LOOK_MS = 2000;
/** Where none of them is found the gaps grow, each twice the one before, up to this (ms). */
const LONGEST_MS = 64_000;

/** Underlines quotes in the live page, without touching its DOM. */
export class Underlines {
  readonly #document: Document;
  readonly #anchors: LiveAnchors;
  readonly #onFirst: () => void;
  /** Names of highlights that are in the page. */
  #names: string[] = [];
  #ranges: Range[] = [];
  /** A later drawing is under way. */
  #turn = 0;
  #looking: ReturnType<typeof setTimeout> | null = null;
  /** To the next look, ms. */
  #gap = LOOK_MS;

  /** @param onFirst called before anything is drawn */
  constructor(document_: Document, anchors: LiveAnchors, onFirst: () => void) {
    this.#document = document_;
    this.#anchors = anchors;
    this.#onFirst = onFirst;
  }

  /** Underlines these and no others. A browser without custom highlights shows none. */
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
      // A page may take its text away in one step and draw it anew in the next.
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

  /** Takes all of them away. */
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

  /** A page that draws its text anew takes the nodes away that were underlined. */
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
