import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Seen } from '../../fixtures/serve.ts';
import { BANK_HOST, TRAP_HOST } from '../../fixtures/trap-site.ts';
import { clickToolbarButton, giveAccessOnClickOnly, waitForSign } from '../harness/browser-controls.ts';
import { chooseFromMenu } from '../harness/context-menus.ts';
import { Session, type Tab } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

const WEIR = `https://${TRAP_HOST}/news/2026/weir`;

/** Something on the user's own machine; browsers ask it past the proxy. */
const ownMachine = { port: 0, asked: [] as string[] };
const server = http.createServer(({ url = '' }, response) => {
  ownMachine.asked.push(url);
  response.writeHead(200, { 'content-type': 'image/gif', 'access-control-allow-origin': '*' });
  response.end('secret');
});
let session: Session;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ownMachine.port = (server.address() as AddressInfo).port;
  session = await Session.borrow();
});
beforeEach(() => {
  session.network.forget();
  ownMachine.asked = [];
});
afterAll(async () => {
  await session.close();
  server.close();
});

/** An article with these pictures, which the page itself asks for as any page may. */
async function openWith(images: readonly string[]): Promise<Tab> {
  const url = new URL(WEIR);
  url.searchParams.set('t', String(Math.random()));
  for (const image of images) url.searchParams.append('image', image);
  const tab = await session.visit(url.href);
  await session.report(tab);
  return tab;
}

/** What an article's pictures came to, once none is waited for: why each is not here, or null. */
async function savePictures(tab: Tab): Promise<Record<string, string | null>> {
  session.network.forget();
  ownMachine.asked = [];
  await session.save(tab);
  const library = await session.screen('library.html');
  const rows = await waitFor('the pictures to be done', () =>
    library.page.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('offprint');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const all = <T>(table: string) =>
        new Promise<T[]>((resolve, reject) => {
          const request = db.transaction(table).objectStore(table).getAll();
          request.onsuccess = () => resolve(request.result as T[]);
          request.onerror = () => reject(request.error);
        });
      const jobs = await all<{ state: string; attempts: number }>('jobs');
      const images = await all<{ url: string; state: string; error: string | null }>('images');
      db.close();
      // One that is tried again later has had its first try.
      const isOver = jobs.every(({ state, attempts }) => state === 'waiting' && attempts > 0);
      return (
        isOver && images.map(({ url, state, error }) => [url, state === 'waiting' ? 'again' : error] as const)
      );
    }),
  );
  await library.page.close();
  return Object.fromEntries(rows);
}

/** Requests for an address since the last `forget`. */
const asked = (part: string): Seen[] => session.network.seen.filter(({ url }) => url.includes(part));

it('asks for a picture without the user’s login, once where the site refuses, and takes no cookie', async () => {
  const visit = await session.visit(`http://${BANK_HOST}/account`);
  await visit.page.goto(`http://${BANK_HOST}/account?again`);
  // The user is logged in: a page of the site's own gets all that a browser keeps without TLS.
  expect(asked('/account?again')[0]?.headers.cookie).toBe('strict=1; lax=1; plain=1');
  const pictures = [`http://${BANK_HOST}/transfer?to=mallory&amount=900`, `http://${BANK_HOST}/branch.gif`];
  const tab = await openWith(pictures);
  expect(await savePictures(tab)).toMatchObject({
    [pictures[0] ?? '']: 'refused',
    [pictures[1] ?? '']: null,
  });
  for (const part of ['/transfer', '/branch.gif']) {
    const requests = asked(part);
    expect(requests.map(({ method }) => method)).toEqual(['GET']);
    const { cookie, referer, origin, authorization, 'if-none-match': validator } = requests[0]?.headers ?? {};
    expect({ cookie, referer, origin, authorization, validator }).toEqual({});
    expect(JSON.stringify(requests[0]?.headers)).not.toContain(new URL(session.launched.extensionUrl).host);
  }
});

it('asks nothing of the user’s own machine or network, by number, by name or through a redirect', async () => {
  const { port } = ownMachine;
  const loopback = `http://127.0.0.1:${port}`;
  const to = (at: string, scheme = 'https') => `${scheme}://${TRAP_HOST}/to?at=${encodeURIComponent(at)}`;
  const direct = [
    `${loopback}/direct`,
    `http://2130706433:${port}/number`,
    `http://0x7f.1:${port}/hex`,
    `http://[::ffff:127.0.0.1]:${port}/mapped`,
    `http://localhost:${port}/name`,
    'http://192.168.1.1/router',
    'http://169.254.169.254/latest/meta-data',
    'http://printer.local/status',
    'http://intranet/status',
    `https://user:pass@${TRAP_HOST}/img/login.gif`,
  ].map((address) => new URL(address).href);
  const led = [
    to(`${loopback}/led`),
    to(`${loopback}/led-plain`, 'http'),
    to(to(`${loopback}/led-twice`)),
    to('http://192.168.1.1/led'),
    to('http://[fd00::1]/led'),
    to('http://nas.lan/led'),
  ];
  const fine = [to(`https://${TRAP_HOST}/img/led.gif`)];
  const tab = await openWith([...direct, ...led, ...fine]);
  const outcome = await savePictures(tab);
  expect(outcome).toMatchObject(Object.fromEntries(direct.map((url) => [url, 'not-public'])));
  expect(outcome).toMatchObject(Object.fromEntries(led.map((url) => [url, 'again'])));
  expect(outcome).toMatchObject(Object.fromEntries(fine.map((url) => [url, null])));
  expect(ownMachine.asked).toEqual([]);
  // What browsers do on their own account goes through TLS, and so through CONNECT.
  const strangers = session.network.seen.filter(
    ({ method, url }) => method !== 'CONNECT' && new URL(url).hostname !== TRAP_HOST,
  );
  expect(strangers.map(({ url }) => url)).toEqual([]);
});

it('leaves alone what pages ask for themselves', async () => {
  const { port } = ownMachine;
  const tab = await session.visit(`http://${TRAP_HOST}/news/2026/weir`);
  ownMachine.asked = [];
  const answers = await tab.page.evaluate(
    async (addresses) =>
      Promise.all(
        addresses.map((url) => fetch(url, { mode: 'no-cors' }).then((answer) => answer.type, String)),
      ),
    [`http://127.0.0.1:${port}/page`, `/to?at=${encodeURIComponent(`http://127.0.0.1:${port}/page-led`)}`],
  );
  expect(answers).toEqual(['opaque', 'opaque']);
  expect([...ownMachine.asked].sort()).toEqual(['/page', '/page-led']);
  await tab.page.goto(`http://127.0.0.1:${port}/visited`);
  expect(ownMachine.asked).toContain('/visited');
});

it('saves a page that needs the user’s login through a tab of its site', async () => {
  await session.visit(`https://${TRAP_HOST}/login`);
  const tab = await openWith([]);
  await chooseFromMenu(session, tab, 'save-link', '#more');
  await waitForSign(session, tab, '+1', /^Saved: Minutes of the oak weir/);
  expect(asked('/members/minutes').map(({ headers }) => headers.cookie)).toEqual(['member=1']);
});

// The last one: it leaves the session without access.
it('with access to some sites only, asks for no picture elsewhere and follows no redirect', async () => {
  const to = `https://${TRAP_HOST}/to?at=${encodeURIComponent(`http://127.0.0.1:${ownMachine.port}/some`)}`;
  const url = new URL(WEIR);
  for (const image of [`https://${BANK_HOST}/branch.gif`, to]) url.searchParams.append('image', image);
  await giveAccessOnClickOnly(session);
  const tab = await session.visit(url.href);
  await clickToolbarButton(session, tab.page);
  await session.report(tab);
  await session.extension.closePopups();
  session.network.forget();
  ownMachine.asked = [];
  await session.save(tab);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  // Firefox asks a site for its icon by itself, some time after the page has come.
  const strangers = session.network.seen.filter(
    ({ method, url: u }) => method !== 'CONNECT' && u !== new URL('/favicon.ico', WEIR).href,
  );
  expect(strangers.map(({ url: u }) => u)).toEqual([]);
  expect(ownMachine.asked).toEqual([]);
});
