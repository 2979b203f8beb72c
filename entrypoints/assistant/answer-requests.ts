import type { Extraction } from '../../utils/article/types.ts';
import type { PositionMarker } from '../../utils/clutter/hide/position-marker.ts';
import type { Clearing } from '../../utils/clutter/hide/start-clearing.ts';
import { receiveInTab } from '../../utils/messaging/tab-side.ts';
import type { Quotation } from '../../utils/quotes/types.ts';
import type { ArticleTracker } from './article-tracker.ts';
import type { PageClearing } from './page-clearing.ts';
import type { PageMarks } from './page-marks.ts';

/** Removes the current outline, and outlines the position of another hidden item unless `id` is null. */
export function outlineHidden(marker: PositionMarker, clearing: Clearing | null, id: number | null): void {
  marker.clear();
  const position = id === null ? null : clearing?.positionOf(id);
  if (position) marker.show(position);
}

/** Answers messages about hidden clutter until the signal aborts. */
export function answerClutterRequests(
  clearing: PageClearing,
  marker: PositionMarker,
  signal: AbortSignal,
): void {
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
        outlineHidden(marker, clearing.current, id);
        return null;
      },
    },
    signal,
  );
}

/** Answers requests to scroll to passages of the article and to highlight them, until the signal aborts. */
export function answerPassageRequests(pageMarks: PageMarks, text: ArticleTracker, signal: AbortSignal): void {
  const extraction = (): Extraction | null => text.result?.extraction ?? null;
  /** Scrolls to a passage. If it isn't found and the page has changed, extracts the article again and retries. */
  const jumpTo = async (passage: Quotation): Promise<{ found: boolean }> => {
    const jump = (): boolean => pageMarks.show(extraction(), passage, 'jumpTo');
    if (jump()) return { found: true };
    if (!text.isOutdated) return { found: false };
    await text.extractAgain();
    return { found: jump() };
  };
  receiveInTab(
    {
      'page/jumpToPlace': jumpTo,
      'page/markPlace': ({ place }) => {
        if (place !== null) return { found: pageMarks.show(extraction(), place, 'mark') };
        pageMarks.clear();
        return { found: true };
      },
      'page/jumpBack': () => {
        pageMarks.jumpBack();
        return null;
      },
    },
    signal,
  );
}
