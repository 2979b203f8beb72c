import type { Screen } from '../harness/screen.ts';
import { waitFor } from '../harness/wait-for.ts';

/** How long a menu may take to open, in ms. */
const MENU_MS = 5000;

/** Opens the menu of the quote that begins so, by keys, and chooses an item. */
export async function chooseForQuote(screen: Screen, beginning: string, item: RegExp): Promise<void> {
  await screen.page.bringToFront();
  const isOpen = (): Promise<boolean> =>
    screen.page.evaluate(() => document.activeElement?.closest('[role="menu"]') !== null);
  // The list may be drawn anew between the look and the key.
  let isPressed = false;
  await waitFor(`the menu of “${beginning}” to open`, async () => {
    if (isPressed && (await isOpen())) return true;
    const hasFocus = await screen.page.evaluate((words) => {
      const quote = [...document.querySelectorAll('.quote')].find((one) => one.textContent?.includes(words));
      const button = quote?.querySelector<HTMLElement>('.quote-menu button');
      button?.focus();
      return button !== null && button === document.activeElement;
    }, beginning);
    if (!hasFocus) return false;
    isPressed = true;
    await screen.page.keyboard.press('Enter');
    return waitFor('it', isOpen, MENU_MS);
  });
  const end = await waitFor(`“${item}” to be reached by arrow keys`, async () => {
    const focus = await screen.page.evaluate(() => {
      const { activeElement } = document;
      if (activeElement?.closest('[role="menu"]') === null) return null;
      return activeElement?.textContent ?? '';
    });
    if (focus === null) return 'the menu has closed';
    if (item.test(focus)) return 'reached';
    await screen.page.keyboard.press('ArrowDown');
    return false;
  });
  // Thrown while it is waited for, it would mean "not yet".
  if (end !== 'reached') throw new Error(end);
  await screen.page.keyboard.press('Enter');
}
