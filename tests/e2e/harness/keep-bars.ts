import type { Page } from 'puppeteer-core';
import { waitFor } from './wait-for.ts';

/**
 * From now on keeps the bars at a screen's foot, as the pointer on them does: they stay for seconds only, and a busy
 * machine may look for one when it is gone. What is pressed in one lets it go as ever.
 */
export async function keepBars(page: Page): Promise<void> {
  // The page may be on its way to somewhere.
  await waitFor('the bars to be kept', () =>
    page.evaluate(() => {
      const { dataset } = document.documentElement;
      if (dataset.keepsBars !== undefined) return true;
      dataset.keepsBars = '';
      const kept = new WeakSet<Element>();
      const keep = (): void => {
        for (const bar of document.querySelectorAll('.undo-bar')) {
          if (kept.has(bar)) continue;
          kept.add(bar);
          bar.dispatchEvent(new MouseEvent('mouseenter'));
        }
      };
      // The pointer that tests move is not the one that rests here.
      for (const name of ['mouseleave', 'blur']) {
        document.addEventListener(
          name,
          (event) => {
            const isBar = event.target instanceof Element && event.target.closest('.undo-bar') !== null;
            if (isBar) event.stopImmediatePropagation();
          },
          { capture: true },
        );
      }
      new MutationObserver(keep).observe(document, { childList: true, subtree: true });
      keep();
      return true;
    }),
  );
}
