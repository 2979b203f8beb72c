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

/**
 * Keeps what toasts say over the page from now on, and one with buttons for as long as nobody presses them, as a user
 * does whose pointer is on it.
 *
 * @param words forgets what was said up to the toast with these; none: forgets nothing
 * @returns whether there was one, and what is kept
 */
function heed(words: string): { isSaid: boolean; said: string[] } {
  type Look = (element: Element) => ShadowRoot | null;
  const world = globalThis as unknown as {
    toastsSaid?: string[];
    chrome: { dom?: { openOrClosedShadowRoot?: Look } };
  };
  if (world.toastsSaid === undefined) {
    const said: string[] = [];
    world.toastsSaid = said;
    const known = new Map<ShadowRoot, string>();
    const look = (): void => {
      for (const host of document.querySelectorAll('html > *')) {
        const { openOrClosedShadowRoot: own } = host as { openOrClosedShadowRoot?: ShadowRoot | null };
        const isOther = !(host instanceof HTMLElement);
        const root = own ?? (isOther ? null : world.chrome.dom?.openOrClosedShadowRoot?.(host));
        const status = root?.querySelector('[role="status"]');
        if (!root || !status) continue;
        // Its words come a moment after itself.
        if (!known.has(root)) observer.observe(root, { childList: true, subtree: true });
        const text = status.textContent ?? '';
        if (text !== '' && text !== known.get(root)) said.push(text);
        known.set(root, text);
        status.parentElement?.dispatchEvent(new PointerEvent('pointerenter'));
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(document.documentElement, { childList: true });
    look();
  }
  const { toastsSaid: said } = world;
  const at = words === '' ? -1 : said.findIndex((text) => text.includes(words));
  said.splice(0, at + 1);
  return { isSaid: at >= 0, said };
}

/**
 * To be called before what a toast answers to, on each page: one lasts only some seconds, and a busy machine may look
 * for it after that.
 */
export async function heedToasts(session: Session, tab: Tab): Promise<void> {
  await session.extension.runInTab(tab.id, heed, ['']);
}

/** Waits until a toast over a tab's page says these words, or has said them since `heedToasts`. */
export async function waitForToast(session: Session, tab: Tab, words: string): Promise<void> {
  let last: readonly string[] = [];
  await waitFor(`“${words}” in a toast`, async () => {
    const { isSaid, said } = await session.extension.runInTab<ReturnType<typeof heed>>(tab.id, heed, [words]);
    last = said;
    return isSaid;
  }).catch((cause: unknown) => {
    throw new Error(`no “${words}” in a toast, but ${last.join(' | ') || 'nothing'}`, { cause });
  });
}
