import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { describeLong, itLong } from '../long.ts';
import { stopBackground } from './harness/browser-controls.ts';
import { isOurs } from './harness/contract-tables.ts';
import { Session, type Tab } from './harness/session.ts';
import { readVisibleText } from './harness/visible-text.ts';
import { waitFor } from './harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

describeLong('a background that stops', () => {
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
});

describe('an update', () => {
  /** The text of a box that Offprint hides in the page. */
  const BOX = 'Get the harbour news first';

  /** Open since before the update. */
  let tab: Tab;

  beforeAll(async () => {
    tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
    await session.waitUntilHidden(tab, BOX);
    await session.report(tab);
  });

  it('keeps the library over an update, and saves at once from a tab that was open before', async () => {
    const other = await session.visit(`${COURIER}/harbour/lock-closed`);
    await session.save(other);
    await other.page.close();
    await session.updateExtension();
    const popup = await session.popup(tab);
    await popup.shows('Key quotes');
    await popup.click('button', /^Save$/);
    await popup.find('button', /^Saved$/);
    await popup.page.close();
    const library = await session.screen('library.html');
    await library.shows('Saltmere council');
    await library.shows('Town lock closed');
    // Shown only if the browser lost the library, or if it came back from the second copy.
    expect(await library.text()).not.toMatch(/lost your library|second copy/);
    await library.page.close();
  });

  itLong('has one generation of scripts in a tab after an update', async () => {
    await session.waitUntilHidden(tab, BOX);
    await session.extension.askTab(tab.id, 'page/setHidden', { id: 'all', hidden: false });
    await waitFor('the box to be back', async () => (await readVisibleText(tab.page)).includes(BOX));
    // Scripts of the former generation would hide it again as soon as the page changes.
    await tab.page.evaluate(() => document.body.append(document.createElement('p')));
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await readVisibleText(tab.page)).toContain(BOX);
  });
});
