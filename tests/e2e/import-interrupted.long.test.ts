import { afterAll, beforeAll, expect, it } from 'vitest';
import { pocketRows } from '../unit/transfer/invented-exports.ts';
import { stopBackground } from './harness/browser-controls.ts';
import { giveFile } from './harness/give-files.ts';
import type { Screen } from './harness/screen.ts';
import { Session } from './harness/session.ts';
import { waitFor } from './harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

/** Stops the background while it works: the harness's own way waits until it is idle. */
async function stopWorking(screen: Screen): Promise<void> {
  if (session.kind === 'firefox') {
    await stopBackground(session);
    return;
  }
  const protocol = await screen.page.createCDPSession();
  await protocol.send('ServiceWorker.enable');
  await protocol.send('ServiceWorker.stopAllWorkers');
  await protocol.detach();
}

/**
 * Blocks all writes to the table of articles once it has so many, for as long as the screen's page is open.
 *
 * @param articles how many there are at least by then
 * @returns waits until it stands still, and tells how many there are
 */
async function holdLibraryAt(screen: Screen, articles: number): Promise<() => Promise<number>> {
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

it('goes on with an import after the background was stopped in the middle', async () => {
  const screen = await session.screen('transfer.html');
  // Four batches: it can be stopped between two.
  await giveFile(screen, 'pocket.csv', new Blob([pocketRows(0, 1900)]));
  await screen.find('button', /^Import 1,900 articles$/);
  const isHeld = await holdLibraryAt(screen, 4);
  await screen.click('button', /^Import 1,900 articles$/);
  expect(await isHeld()).toBeLessThan(1900);
  await stopWorking(screen);
  await screen.page.close();
  const again = await session.screen('transfer.html');
  await again.shows(/Imported: Pocket export pocket\.csv 1,900 articles added/);
  await again.page.close();
});
