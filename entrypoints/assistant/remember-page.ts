import type { MustStay } from '../../utils/clutter/find/must-stay.ts';
import { fingerprintInSteps } from '../../utils/clutter/memory/block-fingerprint.ts';
import { askBackground } from '../../utils/messaging/tab-side.ts';
import { runInSlices } from '../../utils/page/in-slices.ts';

/**
 * Adds a page to the site memory.
 *
 * @param hidden the blocks that are hidden by now
 */
export async function rememberPage(
  url: string,
  mustStay: MustStay,
  hidden: readonly Element[],
): Promise<void> {
  const fingerprint = await runInSlices(fingerprintInSteps(document, url, mustStay, hidden));
  await askBackground('site/remember', { fingerprint, opened: performance.timeOrigin });
}
