import type { Session, Tab } from '../session.ts';
import { waitFor } from '../wait-for.ts';
import { heedSigns } from './toolbar-signs.ts';

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
  await heedSigns(session);
  await tab.page.mouse.click(place.x, place.y);
}

/**
 * Keeps what toasts say over the page from now on, and one with buttons for as long as nobody presses them, as a user
 * does whose pointer is on it. Looks past the page: its elements may have the names of what is looked up.
 *
 * @param forgotten how many of those that are kept to forget, the oldest first
 * @returns what is kept: of each its words, and those of its buttons after them
 */
function heed(forgotten: number): string[] {
  type Look = (element: Element) => ShadowRoot | null;
  const world = globalThis as unknown as {
    toastsSaid?: string[];
    chrome: { dom?: { openOrClosedShadowRoot?: Look } };
  };
  if (world.toastsSaid === undefined) {
    const said: string[] = [];
    world.toastsSaid = said;
    const known = new Map<ShadowRoot, string>();
    const page = Reflect.get(Document.prototype, 'documentElement', document) as Element;
    const look = (): void => {
      for (const host of page.children) {
        const { openOrClosedShadowRoot: own } = host as { openOrClosedShadowRoot?: ShadowRoot | null };
        const isOther = !(host instanceof HTMLElement);
        const root = own ?? (isOther ? null : world.chrome.dom?.openOrClosedShadowRoot?.(host));
        const status = root?.querySelector('[role="status"]');
        if (!root || !status) continue;
        // Its words come a moment after itself.
        if (!known.has(root)) observer.observe(root, { childList: true, subtree: true });
        const words = status.textContent ?? '';
        if (words !== '' && words !== known.get(root)) {
          const buttons = [...root.querySelectorAll('button')].map(({ textContent }) => textContent);
          said.push([words, ...buttons].join(' '));
        }
        known.set(root, words);
        status.parentElement?.dispatchEvent(new PointerEvent('pointerenter'));
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(page, { childList: true });
    look();
  }
  world.toastsSaid.splice(0, forgotten);
  return world.toastsSaid;
}

/**
 * To be called before what a toast answers to, on each page: one lasts only some seconds, and a busy machine may look
 * for it after that.
 */
export async function heedToasts(session: Session, tab: Tab): Promise<void> {
  await session.extension.runInTab(tab.id, heed, [0]);
}

/**
 * Waits until a toast over a tab's page says these words, or has said them since `heedToasts`; that one and those before
 * it are forgotten then.
 *
 * @param words of the toast; a pattern sees the names of its buttons after them
 */
export async function waitForToast(session: Session, tab: Tab, words: string | RegExp): Promise<void> {
  const suits = (said: string): boolean =>
    typeof words === 'string' ? said.includes(words) : words.test(said);
  let last: readonly string[] = [];
  await waitFor(`“${words}” in a toast`, async () => {
    last = await session.extension.runInTab<string[]>(tab.id, heed, [0]);
    const at = last.findIndex(suits);
    if (at >= 0) await session.extension.runInTab(tab.id, heed, [at + 1]);
    return at >= 0;
  }).catch((cause: unknown) => {
    throw new Error(`no “${words}” in a toast, but ${last.join(' | ') || 'nothing'}`, { cause });
  });
}
