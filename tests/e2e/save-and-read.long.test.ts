import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { Session } from './harness/session.ts';
import { waitFor } from './harness/wait-for.ts';

const VOTE_TITLE = /Saltmere council backs £41m breakwater/;
const LIGHT_TITLE = /The woman who still winds the Skerry light/;

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
  for (const path of ['/harbour/breakwater-vote', '/features/skerry-light', '/ar/fish-market']) {
    const tab = await session.visit(COURIER + path);
    await session.save(tab);
    await tab.page.close();
  }
  // Pictures are fetched after the save is confirmed.
  await waitFor('the pictures to be fetched', () =>
    ['breakwater.jpg', 'wall-plan.png', 'lighthouse.jpg', 'light-loss.svg', 'market.png'].every((image) =>
      session.network.seen.some(({ url, answered }) => answered && url.endsWith(image)),
    ),
  );
});
afterAll(() => session.close());

it('lets none of its own pages connect to anything', async () => {
  for (const name of [
    'library.html',
    'reader.html',
    'popup.html',
    'sidepanel.html',
    'options.html',
    'transfer.html',
  ]) {
    const screen = await session.screen(name);
    // An address that nobody else asks for: the background may be fetching what was saved, or a site's icon.
    const address = `${COURIER}/img/masthead.svg?from=${name}`;
    const connected = await screen.page.evaluate(
      (url) =>
        fetch(url, { mode: 'no-cors' }).then(
          () => true,
          () => false,
        ),
      address,
    );
    expect({ name, connected }).toEqual({ name, connected: false });
    expect(session.network.seen.filter(({ url }) => url === address)).toEqual([]);
    await screen.page.close();
  }
});

it('saving again does not double an article', async () => {
  const tab = await session.visit(`${COURIER}/harbour/breakwater-vote#comments`);
  await session.report(tab);
  const popup = await session.popup(tab);
  await popup.click('button', /^Saved$/);
  await popup.find('button', /^Saved$/);
  await popup.page.close();
  await tab.page.close();
  const library = await session.screen('library.html');
  await library.find('row', VOTE_TITLE);
  const rows = await library.page.evaluate(
    () =>
      [...document.querySelectorAll('li, article, [role="row"], [role="option"]')].filter(
        (row) =>
          row.textContent?.includes('Saltmere council backs £41m breakwater') &&
          row.querySelector('li, article, [role="row"], [role="option"]') === null,
      ).length,
  );
  expect(rows).toBe(1);
  await library.page.close();
});

it('lists what is saved and finds words of the text', async () => {
  const library = await session.screen('library.html');
  for (const title of [VOTE_TITLE, LIGHT_TITLE, 'سوق السمك في سالتمير']) await library.shows(title);
  await library.type('searchbox', /Search your library/, 'biscuit tin');
  await library.hides(VOTE_TITLE);
  await library.shows(LIGHT_TITLE);
  await library.type('searchbox', /Search your library/, 'zeppelin');
  await library.shows(/Nothing in your library contains “zeppelin”/);
  await library.page.close();
});

it('archives, and brings back', async () => {
  const library = await session.screen('library.html');
  await library.find('row', LIGHT_TITLE);
  await library.page.evaluate((title) => {
    const row = [...document.querySelectorAll('li, article, [role="row"], [role="option"]')].find(
      (candidate) => candidate.textContent?.includes(title),
    );
    const button = [...(row?.querySelectorAll('button') ?? [])].find((candidate) =>
      /^Archive$/.test((candidate.getAttribute('aria-label') ?? candidate.textContent ?? '').trim()),
    );
    button?.click();
  }, 'The woman who still winds the Skerry light');
  await library.shows(/archived/);
  await library.click('button', /^Undo$/);
  await library.find('row', LIGHT_TITLE);
  await library.page.close();
});

it('deletes only after the user could undo it', async () => {
  const library = await session.screen('library.html');
  await library.find('row', LIGHT_TITLE);
  const press = (): Promise<void> =>
    library.page.evaluate((title) => {
      const row = [...document.querySelectorAll('li, article, [role="row"], [role="option"]')].find(
        (candidate) => candidate.textContent?.includes(title),
      );
      const button = [...(row?.querySelectorAll('button') ?? [])].find((candidate) =>
        /^Delete$/.test((candidate.getAttribute('aria-label') ?? candidate.textContent ?? '').trim()),
      );
      button?.click();
    }, 'The woman who still winds the Skerry light');
  const isGone = async (): Promise<boolean> => !(await library.has('row', LIGHT_TITLE));
  await press();
  await library.shows(/deleted/);
  await waitFor('the row to go', isGone);
  await library.click('button', /^Undo$/);
  await library.find('row', LIGHT_TITLE);
  await press();
  // The word of the first time is still there for those who listen.
  await waitFor('the row to go again', isGone);
  await library.page.close();

  const again = await session.screen('library.html');
  await again.find('row', VOTE_TITLE);
  await again.hides(LIGHT_TITLE);
  await again.page.close();
});
