import { isConnected } from '../../page/dom-access.ts';
import type { Quotation } from '../types.ts';
import { locateQuote } from './locate-quote.ts';
import { LivePageText } from './page-text.ts';

/** Finds quotes in a page that may change; each search uses the page's current text. */
export class LiveAnchors {
  /** The text index of each node, shared by all quotes under it. */
  readonly #pageTexts = new Map<Node, LivePageText>();

  /**
   * Locates a quote in the page.
   *
   * @param roots nodes to search, in this order
   * @param text the article's text, to which the UTF-16 offsets of `quote` refer
   * @returns the range of the first match inside the page, or null
   */
  locate(roots: readonly Node[], text: string, quote: { start: number; end: number }): Range | null {
    this.#discardDetached();
    for (const root of roots.filter(isConnected)) {
      const pageText = this.#pageTexts.get(root) ?? new LivePageText(root);
      this.#pageTexts.set(root, pageText);
      const range = locateQuote(pageText.read(), text, quote);
      if (range !== null) return range;
    }
    return null;
  }

  /** Stops observing the page. */
  close(): void {
    for (const pageText of this.#pageTexts.values()) pageText.close();
    this.#pageTexts.clear();
  }

  /** Removes nodes that have left the page. */
  #discardDetached(): void {
    for (const [node, pageText] of this.#pageTexts) {
      if (isConnected(node)) continue;
      pageText.close();
      this.#pageTexts.delete(node);
    }
  }
}

/** A quote to be underlined in its page. */
export interface Underline extends Quotation {
  /** The speaker's colour: an index into `VOICE_HUES`. */
  hue: number;
}

/** Name of the port from an extension page to a tab; its quotes stay underlined while the port is open. */
export const UNDERLINE_PORT = 'offprint-underlines';

/** The name of the CSS highlight for one colour; see `background/article-tabs.ts`. */
export function highlightName(hue: number, isDark: boolean): string {
  return `offprint-voice-${hue}${isDark ? '-dark' : ''}`;
}
