import { isAttached } from '../../page/dom-access.ts';
import type { Quotation } from '../types.ts';
import { locateQuote } from './locate-quote.ts';
import { LivePageText } from './page-text.ts';

/** Finds quotes in a page that may change, each time with the page's text as it stands then. */
export class LiveAnchors {
  /** One reading for all quotes under a node. */
  readonly #readings = new Map<Node, LivePageText>();

  /**
   * @param places nodes to look in, one after the other
   * @param text the article's text, which `quote` has UTF-16 offsets into
   * @returns the quote's words in the first place that holds them and is in the page, or null
   */
  locate(places: readonly Node[], text: string, quote: { start: number; end: number }): Range | null {
    this.#letGo();
    for (const place of places.filter(isAttached)) {
      const reading = this.#readings.get(place) ?? new LivePageText(place);
      this.#readings.set(place, reading);
      const range = locateQuote(reading.read(), text, quote);
      if (range !== null) return range;
    }
    return null;
  }

  /** Lets the page go. */
  close(): void {
    for (const reading of this.#readings.values()) reading.close();
    this.#readings.clear();
  }

  /** Forgets nodes that have left the page. */
  #letGo(): void {
    for (const [node, reading] of this.#readings) {
      if (isAttached(node)) continue;
      reading.close();
      this.#readings.delete(node);
    }
  }
}

/** A quote to be underlined in its page. */
export interface Underline extends Quotation {
  /** The speaker's colour: an index into `VOICE_HUES`. */
  hue: number;
}

/** The name of a port from one of our pages to a tab: what comes over it is underlined for as long as it is open. */
export const UNDERLINE_PORT = 'offprint-underlines';

/** The name of the highlight of one colour; see `background/article-tabs.ts`. */
export function highlightName(hue: number, isDark: boolean): string {
  return `offprint-voice-${hue}${isDark ? '-dark' : ''}`;
}
