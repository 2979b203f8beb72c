import type { Session, Tab } from './session.ts';
import { waitFor } from './wait-for.ts';

/** The middle of a button of the toast over a page, in CSS pixels of its window; null where there is none. */
function findButton(label: string): { x: number; y: number } | null {
  type Look = (element: Element) => ShadowRoot | null;
  const { chrome } = globalThis as unknown as { chrome: { dom?: { openOrClosedShadowRoot?: Look } } };
  for (const host of document.querySelectorAll('html > *, dialog > *')) {
    const { openOrClosedShadowRoot: own } = host as { openOrClosedShadowRoot?: ShadowRoot | null };
    const root = own ?? (host instanceof HTMLElement ? chrome.dom?.openOrClosedShadowRoot?.(host) : null);
    for (const button of root?.querySelectorAll('button') ?? []) {
      if ((button.getAttribute('aria-label') ?? button.textContent) !== label) continue;
      const { left, top, width, height } = button.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
  }
  return null;
}

/** Clicks a button of the toast over a tab's page, where a user clicks it. */
export async function clickInToast(session: Session, tab: Tab, label: string): Promise<void> {
  await tab.page.bringToFront();
  let last: ReturnType<typeof findButton> = null;
  // It moves as it comes, and the click is meant for where it stays.
  const place = await waitFor(`“${label}” at rest in the toast`, async () => {
    const found = await session.extension.runInTab<typeof last>(tab.id, findButton, [label]);
    const isAtRest = found !== null && found.x === last?.x && found.y === last.y;
    last = found;
    // It stays for some seconds only, and for as long as the pointer is on it.
    if (found !== null) await tab.page.mouse.move(found.x, found.y);
    return isAtRest && found;
  });
  await tab.page.mouse.click(place.x, place.y);
}
