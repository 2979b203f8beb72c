import type { Extraction } from '../../../utils/article/types.ts';
import { locateHighlight, makeAnchor } from '../../../utils/library/articles/anchor-highlight.ts';
import { HIGHLIGHT_COLOURS } from '../../../utils/library/articles/highlight-colours.ts';
import type { PageHighlight } from '../../../utils/messaging/protocol.ts';
import { bodyOf, isAttached, viewOf } from '../../../utils/page/dom-access.ts';
import { fold } from '../../../utils/quotes/anchoring/fold-text.ts';
import { LiveAnchors } from '../../../utils/quotes/anchoring/live-anchors.ts';

/** Half of the way from black to white: what is written in a lighter ink stands on a dark ground. */
const HALF = 128;

/** Whether the article is written in a light ink. */
function isDark(root: Element): boolean {
  const colour = viewOf(document)?.getComputedStyle(root).color ?? '';
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return /^rgb/.test(colour) && 0.299 * red + 0.587 * green + 0.114 * blue > HALF;
}

interface Mark {
  range: Range;
  /** The words it was drawn over, folded: what it holds now may be others. */
  words: string;
}

/** Draws the user's highlights over the page, without touching it. */
export class HighlightMarks {
  readonly #anchors = new LiveAnchors();
  readonly #marks = new Map<string, Mark>();

  /**
   * Draws highlights in the place of those before.
   *
   * @param extraction the page's article; of the highlights its text does not have, nothing is drawn
   */
  draw({ root, article }: Extraction, highlights: readonly PageHighlight[]): void {
    this.#marks.clear();
    const body = bodyOf(document);
    const places: Node[] = body === null ? [root] : [root, body];
    for (const highlight of highlights) {
      const place = locateHighlight(article.text, highlight);
      if (place === null) continue;
      const anchor = makeAnchor(article.text, place[0], place[1]);
      const range = this.#anchors.locate(places, article.text, anchor);
      if (range !== null) this.#marks.set(highlight.id, { range, words: fold(range.toString()) });
    }
    this.#paint(highlights, isDark(root) ? 'dark' : 'light');
  }

  #paint(highlights: readonly PageHighlight[], ground: 'light' | 'dark'): void {
    this.#unpaint();
    if (typeof Highlight !== 'function' || CSS.highlights === undefined) return;
    for (const colour of HIGHLIGHT_COLOURS) {
      const ranges = highlights.flatMap((one) =>
        one.colour === colour ? (this.#marks.get(one.id)?.range ?? []) : [],
      );
      if (ranges.length > 0) CSS.highlights.set(`offprint-${colour}-${ground}`, new Highlight(...ranges));
    }
  }

  #unpaint(): void {
    if (typeof Highlight !== 'function') return;
    for (const colour of HIGHLIGHT_COLOURS) {
      CSS.highlights?.delete(`offprint-${colour}-light`);
      CSS.highlights?.delete(`offprint-${colour}-dark`);
    }
  }

  /** How many highlights are drawn. */
  get size(): number {
    return this.#marks.size;
  }

  /** False where the page has drawn its text anew under one of them. */
  get stand(): boolean {
    return [...this.#marks.values()].every(
      ({ range, words }) =>
        isAttached(range.startContainer) && !range.collapsed && fold(range.toString()) === words,
    );
  }

  /** The highlight under a point of the window; of several the shortest. */
  at(x: number, y: number): string | null {
    const here = [...this.#marks].filter(([, { range }]) =>
      [...range.getClientRects()].some(
        ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
      ),
    );
    here.sort(([, one], [, other]) => one.words.length - other.words.length);
    return here[0]?.[0] ?? null;
  }

  /** The highlight that all of a range stands in. */
  around(range: Range): string | null {
    for (const [id, { range: mark }] of this.#marks) {
      const isInside =
        mark.comparePoint(range.startContainer, range.startOffset) === 0 &&
        mark.comparePoint(range.endContainer, range.endOffset) === 0;
      if (isInside) return id;
    }
    return null;
  }

  rangeOf(id: string): Range | null {
    return this.#marks.get(id)?.range ?? null;
  }

  clear(): void {
    this.#marks.clear();
    this.#unpaint();
    this.#anchors.close();
  }
}
