/** What is done on one device is on the other within a minute, without anybody pressing a button. */
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SyncState } from '../../../utils/sync/sync-types.ts';
import { COURIER } from '../../fixtures/sites.ts';
import { FaultServer } from '../../servers/fault-server.ts';
import { stopBackground } from '../harness/browser-controls.ts';
import type { Screen } from '../harness/screen.ts';
import { Session } from '../harness/session.ts';
import { setUpSync } from '../harness/set-up-sync.ts';
import { waitFor } from '../harness/wait-for.ts';

const VOTE = /Saltmere council backs £41m breakwater/;
const FURTHER = /^Go there$/;
const MINUTE = 60_000;
/** Longer than the background waits for quiet after a change, in ms. */
const QUIET = 9000;
/** A page of the library has the place asked for news no more often than that, in ms. */
const FRESH = 10_000;
const LOOK = 'PROPFIND /Offprint/log/';

const server = new FaultServer();
let first: Session;
let second: Session;

/** Segments of logs at the place, and files. */
const written = (): number => [...server.files.keys()].length;

async function stateOf(session: Session): Promise<Exclude<SyncState, { state: 'off' }>> {
  const message = { offprint: 'background', type: 'sync/state', data: null };
  const { value } = await session.extension.call<{ value: SyncState }>('runtime.sendMessage', message);
  if (value.state === 'off') throw new Error('sync is off');
  return value;
}

/** Nothing waits and nothing is under way. */
const settles = (session: Session): Promise<unknown> =>
  waitFor('sync to settle', async () => {
    const { waiting, progress } = await stateOf(session);
    return waiting === 0 && progress === null;
  });

/** Waits until the place has been asked for nothing but news for longer than a change takes to go there. */
async function rests(): Promise<void> {
  const busy = (): number => server.asked.filter(({ method, path }) => `${method} ${path}` !== LOOK).length;
  let last = busy();
  let since = performance.now();
  await waitFor('the place to be left alone', async () => {
    // What came while this process stood still is heard in its next turns: first who asks, and then what.
    for (let turn = 0; turn < 2; turn++) await setImmediate();
    const now = busy();
    if (now !== last) since = performance.now();
    last = now;
    return performance.now() - since > QUIET;
  });
}

async function openVote(session: Session): Promise<Screen> {
  const library = await session.screen('library.html');
  await library.click('link', VOTE);
  const reader = await session.openedPage(/reader\.html/);
  await reader.shows(/breakwater/);
  return reader;
}

/** How far down the window is, 0–1. */
const scrolled = (reader: Screen): Promise<number> =>
  reader.page.evaluate(() => window.scrollY / (document.documentElement.scrollHeight - window.innerHeight));

/** Goes where the other device is, where that came so late that it is only offered: somebody may be reading by then. */
async function goWhereOffered(reader: Screen): Promise<void> {
  if (await reader.has('button', FURTHER)) await reader.click('button', FURTHER);
}

beforeAll(async () => {
  const address = await server.start();
  // Less high than the text.
  const size = { width: 800, height: 420 };
  [first, second] = await Promise.all([Session.start(size), Session.start(size)]);
  const tab = await first.visit(`${COURIER}/harbour/breakwater-vote`);
  await first.save(tab);
  await tab.page.close();
  // Closed again: a page of the library that comes into view asks for news, which wakes the background.
  await (await setUpSync(first, address)).page.close();
  await (await setUpSync(second, address)).page.close();
  await settles(first);
});
afterAll(async () => {
  await Promise.all([first.close(), second.close()]);
  await server.stop();
});

it('says in popup, details and reader that a save is ready for the other devices', async () => {
  const reader = await openVote(first);
  await reader.shows('Ready for your other devices');
  await reader.page.close();
  const tab = await first.visit(`${COURIER}/harbour/breakwater-vote`);
  await first.report(tab);
  const popup = await first.popup(tab);
  await popup.shows('Ready for your other devices');
  await popup.page.close();
  await tab.page.close();
});

it('takes a change along that was made while the background slept, by a page that was closed at once', async () => {
  const library = await first.screen('library.html');
  await library.find('link', VOTE);
  await settles(first);
  await rests();
  const before = written();
  await stopBackground(first);
  await library.click('button', /^Add to favourites/);
  await library.find('button', /^Remove from favourites/);
  await library.page.close();
  await waitFor('the change to be at the place', () => written() > before, MINUTE);
});

it('takes the place along at which somebody stops reading, and shows it as soon as a page is opened', async () => {
  const reader = await openVote(first);
  const before = written();
  await reader.page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight * 0.2));
  await waitFor('the place to go out', () => written() > before, MINUTE);
  const place = await scrolled(reader);
  await reader.page.close();
  const other = await openVote(second);
  await waitFor(
    'the other device to be where the first one stopped',
    async () => {
      await goWhereOffered(other);
      return Math.abs((await scrolled(other)) - place) < 0.1;
    },
    MINUTE,
  );
  await other.page.close();
});

it('only looks whether there is news once all is in step, with pages open on both', async () => {
  const libraries = await Promise.all([first, second].map((session) => session.screen('library.html')));
  await Promise.all(libraries.map((library) => library.find('link', VOTE)));
  await Promise.all([settles(first), settles(second)]);
  await rests();
  const before = server.asked.length;
  const since = performance.now();
  await new Promise((done) => setTimeout(done, 2 * QUIET));
  const asked = server.asked.slice(before).map(({ method, path }) => `${method} ${path}`);
  const most = 2 * (1 + Math.floor((performance.now() - since) / FRESH));
  expect(asked.filter((one) => one !== LOOK)).toEqual([]);
  expect(asked.length).toBeLessThanOrEqual(most);
});
