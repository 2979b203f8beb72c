import type { PlaceMarker } from '../../utils/clutter/hide/place-marker.ts';
import { receiveInTab } from '../../utils/messaging/tab-side.ts';
import { outlinePlace } from './outlined-place.ts';
import type { PageClearing } from './page-clearing.ts';

/** Answers messages about hidden clutter until the signal aborts. */
export function answerClearing(clearing: PageClearing, marker: PlaceMarker, signal: AbortSignal): void {
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
