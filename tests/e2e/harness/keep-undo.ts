import type { Screen } from './screen.ts';

/**
 * From now on keeps the bars with "Undo" on a screen, as the pointer on them would: they stay for seconds only, and a busy
 * machine may look for one when it is gone. Clicking in one lets it go as ever.
 */
export async function keepUndo(screen: Screen): Promise<void> {
  await screen.page.evaluate(() => {
    const kept = new WeakSet<Element>();
    const keep = (): void => {
      for (const bar of document.querySelectorAll('section[aria-label="Undo"]')) {
        if (kept.has(bar)) continue;
        kept.add(bar);
        bar.dispatchEvent(new MouseEvent('mouseenter'));
      }
    };
    keep();
    new MutationObserver(keep).observe(document.body, { childList: true, subtree: true });
  });
}
