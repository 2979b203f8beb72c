import type { MustStay } from '../../utils/clutter/find/must-stay.ts';
import type { Clearing } from '../../utils/clutter/hide/start-clearing.ts';
import { printAddress, printBlock } from '../../utils/clutter/memory/block-fingerprint.ts';
import { countRepeats, type SiteMemory } from '../../utils/clutter/memory/site-memory.ts';
import { isExtensionAlive, isPrivateWindow } from '../../utils/platform/bare-browser.ts';
import { siteKey } from '../../utils/settings/site-settings.ts';
import { rememberPage } from './remember-page.ts';

/** How long after the first pass a page is remembered, in ms: what comes late is there, and few users have left. */
const REMEMBER_MS = 4000;

/** Asks on how many other pages of the site a block was met. */
export function askRepeats(memory: SiteMemory, url: string): (element: Element) => number {
  if (memory.pages.length === 0) return () => 0;
  const count = countRepeats(memory, printAddress(url));
  return (element) => count(printBlock(element));
}

/**
 * Remembers a page once it has come to rest. A private window leaves nothing behind.
 *
 * @param look what of the page is the article, and what is hidden by then; null where it is not to be remembered
 */
export function rememberLater(
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

/** The blocks that our own rules hide: what the user or the page brought back, or the user pointed at, is none. */
export function foundBlocks(clearing: Clearing): Element[] {
  const items = clearing
    .items()
    .filter(({ hidden, gaveUp, rule }) => hidden && !gaveUp && rule === undefined);
  return items.map(({ id }) => clearing.elementOf(id)).filter((element) => element !== null);
}
