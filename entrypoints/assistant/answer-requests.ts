import type { Extraction } from '../../utils/article/types.ts';
import type { PositionMarker } from '../../utils/clutter/hide/position-marker.ts';
import type { Clearing } from '../../utils/clutter/hide/start-clearing.ts';
import { receiveInTab } from '../../utils/messaging/tab-side.ts';
import type { Quotation } from '../../utils/quotes/types.ts';
import type { PageClearing } from './page-clearing.ts';
import type { PageText } from './page-text.ts';
import type { PageMarks } from './quote-marks.ts';

/** Outlines the position of one hidden item instead of the previous one; null outlines none. */
export function outlinePlace(marker: PositionMarker, clearing: Clearing | null, id: number | null): void {
  marker.clear();
  const place = id === null ? null : clearing?.positionOf(id);
  if (place) marker.show(place);
}

/** Answers messages about hidden clutter until the signal aborts. */
export function answerClearing(clearing: PageClearing, marker: PositionMarker, signal: AbortSignal): void {
  receiveInTab(
    {
      'page/setHidden': ({ id, hidden }) => {
        clearing.current?.setHidden(id, hidden);
        marker.clear();
        return clearing.items;
      },
      'page/neverHide': async ({ id }) => {
        marker.clear();
        await clearing.neverHide(id);
        return clearing.items;
      },
      'page/undoNeverHide': async () => ((await clearing.undoNeverHide()) ? clearing.items : null),
      'page/outlineHidden': ({ id }) => {
        outlinePlace(marker, clearing.current, id);
        return null;
      },
    },
    signal,
  );
}

/** Answers requests to scroll to passages of the article and to mark them, until the signal aborts. */
export function answerPlaces(marks: PageMarks, text: PageText, signal: AbortSignal): void {
  const extraction = (): Extraction | null => text.reading?.extraction ?? null;
  /** If the page was redrawn, it is read again before a quote counts as gone. */
  const jumpTo = async (place: Quotation): Promise<{ found: boolean }> => {
    const jump = (): boolean => marks.show(extraction(), place, 'jumpTo');
    if (jump()) return { found: true };
    if (!text.isOutdated) return { found: false };
    await text.readAgain();
    return { found: jump() };
  };
  receiveInTab(
    {
      'page/jumpToPlace': jumpTo,
      'page/markPlace': ({ place }) => {
        if (place !== null) return { found: marks.show(extraction(), place, 'mark') };
        marks.clear();
        return { found: true };
      },
      'page/jumpBack': () => {
        marks.jumpBack();
        return null;
      },
    },
    signal,
  );
}
