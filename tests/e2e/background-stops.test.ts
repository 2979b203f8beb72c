import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { stopBackground } from './harness/browser-controls.ts';
import { Session } from './harness/session.ts';
import { waitFor } from './harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

const isPicture = (url: string): boolean => /\.(?:jpg|png|svg)$/.test(url) && !url.endsWith('masthead.svg');

it('goes on fetching pictures after the background was stopped in the middle', async () => {
  const tab = await session.visit(`${COURIER}/features/skerry-light`);
  await session.report(tab);
  // From here on pictures hang until they are let go.
  const release = session.network.hold(isPicture);
  session.network.forget();
  await session.save(tab);
  await waitFor('a picture to be asked for', () => session.network.seen.some(({ url }) => isPicture(url)));
  await stopBackground(session);
  release();
  session.network.forget();

  // Any event wakes the background; here a page that the gate takes for an article.
  await tab.page.goto(`${COURIER}/uk/night-ferry`);
  await waitFor('the pictures to be fetched after all', () =>
    ['lighthouse.jpg', 'light-loss.svg'].every((name) =>
      session.network.seen.some(({ url, answered }) => answered && url.endsWith(name)),
    ),
  );
  session.network.setOffline(true);
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
});
