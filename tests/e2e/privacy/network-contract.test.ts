import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import { TRAP_HOST } from '../../fixtures/trap-site.ts';
import { itLong } from '../../long.ts';
import { FaultServer } from '../../servers/fault-server.ts';
import { waitForSign } from '../harness/browser-controls.ts';
import { chooseFromMenu } from '../harness/context-menus.ts';
import { compareHeaders, isOurs, rowsNeverSeen, type Way, wayOf } from '../harness/contract-tables.ts';
import { Session, type Tab } from '../harness/session.ts';
import { setUpSync } from '../harness/set-up-sync.ts';
import { waitFor } from '../harness/wait-for.ts';

/** Long enough for what would be asked unasked, in milliseconds. */
const QUIET = 700;

/** As `docs/network.md` says them. */
const PLACE_METHODS = new Set(['PROPFIND', 'MKCOL', 'PUT', 'MOVE', 'GET', 'HEAD', 'DELETE']);

let session: Session;
let vote: Tab;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

/** What the extension asked for since the last look: `GET /img/a.png anonymous`, sorted; others’ hosts are named. */
const ours = (): string[] =>
  session.network.seen
    .filter(isOurs)
    .map((request) => `${request.method} ${request.url.replace(COURIER, '')} ${wayOf(request)}`)
    .sort();

/** Waits for the requests of a feature, and sees that there are no others and that each has the headers it may have. */
async function expectRequests(feature: string, expected: readonly string[]): Promise<void> {
  await waitFor(`the requests of ${feature}`, () => ours().length >= expected.length).catch(() => null);
  await new Promise((resolve) => setTimeout(resolve, QUIET));
  expect({ feature, requests: ours() }).toEqual({ feature, requests: [...expected].sort() });
  const problems = session.network.seen
    .filter(isOurs)
    .flatMap((request) => compareHeaders(request, wayOf(request), session.kind));
  expect(problems).toEqual([]);
  session.network.forget();
}

const get = (address: string, way: Way = 'anonymous'): string => `GET ${address} ${way}`;

/** Firefox gives the icon that it shows; Chromium gives its address. */
const icon = (): string[] => (session.kind === 'chromium' ? [get('/img/masthead.svg')] : []);

it('nothing where an article is opened, and looked at in popup, side panel and reader', async () => {
  vote = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.report(vote);
  await expectRequests('opening an article', []);
  const popup = await session.popup(vote);
  await popup.shows('Key quotes');
  await expectRequests('the popup', []);
  await popup.page.close();
  const panel = await session.screen(`sidepanel.html?tab=${vote.id}`);
  await panel.shows('Tobias Renn');
  await expectRequests('the side panel', []);
  await panel.page.close();
});

it('pictures and the icon where an article is saved, once', async () => {
  await session.save(vote);
  await expectRequests('saving', [get('/img/breakwater.jpg'), get('/img/wall-plan.png'), ...icon()]);
  await session.extension.call('runtime.sendMessage', {
    offprint: 'background',
    type: 'article/save',
    data: { tabId: vote.id },
  });
  await expectRequests('saving again', []);
});

itLong('the page, through the tab, where a link of its site is saved', async () => {
  // Such a request may carry the site's cookies, and none of the others may.
  await vote.page.evaluate(() => cookieStore.set('visited', 'yes'));
  await chooseFromMenu(session, vote, 'save-link', '.related a[href="/harbour/tide-gauge"]');
  await waitForSign(session, vote, '+1', /^Saved: Tide gauge older than the railway/);
  await expectRequests('saving a link', [get('/harbour/tide-gauge', 'as the tab')]);
});

itLong('the page, without a login, and its pictures where a link of another site is saved', async () => {
  const picture = `https://${TRAP_HOST}/img/a.gif`;
  const story = `https://${TRAP_HOST}/news/2026/weir?image=${picture}`;
  await vote.page.$eval('.related a', (link, href) => link.setAttribute('href', href), story);
  await chooseFromMenu(session, vote, 'save-link', '.related a');
  await waitForSign(session, vote, '+1', /^Saved: Weir to be rebuilt in oak/);
  await expectRequests('saving a link elsewhere', [get(story), get(picture)]);
});

itLong('nothing where the library is searched, a saved article is read, the options are opened', async () => {
  const library = await session.screen('library.html');
  await library.type('searchbox', /Search your library/, 'council meets');
  await library.shows(/Saltmere council backs £41m/);
  await library.click('link', /Saltmere council backs £41m/);
  const reader = await session.openedPage(/reader\.html/);
  await reader.shows('The council meets again');
  session.network.setOffline(true);
  try {
    await reader.reload();
    await reader.shows('The council meets again');
    await expectRequests('the library and the reader', []);
  } finally {
    session.network.setOffline(false);
  }
  await reader.page.close();
  const options = await session.screen('options.html');
  await options.shows('Block its own requests to local networks');
  await expectRequests('the options', []);
  await options.page.close();
});

itLong(
  'the place and nobody else where sync is set up, and a save, a page of the library and a change are synced',
  async () => {
    const place = new FaultServer();
    const address = await place.start();
    try {
      const sync = await setUpSync(session, address);
      await sync.page.close();
      await expectRequests('setting sync up', []);
      const before = place.asked.length;
      const tab = await session.visit(`${COURIER}/harbour/lock-closed`);
      await session.save(tab);
      const library = await session.screen('library.html');
      await library.shows('Town lock closed for a month');
      await waitFor(
        'the save to be at the place',
        () =>
          place.asked.slice(before).some(({ method, path: at }) => method === 'MOVE' && at.includes('/log/')),
        // It is synced some seconds after the last change.
        40_000,
      );
      await expectRequests('saving with sync', []);
      expect([...new Set(place.asked.map(({ method }) => method))].sort()).toEqual(
        expect.arrayContaining(['MKCOL', 'MOVE', 'PROPFIND', 'PUT']),
      );
      for (const { method, path: at, headers } of place.asked) {
        // Above the folder it is only asked whether that is there.
        const isInside = at.startsWith('/Offprint/') || (at === '/' && method === 'PROPFIND');
        const problems = compareHeaders({ url: at, headers }, 'to the place', session.kind);
        const isKnown = PLACE_METHODS.has(method);
        expect({ method, at, isInside, isKnown, problems }).toEqual({
          ...{ method, at, isInside: true, isKnown: true, problems: [] },
        });
      }
      await library.page.close();
    } finally {
      await place.stop();
    }
  },
);

itLong('each header that the document tells of', () => {
  // The server of this test can move files: the tests of `web-dav.ts` meet one that can't.
  expect(rowsNeverSeen(session.kind)).toEqual(['to the place: if-none-match']);
});
