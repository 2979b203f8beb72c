import type { Screen } from './screen.ts';
import type { Session } from './session.ts';
import { waitFor } from './wait-for.ts';

/** Looks into the library for an article, opens it there, and waits for words of its text. */
export async function readInLibrary(session: Session, title: RegExp, words: string): Promise<void> {
  const library = await session.screen('library.html');
  await library.click('link', title);
  const reader = await session.openedPage(/reader\.html/);
  await reader.shows(words);
  await reader.page.close();
  // The reader may have taken its place.
  if (!library.page.isClosed()) await library.page.close();
}

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
