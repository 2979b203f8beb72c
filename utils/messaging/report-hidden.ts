import { watchPageReloads } from '../platform/watch-page-reloads.ts';
import { notifyBackground } from './tab-side.ts';

/**
 * Maximum number of reports per script and page. If elements are hidden again and again, the hiding is not the reason
 * for a reload.
 */
const MAX_MESSAGES = 10;

let sent = 0;

/**
 * Reports to the background that something in this page was just hidden. From the first report on, it also reports when
 * the page reloads itself, which some pages do in response to the hiding.
 */
export function reportHidden(): void {
  if (sent >= MAX_MESSAGES) return;
  const { timeOrigin } = performance;
  if (sent === 0) watchPageReloads(() => notifyBackground('page/reloads', { opened: timeOrigin }));
  sent += 1;
  notifyBackground('page/hidden', { opened: timeOrigin, at: timeOrigin + performance.now() });
}
