import type { Extraction } from '../../../utils/article/types.ts';
import { locateHighlight, makeAnchor } from '../../../utils/library/articles/anchor-highlight.ts';
import type { PageHighlight } from '../../../utils/messaging/protocol.ts';
import { bodyOf, isConnected } from '../../../utils/page/dom-access.ts';
import { runInSlices, type Steps } from '../../../utils/page/in-slices.ts';
import { LiveAnchors } from '../../../utils/quotes/anchoring/live-anchors.ts';
import { fold } from '../../../utils/quotes/anchoring/page-text.ts';
import { isDarkGround } from '../underlines.ts';
import { HighlightLayer } from './highlight-layer.ts';

/** A highlight and its position in the page. */
interface Mark {
  /** What was searched for. */
  anchor: PageHighlight;
  /** Offsets in the article's text; null if the text does not contain the words. */
  place: [start: number, end: number] | null;
  /** Null if the page does not contain the words, for instance while it redraws. */
  range: Range | null;
  /** The drawn words, folded, to detect that the range now contains other ones. */
  words: string;
}

const isSameAnchor = (one: PageHighlight, other: PageHighlight): boolean =>
  one.text === other.text &&
  one.prefix === other.prefix &&
  one.suffix === other.suffix &&
  one.start === other.start &&
  one.end === other.end;

/** False if the page has redrawn the text there. */
const isInPlace = ({ range, words }: Mark): boolean =>
  range !== null && isConnected(range.startContainer) && !range.collapsed && fold(range.toString()) === words;

/** Draws the user's highlights over the page without changing it. */
export class HighlightMarks {
  readonly #anchors = new LiveAnchors();
  readonly #layer = new HighlightLayer();
  readonly #marks = new Map<string, Mark>();
  /** The article's text that was searched. */
  #text: string | null = null;
  /** Identifies the latest drawing; earlier ones are abandoned. */
  #turn = 0;

  /**
   * Draws exactly these highlights, in short tasks, because there may be two thousand. Highlights still in place are not
   * searched again, nor are words that the same text did not contain.
   *
   * @param extraction the page's article; highlights that its text does not contain are not drawn
   */
  async draw(extraction: Extraction, highlights: readonly PageHighlight[]): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const { text } = extraction.article;
    if (text !== this.#text) this.#marks.clear();
    this.#text = text;
    const ids = new Set(highlights.map(({ id }) => id));
    for (const id of this.#marks.keys()) if (!ids.has(id)) this.#marks.delete(id);
    await runInSlices(this.#locate(extraction, highlights, () => turn === this.#turn));
    if (turn !== this.#turn) return;
    const drawn = highlights.flatMap(({ id, colour }) => {
      const range = this.#marks.get(id)?.range ?? null;
      return range === null ? [] : [{ range, colour }];
    });
    await this.#layer.paint(drawn, isDarkGround(extraction.root) ? 'dark' : 'light');
  }

  *#locate(
    { root, article }: Extraction,
    highlights: readonly PageHighlight[],
    isCurrent: () => boolean,
  ): Steps<void> {
    const body = bodyOf(document);
    const places: Node[] = body === null ? [root] : [root, body];
    for (const anchor of highlights) {
      const before = this.#marks.get(anchor.id);
      const known = before !== undefined && isSameAnchor(before.anchor, anchor) ? before : null;
      if (known === null || (known.place !== null && !isInPlace(known))) {
        const place = known === null ? locateHighlight(article.text, anchor) : known.place;
        const range =
          place === null
            ? null
            : this.#anchors.locate(places, article.text, makeAnchor(article.text, place[0], place[1]));
        const words = range === null ? '' : fold(range.toString());
        this.#marks.set(anchor.id, { anchor, place, range, words });
      }
      yield;
      if (!isCurrent()) return;
    }
  }

  /** Number of drawn highlights. */
  get size(): number {
    return this.#drawn().length;
  }

  #drawn(): [id: string, range: Range, words: string][] {
    return [...this.#marks].flatMap(([id, { range, words }]) =>
      range === null ? [] : [[id, range, words] as [string, Range, string]],
    );
  }

  /** Whether every highlight whose words the article contains is in place. The others wait for another text. */
  get stand(): boolean {
    return [...this.#marks.values()].every((mark) => mark.place === null || isInPlace(mark));
  }

  /** Redraws, since the page may have moved highlighted text. */
  lookAgain(): void {
    this.#layer.lookAgain();
  }

  /** The highlight at a point of the window; if there are several, the shortest. */
  at(x: number, y: number): string | null {
    const here = this.#drawn().filter(([, range]) =>
      [...range.getClientRects()].some(
        ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
      ),
    );
    here.sort(([, , one], [, , other]) => one.length - other.length);
    return here[0]?.[0] ?? null;
  }

  /** The highlight that contains a whole range. */
  highlightContaining(range: Range): string | null {
    for (const [id, mark] of this.#drawn()) {
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
    this.#turn += 1;
    this.#text = null;
    this.#marks.clear();
    this.#layer.clear();
    this.#anchors.close();
  }
}
