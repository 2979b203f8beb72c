import type { Page } from 'puppeteer-core';
import { readAtRest, waitForFrames } from '../harness/drawn-frames.ts';
import type { Session, Tab } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

/** Opens the picker as a user does, from the popup. */
export async function openPicker(session: Session, tab: Tab): Promise<void> {
  const popup = await session.popup(tab);
  await popup.click('button', /hidden/i);
  // The popup closes itself, as the real one does.
  await popup.click('button', /^Hide something/).catch(() => null);
  await tab.page.bringToFront();
  await waitFor('the picker', () => pickerIsOpen(tab.page));
}

/** The picker is the one element after the body; a page can see no more of it. */
export const pickerIsOpen = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.body.nextElementSibling?.matches('div') ?? false);

/** Points at something in the page, and waits until the picker has seen it. */
export async function pointAt(page: Page, selector: string): Promise<{ x: number; y: number }> {
  // What comes into the page late, or goes from it, moves it on.
  const place = await readAtRest(page, selector, () =>
    page.$eval(selector, (element) => {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      if (width === 0) throw new Error('it is not drawn');
      return { x: left + width / 2, y: top + height / 2 };
    }),
  );
  await page.mouse.move(place.x - 8, place.y - 2);
  await page.mouse.move(place.x, place.y, { steps: 2 });
  // The picker looks once a frame.
  await waitForFrames(page, 2);
  return place;
}

/** Presses the first button of the picker's bar by keys, once it has the focus: only scripts of ours see that. */
export async function pressFirst(session: Session, tab: Tab, name: string): Promise<void> {
  const hasFocus = (wanted: string): boolean => {
    type Look = (element: Element) => ShadowRoot | null;
    const { chrome } = globalThis as unknown as { chrome: { dom?: { openOrClosedShadowRoot?: Look } } };
    const host = document.body.nextElementSibling as
      | (Element & { openOrClosedShadowRoot?: ShadowRoot | null })
      | null;
    if (host === null) return false;
    const root = host.openOrClosedShadowRoot ?? chrome.dom?.openOrClosedShadowRoot?.(host);
    return root?.activeElement?.textContent === wanted;
  };
  await tab.page.keyboard.press('Tab');
  await waitFor(`“${name}” to have the focus`, () => session.extension.runInTab(tab.id, hasFocus, [name]));
  await tab.page.keyboard.press('Enter');
}
