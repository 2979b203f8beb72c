import type { Extraction } from '../../utils/article/types.ts';
import { makePlaceMarker, type PlaceMarker } from '../../utils/clutter/hide/place-marker.ts';
import { askBackground } from '../../utils/messaging/tab-side.ts';
import { LiveAnchors } from '../../utils/quotes/anchoring/live-anchors.ts';
import { settlePlace } from '../../utils/quotes/anchoring/locate-quote.ts';
import type { Quotation } from '../../utils/quotes/types.ts';
import { QuoteMarks } from './quote-marks.ts';
import { Underlines } from './underlines.ts';

/** What marks places in the page: of the article's text, and of hidden blocks. */
export class PageMarks {
  readonly blocks: PlaceMarker = makePlaceMarker(document);
  readonly #anchors = new LiveAnchors();
  readonly #quotes = new QuoteMarks(document, this.#anchors);
  readonly underlines: Underlines = new Underlines(document, this.#anchors, () => this.colour());
  #hasColours = false;

  /**
   * Marks a stretch of the article's text, or goes to it.
   *
   * @returns false where the page does not hold it (any more)
   */
  show(extraction: Extraction | null, place: Quotation, action: 'jumpTo' | 'mark'): boolean {
    const settled = extraction === null ? null : settlePlace(extraction.article.text, place);
    if (extraction === null || settled === null) {
      this.#quotes.clear();
      return false;
    }
    this.colour();
    return this.#quotes[action](extraction, settled) !== null;
  }

  /** Nobody waits for it: what is marked before has its colour a moment later. */
  colour(): void {
    if (this.#hasColours) return;
    this.#hasColours = true;
    askBackground('page/colourMarks', null).catch((error: unknown) => {
      this.#hasColours = false;
      console.warn('offprint: marks have no colours', error);
    });
  }

  clear(): void {
    this.#quotes.clear();
  }

  jumpBack(): void {
    this.#quotes.jumpBack();
  }

  /** The article is over: no mark, and no way back; there may be another. */
  end(): void {
    this.#quotes.end();
    this.underlines.clear();
    this.#anchors.close();
    this.blocks.clear();
  }
}
