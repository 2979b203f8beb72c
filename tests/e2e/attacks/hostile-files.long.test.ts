import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ATTACK_HOST, COURIER } from '../../fixtures/sites.ts';
import { pocketRows } from '../../unit/transfer/invented-exports.ts';
import { articleLines, joinLines, makeBackup, pictureLine } from '../../unit/transfer/make-backup.ts';
import { stopBackground } from '../harness/browser-controls.ts';
import { giveFile } from '../harness/give-files.ts';
import { Session } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

const SIZE = 256 * 1024;
const fill = (unit: string): string => unit.repeat(SIZE / unit.length);

it.each([
  ['brackets.html', `<!DOCTYPE NETSCAPE-Bookmark-file-1>${fill('<')}`, /brackets\.html/],
  ['objects.json', `[${fill('{"a":1,')}`, /objects\.json/],
  ['marks.csv', `title,url,time_added,tags,status\n${fill('"a\n')}`, /marks\.csv/],
])('reads %s, which only means harm, and stays at hand', async (name, text, shown) => {
  const screen = await session.screen('transfer.html');
  await giveFile(screen, name, new Blob([text]));
  const library = await session.screen('library.html');
  await library.find('searchbox', /Search/);
  await library.page.close();
  await screen.shows(shown);
  await screen.find('button', /^(?:Cancel|Choose another file|Import .*)$/);
  // The background answers: it reads a page, and saves it.
  const tab = await session.visit(`${COURIER}/uk/night-ferry`);
  await session.report(tab);
  await tab.page.close();
  await screen.page.close();
});

/** How long a large file may take until the screen says how far it is, in ms. */
const CANCEL_MS = 60_000;

/** Presses Cancel as soon as the screen says how far it is: from here, a file could be read to its end meanwhile. */
const cancelOnProgress = (page: Page): Promise<void> =>
  page.evaluate(
    (limit) =>
      new Promise<void>((resolve, reject) => {
        const look = (): void => {
          // biome-ignore lint/performance/useDomNodeTextContent: words of two lines would stand together
          const text = document.body.innerText.replace(/\s+/g, ' ');
          if (!/Reading large\.csv [1-9][\d,]* read/.test(text)) return;
          const cancel = [...document.querySelectorAll('button')].find(
            ({ textContent }) => textContent === 'Cancel',
          );
          if (cancel === undefined) return;
          cancel.click();
          observer.disconnect();
          clearTimeout(timer);
          resolve();
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
        const timer = setTimeout(() => {
          observer.disconnect();
          reject(new Error(`there was nothing to cancel: ${document.body.textContent}`));
        }, limit);
      }),
    CANCEL_MS,
  );

it('shows how far it is with a very large file, and stops when told', async () => {
  const screen = await session.screen('transfer.html');
  await Promise.all([
    cancelOnProgress(screen.page),
    giveFile(screen, 'large.csv', new Blob([pocketRows(0, 400_000)])),
  ]);
  await screen.hides(/large\.csv/);
  await giveFile(screen, 'small.csv', new Blob([pocketRows(0, 3)]));
  await screen.shows(/Pocket export.*3 new articles/);
  await screen.page.close();
});

const HERE = `https://${ATTACK_HOST}`;

it('fetches nothing on a backup’s say-so, and the pictures once the user says so', async () => {
  const story = articleLines('story', 'https://tides.example/story');
  const script = articleLines('script', 'https://tides.example/script', { url: 'javascript:alert(1)' });
  const link = articleLines('link', `${HERE}/link`, { hasText: false, title: 'Only an address' });
  const backup = await makeBackup({
    ...joinLines(story, script, { articles: link.articles ?? [] }),
    images: [
      pictureLine('p1', 'story', `${HERE}/1.gif`),
      pictureLine('p2', 'story', `${HERE}/2.gif`, { state: 'saved', type: 'image/gif' }),
    ],
  });
  const screen = await session.screen('transfer.html');
  session.network.forget();
  const asked = (): string[] =>
    session.network.seen.map(({ url }) => url).filter((url) => url.startsWith(HERE) || url.includes('tides'));
  await giveFile(screen, 'backup.zip', backup);
  await screen.shows(/Offprint backup.*2 new articles|Offprint backup.*3 new articles/);
  await screen.click('button', /^Restore$/);
  await screen.shows(/Imported: Offprint backup.*2 articles added.*1 skipped/);
  await screen.shows(/2 images were not in the backup\. Downloading contacts 1 site\./);
  await screen.page.close();
  await stopBackground(session);
  const tab = await session.visit(`${COURIER}/uk/night-ferry`);
  await session.report(tab);
  const library = await session.screen('library.html');
  await library.find('link', /Story story/);
  await library.page.close();
  const again = await session.screen('transfer.html');
  await again.shows(/2 images were not in the backup/);
  expect(asked()).toEqual([]);

  await again.click('button', /^Download images$/);
  // Each once or more: what a busy machine had no time for is tried again.
  await waitFor('the pictures to be asked for', () => new Set(asked()).size >= 2);
  expect([...new Set(asked())].sort()).toEqual([`${HERE}/1.gif`, `${HERE}/2.gif`]);
  await again.hides(/pictures were not in the backup/);
  await again.page.close();
});
