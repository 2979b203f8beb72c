import type { Extraction } from '../../../utils/article/types.ts';
import { locateHighlight, makeAnchor } from '../../../utils/library/articles/anchor-highlight.ts';
import type { PageHighlight } from '../../../utils/messaging/protocol.ts';
import { bodyOf, isConnected } from '../../../utils/page/dom-access.ts';
import { runInSlices, type Steps } from '../../../utils/page/in-slices.ts';
import { LiveAnchors } from '../../../utils/quotes/anchoring/live-anchors.ts';
import { fold } from '../../../utils/quotes/anchoring/page-text.ts';
import { hasDarkBackground } from '../underlines.ts';
import { HighlightLayer } from './highlight-layer.ts';

/** A highlight and its position in the page. */
interface DrawnHighlight {
  anchor: PageHighlight;
  /** Offsets in the article's text; null if the text doesn't contain the words. */
  position: [start: number, end: number] | null;
  /** Null if the page doesn't contain the words, for instance while it is re-rendering. */
  range: Range | null;
  /** The highlighted words, normalised, to detect that the range now contains other ones. */
  words: string;
}

const isSameAnchor = (a: PageHighlight, b: PageHighlight): boolean =>
  a.text === b.text &&
  a.prefix === b.prefix &&
  a.suffix === b.suffix &&
  a.start === b.start &&
  a.end === b.end;

/** Whether a highlight's range still contains its words. False if the page has re-rendered the text. */
const isInPlace = ({ range, words }: DrawnHighlight): boolean =>
  range !== null && isConnected(range.startContainer) && !range.collapsed && fold(range.toString()) === words;

/** Draws the user's highlights over the page without changing it. */
export class HighlightMarks {
  readonly #anchors = new LiveAnchors();
  readonly #layer = new HighlightLayer();
  readonly #highlights = new Map<string, DrawnHighlight>();
  /** The article's text in which the highlights were located. */
  #text: string | null = null;
  /** Identifies the latest drawing; earlier ones are abandoned. */
  #drawingId = 0;

  /**
   * Draws these highlights, and removes all others. Runs in slices, because there can be two thousand. Does not locate
   * highlights again that are still in place, nor those that the same text did not contain.
   *
   * @param extraction the page's article; highlights that its text doesn't contain are not drawn
   */
  async draw(extraction: Extraction, highlights: readonly PageHighlight[]): Promise<void> {
    this.#drawingId += 1;
    const drawingId = this.#drawingId;
    const { text } = extraction.article;
    if (text !== this.#text) this.#highlights.clear();
    this.#text = text;
    const ids = new Set(highlights.map(({ id }) => id));
    for (const id of this.#highlights.keys()) if (!ids.has(id)) this.#highlights.delete(id);
    await runInSlices(this.#locate(extraction, highlights, () => drawingId === this.#drawingId));
    if (drawingId !== this.#drawingId) return;
    const drawnRanges = highlights.flatMap(({ id, colour }) => {
      const range = this.#highlights.get(id)?.range ?? null;
      return range === null ? [] : [{ range, colour }];
    });
    await this.#layer.paint(drawnRanges, hasDarkBackground(extraction.root) ? 'dark' : 'light');
  }

  *#locate(
    { root, article }: Extraction,
    highlights: readonly PageHighlight[],
    isCurrent: () => boolean,
  ): Steps<void> {
    const body = bodyOf(document);
    const roots: Node[] = body === null ? [root] : [root, body];
    for (const anchor of highlights) {
      const previous = this.#highlights.get(anchor.id);
      const unchanged = previous !== undefined && isSameAnchor(previous.anchor, anchor) ? previous : null;
      if (unchanged === null || (unchanged.position !== null && !isInPlace(unchanged))) {
        const position = unchanged === null ? locateHighlight(article.text, anchor) : unchanged.position;
        const range =
          position === null
            ? null
            : this.#anchors.locate(roots, article.text, makeAnchor(article.text, position[0], position[1]));
        const words = range === null ? '' : fold(range.toString());
        this.#highlights.set(anchor.id, { anchor, position, range, words });
      }
      yield;
      if (!isCurrent()) return;
    }
  }

  /** Number of drawn highlights. */
  get size(): number {
    return this.#listDrawn().length;
  }

  #listDrawn(): [id: string, range: Range, words: string][] {
    return [...this.#highlights].flatMap(([id, { range, words }]) =>
      range === null ? [] : [[id, range, words] as [string, Range, string]],
    );
  }

  /** Whether all highlights whose words are in the article's text are still in place in the page. */
  get areInPlace(): boolean {
    return [...this.#highlights.values()].every((mark) => mark.position === null || isInPlace(mark));
  }

  /** Redraws, because the page may have moved highlighted text. */
  redrawSoon(): void {
    this.#layer.redrawSoon();
  }

  /** The id of the highlight at a point of the viewport (CSS px); if there are several, the shortest one. */
  findAt(x: number, y: number): string | null {
    const atPoint = this.#listDrawn().filter(([, range]) =>
      [...range.getClientRects()].some(
        ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
      ),
    );
    atPoint.sort(([, , a], [, , b]) => a.length - b.length);
    return atPoint[0]?.[0] ?? null;
  }

  /** The id of a highlight that contains a whole range, or null. */
  findContaining(range: Range): string | null {
    for (const [id, mark] of this.#listDrawn()) {
      const isInside =
        mark.comparePoint(range.startContainer, range.startOffset) === 0 &&
        mark.comparePoint(range.endContainer, range.endOffset) === 0;
      if (isInside) return id;
    }
    return null;
  }

  rangeOf(id: string): Range | null {
    return this.#highlights.get(id)?.range ?? null;
  }

  clear(): void {
    this.#drawingId += 1;
    this.#text = null;
    this.#highlights.clear();
    this.#layer.clear();
    this.#anchors.close();
  }
}
