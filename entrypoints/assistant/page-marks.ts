import type { Extraction } from '../../utils/article/types.ts';
import { makePlaceMarker, type PlaceMarker } from '../../utils/clutter/hide/place-marker.ts';
import { askBackground } from '../../utils/messaging/tab-side.ts';
import { LiveAnchors } from '../../utils/quotes/anchoring/live-anchors.ts';
import { settlePlace } from '../../utils/quotes/anchoring/locate-quote.ts';
import type { Quotation } from '../../utils/quotes/types.ts';
import { QuoteMarks } from './quote-marks.ts';
import { Underlines } from './underlines.ts';

/** The marks in the page, for quotes and for positions of hidden blocks. */
export class PageMarks {
  readonly blocks: PlaceMarker = makePlaceMarker(document);
  readonly #anchors = new LiveAnchors();
  readonly #quotes = new QuoteMarks(document, this.#anchors);
  readonly underlines: Underlines = new Underlines(document, this.#anchors, () => this.colour());
  #hasColours = false;

  /**
   * Marks a passage of the article's text, or scrolls to it.
   *
   * @returns false if the page does not contain it (any more)
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

  /** Requests the style sheet of the marks. Existing marks get their colours a moment later. */
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

  /** Removes all marks and the position to jump back to, at the end of an article. */
  end(): void {
    this.#quotes.end();
    this.underlines.clear();
    this.#anchors.close();
    this.blocks.clear();
  }
}
