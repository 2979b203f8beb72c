import { listenAt } from '../../utils/page/dom-access.ts';
import { isExtensionAlive } from '../../utils/platform/bare-browser.ts';
import { tabWorld } from '../../utils/platform/tab-world.ts';

/** The event that `takeOver` in `background/page-scripts.ts` dispatches in open pages after an update. */
const TAKE_OVER = 'offprint-take-over';

/** Ends the work when scripts of a later version take over, since this version can no longer reach its background. */
export function stepDownWith(end: () => void, signal: AbortSignal): void {
  const onEvent = (): void => {
    // A page may dispatch it, too; it has no effect while the extension is alive.
    if (!isExtensionAlive()) end();
  };
  listenAt(document, TAKE_OVER, onEvent, { signal });
}

/** Leaves a page of a switched-off site. The gate judges again, to report why nothing is done here. */
export function leaveWhereOff(): void {
  const world = tabWorld();
  world.endEarly?.();
  world.decide?.();
  world.endAssistant?.();
}
