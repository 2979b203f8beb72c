import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import type { Screen } from './harness/screen.ts';
import { Session } from './harness/session.ts';
import { waitFor } from './harness/wait-for.ts';

const VOTE = /Saltmere council backs £41m breakwater/;
const LIGHT = /The woman who still winds the Skerry light/;
const FERRY = /night-ferry|Нічний|пором/i;

let session: Session;
let library: Screen;

interface WindowSum {
  saved: number;
  notArticles: number;
  failed: { title: string; reason: string }[];
}

/** Asks the background to save the window that the screen is in, as its menu does. */
async function saveThisWindow(screen: Screen): Promise<WindowSum> {
  return screen.page.evaluate(async () => {
    const api =
      (globalThis as { browser?: unknown; chrome?: unknown }).browser ??
      (globalThis as { chrome?: unknown }).chrome;
    const { runtime, tabs } = api as {
      runtime: { sendMessage: (message: unknown) => Promise<{ value: WindowSum }> };
      tabs: { getCurrent: () => Promise<{ windowId: number }> };
    };
    const { windowId } = await tabs.getCurrent();
    const reply = await runtime.sendMessage({
      offprint: 'background',
      type: 'window/save',
      data: { windowId },
    });
    return reply.value;
  });
}

/** Whether the library has all pictures, and the icon of the one site. */
function isFetched(library: Screen): Promise<boolean> {
  return library.page.evaluate(
    () =>
      new Promise<boolean>((resolve, reject) => {
        const opening = indexedDB.open('offprint');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const looking = opening.result.transaction(['jobs', 'meta']);
          const jobs = looking.objectStore('jobs').count();
          const keys = looking.objectStore('meta').getAllKeys();
          looking.onabort = () => reject(looking.error);
          looking.oncomplete = () => {
            opening.result.close();
            resolve(jobs.result === 0 && keys.result.some((key) => String(key).startsWith('icon ')));
          };
        };
      }),
  );
}

/** Waits until a field has the focus, and types into it. */
async function typeInto(name: string, text: string): Promise<void> {
  await waitFor(`the field ${name}`, () =>
    library.page.evaluate((wanted) => document.activeElement?.getAttribute('aria-label') === wanted, name),
  );
  await library.write(text);
  await library.press('Enter');
}

/** Where something lies over an element: points of a grid, in px of the window. */
function hiddenPoints(selector: string): Promise<[number, number][]> {
  return library.page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    if (element === null) throw new Error(`no ${wanted}`);
    const { left, top, width, height } = element.getBoundingClientRect();
    const hidden: [number, number][] = [];
    for (let x = left + 4; x < left + width - 4; x += 8) {
      for (let y = top + 4; y < top + height - 4; y += 8) {
        if (!element.contains(document.elementFromPoint(x, y))) hidden.push([x, y]);
      }
    }
    return hidden;
  }, selector);
}

beforeAll(async () => {
  session = await Session.borrow();
  for (const path of ['/harbour/breakwater-vote', '/features/skerry-light', '/uk/night-ferry', '/']) {
    const tab = await session.visit(COURIER + path);
    if (path !== '/') await session.report(tab);
  }
});
afterAll(() => session.close());

it('saves every article of a window at once, and says what was none', async () => {
  const screen = await session.screen('options.html');
  const sum = await saveThisWindow(screen);
  expect(sum.saved).toBe(3);
  expect(sum.failed).toEqual([]);
  expect(sum.notArticles).toBeGreaterThanOrEqual(2);
  await screen.page.close();
  library = await session.screen('library.html');
  const text = await library.shows(VOTE);
  expect(text).toMatch(LIGHT);
  await waitFor('the icons of the sites', () =>
    library.page.evaluate(() => {
      const icons = [...document.querySelectorAll<HTMLImageElement>('.item img.item__icon')];
      return icons.length === 3 && icons.every((icon) => icon.naturalWidth > 0);
    }),
  );
});

it('chooses by keyboard, acts on all that is chosen, and takes it back', async () => {
  await library.page.bringToFront();
  await library.find('row', VOTE);
  await library.press('j');
  await library.press('x');
  await library.press('J', 'Shift');
  await library.shows('2 selected');
  await library.press('e');
  await library.shows('2 articles archived');
  await library.shows(/Inbox 1 article/);
  await library.press('u');
  await library.shows(/Inbox 3 articles/);
  await library.press('a', 'Control');
  await library.shows('3 selected');
  await library.press('t');
  await typeInto('Find or create a tag', 'Far North');
  await library.shows('3 articles tagged “Far North”');
  await library.press('Escape');
  await library.click('button', /^Clear selection$/);
  await library.find('link', /^Far North\s*3$/);
});

it('keeps lists, and brings one back that was deleted', async () => {
  await library.click('button', /^New list$/);
  await typeInto('Name of the list', 'For the train');
  await library.shows('List “For the train” created');
  await library.click('button', /^New list$/);
  await typeInto('Name of the list', 'Long reads for the days between the years');
  await library.shows('List “Long reads for the days between the years” created');
  const before = library.page.viewport();
  // The menu is wider than the rail, and the articles begin right beside that.
  await library.page.setViewport({ width: 900, height: 720 });
  await library.click('button', /^More options for “For the train”$/);
  await library.find('button', /^Move into “Long reads/);
  expect(await hiddenPoints('[role=menu]')).toEqual([]);
  await library.press('Escape');
  await library.page.setViewport(before);
  await library.click('checkbox', /Select “The woman who still/);
  await library.press('l');
  await typeInto('Find or create a list', '');
  await library.shows('1 article added to “For the train”');
  await library.press('Escape');
  await library.click('link', /^For the train\s*1$/);
  await library.shows(/For the train 1 article/);
  await library.hides(VOTE);
  await library.click('button', /^More options for “For the train”$/);
  await library.click('button', /^Delete$/);
  await library.shows('List “For the train” deleted; its articles stay');
  await library.shows(VOTE);
  await library.click('button', /^Undo$/);
  await library.find('link', /^For the train\s*1$/);
  // In a narrow window the lists are one line; the one that is open can be changed there, too.
  await library.page.setViewport({ width: 320, height: 640 });
  await library.click('link', /^For the train/);
  await library.click('button', /^More options for “For the train”$/);
  await library.click('button', /^Rename$/);
  await typeInto('Name of the list', 'For the bus');
  await library.shows('Renamed to “For the bus”');
  await library.click('button', /^Undo$/);
  await library.click('link', /^Inbox/);
  await library.page.setViewport(before);
  await library.find('link', /^For the train\s*1$/);
});

it('searches by fields, says what it does not understand, and keeps a search', async () => {
  await library.type('searchbox', /Search your library/, 'tag:"far north" -site:nowhere.example zeppelin');
  await library.hides(VOTE);
  await library.type('searchbox', /Search your library/, 'title:skerry is:unred');
  await library.shows('Did you mean “unread”?');
  await library.click('button', /Did you mean/);
  await library.shows(LIGHT);
  await library.hides(VOTE);
  await library.click('button', /^Save as smart list$/);
  await typeInto('Name of the smart list', 'Lights');
  await library.shows(/Lights 1 article/);
  const again = await session.screen(`library.html${await library.page.evaluate(() => location.hash)}`);
  await again.shows(/Lights 1 article/);
  await again.shows(LIGHT);
  expect(await again.text()).not.toMatch(FERRY);
  await again.page.close();
  await library.page.bringToFront();
});

it('edits what the page states about an article from its row, and takes it back by one key', async () => {
  const EDITED = 'The wall that Saltmere wants';
  await library.click('link', /^Inbox/);
  await library.click('button', /^More options for “Saltmere council/);
  await library.click('button', /^About this copy$/);
  await library.click('button', /^Edit details$/);
  await library.type('textbox', /^Title/, EDITED);
  await library.shows(/On the page: Saltmere council backs/);
  await library.click('button', /^Save$/);
  await library.shows(`Details of “${EDITED}” changed`);
  await library.hides(VOTE);
  await library.press('z', 'Control');
  await library.find('link', VOTE);
});

it('says of each copy what is here, and lists the people who are quoted', async () => {
  await library.click('link', /^Lights/);
  await library.shows(/Lights 1 article/);
  await library.press('j');
  await waitFor('the pictures to be fetched', async () => {
    await library.press('i');
    const text = await library.shows(/About this copy/);
    await library.shows(/Complete/);
    const isThere = /2 of 2 saved/.test((await library.text()).replace(/\s+/g, ' '));
    await library.press('Escape');
    await library.hides(/About this copy/);
    return isThere && text;
  });
  await library.click('link', /^People/);
  const people = await library.shows(/Tobias Renn/);
  expect(people).toMatch(/1 article/);
  await library.click('link', /Tobias Renn/);
  await library.shows(/Saltmere council backs £41m breakwater/);
  await library.click('link', /^Storage/);
  await library.shows(/Search index/);
});

it('opens a saved article from the library with no network, text and pictures and quotes', async () => {
  await library.click('link', /^Inbox/);
  await library.find('row', VOTE);
  // What was saved may still be on its way; that is no request of the reader's.
  await waitFor('the background to have nothing to fetch', () => isFetched(library));
  session.network.setOffline(true);
  try {
    session.network.forget();
    await library.click('link', VOTE).catch(() => library.click('button', VOTE));
    const reader = await session.openedPage(/reader\.html/);
    await reader.find('heading', VOTE);
    const text = await reader.shows('The council meets again on June 16');
    expect(text).toContain('The £41 million wall, 620 metres long');
    expect(text).not.toContain('Get the harbour news first');
    expect(text).not.toContain('gannet47');
    const images = await waitFor('the pictures to be drawn', () =>
      reader.page.evaluate(() => {
        const all = [...document.querySelectorAll('img')];
        const widths = all.map((image) => (image.complete ? image.naturalWidth : 0));
        return widths.length >= 2 && widths.every((width) => width > 0) && widths.length;
      }),
    );
    expect(images).toBe(2);
    expect(text).toContain('Tobias Renn');
    // Reading makes no request, not even one that would fail.
    expect(session.network.seen.filter(({ url }) => url.includes('.example'))).toEqual([]);
    await reader.page.close();
  } finally {
    session.network.setOffline(false);
  }
});
