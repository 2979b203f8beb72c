import { listenAt } from '../../utils/page/dom-access.ts';
import { isExtensionAlive } from '../../utils/platform/bare-browser.ts';
import { tabWorld } from '../../utils/platform/tab-world.ts';

/** Sent into open pages when the extension was updated, see `background/take-over.ts`. */
const TAKE_OVER = 'offprint-take-over';

/** Steps down when scripts of a later version come: they hear nothing of these, and these can ask nobody any more. */
export function stepDownWith(end: () => void, signal: AbortSignal): void {
  const onEvent = (): void => {
    // A page may send it, too: as long as the extension is there it says nothing.
    if (!isExtensionAlive()) end();
  };
  listenAt(document, TAKE_OVER, onEvent, { signal });
}

/** Leaves a page where the site is switched off. The gate looks again, so that it tells why nothing is done here. */
export function leaveWhereOff(): void {
  const world = tabWorld();
  world.endEarly?.();
  world.decide?.();
  world.endAssistant?.();
}
