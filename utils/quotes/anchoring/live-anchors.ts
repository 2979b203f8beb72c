import { isConnected } from '../../page/dom-access.ts';
import type { Quotation } from '../types.ts';
import { locateQuote } from './locate-quote.ts';
import { LivePageText } from './page-text.ts';

/** Finds quotes in a page that may change; each search uses the page's current text. */
export class LiveAnchors {
  /** The text index of each node, shared by all quotes under it. */
  readonly #readings = new Map<Node, LivePageText>();

  /**
   * Locates a quote in the page.
   *
   * @param places nodes to search, in this order
   * @param text the article's text, to which the UTF-16 offsets of `quote` refer
   * @returns the range of the first match inside the page, or null
   */
  locate(places: readonly Node[], text: string, quote: { start: number; end: number }): Range | null {
    this.#letGo();
    for (const place of places.filter(isConnected)) {
      const reading = this.#readings.get(place) ?? new LivePageText(place);
      this.#readings.set(place, reading);
      const range = locateQuote(reading.read(), text, quote);
      if (range !== null) return range;
    }
    return null;
  }

  /** Releases the page. */
  close(): void {
    for (const reading of this.#readings.values()) reading.close();
    this.#readings.clear();
  }

  /** Removes nodes that have left the page. */
  #letGo(): void {
    for (const [node, reading] of this.#readings) {
      if (isConnected(node)) continue;
      reading.close();
      this.#readings.delete(node);
    }
  }
}

/** A quote to be underlined in its page. */
export interface Underline extends Quotation {
  /** The speaker's colour: an index into `SPEAKER_COLOURS`. */
  hue: number;
}

/** Name of the port from an extension page to a tab; its quotes stay underlined while the port is open. */
export const UNDERLINE_PORT = 'offprint-underlines';

/** The name of the CSS highlight for one colour; see `background/article-tabs.ts`. */
export function highlightName(hue: number, isDark: boolean): string {
  return `offprint-voice-${hue}${isDark ? '-dark' : ''}`;
}
