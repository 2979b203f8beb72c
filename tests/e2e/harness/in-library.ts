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
 * Has nobody write articles any more once there are so many, for as long as the screen's page is open: what is being
 * done to them stands still in the middle, however late the test looks. Until then they write in turn with the screen.
 *
 * @param articles how many there are at least by then
 * @returns waits until it stands still, and tells how many there are
 */
export async function holdLibraryAt(screen: Screen, articles: number): Promise<() => Promise<number>> {
  await screen.page.evaluate(
    (least) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('offprint');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const look = (): void => {
            const turn = db.transaction('articles', 'readwrite');
            const count = (): void => {
              const counting = turn.objectStore('articles').count();
              counting.onsuccess = () => {
                resolve();
                if (counting.result < least) return;
                document.body.dataset.held = String(counting.result);
                // A turn lasts for as long as something is asked in it.
                count();
              };
            };
            count();
            // Who waited for this one's end has a turn before the next, and nobody has two.
            turn.oncomplete = look;
          };
          look();
        };
      }),
    articles,
  );
  return () =>
    waitFor('the library to be held', async () => {
      const held = await screen.page.evaluate(() => document.body.dataset.held);
      return held === undefined ? null : Number(held);
    });
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
