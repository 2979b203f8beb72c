import type { MustStay } from '../../utils/clutter/find/page-guard.ts';
import type { Clearing } from '../../utils/clutter/hide/start-clearing.ts';
import {
  fingerprintInSteps,
  hashAddress,
  hashBlockText,
} from '../../utils/clutter/memory/block-fingerprint.ts';
import { countRepeats, type SiteMemory } from '../../utils/clutter/memory/site-memory.ts';
import { askBackground } from '../../utils/messaging/tab-side.ts';
import { runInSlices } from '../../utils/page/in-slices.ts';
import { isExtensionAlive, isPrivateWindow } from '../../utils/platform/bare-browser.ts';
import { siteKey } from '../../utils/settings/site-settings.ts';

/** Delay after the first pass before a page is recorded: late content has arrived, and few users have left. */
const REMEMBER_MS = 4000;

/** Returns a function that counts the other pages of the site with the same block. */
export function askRepeats(memory: SiteMemory, url: string): (element: Element) => number {
  if (memory.pages.length === 0) return () => 0;
  const count = countRepeats(memory, hashAddress(url));
  return (element) => count(hashBlockText(element));
}

/**
 * Records a page once it has settled; nothing is recorded in a private window.
 *
 * @param look returns the elements of the article and the hidden blocks; null if the page must not be recorded
 */
export function recordPageLater(
  url: string,
  look: () => Promise<{ mustStay: MustStay; hidden: readonly Element[] } | null>,
  signal: AbortSignal,
): void {
  if (siteKey(url) === '' || isPrivateWindow()) return;
  const remember = async (): Promise<void> => {
    if (signal.aborted || !isExtensionAlive()) return;
    const seen = await look();
    if (seen !== null) await rememberPage(url, seen.mustStay, seen.hidden);
  };
  const timer = setTimeout(() => {
    remember().catch((error: unknown) => console.warn('offprint: the page is not remembered', error));
  }, REMEMBER_MS);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

/** The blocks hidden by built-in rules, without those that the user or the page showed again or the user's rules hide. */
export function blocksHiddenByDefault(clearing: Clearing): Element[] {
  const items = clearing
    .items()
    .filter(({ hidden, gaveUp, rule }) => hidden && !gaveUp && rule === undefined);
  return items.map(({ id }) => clearing.elementOf(id)).filter((element) => element !== null);
}

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
