import { useEffect, useState } from 'preact/hooks';
import { HIGHLIGHT_COLOURS, type HighlightColour } from '../../utils/library/articles/highlight-colours.ts';
import { locateQuote } from '../../utils/quotes/anchoring/locate-quote.ts';
import { readPageText } from '../../utils/quotes/anchoring/page-text.ts';

/** A highlight as shown; without offsets its words are no longer in the text. */
export interface ReaderHighlight {
  id: string;
  text: string;
  start: number | null;
  end: number | null;
  note: string;
  colour: HighlightColour;
}

interface Marks {
  /** The range in the page of each highlight found. */
  ranges: ReadonlyMap<string, Range>;
  /** The highlight at a point of the window, or null. */
  at(x: number, y: number): string | null;
}

function isInside(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    (rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom,
  );
}

/**
 * Paints highlights over the text without changing it.
 *
 * @param body the article's element once its text is there, or null
 * @param ready changes when the text's nodes have changed
 */
export function useHighlightRanges(
  body: HTMLElement | null,
  text: string,
  highlights: readonly ReaderHighlight[],
  ready: unknown,
): Marks {
  const [ranges, setRanges] = useState<ReadonlyMap<string, Range>>(new Map());
  useEffect(() => {
    if (body === null) return;
    const placed = highlights.filter((one) => one.start !== null && one.end !== null);
    const page = placed.length === 0 ? null : readPageText(body);
    const found = new Map(
      placed.flatMap(({ id, start, end }) => {
        const range = page === null ? null : locateQuote(page, text, { start: start ?? 0, end: end ?? 0 });
        return range === null ? [] : [[id, range] as const];
      }),
    );
    setRanges(found);
    if (typeof Highlight === 'undefined') return;
    for (const colour of HIGHLIGHT_COLOURS) {
      const mine = highlights.flatMap((one) => (one.colour === colour ? (found.get(one.id) ?? []) : []));
      CSS.highlights.set(`marked-${colour}`, new Highlight(...mine));
    }
    return () => {
      for (const colour of HIGHLIGHT_COLOURS) CSS.highlights.delete(`marked-${colour}`);
    };
  }, [body, text, highlights, ready]);
  return {
    ranges,
    at(x, y) {
      for (const [id, range] of ranges) if (isInside(range, x, y)) return id;
      return null;
    },
  };
}
