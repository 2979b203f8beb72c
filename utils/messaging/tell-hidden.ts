import { watchOwnReloads } from '../platform/watch-own-reloads.ts';
import { tellBackground } from './tab-side.ts';

/** Maximum messages about one page from each script: where boxes come and go all the time, none of them is why the page reloads. */
const MAX_MESSAGES = 10;

let sent = 0;

/**
 * Tells the background, from a tab, that something was hidden this moment; and from then on, when the page loads itself
 * again, which some pages do for that reason.
 */
export function tellHidden(): void {
  if (sent >= MAX_MESSAGES) return;
  const { timeOrigin } = performance;
  if (sent === 0) watchOwnReloads(() => tellBackground('page/reloads', { opened: timeOrigin }));
  sent += 1;
  tellBackground('page/hidden', { opened: timeOrigin, at: timeOrigin + performance.now() });
}
