import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { stopBackground } from './harness/browser-controls.ts';
import { isOurs } from './harness/contract-tables.ts';
import { Session } from './harness/session.ts';
import { waitFor } from './harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

/** Pictures of the article that is saved. */
const PICTURES = ['lighthouse.jpg', 'light-loss.svg'];
const isPicture = (url: string): boolean => PICTURES.some((name) => url.endsWith(name));

it('goes on fetching pictures after the background was stopped in the middle', async () => {
  const tab = await session.visit(`${COURIER}/features/skerry-light`);
  await session.report(tab);
  // From here on pictures hang until they are let go.
  const release = session.network.hold(isPicture);
  await session.save(tab);
  const asked = () => session.network.seen.filter((entry) => isPicture(entry.url) && isOurs(entry));
  await waitFor('both pictures to be asked for', () =>
    PICTURES.every((name) => asked().some(({ url }) => url.endsWith(name))),
  );
  // Nobody hears the answers to these. What is asked from here on the next background asks, whenever it starts.
  const lost = new Set(asked());
  await stopBackground(session);
  release();

  // Any event wakes the background; here a page that the gate takes for an article.
  await tab.page.goto(`${COURIER}/uk/night-ferry`);
  await waitFor('the pictures to be fetched after all', () =>
    PICTURES.every((name) =>
      asked().some((entry) => !lost.has(entry) && entry.answered && entry.url.endsWith(name)),
    ),
  );
  // What is drawn from here on is the library's own.
  session.network.forget();
  const library = await session.screen('library.html');
  await library.click('link', /The woman who still winds the Skerry light/);
  const reader = await session.openedPage(/reader\.html/);
  const count = await waitFor('the pictures to be drawn', () =>
    reader.page.evaluate(() => {
      const widths = [...document.querySelectorAll('img')].map((image) => image.naturalWidth);
      return widths.length >= 2 && widths.every((width) => width > 0) && widths.length;
    }),
  );
  expect(count).toBe(2);
  expect(session.network.seen.filter(({ url }) => isPicture(url))).toEqual([]);
});
