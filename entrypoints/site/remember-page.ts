import { runInSlices } from '../../utils/article/in-slices.ts';
import { imprintInSteps } from '../../utils/clutter/block-fingerprint.ts';
import type { MustStay } from '../../utils/clutter/must-stay.ts';
import { askBackground } from '../../utils/messaging/tab-side.ts';

/**
 * Adds a page to what is remembered of its site.
 *
 * @param hidden the blocks that are hidden by then
 */
export async function rememberPage(
  url: string,
  mustStay: MustStay,
  hidden: readonly Element[],
): Promise<void> {
  const imprint = await runInSlices(imprintInSteps(document, url, mustStay, hidden));
  await askBackground('site/remember', { imprint, opened: performance.timeOrigin });
}
