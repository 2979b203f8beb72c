import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import { waitForFrames } from '../harness/drawn-frames.ts';
import type { Screen } from '../harness/screen.ts';
import { Session } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

let session: Session;
let library: Screen;

beforeAll(async () => {
  session = await Session.borrow();
  for (const path of ['/harbour/breakwater-vote', '/features/skerry-light', '/uk/night-ferry']) {
    await session.save(await session.visit(COURIER + path));
  }
  library = await session.screen('library.html');
  await library.shows(/Inbox 3 articles/);
});
afterAll(() => session.close());

/** How long a menu may take to open, and to stand where it stays, in ms. */
const MENU_MS = 5000;

interface Point {
  x: number;
  y: number;
}

/** Titles of the rows as they stand, from the top. */
const titles = (): Promise<string[]> =>
  library.page.evaluate(() =>
    [...document.querySelectorAll('ol > [data-id] h2')].map((title) => title.textContent ?? ''),
  );

/** The middle of an element, in px of the window; it is scrolled to first, as a user does. */
async function middleOf(find: string, place = 0): Promise<Point> {
  let last: Point | null = null;
  return waitFor(`${find} at rest`, async () => {
    const before = last;
    last = await library.page.evaluate(
      (selector, at) => {
        const element = document.querySelectorAll(selector)[at];
        if (element === undefined) throw new Error(`no ${selector}`);
        element.scrollIntoView({ block: 'nearest' });
        const box = element.getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      },
      find,
      place,
    );
    // Scrolling is told of a frame later, and closes menus.
    await waitForFrames(library.page, 2);
    return last.x === before?.x && last.y === before.y && last;
  });
}

/** Presses the mouse where something is seen, whatever lies there. */
async function pressAt({ x, y }: Point): Promise<void> {
  await library.page.mouse.move(x, y);
  await library.page.mouse.click(x, y);
}

/** Opens the menu of a row by its button, where that is seen; the list may move between the look and the press. */
async function openMenu(row: number): Promise<void> {
  await waitFor('the menu', async () => {
    await pressAt(await middleOf('ol > [data-id] button[aria-haspopup=menu]', row));
    return waitFor('it', () => library.has('button', /^Pin to the top$/), MENU_MS);
  });
}

/** Parts of the open menu that something else lies over. */
const covered = (): Promise<string[]> =>
  library.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[role=menu] [role=menuitem]')].flatMap((item) => {
      const { left, top, width, height } = item.getBoundingClientRect();
      const points = [0.05, 0.5, 0.95].map((share) => [left + width * share, top + height / 2] as const);
      return points.every(([x, y]) => item.contains(document.elementFromPoint(x, y)))
        ? []
        : [item.textContent ?? ''];
    }),
  );

it('acts from its menu on its own row, also in a narrow window', async () => {
  const before = library.page.viewport();
  await library.page.setViewport({ width: 360, height: 800 });
  await waitFor('the rows', async () => (await titles()).length === 3);
  const [first = '', second = '', third = ''] = await titles();
  for (const row of [0, 1, 2]) {
    await library.page.mouse.move(5, 5);
    await openMenu(row);
    const isWhole = async (): Promise<boolean> => {
      const hidden = await covered();
      if (hidden.length > 0) throw new Error(`covered: ${hidden.join(', ')}`);
      return true;
    };
    await waitFor('the whole menu to be seen', isWhole, MENU_MS);
    await library.press('Escape');
    await waitFor('the menu to close', () =>
      library.page.evaluate(() => document.querySelector('[role=menu]') === null),
    );
  }
  await openMenu(1);
  const place = await library.page.evaluate(() =>
    [...document.querySelectorAll('[role=menuitem]')].findIndex(
      ({ textContent }) => textContent === 'Pin to the top',
    ),
  );
  await pressAt(await middleOf('[role=menuitem]', place));
  await library.shows('1 article pinned');
  await waitFor('the pinned row at the top', async () => (await titles())[0]?.includes(second));
  expect(await library.page.evaluate(() => location.pathname)).toBe('/library.html');
  // By key: the bar with the button stays for seconds only.
  await library.press('u');
  await waitFor('the old order', async () => {
    const now = await titles();
    return now.length === 3 && now.every((title, at) => title === [first, second, third][at]);
  });
  await library.page.setViewport(before);
});
