import { useEffect, useState } from 'preact/hooks';
import { HIGHLIGHT_COLOURS, type HighlightColour } from '../../utils/library/articles/highlight-colours.ts';
import { locateQuote } from '../../utils/quotes/anchoring/locate-quote.ts';
import { readPageText } from '../../utils/quotes/anchoring/page-text.ts';

/** A highlight in the reader. `start` and `end` are UTF-16 offsets, or null if its words are no longer in the text. */
export interface ReaderHighlight {
  id: string;
  text: string;
  start: number | null;
  end: number | null;
  note: string;
  colour: HighlightColour;
}

interface HighlightRanges {
  /** The range of each highlight that was found in the page, by id. */
  ranges: ReadonlyMap<string, Range>;
  /** Returns the id of the highlight at a point in the window, or null. */
  findAt(x: number, y: number): string | null;
}

function containsPoint(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    (rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom,
  );
}

/**
 * Paints highlights over the text with the CSS Custom Highlight API, if supported, so that the DOM is not changed.
 *
 * @param body the article's element; null until it contains the text
 * @param contentVersion any value that changes when the text's nodes have changed
 */
export function useHighlightRanges(
  body: HTMLElement | null,
  text: string,
  highlights: readonly ReaderHighlight[],
  contentVersion: unknown,
): HighlightRanges {
  const [ranges, setRanges] = useState<ReadonlyMap<string, Range>>(new Map());
  useEffect(() => {
    if (body === null) return;
    const located = highlights.filter(({ start, end }) => start !== null && end !== null);
    const page = located.length === 0 ? null : readPageText(body);
    const found = new Map(
      located.flatMap(({ id, start, end }) => {
        const range = page === null ? null : locateQuote(page, text, { start: start ?? 0, end: end ?? 0 });
        return range === null ? [] : [[id, range] as const];
      }),
    );
    setRanges(found);
    if (typeof Highlight === 'undefined') return;
    for (const colour of HIGHLIGHT_COLOURS) {
      const colourRanges = highlights.flatMap((highlight) =>
        highlight.colour === colour ? (found.get(highlight.id) ?? []) : [],
      );
      CSS.highlights.set(`marked-${colour}`, new Highlight(...colourRanges));
    }
    return () => {
      for (const colour of HIGHLIGHT_COLOURS) CSS.highlights.delete(`marked-${colour}`);
    };
  }, [body, text, highlights, contentVersion]);
  return {
    ranges,
    findAt(x, y) {
      for (const [id, range] of ranges) if (containsPoint(range, x, y)) return id;
      return null;
    },
  };
}
