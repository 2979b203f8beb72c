import type { Screen } from './screen.ts';
import { waitFor } from './wait-for.ts';

/** Opens the menu of the quote that begins so, by keys, and chooses an item. */
export async function chooseForQuote(screen: Screen, beginning: string, item: RegExp): Promise<void> {
  await screen.page.bringToFront();
  await waitFor(`the menu of “${beginning}”`, () =>
    screen.page.evaluate((words) => {
      const quote = [...document.querySelectorAll('.quote')].find((one) => one.textContent?.includes(words));
      const button = quote?.querySelector<HTMLElement>('.quote-menu button');
      button?.focus();
      return button !== null && button === document.activeElement;
    }, beginning),
  );
  await screen.page.keyboard.press('Enter');
  await waitFor(`the menu of “${beginning}” to open`, () =>
    screen.page.evaluate(() => document.activeElement?.closest('[role="menu"]') !== null),
  );
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
