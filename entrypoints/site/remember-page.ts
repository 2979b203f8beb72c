import { runInSlices } from '../../utils/article/in-slices.ts';
import { imprintInSteps } from '../../utils/clutter/block-fingerprint.ts';
import type { MustStay } from '../../utils/clutter/must-stay.ts';
import { remember } from '../../utils/clutter/site-memory.ts';
import { loadMemory, storeMemory } from '../../utils/platform/memory-storage.ts';
import { siteKey } from '../../utils/settings/read-settings.ts';

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
  const host = siteKey(url);
  const imprint = await runInSlices(imprintInSteps(document, url, mustStay, hidden));
  // Read once more: another tab of the site may have stored something meanwhile.
  await storeMemory(host, remember(await loadMemory(host), imprint), performance.timeOrigin);
}
