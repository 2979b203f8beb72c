import { watchPageReloads } from '../platform/watch-page-reloads.ts';
import { notifyBackground } from './tab-side.ts';

/**
 * Maximum messages about one page from each script. If boxes come and go all the time, hiding them is not what makes
 * the page reload.
 */
const MAX_MESSAGES = 10;

let sent = 0;

/**
 * Tells the background, from a tab, that something was hidden just now. From then on it also reports when the page
 * reloads itself, which some pages do because of the hiding.
 */
export function reportHidden(): void {
  if (sent >= MAX_MESSAGES) return;
  const { timeOrigin } = performance;
  if (sent === 0) watchPageReloads(() => notifyBackground('page/reloads', { opened: timeOrigin }));
  sent += 1;
  notifyBackground('page/hidden', { opened: timeOrigin, at: timeOrigin + performance.now() });
}
