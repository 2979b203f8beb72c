import type { Screen } from './screen.ts';
import { waitFor } from './wait-for.ts';

/**
 * Goes to the first row of the library's list by its key. The rows themselves come a moment after the count of the list,
 * and until then there is none to go to.
 */
export async function goToFirstRow(library: Screen): Promise<void> {
  await waitFor('a row to have the focus', async () => {
    await library.press('j');
    return library.page.evaluate(() => document.activeElement?.closest('ol > [data-id]') != null);
  });
}
